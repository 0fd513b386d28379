import { problems } from '../platform/http/problem.ts';
import { answerPage } from '../platform/http/resource.ts';
import type { Rooms } from '../rooms.ts';
import { kindsOf, SearchQuery, SearchResults } from './result.ts';
import { searchRecord } from './store.ts';

export function searchRoutes({ http, answering, engine }: Rooms): void {
  http.get('/search', {
    config: { needs: 'read' },
    schema: {
      tags: ['search'],
      operationId: 'search',
      querystring: SearchQuery,
      response: { 200: SearchResults, ...problems(400, 401, 403, 429, 503) },
    },
    handler: async (request, reply) => {
      const { q, kind } = request.query;
      let ranked: 'all' | 'newest' = 'all';
      const page = await answerPage(request, reply, answering, async (_filter, paging) => {
        const results = await searchRecord(engine.read, q, kindsOf(kind), paging);
        ranked = results.ranked;
        return results;
      });
      return reply.send({ ...page, ranked } as never);
    },
  });
}
