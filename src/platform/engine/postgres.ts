import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { alias } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { Failure } from '../../kernel/failure.ts';
import { type Db, type Engine, type Expressions, type Handle, type Sources, type Tx, transactionOn } from './engine.ts';
import { PreparedQueries } from './prepared.ts';
import { asFailure, isToBeRetried } from './refusals.ts';

const CONNECTIONS_MAX = 10;
const TRIES_MAX = 5;
/** Requests that may wait for a connection. More are refused at once, so that those that wait are served in time. */
const WAITING_MAX = 1_000;

const expressions: Expressions = {
  param: (name) => sql`${sql.placeholder(name)}`,
  oneOf: (column, name) => sql`${column} = any(${sql.placeholder(`${name}[]`)}::text[])`,
  alias: (table, name) => alias(table as never, name) as unknown as typeof table,
  matches: (name) => sql`search_index.vector @@ ${sql.placeholder(name)}::tsquery`,
  rowsOf: (name) => sql`(select unnest(${sql.placeholder(`${name}[]`)}::text[]) as value)`,
};

export function openPostgresPool(url: string, max = CONNECTIONS_MAX): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5_000,
    statement_timeout: 60_000,
    // For a server that is gone without a word, which cannot keep its own time.
    query_timeout: 65_000,
    keepAlive: true,
    application_name: 'counterclaim',
  });
  // A connection that the server ends is replaced at the next use, and what runs on it fails by itself; without a
  // listener the loss of either would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

const REBUILD_FULL_TEXT = `
  DELETE FROM search_index;
  INSERT INTO search_index SELECT place, search_vector(words, more, facets) FROM search_entries`;

/** On a connection of its own. */
export function readPostgres<Tables>(url: string, tables: Tables): Handle<Tables> {
  return handleOn(openPostgresPool(url, 1), tables, new Set(), (error) => {
    throw asFailure(error);
  });
}

type Work<Tables, Result> = (tx: Tx<Tables>) => Promise<Result>;

/** PostgreSQL: reads from a pool, a write is one pooled transaction, run again when the server asks for it. */
export function postgresEngine<Tables>(pool: pg.Pool, tables: Tables, sources: Sources): Engine<Tables> {
  const names = new Set<string>();
  const underWay = new Set<Promise<unknown>>();
  const pooled = handleOn(pool, tables, names, (error) => {
    throw asFailure(error);
  });
  let closed = false;

  const read: Handle<Tables> = {
    ...pooled,
    async query(name, build, values) {
      refuseBeyondQueue();
      return pooled.query(name, build, values);
    },
  };

  function refuseBeyondQueue(): void {
    if (pool.waitingCount < WAITING_MAX) return;
    throw new Failure('overloaded', 'Too many requests wait for the database. Try again in a moment.');
  }

  async function inTransaction<Result>(work: Work<Tables, Result>): Promise<Result> {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      await client.query('BEGIN');
      const tx = transactionOn(
        handleOn(client, tables, names),
        sources,
        {
          set: () => client.query('SAVEPOINT a_part'),
          undo: () => client.query('ROLLBACK TO a_part'),
          release: () => client.query('RELEASE a_part'),
        },
        async () => {
          await client.query(REBUILD_FULL_TEXT);
        },
      );
      const result = await work(tx);
      for (const task of tx.last) await task();
      await client.query('COMMIT');
      return result;
    } catch (error) {
      await client.query('ROLLBACK').catch((failed) => {
        broken = failed;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async function write<Result>(work: Work<Tables, Result>): Promise<Result> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await inTransaction<Result>(work);
      } catch (error) {
        if (tries >= TRIES_MAX || !isToBeRetried(error)) throw asFailure(error);
      }
    }
  }

  return {
    kind: 'postgres',
    address: pool.options.connectionString as string,
    read,
    aside: read,
    async write<Result>(work: Work<Tables, Result>) {
      if (closed) throw new Failure('overloaded', 'The service is stopping and takes no more writes.');
      refuseBeyondQueue();
      const result = write<Result>(work);
      const settled = result.catch(() => {}).finally(() => underWay.delete(settled));
      underWay.add(settled);
      return result;
    },
    async purge() {
      const client = await pool.connect();
      try {
        await client.query('SET statement_timeout = 0');
        await client.query('VACUUM');
        return true;
      } catch {
        return false;
      } finally {
        // Not back into the pool, whose connections have a time limit.
        client.release(true);
      }
    },
    async ping() {
      await pool.query('select 1');
    },
    async close() {
      closed = true;
      await Promise.all(underWay);
      await pool.end();
    },
  };
}

function handleOn<Tables>(
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
        return (await prepared.get(name, () => build(from)).execute(asParameters(values))) as never;
      } catch (error) {
        if (refuse) refuse(error);
        throw error;
      }
    },
    kept: () => new Map(),
  };
}

/** Lists for `oneOf` have a place of their own, so that a JSON column may be given an array too. */
function asParameters(values: Record<string, unknown>): Record<string, unknown> {
  const parameters = { ...values };
  for (const [name, value] of Object.entries(values)) if (Array.isArray(value)) parameters[`${name}[]`] = value;
  return parameters;
}
