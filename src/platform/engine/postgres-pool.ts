import pg from 'pg';
import type { Needed } from '../loop-turns.ts';

/**
 * What one process of Node can keep busy. With more of them each query takes longer, and where they share its cores with the
 * server it has none for itself.
 */
const CONNECTIONS_MAX = 6;
/** How many queries may wait for a connection before nothing more is begun. */
const WAITING = 3;
/** A wait that is given up frees no connection. */
const LOOK_EVERY_MS = 50;

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

/** Whether few enough queries wait for a connection of the pool. */
export function connectionsOf(pool: pg.Pool): Needed {
  const isFree = () => pool.waitingCount < WAITING;
  return {
    isFree,
    async whenFree() {
      if (isFree()) return;
      await new Promise<void>((resolve) => {
        const look = () => {
          if (!isFree()) return;
          pool.off('release', look);
          clearInterval(looking);
          resolve();
        };
        const looking = setInterval(look, LOOK_EVERY_MS);
        pool.on('release', look);
      });
    },
  };
}

/** One connection by which it is looked every second whether a server is there: what does not answer soon is not. */
export function openProbe(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    connectionTimeoutMillis: 2_000,
    query_timeout: 2_000,
    keepAlive: true,
    application_name: 'counterclaim',
  });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}
