import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import pg from 'pg';
import { describe, expect, inject, test } from 'vitest';
import { openDatabase } from '../../src/database.ts';
import { rebuildSearch } from '../../src/derived/full-text/rebuild.ts';
import { everything } from '../../src/exchange/export-store.ts';
import { verifyChain } from '../../src/history/verify.ts';
import type { Engine } from '../../src/platform/engine/tables.ts';
import { ENGINES, type EngineKind } from '../support/database.ts';
import { whenDone } from '../support/lifetime.ts';

type Row = Record<string, string | null>;

/**
 * Rows that the version before migration 0003 stored on SQLite, table by table, and the lines that it exported of them: the
 * record of `seeds/lachin.ndjson`, and statements that were imported, revised, redacted, merged and drafted.
 */
const lines = gunzipSync(readFileSync('test/upgrade/before-0003.ndjson.gz'))
  .toString()
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as { table: string; row: Row } | { told: object });
const stored = lines.filter((line) => 'row' in line);
const told = lines.filter((line) => 'told' in line).map((line) => JSON.stringify(line.told));

const literal = (value: string | null) => (value === null ? 'NULL' : `'${value.replaceAll("'", "''")}'`);

/** What makes the database of the version before, and its rows. */
function statementsOf(kind: EngineKind): string[] {
  const { entries } = JSON.parse(readFileSync(`migrations/${kind}/meta/_journal.json`, 'utf8')) as {
    entries: { idx: number; tag: string; when: number }[];
  };
  const earlier = entries.filter(({ idx }) => idx < 3);
  return [
    ...earlier.flatMap(({ tag }) =>
      readFileSync(`migrations/${kind}/${tag}.sql`, 'utf8').split('--> statement-breakpoint'),
    ),
    'CREATE TABLE migrations_applied (made_at bigint PRIMARY KEY, hash text NOT NULL)',
    ...earlier.map(({ when, tag }) => `INSERT INTO migrations_applied VALUES (${when}, ${literal(tag)})`),
    ...stored.map(({ table, row }) => {
      const names = Object.keys(row).map((name) => `"${name}"`);
      return `INSERT INTO "${table}" (${names.join(', ')}) VALUES (${Object.values(row).map(literal).join(', ')})`;
    }),
  ];
}

let made = 0;

async function databaseBefore(kind: EngineKind): Promise<string> {
  const statements = statementsOf(kind);
  if (kind === 'sqlite') {
    const folder = await mkdtemp(join(tmpdir(), 'counterclaim-'));
    whenDone(() => rm(folder, { recursive: true, force: true }));
    const connection = new Database(join(folder, 'before.db'));
    connection.pragma('foreign_keys = OFF');
    for (const statement of statements) connection.exec(statement);
    connection.close();
    return `file:${join(folder, 'before.db')}`;
  }
  const { postgres } = inject('templates');
  made += 1;
  const name = `before_${process.pid}_${made}`;
  const ask = async (database: string, all: string[]) => {
    const client = new pg.Client(`${postgres}/${database}`);
    await client.connect();
    for (const statement of all) await client.query(statement);
    await client.end();
  };
  await ask('postgres', [`CREATE DATABASE ${name} TEMPLATE template0`]);
  whenDone(() => ask('postgres', [`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`]));
  await ask(name, ['SET session_replication_role = replica', ...statements]);
  return `${postgres}/${name}`;
}

const entriesIn = (engine: Engine) =>
  engine.read.query('all entries', ({ db, t }) => db.select().from(t.searchEntries).orderBy(t.searchEntries.place));

describe.each(ENGINES)('a database of a version before, on %s', (kind) => {
  test('is brought to this one with every row, and told as before to the byte', async () => {
    const engine = await openDatabase(await databaseBefore(kind));
    whenDone(() => engine.close());
    const now: string[] = [];
    for await (const line of everything(engine.read)) now.push(JSON.stringify(line));
    expect(now).toEqual(told);
    expect((await verifyChain(engine.read)).broken).toBeNull();
    const entries = await entriesIn(engine);
    await rebuildSearch(engine);
    expect(await entriesIn(engine)).toEqual(entries);
    expect(entries.length).toBeGreaterThan(30);
  });
});
