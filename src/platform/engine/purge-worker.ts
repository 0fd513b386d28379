import { workerData } from 'node:worker_threads';
import Database from 'better-sqlite3';

/** Rewrites the SQLite file named by the worker's data, while nobody else writes to it. */
const connection = new Database(workerData as string, { timeout: 10_000 });
const searches = connection
  .prepare("select name from sqlite_master where type = 'table' and sql like 'create virtual table%using fts5%'")
  .pluck()
  .all() as string[];
// A full-text index keeps what was deleted from it until its parts are merged into one.
for (const name of searches) connection.exec(`INSERT INTO "${name}" ("${name}") VALUES ('optimize')`);
connection.exec('VACUUM');
// The log still has the pages as they were.
const [state] = connection.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
connection.close();
if (state?.busy !== 0) throw new Error('Somebody kept reading the file as it was.');
