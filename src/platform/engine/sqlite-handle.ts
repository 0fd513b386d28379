import type Database from 'better-sqlite3';
import { Param, type Placeholder, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { alias } from 'drizzle-orm/sqlite-core';
import { atEndOfRound } from '../loop-turns.ts';
import { type Codec, codecOf, comparingEach, placeholderFor } from './codec.ts';
import type { Build, Db, Expressions, Handle } from './engine.ts';
import { codeOfWord, idTextOf, keyInText, wordTextOf } from './id-text.ts';
import { type LastingPlace, NO_PLACE, NOTHING_LASTS } from './lasting.ts';
import { LookUps } from './look-ups.ts';
import { PreparedQueries } from './prepared.ts';
import { tuplesGiven } from './tuples.ts';

const expressions: Expressions = {
  param: (name, column) => sql`+${placeholderFor(name, column)}`,
  bound: (name) => sql`+${sql.placeholder(name)}` as unknown as Placeholder,
  oneOf: (column, name) => sql`${column} in (select value from json_each(${listOf(name, codecOf(column))}))`,
  contains: (column, name) => sql`instr(${column}, +${sql.placeholder(name)}) > 0`,
  alias: (table, name) => alias(table, name) as unknown as typeof table,
  rarely: (condition) => sql`likelihood(${condition}, 0.0001)`,
  matches: (name) => sql`search_index match ${sql.placeholder(name)}`,
  rowsOf: (name) => sql`(select value from json_each(${listOf(name)}))`,
  tuplesOf: (name, columns) => {
    const given = tuplesGiven(name, columns);
    const parts = given.columns.map((column, at) => `json_extract(value, '$[${at}]') as ${column.name}`);
    return sql`(select ${sql.raw(parts.join(', '))} from json_each(${given.list}))`;
  },
  idText: idTextOf,
  keyIn: keyInText,
  wordText: wordTextOf,
  codeOfWord,
  beginning: (time, letters) => sql`strftime(${FORMATS[letters]}, ${time} / 1000.0, 'unixepoch')`,
};

const FORMATS = { 4: sql.raw("'%Y'"), 7: sql.raw("'%Y-%m'"), 10: sql.raw("'%Y-%m-%d'") };

/** Lists travel as JSON. */
function listOf(name: string, codec?: Codec): Param {
  const encodeEach = comparingEach(codec);
  return new Param(sql.placeholder(name), {
    mapToDriverValue: (values: unknown) => JSON.stringify(encodeEach(values as readonly unknown[])),
  });
}

/** What is kept at most; then it begins anew. */
const KEPT_MAX = 20_000;

export function handleOn<Tables>(connection: Database.Database, t: Tables): Handle<Tables> {
  return handleOver(drizzle({ client: connection }), t);
}

/** A handle that writes, and remembers what it looked up. */
export type WritingHandle<Tables> = Handle<Tables> & {
  /** Before a transaction: forgets what it remembers where others have committed since. */
  begin(): void;
  /** Forgets all that it remembers. */
  forget(): void;
};

/**
 * The same on the connection that writes. What it looks up it remembers as long as nobody writes to the tables of the
 * query: it hears of its own writes, and SQLite tells it of commits of others.
 */
export function writerOn<Tables>(connection: Database.Database, t: Tables): WritingHandle<Tables> {
  const versions = connection.prepare<[], number>('pragma data_version').pluck();
  const lookUps = new LookUps(t as object);
  const handle = handleOver(drizzle({ client: connection }), t, lookUps);
  let version: number | undefined;
  return {
    ...handle,
    begin() {
      const now = versions.get();
      if (now !== version) lookUps.forget();
      version = now;
    },
    forget: () => lookUps.forget(),
  };
}

/** A handle that only reads, and keeps what it found until something is committed. */
export type KeepingHandle<Tables> = Handle<Tables> & {
  /** Leaves behind all that it keeps. */
  leaveKept(): void;
  /** Another one once a look at the cache saw that something was committed. */
  moment(): number;
};

/** The same on a connection that only reads, so that SQLite tells it of every commit: those are of other connections. */
export function readerOn<Tables>(connection: Database.Database, t: Tables): KeepingHandle<Tables> {
  const versions = connection.prepare<[], number>('pragma data_version').pluck();
  let version: number | undefined;
  let kept = new Map<string, unknown>();
  return {
    ...handleOn(connection, t),
    cache() {
      const now = versions.get();
      // Never emptied but left behind: who still reads may put into it what is no longer true.
      if (now !== version || kept.size > KEPT_MAX) kept = new Map();
      version = now;
      return kept;
    },
    leaveKept() {
      kept = new Map();
    },
    moment: () => version ?? 0,
  };
}

/** Reads one moment of the record in each round of the event loop. */
export type RoundReader<Tables> = KeepingHandle<Tables> & {
  /** Lets the moment go, so that what is read next has what was committed until then. */
  letGo(): void;
};

/**
 * The same where all that is read in one round of the event loop is of one moment: SQLite takes a lock, and looks what was
 * committed, once for all of it, and not with each query. That moment is after whatever is answered in the round was asked.
 */
export function readerByRounds<Tables>(
  connection: Database.Database,
  t: Tables,
  lasting: LastingPlace = NO_PLACE,
): RoundReader<Tables> {
  const reader = readerOn(connection, t);
  const [begin, end] = [connection.prepare('BEGIN'), connection.prepare('COMMIT')];
  let known: Map<string, unknown> | null = null;

  function letGo(): void {
    if (known === null) return;
    known = null;
    if (connection.open && connection.inTransaction) end.run();
  }

  function hold(): Map<string, unknown> {
    if (known !== null) {
      if (known.size > KEPT_MAX) known = reader.cache();
      return known;
    }
    begin.run();
    try {
      // The moment is that of the first look.
      known = reader.cache();
    } catch (error) {
      end.run();
      throw error;
    }
    atEndOfRound(letGo);
    return known;
  }

  const held =
    <Arguments extends unknown[], Result>(read: (...of: Arguments) => Result) =>
    (...of: Arguments): Result => {
      hold();
      return read(...of);
    };
  return {
    ...reader,
    query: held(reader.query),
    lookUp: held(reader.lookUp),
    cache: hold,
    lasting: held(() => lasting.at(reader.moment())),
    leaveKept() {
      reader.leaveKept();
      lasting.leave();
    },
    letGo,
  };
}

/** A handle over any builder that speaks SQLite. */
export function handleOver<Tables>(db: Db, t: Tables, lookUps: LookUps | null = null): Handle<Tables> {
  const prepared = new PreparedQueries(null);
  const from = { ...expressions, db, t };
  async function query<Rows>(
    name: string,
    build: (from: Build<Tables>) => PromiseLike<Rows>,
    values: Record<string, unknown> = {},
  ): Promise<Rows> {
    const known = prepared.get(name, () => build(from));
    const result = known.execute(values);
    lookUps?.heed(known);
    // What a connection of this process answers is there at once; to await it takes longer than a short query.
    return (isThere(result) ? result.sync() : await result) as Rows;
  }
  return {
    engine: 'sqlite',
    db,
    t,
    query,
    async lookUp(name, build, values = {}) {
      if (lookUps === null) return query(name, build, values);
      const known = prepared.get(name, () => build(from));
      return lookUps.of(name, known, values, () => query(name, build, values));
    },
    cache: () => new Map(),
    lasting: () => NOTHING_LASTS,
  };
}

function isThere(result: unknown): result is { sync(): unknown } {
  return typeof (result as { sync?: unknown }).sync === 'function';
}
