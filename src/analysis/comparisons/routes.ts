import { z } from 'zod';
import type { RouteContext } from '../../access/route-context.ts';
import { Reference } from '../../kernel/entity.ts';
import { pageOf, pageQuery } from '../../kernel/page.ts';
import type { Cursors } from '../../platform/cursor.ts';
import { answerPage, listName } from '../../platform/http/list.ts';
import { problems } from '../../platform/http/problem.ts';
import { Balance } from '../balance/balance.ts';
import type { Comparer } from '../comparer.ts';
import { Counterclaim } from '../counterclaims/counterclaim.ts';
import { listCounterclaims } from '../counterclaims/counterclaim-store.ts';
import { PairFilter } from '../pairs/pair.ts';
import { DisputePositions } from '../positions/dispute-positions.ts';
import { SpeakerPositions } from '../positions/speaker-positions.ts';
import { Thread, ThreadQuery } from '../threads/thread.ts';
import { argdown } from '../threads/thread-argdown.ts';
import { graphviz } from '../threads/thread-graphviz.ts';
import { threadOf } from '../threads/thread-store.ts';
import { ClaimComparison, ClaimComparisonQuery } from './claims/claim-comparison.ts';
import type { ClaimsAsked } from './claims/claims-with-pairs.ts';

const ByReference = z.strictObject({ ref: Reference });
const readingProblems = problems(400, 401, 403, 404, 429, 503);

/** Claims side by side. */
export function comparisonRoutes({ http, answering, engine, formats }: RouteContext, comparer: Comparer): void {
  http.get('/comparisons/claims', {
    config: { needs: 'read', fromRecord: true, formats: formats.one.claimComparison },
    schema: {
      tags: ['comparisons'],
      operationId: 'compareClaims',
      summary: 'Compare claims',
      description:
        'Two to six claims of one dispute side by side: who takes which stance on each, since when, in whose words, reported where, what uses all of them, and what is set against what.',
      querystring: ClaimComparisonQuery,
      response: { 200: ClaimComparison, ...problems(400, 401, 403, 422, 429, 503) },
    },
    handler: ({ query, gone }) => comparer.make('claims', claimsAsked(query, answering.cursors), gone),
  });

  http.get('/claims/:ref/counterclaims', {
    config: { needs: 'read', fromRecord: true },
    schema: {
      tags: ['claims'],
      operationId: 'listCounterclaims',
      summary: 'List the counter-claims of a claim',
      description:
        'The claims that compete with a claim, why they do, and how many statements take each stance on them, the oldest first.',
      params: ByReference,
      querystring: z.strictObject({ ...pageQuery }),
      response: { 200: pageOf(Counterclaim), ...readingProblems },
    },
    handler: (request, reply) =>
      answerPage(request, reply, answering, (_filter, paging) =>
        listCounterclaims(engine.read, request.params.ref, paging),
      ),
  });
}

/** The pairs are the list of pairs with the same claims and filters, so that its cursors are good here and there. */
export function claimsAsked(
  { limit, cursor, ...query }: ClaimComparisonQuery & { limit: number; cursor?: string | undefined },
  cursors: Cursors,
): ClaimsAsked {
  const { claim, from, to, side, outlet } = query;
  const filter = PairFilter.parse({ claim, from, to, side, outlet });
  const list = listName('/v1/pairs', {}, filter);
  const after = cursor === undefined ? null : cursors.open(list, cursor);
  return { query, pairs: { filter, paging: { limit, after }, list, secret: cursors.secret } };
}

/** Who holds what, and who is heard and answered. */
export function positionRoutes({ http, formats }: RouteContext, comparer: Comparer): void {
  http.get('/disputes/:ref/positions', {
    config: { needs: 'read', fromRecord: true, formats: formats.one.disputePositions },
    schema: {
      tags: ['disputes'],
      operationId: 'getDisputePositions',
      summary: 'Read the positions of a dispute',
      description:
        'Which side holds what on each question of the dispute, and whether the question is contested, agreed, uncontested, one-sided, or without a position.',
      params: ByReference,
      querystring: z.strictObject({}),
      response: { 200: DisputePositions, ...readingProblems },
    },
    handler: ({ params: { ref }, gone }) => comparer.make('positions', { dispute: ref }, gone),
  });

  http.get('/disputes/:ref/balance', {
    config: { needs: 'read', fromRecord: true },
    schema: {
      tags: ['disputes'],
      operationId: 'getDisputeBalance',
      summary: 'Read the balance of a dispute',
      description:
        'How much each side is heard, how many of its quotes stand in their articles, and how it is answered.',
      params: ByReference,
      querystring: z.strictObject({}),
      response: { 200: Balance, ...readingProblems },
    },
    handler: ({ params: { ref }, gone }) => comparer.make('balance', ref, gone),
  });

  http.get('/speakers/:ref/positions', {
    config: { needs: 'read', fromRecord: true, formats: formats.one.speakerPositions },
    schema: {
      tags: ['speakers'],
      operationId: 'getSpeakerPositions',
      summary: 'Read the positions of a speaker',
      description: 'What the speaker held on each question over time, and where it turned.',
      params: ByReference,
      querystring: z.strictObject({}),
      response: { 200: SpeakerPositions, ...readingProblems },
    },
    handler: ({ params: { ref }, gone }) => comparer.make('speaker', ref, gone),
  });
}

/** What answers what. */
export function threadRoutes({ http, engine }: RouteContext): void {
  http.get('/statements/:ref/thread', {
    config: { needs: 'read', fromRecord: true, formats: [graphviz, argdown] },
    schema: {
      tags: ['statements'],
      operationId: 'getStatementThread',
      summary: 'Read the thread of a statement',
      description:
        'Everything that a statement answers and that answers it, over any number of steps, as JSON, as a Graphviz graph or as Argdown.',
      params: ByReference,
      querystring: ThreadQuery,
      response: { 200: Thread, ...problems(400, 401, 403, 404, 410, 429, 503) },
    },
    handler: ({ params, query }) => threadOf(engine.read, params.ref, query.depth),
  });
}
