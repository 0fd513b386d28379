import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Build } from '../platform/engine/engine.ts';
import type { Condition, Selectable } from '../platform/engine/pages.ts';
import type { Handle, Tables } from '../tables.ts';
import { type Match, writeMatch } from './match.ts';

/**
 * What is looked for: a match that asks for words, and conditions on the table of statements that no facet of the match
 * says already. With such conditions only statements are found.
 */
export type Search = { match: Match; conditions: readonly Condition<Tables>[] };

/** An entry that was found, with what ranks and shows it. `place` orders by date; it is a whole number as text. */
export type Found = {
  id: string;
  place: string;
  words: string;
  more: string;
  snapshot: number | null;
  start: number | null;
  end: number | null;
};

/** By date, then as entered: the order in which the index itself lies, so a page costs the same however much is found. */
export function matchesByDate(
  from: Handle,
  search: Search,
  direction: 'newest' | 'oldest',
  { limit, after }: { limit: number; after: string | null },
): Promise<{ id: string; place: string }[]> {
  const [order, comparison] = direction === 'newest' ? [desc, sql.raw('<')] : [asc, sql.raw('>')];
  return from.query(
    `matches ${direction} ${shapeOf(search)}${after === null ? '' : ' after'}`,
    (build) =>
      matching<{ id: string; place: string }>(build, search, {
        id: build.t.searchEntries.entityId,
        place: PLACE,
      })
        .where(
          and(
            ...holding(build, search),
            after === null ? undefined : sql`search_index.rowid ${comparison} ${build.param('afterPlace')}`,
          ),
        )
        .orderBy(order(sql`search_index.rowid`))
        .limit(build.param('limit') as never),
    { ...valuesOf(from, search), limit, ...(after !== null && { afterPlace: BigInt(after) }) },
  );
}

/** How many matches are sorted by id; where there are more, the statements are walked by id until a page is full. */
const SORTED_MAX = 20_000;

/** Statements by id, which is the order of creation. */
export async function matchesById(
  from: Handle,
  search: Search,
  direction: 'newest' | 'oldest',
  { limit, after }: { limit: number; after: string | null },
): Promise<{ id: string }[]> {
  const isWalk = (await countUpTo(from, search.match, SORTED_MAX + 1)) > SORTED_MAX;
  const [order, comparison] = direction === 'newest' ? [desc, sql.raw('<')] : [asc, sql.raw('>')];
  return from.query(
    `matches by id ${direction} ${isWalk ? 'walked ' : ''}${shapeOf(search)}${after === null ? '' : ' after'}`,
    (build) => {
      const { t, param } = build;
      const id = isWalk ? t.statements.id : t.searchEntries.entityId;
      return (isWalk ? walking(build) : matching<{ id: string }>(build, search, { id: t.searchEntries.entityId }))
        .where(
          and(
            ...(isWalk ? [eq(t.searchEntries.entityId, t.statements.id)] : []),
            ...holding(build, isWalk ? { ...search, conditions: [] } : search),
            ...(isWalk ? search.conditions.map(({ holds }) => holds(build)) : []),
            after === null ? undefined : sql`${id} ${comparison} ${param('afterId')}`,
          ),
        )
        .orderBy(order(id))
        .limit(param('limit') as never);
    },
    { ...valuesOf(from, search), limit, ...(after !== null && { afterId: after }) },
  );
}

/** The newest entries that are found, of those up to a place. */
export function newestFound(from: Handle, search: Search, limit: number, upTo: string | null): Promise<Found[]> {
  return from.query(
    `newest found ${shapeOf(search)}${upTo === null ? '' : ' up to'}`,
    (build) => {
      const { entityId, words, more, snapshot, start, end } = build.t.searchEntries;
      return matching<Found>(build, search, { id: entityId, place: PLACE, words, more, snapshot, start, end })
        .where(
          and(...holding(build, search), upTo === null ? undefined : sql`search_index.rowid <= ${build.param('upTo')}`),
        )
        .orderBy(desc(sql`search_index.rowid`))
        .limit(build.param('limit') as never);
    },
    { ...valuesOf(from, search), limit, ...(upTo !== null && { upTo: BigInt(upTo) }) },
  );
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

async function countUpTo(from: Handle, match: Match, max: number): Promise<number> {
  const rows = await from.query(
    'count of matches up to',
    ({ db, matches, param }) => {
      const capped = sql`(select 1 from search_index where ${matches('match')} limit ${param('max')}) as capped`;
      return db.select({ n: sql`count(*)`.mapWith(Number) }).from(capped);
    },
    { match: writeMatch(match, from.engine), max },
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

function walking({ db, t }: Build<Tables>): Selectable<{ id: string }> {
  return db
    .select({ id: t.statements.id })
    .from(t.statements)
    .crossJoin(t.searchEntries)
    .crossJoin(sql`search_index`)
    .$dynamic() as unknown as Selectable<{ id: string }>;
}

const PLACE = sql<string>`cast(search_index.rowid as text)`;
type Fields<Row> = Record<keyof Row & string, SQL | SQLiteColumn>;

function holding(build: Build<Tables>, { conditions }: Search): (SQL | undefined)[] {
  const { t, matches } = build;
  return [
    matches('match'),
    sql`search_index.rowid = ${t.searchEntries.place}`,
    ...(conditions.length === 0 ? [] : [eq(t.statements.id, t.searchEntries.entityId)]),
    ...conditions.map(({ holds }) => holds(build)),
  ];
}

function shapeOf({ conditions }: Search): string {
  return conditions.map(({ name }) => name).join(' ');
}

function valuesOf(from: Handle, { match, conditions }: Search): Record<string, unknown> {
  return Object.assign({ match: writeMatch(match, from.engine) }, ...conditions.map(({ values }) => values));
}
