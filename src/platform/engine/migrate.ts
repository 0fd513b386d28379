import { fileURLToPath } from 'node:url';
import type Database from 'better-sqlite3';
import { type MigrationMeta, readMigrationFiles } from 'drizzle-orm/migrator';
import type pg from 'pg';
import { tellSizes } from './statistics.ts';

/** Any number will do, as long as every process of this service asks for the same one. */
export const POSTGRES_LOCK = 4_827_113;
export const LEDGER = 'migrations_applied';
const MAKE_LEDGER = `CREATE TABLE IF NOT EXISTS ${LEDGER} (made_at bigint PRIMARY KEY, hash text NOT NULL)`;

/** The database was written by a newer version; this one must not touch it. */
export class NewerDatabase extends Error {
  constructor() {
    super(
      'This database was made by a newer version of Counterclaim. Start that version, or restore a backup made before the upgrade.',
    );
    this.name = 'NewerDatabase';
  }
}

/** The database was written by a version whose rows this one does not know how to bring over. */
export class OlderDatabase extends Error {
  constructor() {
    super(
      'This database was made by a version before the first release, whose ids were longer. Take what is needed out of it with that version and import it, or start with an empty database: name another in DATABASE_URL.',
    );
    this.name = 'OlderDatabase';
  }
}

/** Is told how many steps there are before a database that an older version made is changed. */
export type Upgrading = (steps: number) => void;

/** What a person is told then. */
export function upgradingWords(steps: number): string {
  return `Bringing the database to this version (${steps === 1 ? 'one step' : `${steps} steps`}). In a large record this takes minutes; ended before it is through, it leaves the database as it was.`;
}

/** Brings a SQLite file to this version, in one transaction that keeps every other process out. */
export function migrateSqlite(
  connection: Database.Database,
  upgrading: Upgrading = () => {},
  folder = folderOf('sqlite'),
): void {
  const migrations = readMigrationFiles({ migrationsFolder: folder });
  connection.pragma('foreign_keys = OFF');
  connection.exec('BEGIN EXCLUSIVE');
  try {
    connection.exec(MAKE_LEDGER);
    const applied = connection.prepare(`SELECT made_at, hash FROM ${LEDGER}`).all() as Applied[];
    const steps = missing(migrations, applied);
    if (applied.length > 0 && steps.length > 0) upgrading(steps.length);
    for (const { sql, hash, folderMillis } of steps) {
      for (const statement of sql) connection.exec(statement);
      connection.prepare(`INSERT INTO ${LEDGER} (made_at, hash) VALUES (?, ?)`).run(folderMillis, hash);
    }
    // It reads the whole record: half a second of each start at a few hundred thousand statements.
    const broken = steps.length === 0 ? [] : (connection.pragma('foreign_key_check') as unknown[]);
    if (broken.length > 0) throw new Error(`The migration would leave ${broken.length} references that lead nowhere.`);
    if (steps.length > 0) tellSizes(connection, folder);
    connection.exec('COMMIT');
    // The log of a record that was rewritten is as large as the record, and would stay so.
    if (steps.length > 0) connection.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  } finally {
    connection.pragma('foreign_keys = ON');
  }
}

/** Fails with `NewerDatabase` or `OlderDatabase` when this version cannot open the file. */
export function refuseOtherSqlite(connection: Database.Database): void {
  missing(
    readMigrationFiles({ migrationsFolder: folderOf('sqlite') }),
    connection.prepare(`SELECT made_at, hash FROM ${LEDGER}`).all() as Applied[],
  );
}

/** Brings a PostgreSQL database to this version, one process at a time. */
export async function migratePostgres(
  pool: pg.Pool,
  upgrading: Upgrading = () => {},
  folder = folderOf('postgres'),
): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(`SELECT pg_advisory_xact_lock(${POSTGRES_LOCK})`);
    await client.query(MAKE_LEDGER);
    const { rows } = await client.query<Applied>(`SELECT made_at, hash FROM ${LEDGER}`);
    const steps = missing(readMigrationFiles({ migrationsFolder: folder }), rows);
    if (rows.length > 0 && steps.length > 0) upgrading(steps.length);
    for (const { sql, hash, folderMillis } of steps) {
      for (const statement of sql) await client.query(statement);
      await client.query(`INSERT INTO ${LEDGER} (made_at, hash) VALUES ($1, $2)`, [folderMillis, hash]);
    }
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  } finally {
    client.release();
  }
}

type Applied = { made_at: number | string; hash: string };

function folderOf(engine: 'sqlite' | 'postgres'): string {
  return fileURLToPath(new URL(`../../../migrations/${engine}`, import.meta.url));
}

function missing(migrations: MigrationMeta[], applied: Applied[]): MigrationMeta[] {
  const known = new Set(migrations.map(({ folderMillis }) => folderMillis));
  const done = new Set(applied.map(({ made_at }) => Number(made_at)));
  const first = migrations[0]?.folderMillis ?? 0;
  for (const at of done) if (!known.has(at)) throw at < first ? new OlderDatabase() : new NewerDatabase();
  return migrations.filter(({ folderMillis }) => !done.has(folderMillis));
}
