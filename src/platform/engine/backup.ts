import { existsSync, linkSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { Failure } from '../../kernel/failure.ts';
import { refuseOtherSqlite } from './migrate.ts';

/** Pages copied between two reports of progress: 8 MiB. */
const PAGES_AT_ONCE = 2_048;

/** How far a copy is: pages that are done, and pages there are. */
export type OnProgress = (done: number, total: number) => void;

/**
 * Copies the database into a new file while others go on writing to it: the copy is the database as it stood at one
 * commit. The file appears under its name only once it is whole and on disk.
 *
 * Fails with `conflict` when the file is there already, or the database is damaged, while older backups still exist.
 */
export async function backupSqlite(file: string, to: string, told: OnProgress): Promise<void> {
  const target = resolve(to);
  refuseOverwriting(target);
  const folder = dirname(target);
  if (!existsSync(folder)) throw new Failure('not-found', `There is no folder ${folder}.`);
  const source = openToRead(file);
  const part = `${target}.part-${process.pid}`;
  try {
    // What is read from now on is this commit, or else each write of others would start the copy anew.
    source.exec('BEGIN; SELECT count(*) FROM sqlite_master');
    await copy(source, part, told);
    refuseDamagedCopy(part, file);
    appearAs(target, part);
  } finally {
    source.close();
    rmSync(part, { force: true });
  }
}

/**
 * Puts a backup in the place of the database, which nobody may have open.
 *
 * Fails with `conflict` when there is a database already, unless `force`; when a process has it open; with `invalid`
 * when the backup is damaged or no backup at all; and with `NewerDatabase` or
 * `OlderDatabase` when another version made it that this one cannot open.
 */
export async function restoreSqlite(from: string, file: string, force: boolean, told: OnProgress): Promise<void> {
  const source = openToRead(from);
  const part = `${file}.part-${process.pid}`;
  try {
    refuseDamaged(source, from);
    refuseOtherSqlite(source);
    const isThere = existsSync(file) && statSync(file).size > 0;
    if (isThere && !force)
      throw new Failure('conflict', `There is a database at ${file} already. With --force the backup takes its place.`);
    if (isThere) refuseWhileOpen(file);
    await copy(source, part, told);
    for (const rest of ['-wal', '-shm', '-journal']) rmSync(`${file}${rest}`, { force: true });
    renameSync(part, file);
  } finally {
    source.close();
    rmSync(part, { force: true });
  }
}

async function copy(source: Database.Database, to: string, told: OnProgress): Promise<void> {
  await source.backup(to, {
    progress: ({ totalPages, remainingPages }) => {
      told(totalPages - remainingPages, totalPages);
      return PAGES_AT_ONCE;
    },
  });
  // A file of its own, which needs no log beside it to be read.
  const made = new Database(to);
  made.pragma('journal_mode = DELETE');
  made.close();
}

function openToRead(file: string): Database.Database {
  if (!existsSync(file)) throw new Failure('not-found', `There is no file ${file}.`);
  return new Database(file, { readonly: true, fileMustExist: true, timeout: 5_000 });
}

function refuseOverwriting(target: string): void {
  if (existsSync(target)) throw new Failure('conflict', `${target} is there already, and is not overwritten.`);
}

/** A link fails where a file is, which a renaming would overwrite; some file systems have no links. */
function appearAs(target: string, part: string): void {
  try {
    linkSync(part, target);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM' && (error as NodeJS.ErrnoException).code !== 'ENOTSUP') {
      refuseOverwriting(target);
      throw error;
    }
    refuseOverwriting(target);
    renameSync(part, target);
  }
}

/** Less than `integrity_check` looks at, in a fraction of its time: whether every page and row can be read. */
function refuseDamagedCopy(copied: string, of: string): void {
  const made = new Database(copied, { readonly: true });
  try {
    const found = made.pragma('quick_check(1)', { simple: true });
    if (found === 'ok') return;
    const why = String(found).replace(/\s+/g, ' ');
    throw new Failure('conflict', `${of} is damaged (${why}): no backup is made. Restore an older one.`);
  } catch (error) {
    if (!(error instanceof Database.SqliteError)) throw error;
    throw new Failure('conflict', `${of} is damaged (${error.message}): no backup is made. Restore an older one.`);
  } finally {
    made.close();
  }
}

function refuseDamaged(source: Database.Database, from: string): void {
  const found = soundnessOf(source);
  if (found !== null) throw new Failure('invalid', `${from} cannot be restored: ${found}.`);
}

/** What is wrong with a file; null when it is a whole database of this service. */
function soundnessOf(source: Database.Database): string | null {
  try {
    const [{ integrity_check: found } = { integrity_check: 'it cannot be read' }] = source.pragma(
      'integrity_check(1)',
    ) as { integrity_check: string }[];
    if (found !== 'ok') return `it is damaged (${found})`;
    if ((source.pragma('foreign_key_check') as unknown[]).length > 0) return 'references in it lead nowhere';
    const tables = source.prepare(`SELECT name FROM sqlite_master WHERE name IN ('changes', 'keys')`).all();
    return tables.length === 2 ? null : 'it is no database of Counterclaim';
  } catch (error) {
    return `it is damaged, or no database at all (${(error as Error).message})`;
  }
}

/** Leaving the write-ahead log needs the file for oneself, so it fails while any process has it open. */
function refuseWhileOpen(file: string): void {
  const target = new Database(file, { timeout: 0 });
  try {
    target.pragma('journal_mode = DELETE');
  } catch (error) {
    const isOpen = error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
    if (isOpen) throw new Failure('conflict', `A process has ${file} open. Stop the service before you restore.`);
    // A damaged database is what a backup is restored for.
  } finally {
    target.close();
  }
}
