import { resolve } from 'node:path';
import { keysInOrder } from '../../kernel/id.ts';
import type { Engine, Moments, Sources } from './engine.ts';
import type { Follower } from './followers.ts';
import { migratePostgres, migrateSqlite, type Upgrading } from './migrate.ts';
import { openPostgresPool, postgresEngine, readPostgres } from './postgres.ts';
import { sqliteEngine } from './sqlite.ts';
import { openSqliteFile, readSqliteFile } from './sqlite-file.ts';

/** The same tables, defined for each engine. */
export type TablesOf<Tables> = { sqlite: Tables; postgres: Tables };

export type Opening = {
  sources?: Sources | undefined;
  /** For work that goes through the whole record: nothing is given up because it takes long. */
  maintenance?: boolean;
  upgrading?: Upgrading;
  /** A folder of other migrations than this version's, by which upgrades are tested. */
  migrations?: string;
};

/**
 * Opens the database that `url` names (`file:…` or `postgres://…`) and brings it to this version. Whatever is written to
 * it, the followers follow.
 */
export async function openEngine<Tables>(
  url: string,
  tables: TablesOf<Tables>,
  followers: readonly Follower<Tables>[],
  { sources = systemSources(), maintenance = false, upgrading, migrations }: Opening = {},
): Promise<Engine<Tables>> {
  if (sqliteFileOf(url) === null) {
    const once = openPostgresPool(url, { max: 1, maintenance: true });
    await migratePostgres(once, upgrading, migrations).finally(() => once.end());
    return postgresEngine(openPostgresPool(url, { maintenance }), tables.postgres, followers, sources);
  }
  const writer = openSqliteFile(sqliteFileOf(url) as string);
  try {
    migrateSqlite(writer, upgrading, migrations);
  } catch (error) {
    writer.close();
    throw error;
  }
  return sqliteEngine(writer, tables.sqlite, followers, sources);
}

/** Reads the database that an engine has opened, in another thread of its process. It is open as long as that runs. */
export function openReader<Tables>(address: string, tables: TablesOf<Tables>): Moments<Tables> {
  const file = sqliteFileOf(address);
  return file === null ? readPostgres(address, tables.postgres) : readSqliteFile(file, tables.sqlite);
}

/** The file that an address names; null when it names a PostgreSQL database. */
export function sqliteFileOf(url: string): string | null {
  return /^postgres(ql)?:/.test(url) ? null : resolve(url.replace(/^file:(\/\/)?/, ''));
}

/** The machine's clock, and keys that never run backwards within one process. */
export function systemSources(clock: () => Date = () => new Date()): Sources {
  return { clock, newKey: keysInOrder() };
}
