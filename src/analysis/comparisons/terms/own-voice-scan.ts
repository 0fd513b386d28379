import { and, eq, sql } from 'drizzle-orm';
import { matchesByDate } from '../../../derived/full-text/store.ts';
import { anchoredIn } from '../../../derived/terms/anchored-store.ts';
import { occurrencesIn, type Wanted } from '../../../derived/terms/counting.ts';
import { type ArticleVoice, voiceOf, voicesFor } from '../../../derived/terms/voices.ts';
import { endOf, startOf } from '../../../kernel/time.ts';
import { rowById } from '../../../platform/engine/rows.ts';
import type { Handle } from '../../../platform/engine/tables.ts';
import { idsReferred } from '../../../record/references.ts';
import { uncovered, type VoicePlace } from '../../../text/terms/own-voice.ts';
import { EVERY } from '../../../text/words/match.ts';
import type { READ_MAX, TermQuery } from './term-comparison.ts';
import { noUsages, type OwnVoice, type UsageCounts } from './term-counts.ts';

const CHUNK = 200;
/** Entries of the index that are looked at for each article wanted: passages, and what is out of scope. */
const ENTRIES_OF_ARTICLE = 50;

/** Reads the title and the newest text of each article that has one of the terms, and counts what no statement covers. */
export async function scanOwnVoice(
  from: Handle,
  query: VoiceFilter,
  wanted: readonly Wanted[],
  max: Pick<typeof READ_MAX, 'articles' | 'characters'>,
): Promise<OwnVoice> {
  const { ids, isComplete } = await articlesWith(from, query, wanted, max.articles);
  const byOutlet: OwnVoice['byOutlet'] = new Map();
  const languages = new Set<string>();
  let [articles, characters] = [0, 0];
  for (const id of ids) {
    const article = await rowById(from, 'articles', id);
    const voice = article && (await voiceOf(from, article));
    if (!voice || !article) continue;
    characters += voice.text.index.text.length;
    if (characters > max.characters) return { byOutlet, languages, articles, isComplete: false };
    if (!wanted.some((one) => hasTerm(voice, one))) continue;
    articles += 1;
    const counts = byOutlet.get(article.outletId) ?? wanted.map(noUsages);
    byOutlet.set(article.outletId, counts);
    const places = await placesLeft(from, article.id, voice, wanted);
    for (const [at, own] of places.entries())
      for (const { usage } of own) {
        (counts[at] as UsageCounts)[usage] += 1;
        languages.add(voice.text.language);
      }
  }
  return { byOutlet, languages, articles, isComplete };
}

function hasTerm({ title, text }: ArticleVoice, { variants }: Wanted): boolean {
  return [title, text].some((one) => one !== null && occurrencesIn(one.tokens, variants).length > 0);
}

/** Of each term the places in the outlet's own voice: those of the title, then those of the text. */
export async function placesLeft(
  from: Handle,
  articleId: string,
  voice: ArticleVoice,
  wanted: readonly Wanted[],
): Promise<(VoicePlace & { isInTitle: boolean })[][]> {
  const spans = (await anchoredIn(from, articleId, voice.snapshot)).flatMap((one) => one.spans);
  const left: (VoicePlace & { isInTitle: boolean })[][] = [];
  for (const one of wanted) {
    const { inTitle, inText } = await voicesFor(voice, one);
    left.push([
      ...inTitle.map((place) => ({ ...place, isInTitle: true })),
      ...uncovered(inText, spans).map((place) => ({ ...place, isInTitle: false })),
    ]);
  }
  return left;
}

/** Which articles are looked at: whatever is said of speakers and sides is of statements alone. */
export type VoiceFilter = Pick<TermQuery, 'dispute' | 'outlet' | 'from' | 'to'>;

/** Newest first, within the dates, outlets and disputes asked for. */
export async function articlesWith(
  from: Handle,
  query: VoiceFilter,
  wanted: readonly Wanted[],
  max: number,
): Promise<{ ids: string[]; isComplete: boolean }> {
  const outlets = query.outlet && (await idsReferred(from, 'outlet', query.outlet, 'outlet'));
  const all = wanted.flatMap(({ variants }) =>
    variants.map((tokens) => ({ all: [{ tokens, prefix: false }], none: [] })),
  );
  const match = { facets: [[EVERY.article], ...(outlets ? [outlets] : [])], terms: null, query: { any: all } };
  const ids = new Set<string>();
  let looked = 0;
  for (let after: string | null = null; ; ) {
    const found: { id: string; place: string }[] = await matchesByDate(from, { match, conditions: [] }, 'newest', {
      limit: CHUNK,
      after,
    });
    for (const id of await inScope(
      from,
      query,
      found.map(({ id }) => id),
    )) {
      if (ids.size >= max && !ids.has(id)) return { ids: [...ids], isComplete: false };
      ids.add(id);
    }
    if (found.length < CHUNK) return { ids: [...ids], isComplete: true };
    looked += found.length;
    if (looked >= max * ENTRIES_OF_ARTICLE) return { ids: [...ids], isComplete: false };
    after = (found.at(-1) as { place: string }).place;
  }
}

async function inScope(from: Handle, { dispute, from: start, to: end }: VoiceFilter, ids: string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const disputes = dispute && (await idsReferred(from, 'dispute', dispute, 'dispute'));
  const rows = await from.query(
    `articles in scope ${disputes ? 'of disputes' : ''}`,
    ({ db, t, oneOf, param }) => {
      const ofDispute = and(
        eq(t.statements.articleId, t.articles.id),
        disputes ? oneOf(t.statements.disputeId, 'disputes') : undefined,
      );
      const statement = db.select({ one: sql`1` }).from(t.statements).where(ofDispute);
      return db
        .select({ id: t.articles.id })
        .from(t.articles)
        .where(
          and(
            oneOf(t.articles.id, 'ids'),
            sql`${t.articles.publishedSort} >= ${param('start')} and ${t.articles.publishedSort} < ${param('end')}`,
            disputes ? sql`exists ${statement}` : undefined,
          ),
        );
    },
    {
      ids: [...new Set(ids)],
      start: (start && startOf(start)) ?? '',
      end: (end && endOf(end)) ?? '~',
      ...(disputes && { disputes }),
    },
  );
  const kept = new Set(rows.map(({ id }) => id));
  return ids.filter((id) => kept.has(id));
}

/** The outlets of which a text is kept: of the others nothing can be said. */
export async function outletsWithText(from: Handle, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const rows = await from.query(
    'outlets with a text',
    ({ db, t, oneOf }) => {
      const withText = and(eq(t.articles.outletId, t.outlets.id), sql`${t.articles.snapshots} > 0`);
      const article = db.select({ one: sql`1` }).from(t.articles).where(withText);
      return db
        .select({ id: t.outlets.id })
        .from(t.outlets)
        .where(and(oneOf(t.outlets.id, 'ids'), sql`exists ${article}`));
    },
    { ids: [...ids] },
  );
  return new Set(rows.map(({ id }) => id));
}
