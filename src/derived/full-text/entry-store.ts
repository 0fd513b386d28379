import { and, asc, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import { insertRow, insertRows } from '../../platform/engine/rows.ts';
import type { Tables, Tx } from '../../platform/engine/tables.ts';
import { stepping } from '../../platform/loop-turns.ts';
import { EVERY } from '../../text/words/match.ts';
import { firstPlaceAt, PLACES_OF_SECOND, secondOf, statementPlacesIn } from '../../text/words/place.ts';
import type { NewEntry } from './entries.ts';
import { freshPlaces } from './fresh-places.ts';
import { entityOf } from './search.ts';
import { type Dated, placeOfStatement, type Status } from './statement-place.ts';

type EntryKind = NewEntry['kind'];
/** What entities of one kind are to be found by, by their ids. */
export type Wanted = ReadonlyMap<string, readonly NewEntry[]>;

/**
 * Makes the entries of entities those given; an entry that is there already keeps its place, unless the dates of the
 * entities were changed: within a second, too, statements lie in the order of their dates.
 */
export async function replaceEntries(tx: Tx, kind: EntryKind, wanted: Wanted, isDateChanged = false): Promise<void> {
  const missing = new Map([...wanted].map(([id, entries]) => [id, [...entries]]));
  const pause = stepping();
  for (const { place, ...entry } of await entriesThere(tx, kind, [...wanted.keys()])) {
    await pause();
    const own = missing.get(entry.entityId) ?? [];
    const same = isDateChanged ? -1 : own.findIndex((one) => isInSecond(place, one.date) && isSame(one, entry));
    if (same === -1) await forgetEntry(tx, place);
    else own.splice(same, 1);
  }
  await addEntries(tx, [...missing.values()].flat());
}

/** Takes the transaction's turn among writers for granted: places are counted. */
export async function addEntries(tx: Tx, entries: readonly NewEntry[]): Promise<void> {
  const places = await freshPlaces(tx, entries.filter(({ kind }) => kind === 'statement').map(freshOf));
  let ready: (Omit<NewEntry, 'date'> & { place: bigint })[] = [];
  const store = async () => {
    await insertRows(tx, 'searchEntries', ready);
    ready = [];
  };
  const pause = stepping();
  for (const entry of entries) {
    await pause();
    const { date, ...row } = entry;
    const isStatement = entry.kind === 'statement';
    const place = isStatement ? places.append(freshOf(entry)) : null;
    if (place !== null) {
      ready.push({ ...row, place });
      continue;
    }
    // Its place depends on all that was entered before.
    await store();
    const own = await placeFor(tx, entry);
    await insertRow(tx, 'searchEntries', { ...row, place: own });
    if (isStatement) await places.entered(own);
  }
  await store();
}

function freshOf({ date, entityId, facets }: NewEntry): Dated & { status: Status } {
  return { date, id: entityId, status: facets.startsWith(EVERY.draft) ? 'draft' : 'published' };
}

function placeFor(tx: Tx, entry: NewEntry): Promise<bigint> {
  if (entry.kind !== 'statement') return freePlace(tx, entry.date);
  const { status, ...dated } = freshOf(entry);
  return placeOfStatement(tx, status, dated);
}

function isInSecond(place: string, date: string): boolean {
  const first = firstPlaceAt(date);
  return BigInt(place) >= first && BigInt(place) < first + PLACES_OF_SECOND;
}

function isSame({ date: _, ...one }: NewEntry, other: Omit<NewEntry, 'date'>): boolean {
  return Object.entries(one).every(([column, value]) => other[column as keyof typeof other] === value);
}

/** After what was entered before, below the places of statements; the next second where there is no room. */
async function freePlace(tx: Tx, date: string): Promise<bigint> {
  const [first, { first: end }] = [firstPlaceAt(date), statementPlacesIn(date)];
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
  return place < end ? place : freePlace(tx, secondOf(date)[1]);
}

function entriesThere(tx: Tx, kind: EntryKind, ids: readonly string[]) {
  return tx.query(
    'search entries of entities',
    ({ db, t, param, oneOf }) =>
      db
        .select({ ...columnsOf(t), place: sql<string>`cast(${t.searchEntries.place} as text)` })
        .from(t.searchEntries)
        .where(and(oneOf(t.searchEntries.entityId, 'ids'), eq(t.searchEntries.kind, param('kind'))))
        .orderBy(asc(t.searchEntries.place)),
    { ids: [...ids], kind },
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
