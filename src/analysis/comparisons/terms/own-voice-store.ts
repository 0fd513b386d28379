import { and, desc, eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Wanted } from '../../../derived/terms/counting.ts';
import { type ArticleVoice, voiceOf } from '../../../derived/terms/voices.ts';
import { Failure } from '../../../kernel/failure.ts';
import type { Page } from '../../../kernel/page.ts';
import { endOf, startOf } from '../../../kernel/time.ts';
import type { Build } from '../../../platform/engine/engine.ts';
import type { Paging } from '../../../platform/engine/pages.ts';
import { rowById } from '../../../platform/engine/rows.ts';
import type { Handle, Tables } from '../../../platform/engine/tables.ts';
import { articleBriefs } from '../../../record/articles/store.ts';
import { termListed } from '../../../record/claims/wordings.ts';
import { idsReferred } from '../../../record/references.ts';
import { sentenceAround } from '../../../text/quotes/sentence.ts';
import { type OutletText, placeInContext, type VoicePlace } from '../../../text/terms/own-voice.ts';
import { wordsOf } from '../../../text/words/token.ts';
import { areTermsKept } from '../../statements/kept-terms.ts';
import { rangeAsked } from '../../statements/range.ts';
import type { OwnVoicePlace, OwnVoiceQuery } from './own-voice-place.ts';
import { articlesWith, placesLeft, scanOwnVoice } from './own-voice-scan.ts';
import { READ_MAX } from './term-comparison.ts';
import { USAGES } from './term-counts.ts';

/** UTF-16 units of texts that are read for one page; where it takes more, the page ends early. */
const PAGE_UNITS_MAX = 1_000_000;
const ARTICLES_AT_ONCE = 20;

/** Where a page ends: the article, and how many of its places came before. */
type Place = { published: string; id: string; at: number };

/**
 * The places where outlets have a term in their own voice, the newest articles first, each from its title on; the same
 * that the comparison counts. Of a term that a claim lists these are all, of other words those of the newest articles.
 *
 * Fails with `invalid` for a term without a word, and with `unknown-reference`.
 */
export async function listOwnVoice(
  from: Handle,
  query: OwnVoiceQuery,
  { limit, after, count }: Paging,
): Promise<Page<OwnVoicePlace, readonly string[]>> {
  const wording = wordsOf(query.term).join(' ');
  if (wording === '') {
    const detail = 'has no word to look for';
    throw new Failure('invalid', `term: it ${detail}.`, { faults: [{ pointer: 'term', detail }] });
  }
  rangeAsked(query.from, query.to);
  const wanted = await termListed(from, wording);
  const isKept = await areTermsKept(from, [wording]);
  const nextArticles = isKept
    ? (place: Place | null) => keptArticles(from, wording, query, place)
    : await articlesFound(from, query, wanted);
  const page = await pageOf(from, wanted, nextArticles, limit, placeIn(after));
  return { ...page, ...(count && (await totalOf(from, wording, query, wanted, isKept))) };
}

function placeIn(after: readonly string[] | null): Place | null {
  const [published, id, at] = after ?? [];
  return published !== undefined && id !== undefined ? { published, id, at: Number(at) } : null;
}

type ArticleAt = { id: string; published: string };
/** The next articles from a place on, its own among them; none once there are no more. */
type NextArticles = (place: Place | null) => Promise<ArticleAt[]>;

async function pageOf(
  from: Handle,
  wanted: Wanted,
  nextArticles: NextArticles,
  limit: number,
  start: Place | null,
): Promise<Page<OwnVoicePlace, readonly string[]>> {
  const items: OwnVoicePlace[] = [];
  let [place, units] = [start, 0];
  for (;;) {
    const articles = await nextArticles(place);
    if (articles.length === 0) return { items, next: null };
    for (const { id, published } of articles) {
      const skipped = place?.id === id ? place.at : 0;
      place = { published, id, at: skipped };
      if (units > PAGE_UNITS_MAX) return { items, next: [published, id, String(skipped)] };
      const { places, units: read } = await placesOf(from, id, wanted);
      units += read;
      for (const item of places.slice(skipped)) {
        if (items.length === limit) return { items, next: [published, id, String(place.at)] };
        items.push(item);
        place = { ...place, at: place.at + 1 };
      }
    }
    place = { ...(place as Place), at: Number.MAX_SAFE_INTEGER };
  }
}

async function placesOf(from: Handle, id: string, wanted: Wanted): Promise<{ places: OwnVoicePlace[]; units: number }> {
  const row = await rowById(from, 'articles', id);
  const voice = row && (await voiceOf(from, row));
  const article = (await articleBriefs(from, [id])).get(id);
  if (!voice || !row || !article) return { places: [], units: 0 };
  const [left = []] = await placesLeft(from, id, voice, [wanted]);
  const places = left.map((place) => {
    const text = (place.isInTitle ? voice.title : voice.text) as ArticleVoice['text'];
    const snapshot = place.isInTitle ? null : voice.snapshot;
    return { article, outlet: article.outlet, snapshot, ...inSentence(text, place), usage: place.usage };
  });
  return { places, units: voice.text.index.text.length };
}

/** The sentence, as it is shown of a text to whoever asks. */
function inSentence(text: OutletText, place: VoicePlace): Pick<OwnVoicePlace, 'before' | 'match' | 'after'> {
  return placeInContext(text, place, sentenceAround(text.index, place, text.language));
}

/** Of words that are not kept: as many of the newest as the comparison reads. */
async function articlesFound(from: Handle, query: OwnVoiceQuery, wanted: Wanted): Promise<NextArticles> {
  const { ids } = await articlesWith(from, query, [wanted], READ_MAX.articles);
  const rows = await from.query(
    'dates of articles',
    ({ db, t, oneOf }) =>
      db
        .select({ id: t.articles.id, published: t.articles.publishedSort })
        .from(t.articles)
        .where(oneOf(t.articles.id, 'ids')),
    { ids },
  );
  const all = rows.sort(newestFirst);
  return async (place) => {
    const rest = place === null ? all : all.filter((one) => newestFirst(one, place) >= 0);
    // The article of the place itself is looked at again only where some of its places are left.
    return rest.filter(({ id }) => id !== place?.id || place.at !== Number.MAX_SAFE_INTEGER);
  };
}

function newestFirst(one: ArticleAt, other: ArticleAt): number {
  if (one.published !== other.published) return one.published < other.published ? 1 : -1;
  return one.id < other.id ? 1 : one.id > other.id ? -1 : 0;
}

type Asked = { name: string; values: Record<string, unknown>; holds(build: Build<Tables>): SQL | undefined };

/** The articles of a term that is kept which have it in their outlets' own voice. */
async function askedOf(from: Handle, wording: string, query: OwnVoiceQuery): Promise<Asked> {
  const outlets = query.outlet && (await idsReferred(from, 'outlet', query.outlet, 'outlet'));
  const disputes = query.dispute && (await idsReferred(from, 'dispute', query.dispute, 'dispute'));
  return {
    name: [outlets ? 'of outlets' : '', disputes ? 'of disputes' : ''].join(' '),
    values: {
      ...{ wording, start: (query.from && startOf(query.from)) ?? '', end: (query.to && endOf(query.to)) ?? '~' },
      ...(outlets && { outlets }),
      ...(disputes && { disputes }),
    },
    holds({ db, t, oneOf, param }) {
      const ofDispute = and(eq(t.statements.articleId, t.articles.id), oneOf(t.statements.disputeId, 'disputes'));
      return and(
        eq(t.termPlaces.wording, param('wording')),
        sql`${totalIn(t)} > 0`,
        sql`${t.articles.publishedSort} >= ${param('start')} and ${t.articles.publishedSort} < ${param('end')}`,
        outlets && oneOf(t.termPlaces.outletId, 'outlets'),
        disputes && sql`exists ${db.select({ one: sql`1` }).from(t.statements).where(ofDispute)}`,
      );
    },
  };
}

function totalIn({ termPlaces: p }: Tables): SQL {
  return sql`(${sql.join([p.ownUse, p.ownDenial, p.ownMention, p.ownUnread] as SQLWrapper[], sql` + `)})`;
}

async function keptArticles(
  from: Handle,
  wording: string,
  query: OwnVoiceQuery,
  place: Place | null,
): Promise<ArticleAt[]> {
  const asked = await askedOf(from, wording, query);
  const isOver = place?.at === Number.MAX_SAFE_INTEGER;
  return from.query(
    `articles with own voice ${asked.name}${place === null ? '' : isOver ? ' after' : ' from'}`,
    (build) => {
      const { db, t, param } = build;
      const { id, publishedSort } = t.articles;
      const key = sql`(${publishedSort}, ${id})`;
      const at = sql`(${param('published')}, ${param('id')})`;
      return db
        .select({ id, published: publishedSort })
        .from(t.termPlaces)
        .innerJoin(t.articles, eq(t.articles.id, t.termPlaces.articleId))
        .where(
          and(asked.holds(build), place === null ? undefined : isOver ? sql`${key} < ${at}` : sql`${key} <= ${at}`),
        )
        .orderBy(desc(publishedSort), desc(id))
        .limit(sql.placeholder('limit'));
    },
    { ...asked.values, limit: ARTICLES_AT_ONCE, ...(place && { published: place.published, id: place.id }) },
  );
}

async function totalOf(from: Handle, wording: string, query: OwnVoiceQuery, wanted: Wanted, isKept: boolean) {
  if (!isKept) {
    const { byOutlet, isComplete } = await scanOwnVoice(from, query, [wanted], READ_MAX);
    const counts = [...byOutlet.values()].flat();
    const n = counts.reduce((sum, one) => sum + USAGES.reduce((all, usage) => all + one[usage], 0), 0);
    return isComplete ? { total: n } : { total: null, totalAtLeast: n };
  }
  const asked = await askedOf(from, wording, query);
  const rows = await from.query(
    `count of own voice ${asked.name}`,
    (build) =>
      build.db
        .select({ n: sql<number>`coalesce(sum(${totalIn(build.t)}), 0)`.mapWith(Number) })
        .from(build.t.termPlaces)
        .innerJoin(build.t.articles, eq(build.t.articles.id, build.t.termPlaces.articleId))
        .where(asked.holds(build)),
    asked.values,
  );
  return { total: rows[0]?.n ?? 0 };
}
