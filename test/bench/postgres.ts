import Database from 'better-sqlite3';
import { getTableName } from 'drizzle-orm';
import pg from 'pg';
import { openDatabase } from '../../src/database.ts';
import { tables } from '../../src/tables.ts';
import { startPostgres } from '../faults/postgres-server.ts';

const ROWS_AT_ONCE = 500;

/** A PostgreSQL that has what a generated SQLite file has. */
export async function copyToPostgres(file: string): Promise<{ url: string; stop(): Promise<void> }> {
  const { url, stop } = await startPostgres();
  const engine = await openDatabase(url);
  const client = new pg.Client(url);
  await client.connect();
  const source = new Database(file, { readonly: true });
  source.defaultSafeIntegers(true);
  // Without triggers and checks of references: what they would keep is copied, too.
  await client.query('SET session_replication_role = replica');
  for (const table of Object.values(tables.sqlite)) await copyTable(source, client, getTableName(table));
  source.close();
  await engine.write((tx) => tx.rebuildFullText());
  await client.query('ANALYZE');
  await client.end();
  await engine.close();
  return { url, stop };
}

async function copyTable(source: Database.Database, client: pg.Client, table: string): Promise<void> {
  await client.query(`TRUNCATE "${table}" CASCADE`);
  const rows = source.prepare(`SELECT * FROM "${table}"`);
  const columns = rows.columns().map(({ name }) => name);
  const names = columns.map((name) => `"${name}"`).join(', ');
  let some: unknown[][] = [];
  const flush = async () => {
    if (some.length === 0) return;
    const places = some.map(
      (row, at) => `(${row.map((_, column) => `$${at * columns.length + column + 1}`).join(', ')})`,
    );
    await client.query(`INSERT INTO "${table}" (${names}) VALUES ${places.join(', ')}`, some.flat());
    some = [];
  };
  for (const row of rows.raw().iterate() as IterableIterator<unknown[]>) {
    some.push(row.map((value) => (typeof value === 'bigint' ? String(value) : value)));
    if (some.length === ROWS_AT_ONCE) await flush();
  }
  await flush();
}
