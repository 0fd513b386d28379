import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Engine, Handle, ReadSnapshots, Sources, Tx } from './engine.ts';
import { commitListeners, type Follower, tellFollowers } from './followers.ts';
import { handleOn, handlesOn, readSnapshotsOn, replacingWorn, wearOf } from './postgres-handle.ts';
import { statementNames } from './prepared.ts';
import { asFailure, EngineBusy, reasonToRetry } from './refusals.ts';
import { transactionOn } from './transaction.ts';

const CONNECTIONS_MAX = 10;
const TRIES_MAX = 5;
const PAUSE_MS = 20;
/** Requests that may wait for a connection. More are refused at once, so that those that wait are served in time. */
const WAITING_MAX = 1_000;

/** The second is for a server that is gone without a word, which cannot keep its own time. */
const FOR_REQUESTS = { statement_timeout: 60_000, query_timeout: 65_000 };
/** PostgreSQL's default is that of a disk that turns, with which it reads past all other rows for a word that few have. */
const TAKE_PAGES_TO_BE_NEAR = `
  SELECT set_config(name, '1.1', false) FROM pg_settings WHERE name = 'random_page_cost' AND source = 'default'`;
/** Work that grows with the record takes as long as it takes, whatever the server is set to. */
const TAKE_ANY_TIME = `
  SELECT set_config(name, '0', false) FROM pg_settings
  WHERE name IN ('statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout', 'transaction_timeout')`;

/** Connections that requests are answered on, or, as `maintenance`, such that no statement is given up for its time. */
export function openPostgresPool(url: string, { max = CONNECTIONS_MAX, maintenance = false } = {}): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: 5_000,
    ...(maintenance ? {} : FOR_REQUESTS),
    onConnect: async (client) => {
      if (maintenance) await client.query(TAKE_ANY_TIME);
      await client.query(TAKE_PAGES_TO_BE_NEAR);
    },
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
export function readPostgres<Tables>(url: string, tables: Tables): ReadSnapshots<Tables> {
  const pool = openPostgresPool(url, { max: 1 });
  const names = statementNames();
  return { readSnapshot: readSnapshotsOn(pool, handlesOn(tables, names), wearOf(pool, names)) };
}

type Work<Tables, Result> = (tx: Tx<Tables>) => Promise<Result>;

/** PostgreSQL: reads from a pool, a write is one pooled transaction, run again when the server asks for it. */
export function postgresEngine<Tables>(
  pool: pg.Pool,
  tables: Tables,
  followers: readonly Follower<Tables>[],
  sources: Sources,
): Engine<Tables> {
  const names = statementNames();
  const isWorn = wearOf(pool, names);
  const underWay = new Set<Promise<unknown>>();
  const handleOf = handlesOn(tables, names);
  const readSnapshot = readSnapshotsOn(pool, handleOf, isWorn);
  const pooled = handleOn(replacingWorn(pool, isWorn), tables, names, (error) => {
    throw asFailure(error);
  });
  const listeners = commitListeners();
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
    throw new EngineBusy('Too many requests wait for the database. Try again in a moment.');
  }

  async function inTransaction<Result>(work: Work<Tables, Result>): Promise<Result> {
    const client = await pool.connect();
    const { handle, idle } = handleOf(client);
    let broken: Error | undefined;
    try {
      await client.query('BEGIN');
      const tx = transactionOn(
        handle,
        sources,
        async () => {
          await client.query('SAVEPOINT a_part');
          const keep = () => client.query('RELEASE a_part');
          return { keep, undo: () => client.query('ROLLBACK TO a_part').then(keep) };
        },
        async () => {
          await client.query(REBUILD_FULL_TEXT);
        },
        followers,
      );
      const result = await work(tx);
      await tellFollowers(followers, tx);
      await client.query('COMMIT');
      listeners.tell(tx.written);
      return result;
    } catch (error) {
      await idle();
      await client.query('ROLLBACK').catch((failed) => {
        broken = failed;
      });
      throw error;
    } finally {
      client.release(broken ?? isWorn(client));
    }
  }

  async function write<Result>(work: Work<Tables, Result>): Promise<Result> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await inTransaction<Result>(work);
      } catch (error) {
        const reason = reasonToRetry(error);
        if (tries >= TRIES_MAX || reason === null) throw asFailure(error);
        // Else it takes at once what the other write is about to take, and they are in each other's way again.
        if (reason === 'in the way') await pause(PAUSE_MS * 2 ** tries * Math.random());
      }
    }
  }

  return {
    kind: 'postgres',
    address: pool.options.connectionString as string,
    read,
    offThread: read,
    whileLogIsShort: (work) => work(),
    async readSnapshot(work) {
      refuseBeyondQueue();
      return readSnapshot(work);
    },
    async write<Result>(work: Work<Tables, Result>) {
      if (closed) throw new EngineBusy('The service is stopping and takes no more writes.');
      refuseBeyondQueue();
      const result = write<Result>(work);
      const settled = result.catch(() => {}).finally(() => underWay.delete(settled));
      underWay.add(settled);
      return result;
    },
    writesWaiting: null,
    afterCommit: listeners.add,
    async purge() {
      const own = openPostgresPool(pool.options.connectionString as string, { max: 1, maintenance: true });
      try {
        await own.query('VACUUM');
        return true;
      } catch {
        return false;
      } finally {
        await own.end();
      }
    },
    async ping() {
      await pool.query('select 1');
    },
    async close() {
      if (closed) return;
      closed = true;
      await Promise.all(underWay);
      await pool.end();
    },
  };
}
