import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type Database from 'better-sqlite3';

const MIGRATIONS = fileURLToPath(new URL('../../../migrations/sqlite', import.meta.url));
/** What ANALYZE finds in a record of 100,000 statements, by table and index. */
const STATISTICS = 'statistics.json';
type Statistic = [table: string, index: string | null, sizes: string];

/**
 * Has SQLite take every record for one of 100,000 statements, so that it goes the same ways in all, those that are tested. Without
 * statistics it took an index by status for one that finds ten rows, and a page of pairs took two seconds; with those of a young
 * record it would do so once that has grown (https://sqlite.org/lang_analyze.html, "Manual Control Of Query Plans"). To be
 * called in a transaction, whenever indexes were made, since what is known of an index goes with it.
 */
export function tellSizes(connection: Database.Database, folder = MIGRATIONS): void {
  if (!existsSync(join(folder, STATISTICS))) return;
  const statistics: Statistic[] = JSON.parse(readFileSync(join(folder, STATISTICS), 'utf8'));
  connection.exec('ANALYZE sqlite_schema');
  const known = connection.prepare("SELECT name FROM sqlite_master WHERE name GLOB 'sqlite_stat[14]'").pluck().all();
  for (const table of known) connection.exec(`DELETE FROM ${table}`);
  const tell = connection.prepare('INSERT INTO sqlite_stat1 (tbl, idx, stat) VALUES (?, ?, ?)');
  for (const statistic of statistics) tell.run(...statistic);
  connection.exec('ANALYZE sqlite_schema');
}
