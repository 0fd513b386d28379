import Database from 'better-sqlite3';
import { passive } from './sqlite-checkpoints.ts';

let connection: Database.Database | null = null;

/** Writes the log of a file to the file itself. A worker belongs to one engine, so that its file is always the same. */
export default function checkpoint(file: string): void {
  connection ??= new Database(file, { fileMustExist: true });
  passive(connection);
}
