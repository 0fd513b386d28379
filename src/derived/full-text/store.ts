import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Build } from '../../platform/engine/engine.ts';
import { allOf, type Condition, type Selectable } from '../../platform/engine/pages.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import { countFew } from './count-store.ts';
import {
  entityOf,
  type Fields,
  type Found,
  foundFields,
  holding,
  matching,
  PLACE,
  placed,
  type Search,
  shapeOf,
  valuesOf,
} from './search.ts';

type Direction = 'newest' | 'oldest';
type PageRequest = { limit: number; after: string | null };

/** By date, then as entered: the order in which the index itself lies, so a page costs the same however much is found. */
export function matchesByDate(
  from: Handle,
  search: Search,
  direction: Direction,
  asked: PageRequest,
): Promise<{ id: string; place: string }[]> {
  return byDate<{ id: string; place: string }>(from, search, direction, asked, 'matches', ({ t }) => ({
    id: entityOf(t),
    place: PLACE,
  }));
}

/** The same with the entries' words. */
export function entriesByDate(
  from: Handle,
  search: Search,
  direction: Direction,
  asked: PageRequest,
): Promise<Found[]> {
  return byDate(from, search, direction, asked, 'entries', foundFields);
}

async function byDate<Row>(
  from: Handle,
  search: Search,
  direction: Direction,
  { limit, after }: PageRequest,
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
        .limit(build.bound('limit')),
    { ...valuesOf(from, search), limit, ...(after !== null && { afterPlace: BigInt(after) }) },
  );
}

/** Statements that are found, by id, which is the order of creation: all that is found is read and sorted. */
export function entriesById(from: Handle, search: Search, direction: Direction, asked: PageRequest): Promise<Found[]> {
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
export function everyEntryById(from: Handle, direction: Direction, asked: PageRequest): Promise<Found[]> {
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
      )(entries as unknown as Selectable<Found>, [
        eq(searchEntries.entityId, statements.id),
        eq(searchEntries.kind, 'statement'),
      ]);
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
  const { name, values, holds } = allOf(conditions);
  const rows = await from.query(
    `statements that fulfil ${name}`,
    (build) => {
      const { id } = build.t.statements;
      return build.db
        .select({ id })
        .from(build.t.statements)
        .where(and(build.oneOf(id, 'found'), holds(build)));
    },
    { ...values, found: [...ids] },
  );
  return new Set(rows.map(({ id }) => id));
}

function inOrderOfIds({ param, bound }: Build<Tables>, id: SQLiteColumn, direction: Direction, { after }: PageRequest) {
  const [order, comparison] = direction === 'newest' ? [desc, sql.raw('<')] : [asc, sql.raw('>')];
  return (entries: Selectable<Found>, conditions: (SQL | undefined)[]) =>
    entries
      .where(and(...conditions, after === null ? undefined : sql`${id} ${comparison} ${param('after')}`))
      .orderBy(order(id))
      .limit(bound('limit'));
}
