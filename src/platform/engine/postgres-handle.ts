import { Param, type SQL, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { alias } from 'drizzle-orm/pg-core';
import type pg from 'pg';
import { type Codec, codecOf, comparingEach, placeholderFor } from './codec.ts';
import type { Build, Db, Expressions, Handle, ReadSnapshots } from './engine.ts';
import { codeOfWord, idTextOf, keyInAnyText, wordTextOf } from './id-text.ts';
import { NOTHING_LASTS } from './lasting.ts';
import type { LetBy } from './letting-by.ts';
import { PREPARED_MAX, PreparedQueries, type StatementNames } from './prepared.ts';
import { asFailure } from './refusals.ts';
import { tuplesGiven } from './tuples.ts';

const expressions: Expressions = {
  param: (name, column) => sql`${placeholderFor(name, column)}`,
  bound: (name) => sql.placeholder(name),
  oneOf: (column, name) => sql`${column} = any(${listOf(name, codecOf(column))})`,
  contains: (column, name) => sql`strpos(${column}, ${sql.placeholder(name)}) > 0`,
  alias: (table, name) => alias(table as never, name) as unknown as typeof table,
  // It knows by itself, since a value is given.
  rarely: (condition) => condition,
  matches: (name) => sql`search_index.vector @@ ${sql.placeholder(name)}::tsquery`,
  rowsOf: (name) => sql`(select unnest(${listOf(name)}) as value)`,
  tuplesOf: (name, columns) => {
    const given = tuplesGiven(name, columns);
    const parts = given.columns.map(({ name: column, isNumber }, at) =>
      isNumber ? `cast(value ->> ${at} as bigint) as ${column}` : `value ->> ${at} as ${column}`,
    );
    return sql`(select ${sql.raw(parts.join(', '))} from json_array_elements(${given.list}::json) as value)`;
  },
  idText: idTextOf,
  keyIn: keyInAnyText,
  wordText: wordTextOf,
  codeOfWord,
  beginning: (time, letters) => sql`to_char(to_timestamp(${time} / 1000.0) at time zone 'UTC', ${FORMATS[letters]})`,
};

const FORMATS = { 4: sql.raw("'YYYY'"), 7: sql.raw("'YYYY-MM'"), 10: sql.raw("'YYYY-MM-DD'") };

function listOf(name: string, codec?: Codec): SQL {
  const encodeEach = comparingEach(codec);
  const list = new Param(sql.placeholder(name), {
    mapToDriverValue: (values: unknown) => encodeEach(values as readonly unknown[]),
  });
  return sql`${list}::${sql.raw(codec && !codec.isText ? 'bigint' : 'text')}[]`;
}

export function handleOn<Tables>(
  client: pg.Pool | pg.PoolClient,
  t: Tables,
  names: StatementNames,
  refuse?: (error: unknown) => never,
): Handle<Tables> {
  const db = drizzle({ client }) as unknown as Db;
  const prepared = new PreparedQueries(names);
  const from = { ...expressions, db, t };
  async function query<Rows>(
    name: string,
    build: (from: Build<Tables>) => PromiseLike<Rows>,
    values: Record<string, unknown> = {},
  ): Promise<Rows> {
    try {
      return (await prepared.get(name, () => build(from)).execute(values)) as Rows;
    } catch (error) {
      if (refuse) refuse(error);
      throw error;
    }
  }
  return {
    engine: 'postgres',
    db,
    t,
    query,
    // Others commit at any time, and nothing tells of it.
    lookUp: query,
    cache: () => new Map(),
    lasting: () => NOTHING_LASTS,
  };
}

/**
 * Tells of a connection whether it is to be replaced once it is free, since it holds as many statements that are not
 * used any more as are kept for use.
 */
export function wearOf(pool: pg.Pool, names: StatementNames): (client: pg.PoolClient) => boolean {
  const goneBefore = new WeakMap<pg.PoolClient, number>();
  pool.on('connect', (client) => goneBefore.set(client, names.gone()));
  return (client) => names.gone() - (goneBefore.get(client) ?? 0) >= PREPARED_MAX;
}

/** The pool for single queries, which replaces connections that are worn. */
export function replacingWorn(pool: pg.Pool, isWorn: (client: pg.PoolClient) => boolean): pg.Pool {
  const query = async (...asked: Parameters<pg.PoolClient['query']>) => {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      return await client.query(...asked);
    } catch (error) {
      broken = error as Error;
      throw error;
    } finally {
      client.release(broken ?? isWorn(client));
    }
  };
  return Object.assign(Object.create(pool), { query });
}

/**
 * A handle on one connection, which answers one query after another, in the order in which they were asked; `inTurn` does among them
 * what is no query of the handle, and `idle` resolves once all is answered.
 */
export type OneByOne<Tables> = {
  handle: Handle<Tables>;
  inTurn<Result>(work: () => Promise<Result>): Promise<Result>;
  idle(): Promise<unknown>;
};

/** That of each connection, so that what was prepared on it is good for the next transaction, too. */
export function handlesOn<Tables>(
  tables: Tables,
  names: StatementNames,
  letBy: LetBy = (query) => query(),
): (client: pg.PoolClient) => OneByOne<Tables> {
  const known = new WeakMap<pg.PoolClient, OneByOne<Tables>>();
  return (client) => {
    const one = known.get(client) ?? oneByOne(handleOn(client, tables, names), letBy);
    known.set(client, one);
    return one;
  };
}

function oneByOne<Tables>(handle: Handle<Tables>, letBy: LetBy): OneByOne<Tables> {
  let last: Promise<unknown> = Promise.resolve();
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const answer = last.then(work);
    last = answer.catch(() => {});
    return answer;
  }
  return {
    handle: {
      ...handle,
      query: (...asked) => inTurn(() => letBy(() => handle.query(...asked))),
      lookUp: (...asked) => inTurn(() => handle.lookUp(...asked)),
    },
    inTurn,
    idle: () => last,
  };
}

export function readSnapshotsOn<Tables>(
  pool: pg.Pool,
  handleOf: (client: pg.PoolClient) => OneByOne<Tables>,
  isWorn: (client: pg.PoolClient) => boolean,
): ReadSnapshots<Tables>['readSnapshot'] {
  return async (work) => {
    const client = await pool.connect().catch((error) => {
      throw asFailure(error);
    });
    const { handle, idle } = handleOf(client);
    let broken: Error | undefined;
    try {
      await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
      return await work(handle);
    } catch (error) {
      throw asFailure(error);
    } finally {
      await idle();
      await client.query('COMMIT').catch((failed) => {
        broken = failed;
      });
      client.release(broken ?? isWorn(client));
    }
  };
}
