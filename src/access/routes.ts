import { z } from 'zod';
import { claimOnce } from '../idempotency/store.ts';
import { idAskedFor } from '../kernel/id.ts';
import { cutPage, pageOf, pageQuery } from '../kernel/page.ts';
import { answerPage } from '../platform/http/list.ts';
import { problems } from '../platform/http/problem.ts';
import { Key, NewKey, NewKeyShown } from './key.ts';
import type { RouteContext } from './route-context.ts';
import { countKeys, createKey, listKeys, refuseToRevokeLast, revokeKey } from './store.ts';

/** Keys, for those who administer them. */
export function keyRoutes({ http, answering, engine }: RouteContext): void {
  http.get('/keys', {
    config: { needs: 'admin' },
    schema: {
      tags: ['keys'],
      operationId: 'listKeys',
      summary: 'List the keys',
      description:
        'All keys, revoked and expired ones too, the oldest first; never the keys themselves, of which only a hash is kept.',
      querystring: z.strictObject({ ...pageQuery }),
      response: { 200: pageOf(Key), ...problems(400, 401, 403, 429, 503) },
    },
    handler: (request, reply) =>
      answerPage(request, reply, answering, async (_filter, { limit, after, count }) => {
        const rows = await listKeys(engine.read, limit + 1, after?.[0] ?? '');
        const page = cutPage(rows, limit, ({ id }): readonly string[] => [id]);
        return count ? { ...page, total: await countKeys(engine.read) } : page;
      }),
  });

  http.post('/keys', {
    // The key is shown once and kept nowhere: a repeated request makes no second, and cannot show the first again.
    config: { needs: 'admin', again: 'never' },
    schema: {
      tags: ['keys'],
      operationId: 'createKey',
      summary: 'Make a key',
      description:
        'Makes a key with a scope: `read`, `write`, `admin`, each including the one before. The key is in this answer and nowhere else.',
      body: NewKey,
      response: {
        201: NewKeyShown,
        ...problems(400, 401, 403, 'conflict', 'idempotency-mismatch', 413, 415, 'unprocessable', 429, 503, 507),
      },
    },
    handler: async (request, reply) => {
      const made = await engine.write(async (tx) => {
        const made = await createKey(tx, request.body);
        if (request.once) await claimOnce(tx, request.once, made.id);
        return made;
      });
      reply.header('location', `${answering.publicUrl}/v1/keys/${made.id}`).header('cache-control', 'no-store');
      return reply.code(201).send(made);
    },
  });

  http.delete('/keys/:id', {
    config: { needs: 'admin' },
    schema: {
      tags: ['keys'],
      operationId: 'revokeKey',
      summary: 'Revoke a key',
      description:
        'From now on the key opens nothing, and streams that it opened end. It stays in the list, as revoked. The last admin key that is valid stays valid: 409.',
      params: z.strictObject({ id: idAskedFor('key').describe('The id of the key') }),
      response: { 204: z.null(), ...problems(400, 401, 403, 404, 'conflict', 429, 503, 507) },
    },
    handler: async (request, reply) => {
      await engine.write(async (tx) => {
        await refuseToRevokeLast(tx, request.params.id);
        await revokeKey(tx, request.params.id);
      });
      return reply.code(204).send(null);
    },
  });
}
