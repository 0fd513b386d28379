import { existsSync, mkdirSync } from 'node:fs';
import { dirname, isAbsolute, resolve } from 'node:path';
import { Failure } from '../../kernel/failure.ts';
import { keysInOrder } from '../../kernel/id.ts';
import { contentOfPostgres, contentOfSqlite, refuseForeign } from './content.ts';
import type { Engine, GoFirst, ReadSnapshots, Sources } from './engine.ts';
import type { Follower } from './followers.ts';
import type { Touching } from './lasting.ts';
import { migratePostgres, migrateSqlite, type Upgrading } from './migrate.ts';
import { postgresEngine, readPostgres } from './postgres.ts';
import { openPostgresPool } from './postgres-pool.ts';
import { sqliteEngine } from './sqlite.ts';
import { openSnapshots, openSqliteFile } from './sqlite-file.ts';
import type { TakeTurn } from './sqlite-others.ts';
import { openStandbys, type StandbySettings } from './standbys.ts';

/** The same tables, defined for each engine. */
export type TablesOf<Tables> = { sqlite: Tables; postgres: Tables };

export type Opening = {
  sources?: Sources | undefined;
  /** For work that goes through the whole record: nothing is given up because it takes long. */
  maintenance?: boolean;
  /** What of another engine on the same database goes first (see `Engine.goFirst`). */
  letBy?: GoFirst | null;
  /**
   * Where several processes write to one SQLite file: waits for the turn of this one, which ends by what it gives. A thread
   * of one of them, which has `letBy`, has no turn but rests between its writes, as `rests` says.
   */
  takeTurn?: TakeTurn | null;
  rests?: boolean;
  /** Servers that copy the one that is opened, to be read from. */
  standbys?: StandbySettings | null;
  /** The database is at this version already, since whoever started this process has seen to it. */
  isCurrent?: boolean;
  /** For what only reads: a database that is not there is not made. */
  mustExist?: boolean;
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
  {
    sources = systemSources(),
    maintenance = false,
    letBy = null,
    takeTurn = null,
    rests = false,
    standbys = null,
    isCurrent = false,
    mustExist = false,
    upgrading,
    migrations,
  }: Opening = {},
  touching: Touching | null = null,
): Promise<Engine<Tables>> {
  if (sqliteFileOf(url) === null) {
    const once = openPostgresPool(url, { max: 1, maintenance: true });
    const made = async () => {
      refuseForeign(await contentOfPostgres(once), mustExist);
      await migratePostgres(once, upgrading, migrations);
    };
    await (isCurrent ? once.end() : made().finally(() => once.end()));
    const pool = openPostgresPool(url, { maintenance });
    const set = standbys && (await openStandbys(pool, standbys, tables.postgres));
    return postgresEngine(pool, tables.postgres, followers, sources, set, letBy);
  }
  const file = sqliteFileOf(url) as string;
  refuseForeign(contentOfSqlite(file), mustExist, file);
  makeFolder(url, file);
  const writer = openSqliteFile(file, { writesMany: maintenance });
  try {
    if (!isCurrent) migrateSqlite(writer, upgrading, migrations);
  } catch (error) {
    writer.close();
    throw error;
  }
  return sqliteEngine(
    writer,
    tables.sqlite,
    followers,
    sources,
    { letBy, takeTurn, rests, checkpointsItself: maintenance },
    touching,
  );
}

/** Reads the database that an engine has opened, in another thread of its process. It is open as long as that runs. */
export function openReader<Tables>(address: string, tables: TablesOf<Tables>): ReadSnapshots<Tables> {
  const file = sqliteFileOf(address);
  return file === null ? readPostgres(address, tables.postgres) : openSnapshots(file, tables.sqlite);
}

/** The file that an address names; null when it names a PostgreSQL database. */
export function sqliteFileOf(url: string): string | null {
  return /^postgres(ql)?:/.test(url) ? null : resolve(url.replace(/^file:(\/\/)?/, ''));
}

/** A folder named from here is made, such as `data`; one named from the root would be a typing error, or a disk that is not there. */
function makeFolder(url: string, file: string): void {
  const folder = dirname(file);
  if (existsSync(folder)) return;
  if (isAbsolute(url.replace(/^file:(\/\/)?/, '')))
    throw new Failure('not-found', `There is no folder ${folder}. Make it, or set DATABASE_URL to a file elsewhere.`);
  mkdirSync(folder, { recursive: true });
}

/** The machine's clock, and keys that never run backwards within one process. */
export function systemSources(clock: () => Date = () => new Date()): Sources {
  return { clock, newKey: keysInOrder() };
}
