import { z } from 'zod';
import type { RouteContext } from '../../access/route-context.ts';
import { pageOf, pageQuery } from '../../kernel/page.ts';
import { ndjson } from '../../platform/http/format.ts';
import { answerList } from '../../platform/http/list.ts';
import { problems } from '../../platform/http/problem.ts';
import { COUNT_MAX, COUNT_READ_MAX, Pair, type PairFilter, pairFilter } from './pair.ts';
import { listPairs } from './store.ts';

const counted = pageQuery.count.describe(
  `\`true\` adds \`total\`, exact up to ${COUNT_MAX.toLocaleString('en')} pairs, as long as no more than ${COUNT_READ_MAX.toLocaleString('en')} rows are read for it; else \`totalAtLeast\``,
);

export function pairRoutes({ http, answering, engine, formats }: RouteContext): void {
  http.get('/pairs', {
    config: { needs: 'read', fromRecord: true, formats: [ndjson, ...formats.list.pairs] },
    schema: {
      tags: ['pairs'],
      operationId: 'listPairs',
      summary: 'List the pairs',
      description:
        'Statements set against each other, each pair once with its strongest basis, by the date of the left, then that of the right. A page that would have to look through very many statements ends early; `next` goes on.',
      querystring: z.strictObject({ ...pairFilter, ...pageQuery, count: counted }),
      response: { 200: pageOf(Pair), ...problems(400, 401, 403, 422, 429, 503) },
    },
    handler: (request, reply) =>
      answerList(request, reply, answering, (filter, paging) => listPairs(engine.read, filter as PairFilter, paging)),
  });
}
