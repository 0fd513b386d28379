import type { Registry } from 'prom-client';
import { z } from 'zod';
import type { Engine } from '../engine/tables.ts';
import type { Http } from './http.ts';

/** For those who run the service: whether it lives, whether it can serve, and its figures. */
export function healthRoutes(http: Http, engine: Engine, metrics: Pick<Registry, 'contentType' | 'metrics'>): void {
  http.get('/health/live', {
    config: { needs: 'open' },
    schema: {
      tags: ['health'],
      operationId: 'getLiveness',
      summary: 'Say that the service lives',
      description: 'Answers whenever the process does; it asks nothing of the database.',
      response: { 200: z.strictObject({ status: z.literal('ok') }) },
    },
    handler: async () => ({ status: 'ok' as const }),
  });

  const Readiness = z
    .strictObject({
      status: z
        .enum(['ok', 'reads-only', 'unready'])
        .describe('`reads-only` while a standby answers reads and the database does not answer'),
      parts: z.strictObject({
        database: z.enum(['ok', 'unreachable']),
        standbys: z
          .array(
            z.strictObject({
              name: z.string().describe('`standby-1` for the first of `DATABASE_READ_URLS`'),
              state: z
                .enum(['ok', 'behind', 'foreign', 'promoted', 'unreachable'])
                .describe('`foreign`: a copy of another database; `promoted`: a copy no more'),
              lagBytes: z.number().nullable(),
              lagSeconds: z.number().nullable(),
            }),
          )
          .optional()
          .describe('Copies of the database that reads are answered from: what is not `ok` is left out'),
      }),
    })
    .meta({ id: 'Readiness' });
  http.get('/health/ready', {
    config: { needs: 'open' },
    schema: {
      tags: ['health'],
      operationId: 'getReadiness',
      summary: 'Say whether the service can serve',
      description: 'Asks every part that the service needs, and says which of them is not ready.',
      response: {
        200: Readiness,
        503: { description: 'Some part is not ready', content: { 'application/json': { schema: Readiness } } },
      },
    },
    handler: async (request, reply) => {
      const database = await engine.ping().then(
        () => 'ok' as const,
        (error) => {
          request.log.error({ err: error }, 'the database cannot be used');
          return 'unreachable' as const;
        },
      );
      const standbys = engine.standbys
        ?.figures()
        .standbys.map(({ name, state, lagBytes, lagSeconds }) => ({ name, state, lagBytes, lagSeconds }));
      const canRead = standbys?.some(({ state }) => state === 'ok') ?? false;
      const status = database === 'ok' ? 'ok' : canRead ? 'reads-only' : 'unready';
      return reply
        .code(status === 'unready' ? 503 : 200)
        .send({ status, parts: { database, ...(standbys && { standbys }) } });
    },
  });

  http.get('/metrics', {
    config: { needs: 'open' },
    schema: {
      tags: ['health'],
      operationId: 'getMetrics',
      summary: 'Give the figures of the process and its routes',
      description:
        'For Prometheus: memory, event loop, and how long requests took by route and status; of all processes of the service, summed.',
      response: {
        200: { description: 'In the text format of Prometheus', content: { 'text/plain': { schema: z.string() } } },
      },
    },
    handler: async (_request, reply) => {
      reply.header('content-type', metrics.contentType);
      return reply.send(await metrics.metrics());
    },
  });
}
