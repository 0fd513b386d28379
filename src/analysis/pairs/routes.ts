import { z } from 'zod';
import type { RouteContext } from '../../access/route-context.ts';
import { pageOf, pageQuery } from '../../kernel/page.ts';
import { problems } from '../../platform/http/problem.ts';
import { answerPage } from '../../platform/http/resource.ts';
import { COUNT_MAX, Pair, type PairFilter, pairFilter } from './pair.ts';
import { listPairs } from './store.ts';

/** A page of pairs, whose count is exact only up to a bound. */
export const PairPage = pageOf(Pair).extend({
  total: z.int().min(0).nullable().optional().describe(`Only with \`count=true\`; null beyond ${COUNT_MAX}`),
  totalAtLeast: z.int().optional().describe('Where `total` is null: there are more than this'),
});

export function pairRoutes({ http, answering, engine }: RouteContext): void {
  http.get('/pairs', {
    config: { needs: 'read' },
    schema: {
      tags: ['pairs'],
      operationId: 'listPairs',
      summary: 'List the pairs',
      description:
        'Statements set against each other, each pair once with its strongest basis, by the date of the left, then that of the right. A page that would have to look through very many statements ends early; `next` goes on.',
      querystring: z.strictObject({ ...pairFilter, ...pageQuery }),
      response: { 200: PairPage, ...problems(400, 401, 403, 422, 429, 503) },
    },
    handler: (request, reply) =>
      answerPage(request, reply, answering, (filter, paging) =>
        listPairs(engine.read, filter as PairFilter, paging),
      ) as never,
  });
}
