import type Database from 'better-sqlite3';
import { openForReading } from './sqlite-file.ts';
import type { AsideQuery } from './sqlite-off-thread.ts';

const PREPARED_MAX = 200;

let connection: Database.Database | null = null;
const prepared = new Map<string, Database.Statement>();

/** Answers one query; its rows as arrays. A worker belongs to one engine, so that its file is always the same. */
export default function answer({ file, sql, parameters }: AsideQuery): unknown[] {
  connection ??= openForReading(file, 'snapshots');
  let statement = prepared.get(sql);
  if (!statement) {
    if (prepared.size >= PREPARED_MAX) prepared.clear();
    statement = connection.prepare(sql).raw();
    prepared.set(sql, statement);
  }
  return statement.all(...parameters);
}
