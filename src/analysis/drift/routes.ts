import { z } from 'zod';
import type { RouteContext } from '../../access/route-context.ts';
import { oneOrMore, Reference } from '../../kernel/entity.ts';
import { pageOf, pageQuery } from '../../kernel/page.ts';
import { PartialDate } from '../../kernel/time.ts';
import { ndjson } from '../../platform/http/format.ts';
import { answerList } from '../../platform/http/list.ts';
import { problems } from '../../platform/http/problem.ts';
import { idInPath } from '../../record/references.ts';
import { DriftKind, QuoteDifference } from '../../text/quotes/quote.ts';
import { DriftOfStatement } from './item.ts';
import { type DriftFilter, listDrifts } from './store.ts';

const ByReference = z.strictObject({ ref: Reference });

const filter = {
  dispute: oneOrMore(Reference).describe('Statements of this dispute'),
  side: oneOrMore(Reference).describe('Said on behalf of this side'),
  speaker: oneOrMore(Reference).describe('Words attributed to this speaker'),
  outlet: oneOrMore(Reference).describe('Reported by this outlet'),
  article: oneOrMore(Reference).describe('Reported by this article'),
  drift: oneOrMore(DriftKind).describe('What became of the quote; all but `unchanged`, when left out'),
  difference: oneOrMore(QuoteDifference).describe('The gravest of what differs in an altered quote'),
  from: PartialDate.optional().describe('In texts retrieved at this date or later'),
  to: PartialDate.optional().describe('In texts retrieved at this date or earlier, the whole of it'),
} satisfies Record<keyof DriftFilter, z.ZodType>;

/** What became of quotes in other texts of their articles: in the whole record, and in one article. */
export function driftRoutes({ http, answering, engine, formats }: RouteContext): void {
  http.get('/drift', {
    config: { needs: 'read', fromRecord: true, formats: [ndjson, ...formats.list.drift] },
    schema: {
      tags: ['drift'],
      operationId: 'listDrift',
      summary: 'Tell what became of quotes after publication',
      description:
        'Whether a quote that is anchored in one text of an article has moved, is altered or gone in a later one. The text retrieved last comes first.',
      querystring: z.strictObject({ ...filter, ...pageQuery }),
      response: { 200: pageOf(DriftOfStatement), ...problems(400, 401, 403, 'unknown-reference', 429, 503) },
    },
    handler: (request, reply) =>
      answerList(request, reply, answering, (asked, paging) => listDrifts(engine.read, asked as DriftFilter, paging)),
  });

  http.get('/articles/:ref/drift', {
    config: { needs: 'read', fromRecord: true, formats: [ndjson, ...formats.list.drift] },
    schema: {
      tags: ['articles'],
      operationId: 'listArticleDrift',
      summary: 'Tell what became of the quotes of an article in its other texts',
      description: 'The items of `/v1/drift` for one article, those that are unchanged too.',
      params: ByReference,
      querystring: z.strictObject({ ...pageQuery }),
      response: { 200: pageOf(DriftOfStatement), ...problems(400, 401, 403, 404, 429, 503) },
    },
    handler: (request, reply) =>
      answerList(request, reply, answering, async (_filter, paging) => {
        const article = await idInPath(engine.read, 'article', request.params.ref);
        return listDrifts(engine.read, { article: [article] }, paging, { unchanged: true });
      }),
  });
}
