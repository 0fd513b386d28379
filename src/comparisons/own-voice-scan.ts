import { and, eq, ne, sql } from 'drizzle-orm';
import { findSnapshot } from '../articles/store.ts';
import { indexText, toOffset } from '../kernel/span.ts';
import { endOf, startOf } from '../kernel/time.ts';
import { rowById } from '../platform/engine/rows.ts';
import { idsReferred } from '../references.ts';
import type { Handle } from '../tables.ts';
import { EVERY } from '../words/match.ts';
import { matchesByDate } from '../words/store.ts';
import { tokenize } from '../words/token.ts';
import { inOwnVoice, quotationsIn, type Range } from './own-voice.ts';
import type { TermQuery } from './term-comparison.ts';
import { occurrencesIn, type Wanted } from './term-counts.ts';

/** Articles that are read for one comparison, the newest first; the answer says when there were more. */
export const ARTICLES_MAX = 500;
const CHUNK = 200;

/** Occurrences in the outlets' own voice: by outlet, one count a wording. */
export type OwnVoice = { byOutlet: Map<string, number[]>; articles: number; isComplete: boolean };

/** Reads the newest text of each article that has one of the wordings, and counts those outside statements and quotation marks. */
export async function scanOwnVoice(from: Handle, query: TermQuery, wanted: readonly Wanted[]): Promise<OwnVoice> {
  const { ids, isComplete } = await articlesWith(from, query, wanted);
  const byOutlet = new Map<string, number[]>();
  for (const id of ids) {
    const article = await rowById(from, 'articles', id);
    const snapshot = article && (await findSnapshot(from, id, article.snapshots));
    if (!snapshot || !article) continue;
    const counts = byOutlet.get(article.outletId) ?? wanted.map(() => 0);
    byOutlet.set(article.outletId, counts);
    const tokens = tokenize(snapshot.text);
    const others = [...quotationsIn(snapshot.text), ...(await anchoredIn(from, id, article.snapshots, snapshot.text))];
    for (const [at, { variants }] of wanted.entries()) {
      counts[at] = (counts[at] as number) + inOwnVoice(occurrencesIn(tokens, variants), tokens, others).length;
    }
    await new Promise(setImmediate);
  }
  return { byOutlet, articles: ids.length, isComplete };
}

/** Newest first, within the dates, outlets and disputes asked for. */
async function articlesWith(
  from: Handle,
  query: TermQuery,
  wanted: readonly Wanted[],
): Promise<{ ids: string[]; isComplete: boolean }> {
  const outlets = query.outlet && (await idsReferred(from, 'outlet', query.outlet, 'outlet'));
  const all = wanted.flatMap(({ variants }) =>
    variants.map((tokens) => ({ all: [{ tokens, prefix: false }], none: [] })),
  );
  const match = { facets: [[EVERY.article], ...(outlets ? [outlets] : [])], terms: null, query: { any: all } };
  const ids = new Set<string>();
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
      if (ids.size >= ARTICLES_MAX && !ids.has(id)) return { ids: [...ids], isComplete: false };
      ids.add(id);
    }
    if (found.length < CHUNK) return { ids: [...ids], isComplete: true };
    after = (found.at(-1) as { place: string }).place;
  }
}

async function inScope(from: Handle, { dispute, from: start, to: end }: TermQuery, ids: string[]): Promise<string[]> {
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

/** Where statements are anchored in the newest text: by their own anchor, or where the quote has moved to since. */
async function anchoredIn(from: Handle, articleId: string, snapshot: number, text: string): Promise<Range[]> {
  const rows = await from.query(
    'anchors in an article',
    ({ db, t, param }) =>
      db
        .select({ anchor: t.statements.anchor, drift: t.drifts.found })
        .from(t.statements)
        .leftJoin(t.drifts, and(eq(t.drifts.statementId, t.statements.id), eq(t.drifts.snapshot, param('snapshot'))))
        .where(and(eq(t.statements.articleId, param('article')), ne(t.statements.status, 'withdrawn'))),
    { article: articleId, snapshot },
  );
  const index = indexText(text);
  return rows.flatMap(({ anchor, drift }) => {
    const spans =
      anchor.snapshot === snapshot
        ? spansOf(anchor)
        : spansOf((drift as Drifted | null)?.anchor ?? null, (drift as Drifted | null)?.parts);
    return spans.map(({ start, end }) => ({ start: toOffset(index, start), end: toOffset(index, end) }));
  });
}

type Place = { start: number | null; end: number | null; parts?: { start: number; end: number }[] | undefined };
type Drifted = { anchor?: Place; parts?: { start: number; end: number }[] };

function spansOf(place: Place | null, parts = place?.parts): Range[] {
  if (parts) return parts;
  return place === null || place.start === null || place.end === null ? [] : [{ start: place.start, end: place.end }];
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
