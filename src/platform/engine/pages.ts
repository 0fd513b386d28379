import { and, getTableColumns, gt, type Placeholder, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { cutPage, type Members, type Page } from '../../kernel/page.ts';
import { allOf, type Condition } from './conditions.ts';
import { countRows } from './counts.ts';
import type { Build, Handle } from './engine.ts';

export { allOf, type Condition } from './conditions.ts';

export type Paging = {
  limit: number;
  after: readonly string[] | null;
  count: boolean;
  /** What is shown of each, where that is not all; whoever finds it easier may give more. */
  members?: Members;
};

/** True where the column is one of the values; with a single one written so that the order of an index is kept. */
export function isOneOf<Tables>(
  name: string,
  column: (t: Tables) => SQLiteColumn,
  values: readonly string[] | undefined,
): Condition<Tables>[] {
  if (values === undefined) return [];
  const single = values.length === 1;
  return [
    {
      name: single ? name : `${name}s`,
      values: { [name]: single ? values[0] : [...values] },
      holds: ({ t, param, oneOf }) => (single ? sql`${column(t)} = ${param(name)}` : oneOf(column(t), name)),
    },
  ];
}

/** The same, where an index of the table begins with the column: the rows that fulfil it are found without reading others. */
export function isOneOfIndexed<Tables>(
  name: string,
  column: (t: Tables) => SQLiteColumn,
  values: readonly string[] | undefined,
): Condition<Tables>[] {
  return isOneOf(name, column, values).map((condition) => ({ ...condition, isIndexed: true }));
}

/** A query without WHERE, ORDER BY and LIMIT. */
export type Selectable<Row> = PromiseLike<Row[]> & {
  where(condition: SQL | undefined): Selectable<Row>;
  orderBy(...columns: (SQLiteColumn | SQL)[]): Selectable<Row>;
  limit(limit: number | Placeholder): Selectable<Row>;
};

/**
 * One page of a table in the order of creation, oldest first, by the row value of its key.
 * `select` gives the query without WHERE, ORDER BY and LIMIT; conditions speak of the table itself.
 */
export async function pageInOrderOfCreation<Tables extends Record<string, SQLiteTable>, Row extends { id: string }>(
  from: Handle<Tables>,
  table: keyof Tables & string,
  select: (from: Build<Tables>) => unknown,
  conditions: Condition<Tables>[],
  { limit, after, count }: Paging,
): Promise<Page<Row, readonly string[]>> {
  const { name: shape, values, holds } = allOf(conditions);
  const idOf = (t: Tables) => getTableColumns(t[table] as SQLiteTable).id as SQLiteColumn;
  const rows = await from.query(
    `page of ${table} ${shape}${after ? ' after' : ''}`,
    (build) =>
      (select(build) as Selectable<Row>)
        .where(and(holds(build), after ? gt(idOf(build.t), build.param('after')) : undefined))
        .orderBy(idOf(build.t))
        .limit(build.bound('limit')),
    { ...values, limit: limit + 1, ...(after && { after: after[0] }) },
  );
  const page = cutPage(rows, limit, ({ id }): readonly string[] => [id]);
  return count ? { ...page, ...(await countRows(from, { table, conditions })) } : page;
}

/** Which of the rows after a place are read: all, or in two reads those of its date and then those of other dates. */
export type PartAfter = 'all' | 'of the date' | 'of other dates';

/**
 * Rows after a place in an order of dates, then of ids, as far as `limit`.
 *
 * SQLite finds a place among rows of one date only when asked for these alone: of two columns compared at once it uses
 * the date, and reads the rest, where the id is the row's key.
 */
export async function rowsAfter<Row>(
  { engine }: { engine: 'sqlite' | 'postgres' },
  limit: number,
  read: (part: PartAfter, limit: number) => Promise<Row[]>,
): Promise<Row[]> {
  if (engine === 'postgres') return read('all', limit);
  const rows = await read('of the date', limit);
  return rows.length < limit ? [...rows, ...(await read('of other dates', limit - rows.length))] : rows;
}

/** True for that part of the rows after the place whose date and id are given under these names. */
export function isAfterPlace<Tables>(
  { param }: Build<Tables>,
  part: PartAfter,
  [date, dateName]: [SQLiteColumn, string],
  [id, idName]: [SQLiteColumn, string],
  direction: 'asc' | 'desc',
): SQL {
  const after = sql.raw(direction === 'asc' ? '>' : '<');
  if (part === 'all') return sql`(${date}, ${id}) ${after} (${param(dateName)}, ${param(idName)})`;
  if (part === 'of other dates') return sql`${date} ${after} ${param(dateName)}`;
  return sql`${date} = ${param(dateName)} and ${id} ${after} ${param(idName)}`;
}
