import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import type { ReadSnapshots } from './engine.ts';
import { EngineBusy } from './refusals.ts';
import { readerOn } from './sqlite-handle.ts';

/**
 * What each connection keeps of the file's pages; the operating system keeps the rest. Of those that read one moment each
 * there are several, some of them in workers.
 */
const PAGE_CACHE_KIB = { writer: 16_384, reader: 8_192, snapshots: 12_288 };
/** The same of a connection that writes many rows: what is entered into indexes of ids and words lies all over the file. */
const PAGE_CACHE_OF_MANY_KIB = 65_536;

/**
 * Pages in the log, 16 MB, after which they are written to the file itself. A write changes some forty pages, many of
 * them the same as the one before: the longer the log, the fewer of them are written twice.
 */
export const PAGES_IN_LOG = 4_000;

/** Opens the file for writing, durably: WAL with `synchronous=FULL`, foreign keys on. */
export function openSqliteFile(file: string, { writesMany = false } = {}): Database.Database {
  mkdirSync(dirname(file), { recursive: true });
  const connection = new Database(file, { timeout: 5000 });
  switchToWal(connection);
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma(`wal_autocheckpoint = ${PAGES_IN_LOG}`);
  connection.pragma(`cache_size = -${writesMany ? PAGE_CACHE_OF_MANY_KIB : PAGE_CACHE_KIB.writer}`);
  connection.pragma('trusted_schema = OFF');
  return connection;
}

export function openForReading(file: string, keeps: 'reader' | 'snapshots' = 'reader'): Database.Database {
  const reader = new Database(file, { readonly: true });
  reader.pragma(`cache_size = -${PAGE_CACHE_KIB[keeps]}`);
  return reader;
}

type Snapshots<Tables> = ReadSnapshots<Tables> & { close(): void };

/** One after the other, on a connection of its own. */
export function openSnapshots<Tables>(file: string, tables: Tables): Snapshots<Tables> {
  const connection = openForReading(file, 'snapshots');
  const read = readerOn(connection, tables);
  return {
    async readSnapshot(work) {
      connection.exec('BEGIN');
      try {
        return await work(read);
      } finally {
        connection.exec('COMMIT');
      }
    },
    close: () => void connection.close(),
  };
}

/**
 * Read snapshots, each on a connection that no other has meanwhile: a query of another in the same transaction would not
 * see what was committed since that began. One connection does for all that follow each other.
 */
export function snapshotsOn<Tables>(
  file: string,
  tables: Tables,
): Snapshots<Tables> & { /** Closes those that nobody has now. */ closeIdle(): void } {
  const idle: Snapshots<Tables>[] = [];
  let isClosed = false;
  const closeIdle = () => {
    for (const { close } of idle.splice(0)) close();
  };
  return {
    closeIdle,
    async readSnapshot(work) {
      const snapshots = idle.pop() ?? openSnapshots(file, tables);
      try {
        return await snapshots.readSnapshot(work);
      } finally {
        if (isClosed) snapshots.close();
        else idle.push(snapshots);
      }
    },
    close() {
      isClosed = true;
      closeIdle();
    },
  };
}

/** Processes that open a new file at once refuse each other here without waiting, so this is tried again for 5 s. */
function switchToWal(connection: Database.Database): void {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let tries = 1; ; tries += 1) {
    try {
      connection.pragma('journal_mode = WAL');
      return;
    } catch (error) {
      if (tries === 200 || !isBusy(error)) throw error;
      Atomics.wait(pause, 0, 0, 25);
    }
  }
}

export function isBusy(error: unknown): boolean {
  return error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY');
}

/**
 * Gives what fails once the file that was opened is no longer what its name leads to: SQLite goes on with a file that was
 * deleted or replaced, and all that is written to it then is lost with the process.
 */
export function watchFile(file: string): () => void {
  const opened = identityOf(file);
  return () => {
    if (identityOf(file) !== opened)
      throw new EngineBusy('The database file was deleted or replaced while it was open. Restart the service.');
  };
}

function identityOf(file: string): string | null {
  const found = statSync(file, { throwIfNoEntry: false });
  return found === undefined ? null : `${found.dev} ${found.ino}`;
}
