import { Readable } from 'node:stream';
import type { HTTPMethods } from 'fastify';
import { Failure } from '../../kernel/failure.ts';
import type { Http } from './http.ts';
import { sendProblem } from './problem.ts';

const METHODS: HTTPMethods[] = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE'];

/**
 * Answers 405 with `Allow` where an address is offered, but not with this method; Fastify itself would say 404.
 * OPTIONS tells what is offered.
 */
export function refuseOtherMethods(app: Http): void {
  const offered = new Set<string>();
  app.addHook('onRoute', ({ url, constraints }) => {
    if (!url.includes('*') && Object.keys(constraints ?? {}).length === 0) offered.add(url);
  });
  app.decorate('refuseOtherMethods', () => {
    const unseen = { config: { needs: 'open' as const }, schema: { hide: true } };
    for (const url of [...offered]) {
      const offers = METHODS.filter((method) => app.hasRoute({ method, url })).join(', ');
      const allow = `${offers}, OPTIONS`;
      const others = METHODS.filter((method) => !app.hasRoute({ method, url }));
      app.route({
        ...unseen,
        method: 'OPTIONS',
        url,
        handler: async (_request, reply) => reply.code(204).header('allow', allow).send(),
      });
      app.route({
        ...unseen,
        method: others,
        url,
        // Refused before the body is read.
        onRequest: async (request, reply) => {
          reply.header('allow', allow);
          return sendProblem(
            reply,
            new Failure('method-not-allowed', `${request.method} is not offered here, only ${offers}.`),
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
