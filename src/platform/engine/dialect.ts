import { Column, is, ne, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import * as postgres from 'drizzle-orm/pg-core';
import * as sqlite from 'drizzle-orm/sqlite-core';
import { ID_PREFIXES, type Kind } from '../../kernel/id.ts';
import {
  anyKeyCodec,
  bytesMapping,
  type Codec,
  idTextCodec,
  keyCodec,
  mappingOf,
  timeCodec,
  wordCodec,
} from './codec.ts';

/** How values of a column are stored where JSON of them as they are would say too much. */
type Packing<Value, Stored> = { pack(value: Value): Stored; unpack(stored: Stored): Value };

const sqliteBigInteger = sqlite.customType<{ data: bigint; driverData: bigint }>({ dataType: () => 'integer' });

type Indexed = sqlite.SQLiteColumn | SQL;

/** SQLite ends each entry of an index with its row's key, so that one which is named last would stand there twice. */
function withoutRowid(columns: [Indexed, ...Indexed[]]): [Indexed, ...Indexed[]] {
  const last = columns.at(-1);
  return is(last, Column) && last.primary && last.getSQLType() === 'integer' && columns.length > 1
    ? (columns.slice(0, -1) as typeof columns)
    : columns;
}

/** Whole numbers are bound as such, since SQLite would take a JavaScript number for one with a fraction. */
function sqliteCoded(codec: Codec) {
  const column = sqlite.customType<{ data: string; driverData: unknown }>({
    dataType: () => (codec.isText ? 'text' : 'integer'),
    ...mappingOf(codec, codec.isText ? (text) => text : BigInt),
  });
  return (name: string) => column(name);
}

/** PostgreSQL's driver reads JSON by itself, SQLite's does not. */
function packedMapping<Value, Stored>({ pack, unpack }: Packing<Value, Stored>) {
  return {
    toDriver: (value: Value) => (value === null ? null : JSON.stringify(pack(value))),
    fromDriver: (stored: unknown) => unpack(typeof stored === 'string' ? JSON.parse(stored) : stored),
  };
}

function textMapping({ pack, unpack }: Packing<string, string>) {
  return {
    toDriver: (text: string) => (text === null ? null : pack(text)),
    fromDriver: (stored: unknown) => unpack(String(stored)),
  };
}

const sqliteKeys = Object.fromEntries(
  (Object.keys(ID_PREFIXES) as Kind[]).map((kind) => [kind, sqliteCoded(keyCodec(kind))]),
) as Record<Kind, ReturnType<typeof sqliteCoded>>;
const sqliteAnyKey = sqliteCoded(anyKeyCodec);
const sqliteTime = sqliteCoded(timeCodec);
const sqliteIdText = sqliteCoded(idTextCodec);

/**
 * The column builders that a table is defined with, once for both engines.
 *
 * SQLite's give the TypeScript types; PostgreSQL's have the same names and the same row types: text sorts by code point,
 * whole numbers are JavaScript numbers, JSON is JSON. Keys, times and words are text in rows and numbers in the database.
 */
export const sqliteDialect = {
  engine: 'sqlite' as 'sqlite' | 'postgres',
  table: sqlite.sqliteTable,
  text: (name: string) => sqlite.text(name),
  integer: (name: string) => sqlite.integer(name),
  /** What rows of a kind are stored and found by: their ids in TypeScript. The same where others refer to them. */
  key: (name: string, kind: Kind) => sqliteKeys[kind](name),
  /** The key of what another column tells the kind of. Ids are written to it, and it is read with that kind. */
  anyKey: (name: string) => sqliteAnyKey(name),
  /** Ids of several kinds, alone or with other words; what a query writes to it, it writes with `idText`. */
  idText: (name: string) => sqliteIdText(name),
  /** A point in time that is sorted by: RFC 3339 in UTC with milliseconds. */
  time: (name: string) => sqliteTime(name),
  /** One of a few words, given in the order of the alphabet, that stands in an index. */
  word: <Word extends string>(name: string, words: readonly Word[]) =>
    sqliteCoded(wordCodec(words))(name).$type<Word>(),
  /** Digests and other bytes: in hex in TypeScript, half as long in the database. */
  bytes: (name: string) =>
    sqlite.customType<{ data: string; driverData: unknown }>({ dataType: () => 'blob', ...bytesMapping })(name),
  /** A whole number beyond what JavaScript counts exactly; read it as text. */
  bigInteger: (name: string) => sqliteBigInteger(name),
  real: (name: string) => sqlite.real(name),
  boolean: (name: string) => sqlite.integer(name, { mode: 'boolean' }),
  json: <Value>(name: string) =>
    sqlite.customType<{ data: Value; driverData: unknown }>({
      dataType: () => 'text',
      ...packedMapping<Value, Value>({ pack: (value) => value, unpack: (stored) => stored }),
    })(name),
  packedJson: <Value, Stored>(name: string, packing: Packing<Value, Stored>) =>
    sqlite.customType<{ data: Value; driverData: unknown }>({ dataType: () => 'text', ...packedMapping(packing) })(
      name,
    ),
  /** Text that is stored in fewer letters. */
  packedText: (name: string, packing: Packing<string, string>) =>
    sqlite.customType<{ data: string; driverData: unknown }>({ dataType: () => 'text', ...textMapping(packing) })(name),
  index: ((name: string) => ({
    on: (...columns: [Indexed, ...Indexed[]]) => sqlite.index(name).on(...withoutRowid(columns)),
  })) as typeof sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
  primaryKey: sqlite.primaryKey,
  /** The condition of an index that holds only the rows where a column of `word` has another of the words than this one. */
  isOther: <Word extends string>(column: SQLWrapper, words: readonly Word[], word: Word) =>
    sql`${column} <> ${sql.raw(String(wordCodec(words).encode(word)))}`,
  /** The condition of an index that holds only the rows whose two columns differ. */
  differ: ne,
  /** Any other, in what both engines read alike. */
  condition: sql,
};

export type Dialect = typeof sqliteDialect;

/** Text compared by code point, whatever locale the server was set up with. */
const plainText = postgres.customType<{ data: string; driverData: string }>({ dataType: () => 'text COLLATE "C"' });

function postgresCoded(codec: Codec, dataType: 'bigint' | 'smallint' | 'text COLLATE "C"') {
  const column = postgres.customType<{ data: string; driverData: unknown }>({
    dataType: () => dataType,
    ...mappingOf(codec, (stored) => stored),
  });
  return (name: string) => column(name);
}

export const postgresDialect = {
  engine: 'postgres',
  table: postgres.pgTable,
  text: (name: string) => plainText(name),
  integer: (name: string) => postgres.bigint(name, { mode: 'number' }),
  key: (name: string, kind: Kind) => postgresCoded(keyCodec(kind), 'bigint')(name),
  anyKey: (name: string) => postgresCoded(anyKeyCodec, 'bigint')(name),
  idText: (name: string) => postgresCoded(idTextCodec, 'text COLLATE "C"')(name),
  time: (name: string) => postgresCoded(timeCodec, 'bigint')(name),
  word: (name: string, words: readonly string[]) => postgresCoded(wordCodec(words), 'smallint')(name),
  bytes: (name: string) =>
    postgres.customType<{ data: string; driverData: unknown }>({ dataType: () => 'bytea', ...bytesMapping })(name),
  bigInteger: (name: string) => postgres.bigint(name, { mode: 'bigint' }),
  real: (name: string) => postgres.doublePrecision(name),
  boolean: (name: string) => postgres.boolean(name),
  json: (name: string) => postgres.json(name),
  packedJson: (name: string, packing: Packing<unknown, unknown>) =>
    postgres.customType<{ data: unknown; driverData: unknown }>({ dataType: () => 'json', ...packedMapping(packing) })(
      name,
    ),
  packedText: (name: string, packing: Packing<string, string>) =>
    postgres.customType<{ data: string; driverData: unknown }>({
      dataType: () => 'text COLLATE "C"',
      ...textMapping(packing),
    })(name),
  index: postgres.index,
  uniqueIndex: postgres.uniqueIndex,
  primaryKey: postgres.primaryKey,
  isOther: sqliteDialect.isOther,
  differ: ne,
  condition: sql,
} as unknown as Dialect;

/** The columns that every entity has. */
export function entityColumns(d: Dialect, kind: Kind) {
  return {
    id: d.key('id', kind).primaryKey(),
    revision: d.integer('revision').notNull(),
    createdAt: d.time('created_at').notNull(),
    updatedAt: d.time('updated_at').notNull(),
  };
}
