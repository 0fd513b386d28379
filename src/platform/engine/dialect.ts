import { ne, sql } from 'drizzle-orm';
import * as postgres from 'drizzle-orm/pg-core';
import * as sqlite from 'drizzle-orm/sqlite-core';

const sqliteBigInteger = sqlite.customType<{ data: bigint; driverData: bigint }>({ dataType: () => 'integer' });

/**
 * The column builders that a table is defined with, once for both engines.
 *
 * SQLite's give the TypeScript types; PostgreSQL's have the same names and the same row types: ids, dates and
 * enumerations are text that sorts by code point, whole numbers are JavaScript numbers, JSON is JSON.
 */
export const sqliteDialect = {
  engine: 'sqlite' as 'sqlite' | 'postgres',
  table: sqlite.sqliteTable,
  text: (name: string) => sqlite.text(name),
  integer: (name: string) => sqlite.integer(name),
  /** A whole number beyond what JavaScript counts exactly; read it as text. */
  bigInteger: (name: string) => sqliteBigInteger(name),
  real: (name: string) => sqlite.real(name),
  boolean: (name: string) => sqlite.integer(name, { mode: 'boolean' }),
  json: <Value>(name: string) => sqlite.text(name, { mode: 'json' }).$type<Value>(),
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
  primaryKey: sqlite.primaryKey,
  /** The condition of an index that holds only the rows whose two columns differ. */
  differ: ne,
  /** Any other, in what both engines read alike. */
  condition: sql,
};

export type Dialect = typeof sqliteDialect;

/** Text compared by code point, whatever locale the server was set up with. */
const plainText = postgres.customType<{ data: string; driverData: string }>({ dataType: () => 'text COLLATE "C"' });

export const postgresDialect = {
  engine: 'postgres',
  table: postgres.pgTable,
  text: (name: string) => plainText(name),
  integer: (name: string) => postgres.bigint(name, { mode: 'number' }),
  bigInteger: (name: string) => postgres.bigint(name, { mode: 'bigint' }),
  real: (name: string) => postgres.doublePrecision(name),
  boolean: (name: string) => postgres.boolean(name),
  json: (name: string) => postgres.json(name),
  index: postgres.index,
  uniqueIndex: postgres.uniqueIndex,
  primaryKey: postgres.primaryKey,
  differ: ne,
  condition: sql,
} as unknown as Dialect;

/** The columns that every entity has. */
export function entityColumns(d: Dialect) {
  return {
    id: d.text('id').primaryKey(),
    revision: d.integer('revision').notNull(),
    createdAt: d.text('created_at').notNull(),
    updatedAt: d.text('updated_at').notNull(),
  };
}
