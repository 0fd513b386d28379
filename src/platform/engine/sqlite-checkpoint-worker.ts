import Database from 'better-sqlite3';

let connection: Database.Database | null = null;

/** Writes the log of a file to the file itself. A worker belongs to one engine, so that its file is always the same. */
export default function checkpoint(file: string): void {
  connection ??= new Database(file, { fileMustExist: true });
  passive(connection);
}

/** Writes as much as those who read let it; what fails, as on a full disk, is tried again at the next. */
export function passive(connection: Database.Database): void {
  try {
    connection.pragma('wal_checkpoint(PASSIVE)');
  } catch {}
}
