import { drizzle } from 'drizzle-orm/sqlite-proxy';
import { Piscina } from 'piscina';
import { Failure } from '../../kernel/failure.ts';
import type { Db, Handle } from './engine.ts';
import { handleOver } from './sqlite-handle.ts';

/** Queries that wait for a worker; more are refused. */
const WAITING_MAX = 200;
const WORKERS_MAX = 2;

/** What a worker is asked: one query on the file, rows as arrays. */
export type AsideQuery = { file: string; sql: string; parameters: unknown[] };

/** Runs queries on a SQLite file in workers, each with a read-only connection of its own, off the event loop. */
export function asideReader<Tables>(file: string, t: Tables): { handle: Handle<Tables>; close(): Promise<void> } {
  const pool = new Piscina<AsideQuery, unknown[]>({
    filename: new URL('./sqlite-aside-worker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: WORKERS_MAX,
    idleTimeout: 60_000,
    maxQueue: WAITING_MAX,
  });
  const db = drizzle(async (sql, parameters) => {
    if (pool.queueSize >= WAITING_MAX)
      throw new Failure('overloaded', 'Too many comparisons are being made. Try again in a moment.');
    return { rows: await pool.run({ file, sql, parameters }) };
  });
  return { handle: handleOver(db as unknown as Db, t), close: () => pool.close({ force: true }) };
}
