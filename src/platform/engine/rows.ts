import { eq, getTableColumns, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Build, Handle, Tx } from './engine.ts';
import { OR_NULL } from './parameter-filler.ts';
import type { Remembering } from './remembering.ts';

export type AnyTables = Record<string, SQLiteTable>;
type Row<Tables extends AnyTables, Name extends keyof Tables> = Tables[Name]['$inferSelect'];
type NewRow<Tables extends AnyTables, Name extends keyof Tables> = Tables[Name]['$inferInsert'];

/** Stores one row; what it leaves out is null. */
export async function insertRow<Tables extends AnyTables, Name extends keyof Tables & string>(
  tx: Tx<Tables>,
  table: Name,
  row: NewRow<Tables, Name>,
): Promise<void> {
  if (tx.hold) return tx.hold(table, row);
  const { columns, nothing, insert } = shapeOf(tx.t[table] as SQLiteTable, table);
  const isSqlite = tx.engine === 'sqlite';
  const nameOf = (column: string) => (isSqlite ? `${column}${OR_NULL}` : column);
  await tx.query(
    insert,
    ({ db, t }) => db.insert(t[table] as SQLiteTable).values(placeholdersFor(columns, nameOf)),
    isSqlite ? row : { ...nothing, ...row },
  );
}

/** What every insert into a table needs: its columns, a row without any value, and the name of the query. */
type Shape = { columns: string[]; nothing: Readonly<Record<string, null>>; insert: string };
const shapes = new WeakMap<SQLiteTable, Shape>();

function shapeOf(table: SQLiteTable, name: string): Shape {
  const known = shapes.get(table);
  if (known) return known;
  const columns = Object.keys(getTableColumns(table));
  const nothing = Object.fromEntries(columns.map((column) => [column, null]));
  const shape = { columns, nothing, insert: `insert ${name}` };
  shapes.set(table, shape);
  return shape;
}

/**
 * How many rows are sent to a server together: as many as there are, in few sizes, each of which is prepared once, and so few
 * that an import soon reaches the next point at which it lets others by.
 */
const ROWS_AT_ONCE = [32, 16, 8, 4, 2];

/** Stores rows of one table, what they leave out as null; where each way to a server takes time, many at once. */
export async function insertRows<Tables extends AnyTables, Name extends keyof Tables & string>(
  tx: Tx<Tables>,
  table: Name,
  rows: readonly NewRow<Tables, Name>[],
): Promise<void> {
  let from = 0;
  for (const size of tx.engine === 'sqlite' ? [] : ROWS_AT_ONCE)
    for (; rows.length - from >= size; from += size) await insertTogether(tx, table, rows.slice(from, from + size));
  for (const row of rows.slice(from)) await insertRow(tx, table, row);
}

async function insertTogether<Tables extends AnyTables, Name extends keyof Tables & string>(
  tx: Tx<Tables>,
  table: Name,
  rows: readonly NewRow<Tables, Name>[],
): Promise<void> {
  const { columns } = shapeOf(tx.t[table] as SQLiteTable, table);
  const values: Record<string, unknown> = {};
  for (const [at, row] of rows.entries())
    for (const column of columns) values[`${column} ${at}`] = (row as Record<string, unknown>)[column] ?? null;
  await tx.query(
    `insert ${rows.length} ${table}`,
    ({ db, t }) =>
      db
        .insert(t[table] as SQLiteTable)
        .values(rows.map((_, at) => placeholdersFor(columns, (column) => `${column} ${at}`))),
    values,
  );
}

/** Overwrites the named columns of the row with this id. */
export async function updateRow<Tables extends AnyTables, Name extends keyof Tables & string>(
  tx: Tx<Tables>,
  table: Name,
  id: string,
  changes: Partial<NewRow<Tables, Name>>,
): Promise<void> {
  const columns = Object.keys(changes).sort();
  await tx.query(
    `update ${table} ${columns.join(' ')}`,
    ({ db, t, param }) =>
      db
        .update(t[table] as SQLiteTable)
        .set(placeholdersFor(columns))
        .where(eq(idOf(t[table] as SQLiteTable), param('id of the row'))),
    { ...(changes as object), 'id of the row': id },
  );
}

export async function deleteRow<Tables extends AnyTables, Name extends keyof Tables & string>(
  tx: Tx<Tables>,
  table: Name,
  id: string,
): Promise<void> {
  await tx.query(
    `delete ${table}`,
    ({ db, t, param }) => db.delete(t[table] as SQLiteTable).where(eq(idOf(t[table] as SQLiteTable), param('id'))),
    { id },
  );
}

export async function rowById<Tables extends AnyTables, Name extends keyof Tables & string>(
  from: Handle<Tables>,
  table: Name,
  id: string,
): Promise<Row<Tables, Name> | null> {
  const rows = await from.lookUp(
    `row of ${table}`,
    ({ db, t, param }) =>
      db
        .select()
        .from(t[table] as SQLiteTable)
        .where(eq(idOf(t[table] as SQLiteTable), param('id'))),
    { id },
  );
  return (rows[0] as Row<Tables, Name> | undefined) ?? null;
}

/** The row, kept from other writers until this transaction ends. */
export async function rowToWrite<Tables extends AnyTables, Name extends keyof Tables & string>(
  tx: Tx<Tables>,
  table: Name,
  id: string,
): Promise<Row<Tables, Name> | null> {
  // SQLite has one writer at a time; PostgreSQL locks the row.
  return tx.engine === 'sqlite' ? rowById(tx, table, id) : lockedRow(tx, table, id, 'update');
}

/** The row, which stays as it is for whoever refers to it until this transaction ends; others may refer to it too. */
export async function rowToRefer<Tables extends AnyTables, Name extends keyof Tables & string>(
  tx: Tx<Tables>,
  table: Name,
  id: string,
): Promise<Row<Tables, Name> | null> {
  return tx.engine === 'sqlite' ? rowById(tx, table, id) : lockedRow(tx, table, id, 'key share');
}

async function lockedRow<Tables extends AnyTables, Name extends keyof Tables & string>(
  tx: Tx<Tables>,
  table: Name,
  id: string,
  strength: 'update' | 'key share',
): Promise<Row<Tables, Name> | null> {
  // What is kept from being changed may be looked up once.
  const find = strength === 'key share' ? tx.lookUp : tx.query;
  const rows = await find(
    `row of ${table} for ${strength}`,
    ({ db, t, param }) => {
      const row = db
        .select()
        .from(t[table] as SQLiteTable)
        .where(eq(idOf(t[table] as SQLiteTable), param('id')));
      return locking(row, strength);
    },
    { id },
  );
  return (rows[0] as Row<Tables, Name> | undefined) ?? null;
}

/**
 * Looks rows up together, so that `rowById`, and in a transaction that may refer to them `rowToRefer`, finds each of them
 * known. Gives those that there are.
 */
export async function rowsAhead<Tables extends AnyTables, Name extends keyof Tables & string>(
  from: Handle<Tables> & Remembering,
  table: Name,
  ids: readonly string[],
  isReferred: boolean,
): Promise<Row<Tables, Name>[]> {
  if (ids.length === 0) return [];
  const isLocked = isReferred && from.engine === 'postgres';
  const rows = (await from.query(
    `rows of ${table} ahead${isLocked ? ' for key share' : ''}`,
    (build) => (isLocked ? locking(rowsAmong(build, table), 'key share') : rowsAmong(build, table)),
    { ids: [...new Set(ids)] },
  )) as (Row<Tables, Name> & { id: string })[];
  for (const row of rows) {
    from.know(`row of ${table}`, { id: row.id }, [row]);
    if (isLocked) from.know(`row of ${table} for key share`, { id: row.id }, [row]);
  }
  return rows;
}

/** Several rows in the order of their ids, kept from other writers until this transaction ends. */
export async function rowsToWrite<Tables extends AnyTables, Name extends keyof Tables & string>(
  tx: Tx<Tables>,
  table: Name,
  ids: readonly string[],
): Promise<Row<Tables, Name>[]> {
  if (ids.length === 0) return [];
  const rows = await tx.query(`rows of ${table} to write`, (build) => locking(rowsAmong(build, table), 'update'), {
    ids: [...ids],
  });
  return rows as Row<Tables, Name>[];
}

/** The rows with the given ids, in their order. */
function rowsAmong<Tables extends AnyTables>({ db, t, oneOf }: Build<Tables>, table: keyof Tables & string) {
  const id = idOf(t[table] as SQLiteTable);
  return db
    .select()
    .from(t[table] as SQLiteTable)
    .where(oneOf(id, 'ids'))
    .orderBy(id);
}

/** The query with a lock on its rows; on SQLite, which has one writer, the query as it is. */
function locking<Query extends object>(query: Query, strength: 'update' | 'key share'): Query {
  return 'for' in query && typeof query.for === 'function' ? query.for(strength) : query;
}

function idOf(table: SQLiteTable): SQLiteColumn {
  return getTableColumns(table).id as SQLiteColumn;
}

function placeholdersFor(columns: string[], nameOf = (column: string) => column): Record<string, unknown> {
  return Object.fromEntries(columns.map((column) => [column, sql.placeholder(nameOf(column))]));
}
