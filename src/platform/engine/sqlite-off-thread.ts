import { drizzle } from 'drizzle-orm/sqlite-proxy';
import { workersFor } from '../workers.ts';
import type { Db, Handle } from './engine.ts';
import { bound } from './parameter-filler.ts';
import { handleOver } from './sqlite-handle.ts';

/** Queries that wait for a worker; more are refused. */
const WAITING_MAX = 200;
const WORKERS_MAX = 2;

/** What a worker is asked: one query on the file, rows as arrays. */
export type AsideQuery = { file: string; sql: string; parameters: unknown[] };

/** Runs queries on a SQLite file in workers, each with a read-only connection of its own, off the event loop. */
export function asideReader<Tables>(
  file: string,
  t: Tables,
  beside: <Result>(work: () => Promise<Result>) => Promise<Result>,
): { handle: Handle<Tables>; close(): Promise<void> } {
  const workers = workersFor<AsideQuery, unknown[]>(new URL('./sqlite-off-thread-worker.ts', import.meta.url), {
    threads: WORKERS_MAX,
    waitingMax: WAITING_MAX,
    idleMs: 60_000,
    busy: 'Too many queries that take long are being answered.',
  });
  const db = drizzle(async (sql, parameters) => ({
    rows: await beside(() => workers.run({ file, sql, parameters: parameters.map(bound) })),
  }));
  return { handle: handleOver(db as unknown as Db, t), close: workers.close };
}
