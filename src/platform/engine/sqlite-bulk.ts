import type Database from 'better-sqlite3';
import { getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { tellSizes } from './statistics.ts';
import type { Bulk, Part } from './transaction.ts';

const REBUILD_FULL_TEXT = "INSERT INTO search_index (search_index) VALUES ('rebuild')";
const INDEXES = `SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql NOT LIKE 'CREATE UNIQUE %'
  AND tbl_name IN (SELECT value FROM json_each(?))`;

/** What a transaction of the connection does with many rows at once; `beginPart` sets a savepoint. */
export function bulkOn<Tables>(writer: Database.Database, tables: Tables, beginPart: () => Part): Bulk {
  const indexes = writer.prepare<[string], { name: string; sql: string }>(INDEXES);
  return {
    async rebuildFullText() {
      writer.exec(REBUILD_FULL_TEXT);
    },
    async withIndexesAfter(names, work) {
      // The schema is part of the transaction: whoever reads meanwhile, or after a loss of power, has the indexes.
      const part = beginPart();
      try {
        const named = names.map((name) => getTableName((tables as Record<string, SQLiteTable>)[name] as SQLiteTable));
        const dropped = indexes.all(JSON.stringify(named));
        for (const { name } of dropped) writer.exec(`DROP INDEX "${name}"`);
        const result = await work();
        for (const { sql } of dropped) writer.exec(sql);
        tellSizes(writer);
        part.keep();
        return result;
      } catch (error) {
        // A full disk makes SQLite give up the whole transaction.
        if (writer.inTransaction) part.undo();
        throw error;
      }
    },
  };
}
