import { Param, type SQL, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { alias } from 'drizzle-orm/pg-core';
import type pg from 'pg';
import { type Codec, codecOf, comparingEach, placeholderFor } from './codec.ts';
import type { Db, Expressions, Handle, Moments } from './engine.ts';
import { idTextOf } from './id-text.ts';
import { PreparedQueries } from './prepared.ts';
import { asFailure } from './refusals.ts';

const expressions: Expressions = {
  param: (name, column) => sql`${placeholderFor(name, column)}`,
  oneOf: (column, name) => sql`${column} = any(${listOf(name, codecOf(column))})`,
  contains: (column, name) => sql`strpos(${column}, ${sql.placeholder(name)}) > 0`,
  alias: (table, name) => alias(table as never, name) as unknown as typeof table,
  matches: (name) => sql`search_index.vector @@ ${sql.placeholder(name)}::tsquery`,
  rowsOf: (name) => sql`(select unnest(${listOf(name)}) as value)`,
  idText: idTextOf,
  beginning: (time, letters) => sql`to_char(to_timestamp(${time} / 1000.0) at time zone 'UTC', ${FORMATS[letters]})`,
};

const FORMATS = { 4: sql.raw("'YYYY'"), 7: sql.raw("'YYYY-MM'"), 10: sql.raw("'YYYY-MM-DD'") };

function listOf(name: string, codec?: Codec): SQL {
  const encodeEach = comparingEach(codec);
  const list = new Param(sql.placeholder(name), {
    mapToDriverValue: (values: unknown) => encodeEach(values as readonly unknown[]),
  });
  return sql`${list}::${sql.raw(codec ? 'bigint' : 'text')}[]`;
}

export function handleOn<Tables>(
  client: pg.Pool | pg.PoolClient,
  t: Tables,
  names: Set<string>,
  refuse?: (error: unknown) => never,
): Handle<Tables> {
  const db = drizzle({ client }) as unknown as Db;
  const prepared = new PreparedQueries(names);
  const from = { ...expressions, db, t };
  return {
    engine: 'postgres',
    db,
    t,
    async query(name, build, values = {}) {
      try {
        return (await prepared.get(name, () => build(from)).execute(values)) as never;
      } catch (error) {
        if (refuse) refuse(error);
        throw error;
      }
    },
    kept: () => new Map(),
  };
}

/** A handle on one connection, which answers one query after another; `idle` resolves once it has answered all. */
export type OneByOne<Tables> = { handle: Handle<Tables>; idle(): Promise<unknown> };

/** That of each connection, so that what was prepared on it is good for the next transaction, too. */
export function handlesOn<Tables>(tables: Tables, names: Set<string>): (client: pg.PoolClient) => OneByOne<Tables> {
  const known = new WeakMap<pg.PoolClient, OneByOne<Tables>>();
  return (client) => {
    const one = known.get(client) ?? oneByOne(handleOn(client, tables, names));
    known.set(client, one);
    return one;
  };
}

function oneByOne<Tables>(handle: Handle<Tables>): OneByOne<Tables> {
  let last: Promise<unknown> = Promise.resolve();
  return {
    handle: {
      ...handle,
      query(name, build, values) {
        const answer = last.then(() => handle.query(name, build, values));
        last = answer.catch(() => {});
        return answer;
      },
    },
    idle: () => last,
  };
}

export function momentsOn<Tables>(
  pool: pg.Pool,
  handleOf: (client: pg.PoolClient) => OneByOne<Tables>,
): Moments<Tables>['moment'] {
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
      client.release(broken);
    }
  };
}
