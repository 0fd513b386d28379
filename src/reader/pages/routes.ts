import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ClaimComparisonQuery } from '../../analysis/comparisons/claims/claim-comparison.ts';
import { TermQuery } from '../../analysis/comparisons/terms/term-comparison.ts';
import { PairFilter } from '../../analysis/pairs/pair.ts';
import { Reference } from '../../kernel/entity.ts';
import { parseOrFail } from '../../kernel/validate.ts';
import { listName } from '../../platform/http/list.ts';
import { titled } from '../charts/standalone.ts';
import { assetAt } from '../frame/assets.ts';
import type { PageContent } from '../frame/layout.ts';
import type { ReaderContext } from '../frame/reader-context.ts';
import { sendPage } from '../frame/replies.ts';
import type { Visit } from '../frame/visit.ts';
import { articlePage } from './article-page.ts';
import { chooserPage } from './chooser-page.ts';
import { claimPage } from './claim-page.ts';
import { drawChart, signsOf, sourceOf } from './comparison-chart.ts';
import { readClaims, readPicture } from './comparison-data.ts';
import { comparisonPage, titleOf } from './comparison-page.ts';
import { disputePage } from './dispute-page.ts';
import { driftPage } from './drift-page.ts';
import { frontPage } from './front-page.ts';
import { searchPage } from './search-page.ts';
import { speakerPage } from './speaker-page.ts';
import { statementPage } from './statement-page.ts';
import { statementsPage } from './statements-page.ts';
import { drawTermChart, newestAlone, termComparisonPage } from './term-comparison-page.ts';
import { threadPage } from './thread-page.ts';

const lang = z.string().max(35).optional();
const cursor = z.string().min(1).max(1000).optional();
const ByReference = z.strictObject({ ref: Reference });
const Asked = z.strictObject({ lang });
const Paged = z.strictObject({ lang, cursor });
const Drifted = z.strictObject({ lang, cursor, article: Reference.optional() });
/** The filters themselves are checked by the page, which tells what is wrong beside its form. */
const Filtered = z.looseObject({ lang, cursor });
const Searched = z.strictObject({
  lang,
  cursor,
  q: z.string().max(1000).default(''),
  kind: z.enum(['statement', 'claim', 'speaker', 'article']).optional(),
});

/** The pages that everybody may read who may read the record. */
export function pageRoutes(context: ReaderContext): void {
  const { http, visitOf } = context;
  const page = <Query extends z.ZodObject, Params extends z.ZodObject>(
    url: string,
    querystring: Query,
    params: Params,
    make: (visit: Visit, query: z.infer<Query>, params: z.infer<Params>) => Promise<PageContent>,
  ) =>
    http.get(url, {
      config: { needs: 'read', isPage: true },
      schema: { hide: true, querystring, params },
      handler: async (request: FastifyRequest, reply: FastifyReply) => {
        const visit = visitOf(request);
        return sendPage(
          request,
          reply,
          visit.base,
          await make(visit, request.query as z.infer<Query>, request.params as z.infer<Params>),
        );
      },
    });
  const Nothing = z.strictObject({});

  page('/', Asked, Nothing, (visit) => frontPage(visit));
  page('/disputes/:ref', Paged, ByReference, (visit, { cursor }, { ref }) => disputePage(visit, ref, cursor));
  page('/statements', Filtered, Nothing, (visit, { lang: _, cursor, ...asked }) =>
    statementsPage(visit, asked, cursor),
  );
  page('/statements/:ref', Asked, ByReference, (visit, _query, { ref }) => statementPage(visit, ref));
  page('/statements/:ref/thread', Asked, ByReference, (visit, _query, { ref }) => threadPage(visit, ref));
  page('/articles/:ref', Asked, ByReference, (visit, _query, { ref }) => articlePage(visit, ref));
  page('/claims/:ref', Asked, ByReference, (visit, _query, { ref }) => claimPage(visit, ref));
  page('/speakers/:ref', Asked, ByReference, (visit, _query, { ref }) => speakerPage(visit, ref));
  page('/search', Searched, Nothing, (visit, { q, kind, cursor }) => searchPage(visit, q, kind, cursor));
  page('/drift', Drifted, Nothing, (visit, { article, cursor }) => driftPage(visit, article, cursor));
  page('/compare', Compared, Nothing, (visit, query) => comparePage(context, visit, query));
  pictureRoutes(context);
}

/** Which claims or wordings; the rest is checked by what compares them. */
const Compared = z.looseObject({ lang });

function comparePage(
  context: ReaderContext,
  visit: Visit,
  { lang: _, ...query }: z.infer<typeof Compared>,
): Promise<PageContent> {
  if (query.claim !== undefined) return comparisonPage(visit, claimsAsked(context, query));
  if (query.term !== undefined) return termComparisonPage(visit, parseOrFail(TermQuery, query));
  return chooserPage(visit);
}

/** The pairs are those of the list of pairs with the same claims and filters, whose cursors are good here, too. */
function claimsAsked({ answering: { cursors } }: ReaderContext, asked: Record<string, unknown>) {
  const { limit, cursor, ...query } = parseOrFail(ClaimComparisonQuery, asked);
  const { claim, from, to, side, outlet } = query;
  const filter = PairFilter.parse({ claim, from, to, side, outlet });
  const list = listName('/v1/pairs', {}, filter);
  const after = cursor === undefined ? null : cursors.open(list, cursor);
  return { query, pairs: { filter, paging: { limit, after }, list, secret: cursors.secret } };
}

/** Charts to be taken along, and what pages load besides themselves. */
function pictureRoutes(context: ReaderContext): void {
  const { http, visitOf } = context;
  http.get('/compare.svg', {
    config: { needs: 'read' },
    schema: { hide: true, querystring: Compared },
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const visit = visitOf(request);
      const { locale, base } = visit;
      const { lang: _, ...query } = request.query as z.infer<typeof Compared>;
      reply.type('image/svg+xml; charset=utf-8').header('vary', 'Accept-Language, Cookie');
      const address = `${base}/compare?${request.url.split('?')[1] ?? ''}`;
      if (query.term !== undefined) {
        const terms = (await visit.comparer.makeBriefly('terms', parseOrFail(TermQuery, query), visit.signal)).read();
        const chart = drawTermChart(locale, terms, 760, 'chart');
        const title = terms.columns.map(({ term }) => term).join(` ${locale.say('or')} `);
        const signs = (['use', 'denial', 'mention'] as const).map((name, at) => ({
          sign: [0, 1, 4][at] as number,
          name: locale.say(`usage_${name}`),
        }));
        return reply.send(
          titled(chart, {
            title,
            source: [locale.say('statements', { n: terms.total }), newestAlone(locale, terms)]
              .filter(Boolean)
              .join(' · '),
            address,
            signs,
            isMarks: false,
          }),
        );
      }
      const asked = claimsAsked(context, query);
      const picture = await readPicture(visit, asked, await readClaims(visit, asked));
      const chart = drawChart(locale, picture, 760, 'chart');
      return reply.send(
        titled(chart, {
          title: titleOf(locale, picture),
          source: sourceOf(locale, picture),
          address,
          signs: picture.isWhole ? signsOf(picture) : [],
          isMarks: true,
        }),
      );
    },
  });

  http.get('/assets/:file', {
    config: { needs: 'open' },
    schema: { hide: true, params: z.strictObject({ file: z.string() }) },
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const asset = assetAt(`/assets/${(request.params as { file: string }).file}`);
      if (!asset) return reply.callNotFound();
      return reply.type(asset.type).header('cache-control', 'public, max-age=31536000, immutable').send(asset.text);
    },
  });

  http.get('/opensearch.xml', {
    config: { needs: 'open' },
    schema: { hide: true },
    handler: async (request: FastifyRequest, reply: FastifyReply) => {
      const { base } = visitOf(request);
      return reply
        .type('application/opensearchdescription+xml; charset=utf-8')
        .send(
          `<?xml version="1.0" encoding="UTF-8"?><OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/"><ShortName>Counterclaim</ShortName><Description>Statements and what answers them</Description><Url type="text/html" template="${base.replace(/[&<>"]/g, '')}/search?q={searchTerms}"/></OpenSearchDescription>`,
        );
    },
  });
}
