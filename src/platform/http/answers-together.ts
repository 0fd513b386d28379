import type { FastifyReply, FastifyRequest } from 'fastify';
import { sendTogether } from '../loop-turns.ts';
import { isForOperators } from './admission.ts';
import type { Http } from './http.ts';

/**
 * Answers that become ready in one round of the event loop are sent together; what watches the service waits for none. To be
 * called after everything else that changes answers, and before the routes.
 */
export function answerTogether(app: Http): void {
  app.addHook('onRoute', (route) => {
    route.onSend = [route.onSend ?? [], sendInTurn].flat();
  });
}

function sendInTurn(request: FastifyRequest, _reply: FastifyReply, payload: unknown, done: Done): void {
  if (isForOperators(request)) {
    done(null, payload);
    return;
  }
  sendTogether(() => {
    // As Fastify does with what a hook throws: what cannot be sent is a problem of its own request alone.
    try {
      done(null, payload);
    } catch (error) {
      done(error as Error);
    }
  });
}

type Done = (error: Error | null, payload?: unknown) => void;
