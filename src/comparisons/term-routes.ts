import { problems } from '../platform/http/problem.ts';
import type { Rooms } from '../rooms.ts';
import { compareTerms } from './compare-terms.ts';
import { TermComparison, TermQuery } from './term-comparison.ts';

export function termComparisonRoutes({ http, engine }: Rooms): void {
  http.get('/comparisons/terms', {
    config: { needs: 'read' },
    schema: {
      tags: ['comparisons'],
      operationId: 'compareTerms',
      summary: 'Compare wordings: who uses, denies and mentions them, where, and since when',
      querystring: TermQuery,
      response: { 200: TermComparison, ...problems(400, 401, 403, 422, 429, 503) },
    },
    handler: ({ query }) => compareTerms(engine.read, query),
  });
}
