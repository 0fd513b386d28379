import { and, asc, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import { insertRow } from '../platform/engine/rows.ts';
import type { Tables, Tx } from '../tables.ts';
import type { NewEntry } from './entries.ts';

/** Bits of a place below the second: so many entries may have their date in one second, 16.7 million. */
const COUNT_BITS = 24n;
const SECONDS_TO_1970 = 62_135_596_800n;

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
  for (const { date, ...entry } of entries) {
    await insertRow(tx, 'searchEntries', { ...entry, place: await freePlace(tx, firstPlaceAt(date)) });
  }
}

/** The first place of the second in which a date lies, given as RFC 3339 in UTC. */
export function firstPlaceAt(date: string): bigint {
  return (BigInt(Math.floor(Date.parse(date) / 1000)) + SECONDS_TO_1970) << COUNT_BITS;
}

function isInSecond(place: string, date: string): boolean {
  return BigInt(place) >> COUNT_BITS === firstPlaceAt(date) >> COUNT_BITS;
}

function isSame({ date: _, ...one }: NewEntry, other: Omit<NewEntry, 'date'>): boolean {
  return Object.entries(one).every(([column, value]) => other[column as keyof typeof other] === value);
}

async function freePlace(tx: Tx, first: bigint): Promise<bigint> {
  const end = first + (1n << COUNT_BITS);
  const rows = await tx.query(
    'last search entry of a second',
    ({ db, t, param }) =>
      db
        .select({ last: sql<string | null>`cast(max(${t.searchEntries.place}) as text)` })
        .from(t.searchEntries)
        .where(and(gte(t.searchEntries.place, param('first') as SQL<bigint>), lt(t.searchEntries.place, param('end')))),
    { first, end },
  );
  const last = rows[0]?.last ?? null;
  const place = last === null ? first : BigInt(last) + 1n;
  return place < end ? place : freePlace(tx, end);
}

function entriesThere(tx: Tx, entityId: string) {
  return tx.query(
    'search entries of an entity',
    ({ db, t, param }) =>
      db
        .select({ ...columnsOf(t), place: sql<string>`cast(${t.searchEntries.place} as text)` })
        .from(t.searchEntries)
        .where(eq(t.searchEntries.entityId, param('id')))
        .orderBy(asc(t.searchEntries.place)),
    { id: entityId },
  );
}

function columnsOf({ searchEntries }: Tables) {
  const { kind, entityId, snapshot, start, end, words, more, facets } = searchEntries;
  return { kind, entityId, snapshot, start, end, words, more, facets };
}

async function forgetEntry(tx: Tx, place: string): Promise<void> {
  await tx.query(
    'forget a search entry',
    ({ db, t, param }) => db.delete(t.searchEntries).where(eq(t.searchEntries.place, param('place'))),
    { place: BigInt(place) },
  );
}
