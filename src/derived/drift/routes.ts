import { z } from 'zod';
import type { RouteContext } from '../../access/route-context.ts';
import { Reference } from '../../kernel/entity.ts';
import { pageOf, pageQuery } from '../../kernel/page.ts';
import { ndjson } from '../../platform/http/format.ts';
import { answerList } from '../../platform/http/list.ts';
import { problems } from '../../platform/http/problem.ts';
import { DriftOfStatement, listDrifts } from './store.ts';

const ByReference = z.strictObject({ ref: Reference });

/** What became of the quotes of an article in its later texts. */
export function driftRoutes({ http, answering, engine, formats }: RouteContext): void {
  http.get('/articles/:ref/drift', {
    config: { needs: 'read', formats: [ndjson, ...formats.list.drift] },
    schema: {
      tags: ['articles'],
      operationId: 'listArticleDrift',
      summary: 'Tell what became of the quotes in later texts of an article',
      description:
        'For every statement that was anchored and every later snapshot: unchanged, moved, altered (with what stands there instead) or gone. By statement, then by snapshot.',
      params: ByReference,
      querystring: z.strictObject({ ...pageQuery }),
      response: { 200: pageOf(DriftOfStatement), ...problems(400, 401, 403, 404, 429, 503) },
    },
    handler: (request, reply) =>
      answerList(request, reply, answering, (_filter, paging) => listDrifts(engine.read, request.params.ref, paging)),
  });
}
