import type { RouteContext } from '../../../access/route-context.ts';
import { pageOf } from '../../../kernel/page.ts';
import { ndjson } from '../../../platform/http/format.ts';
import { answerList } from '../../../platform/http/list.ts';
import { problems } from '../../../platform/http/problem.ts';
import type { Comparer } from '../../comparer.ts';
import { OwnVoicePlace, OwnVoiceQuery } from './own-voice-place.ts';
import { listOwnVoice } from './own-voice-store.ts';
import { READ_MAX, TermComparison, TermQuery } from './term-comparison.ts';

export function termComparisonRoutes({ http, answering, engine, formats }: RouteContext, comparer: Comparer): void {
  http.get('/comparisons/terms', {
    config: { needs: 'read', fromRecord: true, formats: formats.one.termComparison },
    schema: {
      tags: ['comparisons'],
      operationId: 'compareTerms',
      summary: 'Compare wordings: who uses, denies and mentions them, where, and since when',
      description:
        'Each wording is looked for in the quotes, its words one after another, with its other forms. In “there was no blockade” the speaker does not use the word: that is a denial, and “so-called” a mention; stances on the claims that list the term outweigh the words. What is in a language that is not read is counted apart, and so is what the outlet itself says.',
      querystring: TermQuery,
      response: { 200: TermComparison, ...problems(400, 401, 403, 422, 429, 503) },
    },
    handler: ({ query, gone }) => comparer.make('terms', query, gone),
  });

  http.get('/comparisons/terms/own-voice', {
    config: { needs: 'read', fromRecord: true, formats: [ndjson] },
    schema: {
      tags: ['comparisons'],
      operationId: 'listOwnVoice',
      summary: 'List the places where outlets have a term in their own voice',
      description: `Whose word did the outlet adopt? What the comparison counts as \`ownVoice\`, each place with its sentence, the newest articles first. A page ends early where texts are very long; \`next\` goes on. Of words that no claim lists the newest ${READ_MAX.articles} articles are looked through.`,
      querystring: OwnVoiceQuery,
      response: { 200: pageOf(OwnVoicePlace), ...problems(400, 401, 403, 422, 429, 503) },
    },
    handler: (request, reply) =>
      answerList(request, reply, answering, (filter, paging) =>
        listOwnVoice(engine.read, filter as OwnVoiceQuery, paging),
      ),
  });
}
