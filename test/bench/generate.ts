import type Database from 'better-sqlite3';
import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { rebuildSummaries } from '../../src/derived/summaries/fold.ts';
import { migrateSqlite } from '../../src/platform/engine/migrate.ts';
import { systemSources } from '../../src/platform/engine/open.ts';
import { openSqliteFile } from '../../src/platform/engine/sqlite-file.ts';
import { handleOn } from '../../src/platform/engine/sqlite-handle.ts';
import { tellSizes } from '../../src/platform/engine/statistics.ts';
import { type Bulk, transactionOn } from '../../src/platform/engine/transaction.ts';
import { tables } from '../../src/tables.ts';
import { type Insert, type Landmarks, writeRecord } from './record.ts';

const t = tables.sqlite;
const NO_PART = () => ({ keep: () => {}, undo: () => {} });
const NO_BULK: Bulk = { rebuildFullText: async () => {}, withIndexesAfter: (_tables, work) => work() };

/**
 * A record of `size` statements in a SQLite file, as `writeRecord` makes it up. Rows come first, then indexes, what is
 * kept counted and full text, which takes two thirds of the time of keeping them row by row.
 */
export async function generateRecord(file: string, size: number): Promise<Landmarks> {
  const connection = openSqliteFile(file);
  migrateSqlite(connection);
  connection.pragma('journal_mode = MEMORY');
  connection.pragma('synchronous = OFF');
  connection.pragma('foreign_keys = OFF');
  connection.pragma('cache_size = -524288');
  const triggers = dropAll(connection, 'trigger');
  const indexes = dropAll(connection, 'index');
  connection.exec('BEGIN');
  const landmarks = writeRecord(inserterOn(connection), size);
  connection.exec('COMMIT');
  for (const sql of indexes) connection.exec(sql);
  connection.exec('BEGIN');
  const tx = transactionOn(handleOn(connection, t), systemSources(), NO_PART, NO_BULK, []);
  await rebuildSummaries(tx);
  connection.exec('COMMIT');
  connection.exec("INSERT INTO search_index (search_index) VALUES ('rebuild')");
  for (const sql of triggers) connection.exec(sql);
  tellSizes(connection);
  connection.pragma('journal_mode = WAL');
  connection.close();
  return landmarks;
}

/** Those that a migration wrote; what makes them again. */
function dropAll(connection: Database.Database, kind: 'trigger' | 'index'): string[] {
  const there = connection
    .prepare('SELECT name, sql FROM sqlite_master WHERE type = ? AND sql IS NOT NULL')
    .all(kind) as { name: string; sql: string }[];
  for (const { name } of there) connection.exec(`DROP ${kind} "${name}"`);
  return there.map(({ sql }) => sql);
}

function inserterOn(connection: Database.Database): Insert {
  const statements = new Map<
    string,
    { run(...values: unknown[]): unknown; columns: [string, { mapToDriverValue(value: unknown): unknown }][] }
  >();
  return (name, row) => {
    let known = statements.get(name);
    if (!known) {
      const table = t[name] as SQLiteTable;
      const columns = Object.entries(getTableColumns(table));
      const names = columns.map(([, column]) => `"${column.name}"`).join(', ');
      const prepared = connection.prepare(
        `INSERT INTO "${getTableName(table)}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
      );
      known = { run: (...values) => prepared.run(...values), columns: columns as never };
      statements.set(name, known);
    }
    known.run(
      ...known.columns.map(([key, column]) =>
        row[key] === undefined || row[key] === null ? null : column.mapToDriverValue(row[key]),
      ),
    );
  };
}
