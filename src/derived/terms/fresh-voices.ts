import { and, eq, sql } from 'drizzle-orm';
import { insertRows } from '../../platform/engine/rows.ts';
import type { Tables, Tx } from '../../platform/engine/tables.ts';
import { coveredBy } from '../../text/terms/own-voice.ts';
import type { Usage } from '../../text/terms/term.ts';
import { anchoredOf, spansOf } from './anchored-store.ts';
import { addToVoice, type CoverRow, type PlaceRow, placesOf } from './voices.ts';

type StatementRow = Tables['statements']['$inferSelect'];
type Cover = CoverRow & { usage: Usage };

/**
 * What `recountVoice` does, for statements of which nothing is kept yet and all at once: on which places of terms in their
 * articles they lie, which are then no longer in the outlet's own voice.
 */
export async function countFreshVoices(tx: Tx, rows: readonly StatementRow[]): Promise<void> {
  const kept = await placesInAny(tx, [...new Set(rows.map(({ articleId }) => articleId))]);
  if (kept.size === 0) return;
  const covers: Cover[] = [];
  for (const row of rows) covers.push(...(await coversBy(tx, row, kept.get(row.articleId))));
  if (covers.length === 0) return;
  const before = await alreadyCovered(tx, covers);
  await insertRows(
    tx,
    'termCovers',
    covers.map(({ usage: _, ...cover }) => cover),
  );
  for (const { cover, count } of newlyCovered(covers, before)) await addToVoice(tx, cover, cover.usage, -count);
}

type Kept = { newest: number; terms: Pick<PlaceRow, 'wording' | 'places'>[] };

/** Of those of the articles in which a term was found, where they have it in which text. */
async function placesInAny(tx: Tx, ids: string[]): Promise<ReadonlyMap<string, Kept>> {
  const rows = await tx.query(
    'places of terms in articles',
    ({ db, t: { termPlaces: p, articles: a }, oneOf }) =>
      db
        .select({ id: p.articleId, newest: a.newest, wording: p.wording, places: p.places })
        .from(p)
        .innerJoin(a, eq(a.id, p.articleId))
        .where(oneOf(p.articleId, 'ids')),
    { ids },
  );
  const kept = new Map<string, Kept>();
  for (const { id, newest, wording, places } of rows) {
    const one = kept.get(id) ?? { newest, terms: [] };
    one.terms.push({ wording, places });
    kept.set(id, one);
  }
  return kept;
}

async function coversBy(tx: Tx, row: StatementRow, kept: Kept | undefined): Promise<Cover[]> {
  if (kept === undefined || row.status !== 'published') return [];
  const { id: statementId, articleId, anchor } = row;
  // Of a quote that was looked up in an older text it is kept elsewhere where it is in the newest.
  const isInNewest = anchor.snapshot === kept.newest;
  const moved = isInNewest ? null : await anchoredOf(tx, statementId, articleId, kept.newest);
  const spans = isInNewest ? spansOf(anchor) : (moved?.spans ?? []);
  return kept.terms.flatMap(({ wording, places }) =>
    coveredBy(placesOf(places), spans).map(({ start, usage }) => ({ statementId, articleId, wording, start, usage })),
  );
}

async function alreadyCovered(tx: Tx, covers: readonly Cover[]): Promise<ReadonlySet<string>> {
  const rows = await tx.query(
    'places that are covered already',
    ({ db, t: { termCovers: c }, tuplesOf }) => {
      const asked = tuplesOf('asked', { article: c.articleId, wording: null, start: null });
      return db
        .selectDistinct({ articleId: c.articleId, wording: c.wording, start: c.start })
        .from(sql`${asked} as asked`)
        .crossJoin(c)
        .where(
          and(
            eq(c.articleId, sql`asked.article`),
            eq(c.wording, sql`asked.wording`),
            eq(c.start, sql`cast(asked.start as integer)`),
          ),
        );
    },
    { asked: covers.map(({ articleId, wording, start }) => [articleId, wording, start]) },
  );
  return new Set(rows.map(placeKey));
}

/** How many places of each usage of a term in an article were not covered before. */
function newlyCovered(covers: readonly Cover[], before: ReadonlySet<string>) {
  const known = new Set(before);
  const counts = new Map<string, { cover: Cover; count: number }>();
  for (const cover of covers) {
    const place = placeKey(cover);
    if (known.has(place)) continue;
    known.add(place);
    const key = JSON.stringify([cover.articleId, cover.wording, cover.usage]);
    const counted = counts.get(key) ?? { cover, count: 0 };
    counted.count += 1;
    counts.set(key, counted);
  }
  return counts.values();
}

function placeKey({ articleId, wording, start }: Pick<CoverRow, 'articleId' | 'wording' | 'start'>): string {
  return JSON.stringify([articleId, wording, start]);
}
