import type { RouteContext } from '../../access/route-context.ts';
import { answerPage } from '../../platform/http/list.ts';
import { problems } from '../../platform/http/problem.ts';
import { kindsOf, SearchQuery, SearchResults } from './result.ts';
import { searchRecord } from './store.ts';

export function searchRoutes({ http, answering, engine }: RouteContext): void {
  http.get('/search', {
    config: { needs: 'read', fromRecord: true },
    schema: {
      tags: ['search'],
      operationId: 'searchRecord',
      summary: 'Search the record',
      description:
        'Finds statements by quote and context, claims by text and terms, speakers by name and aliases, articles by title and retrieved texts; the best first, then the newest. Words are told apart without case, accents, vowel points and variants of letters; text written without spaces is found by any part of it. Of an article no more is shown than the sentence that was found, whoever asks.',
      querystring: SearchQuery,
      response: { 200: SearchResults, ...problems(400, 401, 403, 429, 503) },
    },
    handler: async (request, reply) => {
      const { q, kind } = request.query;
      let ranked: 'all' | 'newest' = 'all';
      const page = await answerPage(request, reply, answering, async (_filter, paging) => {
        const results = await searchRecord(engine, q, kindsOf(kind), paging);
        ranked = results.ranked;
        return results;
      });
      return reply.send({ ...page, ranked });
    },
  });
}
