import type { RouteContext } from '../../../access/route-context.ts';
import { problems } from '../../../platform/http/problem.ts';
import type { Comparer } from '../../comparer.ts';
import { TermComparison, TermQuery } from './term-comparison.ts';

export function termComparisonRoutes({ http, formats }: RouteContext, comparer: Comparer): void {
  http.get('/comparisons/terms', {
    config: { needs: 'read', formats: formats.one.termComparison },
    schema: {
      tags: ['comparisons'],
      operationId: 'compareTerms',
      summary: 'Compare wordings: who uses, denies and mentions them, where, and since when',
      description:
        'Each wording is looked for in the quotes, its words one after another, with the inflections that a claim lists. In “there was no blockade” the speaker does not use the word: such statements are told apart as denials, and “so-called” as mentions. What the outlet itself says, outside statements and quotation marks, is counted apart from what it quotes.',
      querystring: TermQuery,
      response: { 200: TermComparison, ...problems(400, 401, 403, 422, 429, 503) },
    },
    handler: ({ query }) => comparer.make('terms', query),
  });
}
