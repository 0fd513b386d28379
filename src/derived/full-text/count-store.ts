import { and, sql } from 'drizzle-orm';
import type { Handle } from '../../platform/engine/tables.ts';
import { EVERY } from '../../text/words/match.ts';
import { holding, isBetween, matching, type Search, shapeOf, valuesOf } from './search.ts';

/** How many entities are found, exactly; `passages` when one of them may have several entries. */
export async function countMatches(from: Handle, search: Search, passages: boolean): Promise<number> {
  const isPlain = !passages && search.conditions.length === 0;
  const rows = await from.query(
    `count of matches ${passages ? 'once ' : ''}${shapeOf(search)}`,
    (build) => {
      const counted = passages ? sql`count(distinct ${build.t.searchEntries.entityId})` : sql`count(*)`;
      const n = { n: counted.mapWith(Number) };
      return isPlain
        ? (build.db.select(n).from(sql`search_index`).where(build.matches('match')) as PromiseLike<{ n: number }[]>)
        : matching<{ n: number }>(build, search, n).where(and(...holding(build, search)));
    },
    valuesOf(from, search),
  );
  return rows[0]?.n ?? 0;
}

/** How many entries are found, as far as `max`. */
export async function countUpTo(from: Handle, { match, places }: Search, max: number): Promise<number> {
  const search: Search = { match, conditions: [], places };
  const rows = await from.query(
    `count of matches up to ${shapeOf(search)}`,
    (build) => {
      const isInRange = places ? isBetween(build, sql`search_index.rowid`) : undefined;
      const isMatched = and(build.matches('match'), isInRange);
      const capped = sql`(select 1 from search_index where ${isMatched} limit ${build.param('max')}) as capped`;
      return build.db.select({ n: sql`count(*)`.mapWith(Number) }).from(capped);
    },
    { ...valuesOf(from, search), max },
  );
  return Number(rows[0]?.n ?? 0);
}

/** So few entries are sorted in a few milliseconds. */
const FEW = 2_000;

/**
 * How many entries of a kind other than statements have the words, where these are few. PostgreSQL does not know that a
 * word which every fourth quote has stands in no name, and would look for it in the entries of every kind.
 */
export async function countFew(from: Handle, { match, places }: Search): Promise<number | null> {
  if (match.facets[0]?.includes(EVERY.statement)) return null;
  const n = await countUpTo(from, { match, places, conditions: [] }, FEW);
  return n < FEW ? n : null;
}
