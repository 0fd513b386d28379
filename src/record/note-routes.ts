import { z } from 'zod';
import type { RouteContext } from '../access/route-context.ts';
import { Reference } from '../kernel/entity.ts';
import { revisionsIfAny } from '../platform/http/conditional.ts';
import { problems } from '../platform/http/problem.ts';
import { upperFirst } from '../platform/http/route-docs.ts';
import { type NoteKind, NoteRedactionReceipt, redactNote } from './redact-note.ts';
import { Redaction } from './statements/redaction-receipt.ts';

/** The route by which words leave the notes of a kind. */
export function noteRedactionRoute({ http, answering, engine }: RouteContext, kind: NoteKind): void {
  http.post(`/${kind}s/:ref/redact`, {
    config: { needs: 'admin' },
    schema: {
      tags: [`${kind}s`],
      operationId: `redact${upperFirst(kind)}`,
      summary: `Redact a ${kind}`,
      description: `Removes the ${kind} and its words for good, where the law demands it: its row and the words of its whole history, also when it was deleted already. The chain of history still verifies, and one more line says publicly that and why.`,
      params: z.strictObject({ ref: Reference }),
      body: Redaction,
      response: {
        200: NoteRedactionReceipt,
        ...problems(400, 401, 403, 404, 'conflict', 'in-use', 'idempotency-mismatch', 412, 413, 415, 429, 503, 507),
      },
    },
    handler: async (request, reply) => {
      const by = { ...answering.byOf(request), comment: request.body.reason };
      return reply.send(await redactNote(engine, kind, request.params.ref, revisionsIfAny(request), by));
    },
  });
}
