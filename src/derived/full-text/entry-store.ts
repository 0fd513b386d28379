import { and, asc, eq, gte, lt, sql } from 'drizzle-orm';
import { kindOfId } from '../../kernel/id.ts';
import { insertRows } from '../../platform/engine/rows.ts';
import type { Tables, Tx } from '../../platform/engine/tables.ts';
import { firstPlaceAt, PLACES_OF_SECOND } from '../../text/words/place.ts';
import type { NewEntry } from './entries.ts';
import { entityOf } from './search.ts';

/** Makes the entries of an entity those given; an entry that is there already keeps its place. */
export async function replaceEntries(tx: Tx, entityId: string, entries: readonly NewEntry[]): Promise<void> {
  const there = await entriesThere(tx, entityId);
  const wanted = [...entries];
  for (const { place, ...entry } of there) {
    const same = wanted.findIndex((one) => isInSecond(place, one.date) && isSame(one, entry));
    if (same === -1) await forgetEntry(tx, place);
    else wanted.splice(same, 1);
  }
  await addEntries(tx, wanted);
}

/** Takes the transaction's turn among writers for granted: places are counted. */
export async function addEntries(tx: Tx, entries: readonly NewEntry[]): Promise<void> {
  const placeOf = await freePlaces(
    tx,
    entries.map(({ date }) => firstPlaceAt(date)),
  );
  const rows = [];
  for (const { date, ...entry } of entries) rows.push({ ...entry, place: await placeOf(firstPlaceAt(date)) });
  await insertRows(tx, 'searchEntries', rows);
}

/** Gives free places, each once: behind the last of its second, or else of a later one. */
async function freePlaces(tx: Tx, seconds: readonly bigint[]): Promise<(first: bigint) => Promise<bigint>> {
  const last = await lastPlaces(tx, seconds);
  return async function placeIn(first) {
    if (!last.has(first)) for (const [second, place] of await lastPlaces(tx, [first])) last.set(second, place);
    const place = (last.get(first) ?? first - 1n) + 1n;
    if (place >= first + PLACES_OF_SECOND) return placeIn(first + PLACES_OF_SECOND);
    last.set(first, place);
    return place;
  };
}

function isInSecond(place: string, date: string): boolean {
  const first = firstPlaceAt(date);
  return BigInt(place) >= first && BigInt(place) < first + PLACES_OF_SECOND;
}

function isSame({ date: _, ...one }: NewEntry, other: Omit<NewEntry, 'date'>): boolean {
  return Object.entries(one).every(([column, value]) => other[column as keyof typeof other] === value);
}

/** The last place that is taken in each of these seconds, which are told by their first; null where none is. */
async function lastPlaces(tx: Tx, seconds: readonly bigint[]): Promise<Map<bigint, bigint | null>> {
  if (seconds.length === 0) return new Map();
  const rows = await tx.query(
    'last search entries of seconds',
    ({ db, t: { searchEntries }, rowsOf }) => {
      const first = sql`cast(value as bigint)`;
      const isThen = and(gte(searchEntries.place, first), lt(searchEntries.place, sql`${first} + ${PLACES_IN_SQL}`));
      const last = sql`(select max(${searchEntries.place}) from ${searchEntries} where ${isThen})`;
      return db
        .select({ second: sql<string>`value`, last: sql<string | null>`cast(${last} as text)` })
        .from(sql`${rowsOf('seconds')} as seconds`);
    },
    { seconds: [...new Set(seconds)].map(String) },
  );
  return new Map(rows.map(({ second, last }) => [BigInt(second), last === null ? null : BigInt(last)]));
}

const PLACES_IN_SQL = sql.raw(String(PLACES_OF_SECOND));

function entriesThere(tx: Tx, entityId: string) {
  return tx.query(
    'search entries of an entity',
    ({ db, t, param }) =>
      db
        .select({ ...columnsOf(t), place: sql<string>`cast(${t.searchEntries.place} as text)` })
        .from(t.searchEntries)
        .where(and(eq(t.searchEntries.entityId, param('id')), eq(t.searchEntries.kind, param('kind') as never)))
        .orderBy(asc(t.searchEntries.place)),
    { id: entityId, kind: kindOfId(entityId) },
  );
}

function columnsOf(tables: Tables) {
  const { searchEntries } = tables;
  const { kind, snapshot, start, end, words, more, facets } = searchEntries;
  return { kind, entityId: entityOf(tables), snapshot, start, end, words, more, facets };
}

async function forgetEntry(tx: Tx, place: string): Promise<void> {
  await tx.query(
    'forget a search entry',
    ({ db, t, param }) => db.delete(t.searchEntries).where(eq(t.searchEntries.place, param('place'))),
    { place: BigInt(place) },
  );
}
