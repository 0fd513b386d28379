import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Build } from '../platform/engine/engine.ts';
import type { Condition, Selectable } from '../platform/engine/pages.ts';
import type { Handle, Tables } from '../tables.ts';
import { EVERY, type Match, writeMatch } from './match.ts';
import type { PlaceRange } from './place.ts';

/**
 * What is looked for: a match that asks for words, and conditions on the table of statements that no facet of the match
 * says already. With such conditions only statements are found.
 */
export type Search = {
  match: Match;
  conditions: readonly Condition<Tables>[];
  /** Where all that fulfils the conditions has its place, when they name dates. */
  places?: PlaceRange | undefined;
  /** Known to be rare: PostgreSQL is kept from reading all entries in their order, as it would for what is common. */
  isRare?: boolean;
};

/** An entry that was found, with what ranks and shows it. `place` orders by date; it is a whole number as text. */
export type Found = {
  id: string;
  place: string;
  words: string;
  more: string;
  facets: string;
  snapshot: number | null;
  start: number | null;
  end: number | null;
};

type Direction = 'newest' | 'oldest';
type Asked = { limit: number; after: string | null };

/** By date, then as entered: the order in which the index itself lies, so a page costs the same however much is found. */
export function matchesByDate(
  from: Handle,
  search: Search,
  direction: Direction,
  asked: Asked,
): Promise<{ id: string; place: string }[]> {
  return byDate<{ id: string; place: string }>(from, search, direction, asked, 'matches', ({ t }) => ({
    id: t.searchEntries.entityId,
    place: PLACE,
  }));
}

/** The same with the entries' words. */
export function entriesByDate(from: Handle, search: Search, direction: Direction, asked: Asked): Promise<Found[]> {
  return byDate(from, search, direction, asked, 'entries', foundFields);
}

async function byDate<Row>(
  from: Handle,
  search: Search,
  direction: Direction,
  { limit, after }: Asked,
  what: string,
  fields: (build: Build<Tables>) => Fields<Row>,
): Promise<Row[]> {
  const [order, comparison] = direction === 'newest' ? [desc, sql.raw('<')] : [asc, sql.raw('>')];
  const few = from.engine === 'postgres' && !search.isRare ? await countFew(from, search) : null;
  if (few === 0) return [];
  const isSorted = from.engine === 'postgres' && (search.isRare === true || few !== null);
  return from.query(
    `${what} ${direction} ${shapeOf(search)}${isSorted ? ' sorted' : ''}${after === null ? '' : ' after'}`,
    (build) =>
      matching<Row>(build, search, fields(build))
        .where(
          and(
            ...holding(build, search),
            ...(after === null
              ? []
              : placed(build, (place) => sql`${place} ${comparison} ${build.param('afterPlace')}`)),
          ),
        )
        .orderBy(order(isSorted ? sql`search_index.rowid + 0` : sql`search_index.rowid`))
        .limit(build.param('limit') as never),
    { ...valuesOf(from, search), limit, ...(after !== null && { afterPlace: BigInt(after) }) },
  );
}

/** So few entries are sorted in a few milliseconds. */
const FEW = 2_000;

/**
 * How many entries of a kind other than statements have the words, where these are few. PostgreSQL does not know that a
 * word which every fourth quote has stands in no name, and would look for it in the entries of every kind.
 */
async function countFew(from: Handle, { match, places }: Search): Promise<number | null> {
  if (match.facets[0]?.includes(EVERY.statement)) return null;
  const n = await countUpTo(from, { match, places, conditions: [] }, FEW);
  return n < FEW ? n : null;
}

/** Statements that are found, by id, which is the order of creation: all that is found is read and sorted. */
export function entriesById(from: Handle, search: Search, direction: Direction, asked: Asked): Promise<Found[]> {
  return from.query(
    `entries by id ${direction} ${shapeOf(search)}${asked.after === null ? '' : ' after'}`,
    (build) =>
      inOrderOfIds(
        build,
        build.t.searchEntries.entityId,
        direction,
        asked,
      )(matching<Found>(build, search, foundFields(build, PLACE)), holding(build, search)),
    { ...valuesOf(from, search), ...asked },
  );
}

/** The same of all statements, whatever words they have. */
export function everyEntryById(from: Handle, direction: Direction, asked: Asked): Promise<Found[]> {
  return from.query(
    `every entry by id ${direction}${asked.after === null ? '' : ' after'}`,
    (build) => {
      const { statements, searchEntries } = build.t;
      const place = sql<string>`cast(${searchEntries.place} as text)`;
      const entries = build.db.select(foundFields(build, place)).from(statements).crossJoin(searchEntries).$dynamic();
      return inOrderOfIds(
        build,
        statements.id,
        direction,
        asked,
      )(entries as unknown as Selectable<Found>, [eq(searchEntries.entityId, statements.id)]);
    },
    asked,
  );
}

/** Those of the statements that fulfil the conditions. */
export async function fulfilling(
  from: Handle,
  conditions: readonly Condition<Tables>[],
  ids: readonly string[],
): Promise<Set<string>> {
  const rows = await from.query(
    `statements that fulfil ${conditions.map(({ name }) => name).join(' ')}`,
    (build) => {
      const { id } = build.t.statements;
      const isOne = [build.oneOf(id, 'found'), ...conditions.map(({ holds }) => holds(build))];
      return build.db
        .select({ id })
        .from(build.t.statements)
        .where(and(...isOne));
    },
    { ...Object.assign({}, ...conditions.map(({ values }) => values)), found: [...ids] },
  );
  return new Set(rows.map(({ id }) => id));
}

function inOrderOfIds({ param }: Build<Tables>, id: SQLiteColumn, direction: Direction, { after }: Asked) {
  const [order, comparison] = direction === 'newest' ? [desc, sql.raw('<')] : [asc, sql.raw('>')];
  return (entries: Selectable<Found>, conditions: (SQL | undefined)[]) =>
    entries
      .where(and(...conditions, after === null ? undefined : sql`${id} ${comparison} ${param('after')}`))
      .orderBy(order(id))
      .limit(param('limit') as never);
}

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

/** The match as a condition on the table of statements, for whoever counts and joins these. */
export function matchCondition(from: Handle, match: Match): Condition<Tables> {
  return {
    name: 'match',
    values: { match: writeMatch(match, from.engine) },
    holds: (build) => {
      const { db, t, matches } = build;
      const found = db
        .select({ id: t.searchEntries.entityId })
        .from(sql`search_index`)
        .crossJoin(t.searchEntries)
        .where(and(matches('match'), sql`search_index.rowid = ${t.searchEntries.place}`));
      return sql`${t.statements.id} in ${found}`;
    },
  };
}

/** In this order on SQLite, which keeps the order of cross joins: the index says what is read, and in which order. */
function matching<Row>({ db, t }: Build<Tables>, { conditions }: Search, fields: Fields<Row>): Selectable<Row> {
  const entries = db.select(fields).from(sql`search_index`).crossJoin(t.searchEntries).$dynamic();
  return (conditions.length === 0 ? entries : entries.crossJoin(t.statements)) as unknown as Selectable<Row>;
}

const PLACE = sql<string>`cast(search_index.rowid as text)`;
type Fields<Row> = Record<keyof Row & string, SQL | SQLiteColumn>;

function foundFields({ t }: Build<Tables>, place: SQL = PLACE): Fields<Found> {
  const { entityId, words, more, facets, snapshot, start, end } = t.searchEntries;
  return { id: entityId, place, words, more, facets, snapshot, start, end };
}

function holding(build: Build<Tables>, { conditions, places }: Search): (SQL | undefined)[] {
  const { t, matches } = build;
  return [
    matches('match'),
    sql`search_index.rowid = ${t.searchEntries.place}`,
    ...(places ? placed(build, (place) => isBetween(build, place)) : []),
    ...(conditions.length === 0 ? [] : [eq(t.statements.id, t.searchEntries.entityId)]),
    ...conditions.map(({ holds }) => holds(build)),
  ];
}

/** Said of both tables: PostgreSQL would read one of them from its end to there, however far that is. */
function placed({ t }: Build<Tables>, holds: (place: SQL) => SQL): SQL[] {
  return [holds(sql`search_index.rowid`), holds(sql`${t.searchEntries.place}`)];
}

function isBetween({ param }: Build<Tables>, place: SQL): SQL {
  return sql`${place} >= ${param('placesFrom')} and ${place} < ${param('placesBefore')}`;
}

function shapeOf({ conditions, places }: Search): string {
  return `${conditions.map(({ name }) => name).join(' ')}${places ? ' in range' : ''}`;
}

function valuesOf(from: Handle, { match, conditions, places }: Search): Record<string, unknown> {
  return Object.assign(
    { match: writeMatch(match, from.engine) },
    places && { placesFrom: places.from, placesBefore: places.before },
    ...conditions.map(({ values }) => values),
  );
}
