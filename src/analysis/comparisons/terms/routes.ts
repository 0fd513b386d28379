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
    config: { needs: 'read', formats: formats.one.termComparison },
    schema: {
      tags: ['comparisons'],
      operationId: 'compareTerms',
      summary: 'Compare wordings: who uses, denies and mentions them, where, and since when',
      description:
        'Each wording is looked for in the quotes, its words one after another, with the other forms that claims list in one entry with it. In “there was no blockade” the speaker does not use the word: such statements are told apart as denials, and “so-called” as mentions; stances on the claims that list the term outweigh what the words say. What is in a language that is not read is counted apart. What the outlet itself says, outside statements and quotation marks, is counted apart from what it quotes.',
      querystring: TermQuery,
      response: { 200: TermComparison, ...problems(400, 401, 403, 422, 429, 503) },
    },
    handler: ({ query }) => comparer.make('terms', query),
  });

  http.get('/comparisons/terms/own-voice', {
    config: { needs: 'read', formats: [ndjson] },
    schema: {
      tags: ['comparisons'],
      operationId: 'listOwnVoice',
      summary: 'List the places where outlets have a term in their own voice',
      description: `Whose word did the outlet adopt? The places that the comparison counts as \`ownVoice\`, each with its sentence and how the term is used there. The newest articles first. A page that would have to read very long texts ends early; \`next\` goes on. Of words that no claim lists the newest ${READ_MAX.articles} articles are looked through, as in the comparison.`,
      querystring: OwnVoiceQuery,
      response: { 200: pageOf(OwnVoicePlace), ...problems(400, 401, 403, 422, 429, 503) },
    },
    handler: (request, reply) =>
      answerList(request, reply, answering, (filter, paging) =>
        listOwnVoice(engine.read, filter as OwnVoiceQuery, paging),
      ),
  });
}
