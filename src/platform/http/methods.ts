import { Readable } from 'node:stream';
import type { FastifyInstance, HTTPMethods } from 'fastify';
import { Failure } from '../../kernel/failure.ts';
import { sendProblem } from './problem.ts';

const METHODS: HTTPMethods[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** Answers 405 with `Allow` where an address is offered, but not with this method; Fastify itself would say 404. */
export function refuseOtherMethods(app: FastifyInstance): void {
  const offered = new Map<string, Set<string>>();
  app.addHook('onRoute', ({ url, method, schema, constraints }) => {
    if ((schema as { hide?: boolean } | undefined)?.hide || (constraints && Object.keys(constraints).length > 0))
      return;
    const methods = offered.get(url) ?? new Set();
    for (const one of Array.isArray(method) ? method : [method]) methods.add(one);
    offered.set(url, methods);
  });
  app.decorate('refuseOtherMethods', () => {
    for (const [url, methods] of offered) {
      const others = METHODS.filter((method) => !methods.has(method));
      if (url.includes('*') || others.length === 0) continue;
      const allow = [...methods].join(', ');
      app.route({
        method: others,
        url,
        config: { needs: 'open' },
        schema: { hide: true } as never,
        // Refused before the body is read.
        onRequest: async (request, reply) => {
          reply.header('allow', allow);
          return sendProblem(
            reply,
            new Failure('method-not-allowed', `${request.method} is not offered here, only ${allow}.`),
          );
        },
        handler: async () => {},
      });
    }
  });
}

declare module 'fastify' {
  interface FastifyInstance {
    /** To be called once every route is there. */
    refuseOtherMethods(): void;
  }
}

/** Whether a part of a request is a parsed value and no stream. */
export function isOneOfOurs(part: unknown): boolean {
  return part !== undefined && part !== null && !(part instanceof Readable);
}
