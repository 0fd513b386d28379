import { resolve } from 'node:path';
import { monotonicFactory } from 'ulid';
import { ID_PREFIXES } from '../../kernel/id.ts';
import type { Engine, Sources } from './engine.ts';
import { migratePostgres, migrateSqlite } from './migrate.ts';
import { openPostgresPool, postgresEngine } from './postgres.ts';
import { openSqliteFile, sqliteEngine } from './sqlite.ts';

/** The same tables, defined for each engine. */
export type TablesOf<Tables> = { sqlite: Tables; postgres: Tables };

/** Opens the database that `url` names (`file:…` or `postgres://…`) and brings it to this version. */
export async function openEngine<Tables>(
  url: string,
  tables: TablesOf<Tables>,
  sources: Sources = systemSources(),
): Promise<Engine<Tables>> {
  if (sqliteFileOf(url) === null) {
    const pool = openPostgresPool(url);
    try {
      await migratePostgres(pool);
    } catch (error) {
      await pool.end();
      throw error;
    }
    return postgresEngine(pool, tables.postgres, sources);
  }
  const writer = openSqliteFile(sqliteFileOf(url) as string);
  try {
    migrateSqlite(writer);
  } catch (error) {
    writer.close();
    throw error;
  }
  return sqliteEngine(writer, tables.sqlite, sources);
}

/** The file that an address names; null when it names a PostgreSQL database. */
export function sqliteFileOf(url: string): string | null {
  return /^postgres(ql)?:/.test(url) ? null : resolve(url.replace(/^file:(\/\/)?/, ''));
}

/** The machine's clock, and ULIDs that never run backwards within one process. */
export function systemSources(clock: () => Date = () => new Date()): Sources {
  const ulid = monotonicFactory();
  return { clock, newId: (kind, now) => `${ID_PREFIXES[kind]}_${ulid(now.getTime()).toLowerCase()}` };
}
