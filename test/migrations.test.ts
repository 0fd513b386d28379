import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import Database from 'better-sqlite3';
import {
  generateDrizzleJson,
  generateMigration,
  generateSQLiteDrizzleJson,
  generateSQLiteMigration,
} from 'drizzle-kit/api';
import { getTableName } from 'drizzle-orm';
import { getTableConfig as postgresConfig } from 'drizzle-orm/pg-core';
import { getTableConfig as sqliteConfig } from 'drizzle-orm/sqlite-core';
import pg from 'pg';
import { describe, expect, inject, onTestFinished, test } from 'vitest';
import { openDatabase } from '../src/database.ts';
import { POSTGRES_LOCK } from '../src/platform/engine/migrate.ts';
import { tables } from '../src/tables.ts';
import { ENGINES, type EngineKind } from './support/database.ts';
import { keep, kept } from './support/writes.ts';

let made = 0;

/** The address of a database in which nothing is yet. */
async function bareDatabase(kind: EngineKind): Promise<string> {
  if (kind === 'sqlite') {
    const folder = await mkdtemp(join(tmpdir(), 'counterclaim-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    return `file:${join(folder, 'yet.db')}`;
  }
  const { postgres } = inject('templates');
  made += 1;
  const name = `bare_${process.pid}_${made}`;
  const administer = (statement: string) => ask(`${postgres}/postgres`, statement);
  await administer(`CREATE DATABASE ${name} TEMPLATE template0`);
  onTestFinished(async () => void (await administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)));
  return `${postgres}/${name}`;
}

/** Asks the database itself, past the engine. */
async function ask(url: string, statement: string): Promise<Record<string, unknown>[]> {
  if (url.startsWith('file:')) {
    const connection = new Database(url.replace('file:', ''));
    try {
      const prepared = connection.prepare(statement);
      if (prepared.reader) return prepared.all() as Record<string, unknown>[];
      prepared.run();
      return [];
    } finally {
      connection.close();
    }
  }
  const client = new pg.Client(url);
  await client.connect();
  return client
    .query(statement)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

async function start(url: string): Promise<void> {
  await (await openDatabase(url)).close();
}

/** A folder of this version's migrations, and one more. */
async function withLater(kind: EngineKind, statements: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'counterclaim-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await cp(`migrations/${kind}`, folder, { recursive: true });
  const journal = `${folder}/meta/_journal.json`;
  const { entries, ...rest } = JSON.parse(readFileSync(journal, 'utf8')) as {
    entries: { idx: number; when: number }[];
  };
  const last = entries.at(-1) as { idx: number; when: number };
  const later = { ...last, idx: last.idx + 1, when: last.when + 1, tag: 'later' };
  await writeFile(journal, JSON.stringify({ ...rest, entries: [...entries, later] }));
  await writeFile(`${folder}/later.sql`, statements);
  return folder;
}

const ledger = (url: string) => ask(url, 'SELECT made_at, hash FROM migrations_applied ORDER BY made_at');

/** `table.column`, with `?` where it may be null, as the database has them. */
async function columnsOf(kind: EngineKind, url: string): Promise<string[]> {
  const rows = await ask(
    url,
    kind === 'sqlite'
      ? `SELECT m.name AS "table", c.name AS "column", c."notnull" = 0 AS "nullable" FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table'`
      : `SELECT table_name AS "table", column_name AS "column", is_nullable = 'YES' AS "nullable" FROM information_schema.columns WHERE table_schema = 'public'`,
  );
  return rows.map(({ table, column, nullable }) => `${table}.${column}${nullable ? '?' : ''}`);
}

function definedIn(kind: EngineKind): { columns: string[]; indexes: string[] } {
  const configs = Object.values(tables[kind]).map((table) =>
    kind === 'sqlite'
      ? sqliteConfig(table)
      : (postgresConfig(table as never) as unknown as ReturnType<typeof sqliteConfig>),
  );
  return {
    columns: configs
      .flatMap(({ name, columns }) => columns.map((one) => `${name}.${one.name}${one.notNull ? '' : '?'}`))
      .sort(),
    indexes: configs
      .flatMap(({ indexes }) => indexes.map(({ config }) => `${config.name}${config.unique ? ' unique' : ''}`))
      .sort(),
  };
}

function snapshotOf(kind: EngineKind): never {
  const folder = `migrations/${kind}/meta`;
  const { entries } = JSON.parse(readFileSync(`${folder}/_journal.json`, 'utf8')) as { entries: { idx: number }[] };
  const number = String(entries.at(-1)?.idx).padStart(4, '0');
  return JSON.parse(readFileSync(`${folder}/${number}_snapshot.json`, 'utf8')) as never;
}

/** What drizzle-kit would write into the next migration. */
async function missingIn(kind: EngineKind): Promise<string[]> {
  return kind === 'sqlite'
    ? generateSQLiteMigration(snapshotOf(kind), await generateSQLiteDrizzleJson(tables.sqlite))
    : generateMigration(snapshotOf(kind), generateDrizzleJson(tables.postgres));
}

/** A process that is ready to open the database, and opens it when it is told to. */
async function opener(url: string): Promise<{ open(): Promise<string> }> {
  const script = `
    const { openDatabase } = await import('./src/database.ts');
    console.log('ready');
    process.stdin.once('data', async () => {
      try {
        const engine = await openDatabase(process.argv[1]);
        await engine.close();
        console.log('opened');
      } catch (error) {
        console.log(String(error));
      }
      process.exit(0);
    });`;
  const process_: ChildProcess = spawn(process.execPath, ['--input-type=module', '-e', script, url], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  onTestFinished(() => void process_.kill('SIGKILL'));
  const lines = createInterface({ input: process_.stdout as NodeJS.ReadableStream });
  const line = () => new Promise<string>((resolve) => lines.once('line', resolve));
  await line();
  return {
    open: () => {
      const answer = line();
      process_.stdin?.write('go\n');
      return answer;
    },
  };
}

describe.each(ENGINES)('migrations of %s', (kind) => {
  test('a database in which nothing is yet gets every table, column and index of the definition', async () => {
    const url = await bareDatabase(kind);
    await start(url);
    const { columns, indexes } = definedIn(kind);
    const names = new Set<string>(Object.values(tables[kind]).map((table) => getTableName(table)));
    const there = (await columnsOf(kind, url)).filter((column) => names.has(column.split('.')[0] as string));
    expect(there.sort()).toEqual(columns);
    const found = await ask(
      url,
      kind === 'sqlite'
        ? `SELECT name, sql LIKE 'CREATE UNIQUE%' AS "unique" FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL`
        : `SELECT indexname AS name, indexdef LIKE 'CREATE UNIQUE%' AS "unique" FROM pg_indexes WHERE schemaname = 'public'`,
    );
    const inDatabase = found.map(({ name, unique }) => `${name}${unique ? ' unique' : ''}`);
    expect(inDatabase).toEqual(expect.arrayContaining(indexes));
  });

  test('a second start changes nothing', async () => {
    const url = await bareDatabase(kind);
    const engine = await openDatabase(url);
    await engine.write((tx) => keep(tx, 'before'));
    await engine.close();
    const [columns, applied] = [await columnsOf(kind, url), await ledger(url)];
    expect(applied.length).toBeGreaterThan(0);
    const again = await openDatabase(url);
    expect(await kept(again.read)).toEqual(['before']);
    await again.close();
    expect([await columnsOf(kind, url), await ledger(url)]).toEqual([columns, applied]);
  });

  test('a database of a newer version is refused in clear words, and left as it is', async () => {
    const url = await bareDatabase(kind);
    await start(url);
    await ask(url, `INSERT INTO migrations_applied (made_at, hash) VALUES (32503680000000, 'from the future')`);
    const before = await ledger(url);
    await expect(openDatabase(url)).rejects.toMatchObject({
      name: 'NewerDatabase',
      message: expect.stringContaining('made by a newer version of Counterclaim'),
    });
    expect(await ledger(url)).toEqual(before);
  });

  test('a database of a version before the first migration is refused in clear words, and left as it is', async () => {
    const url = await bareDatabase(kind);
    await start(url);
    await ask(url, 'UPDATE migrations_applied SET made_at = made_at - 1000000000');
    const before = await ledger(url);
    await expect(openDatabase(url)).rejects.toMatchObject({
      name: 'OlderDatabase',
      message: expect.stringContaining('made by a version before'),
    });
    expect(await ledger(url)).toEqual(before);
  });

  test('a database is brought to a later version with all that is in it, which is told of once', async () => {
    const url = await bareDatabase(kind);
    const engine = await openDatabase(url);
    await engine.write((tx) => keep(tx, 'before'));
    await engine.close();
    const migrations = await withLater(kind, `ALTER TABLE sides ADD COLUMN later integer NOT NULL DEFAULT 7;`);
    const told: number[] = [];
    for (const _ of ['the first time', 'and again']) {
      const later = await openDatabase(url, { migrations, upgrading: (steps) => told.push(steps) });
      expect(await kept(later.read)).toEqual(['before']);
      await later.close();
    }
    expect(told).toEqual([1]);
    expect(await columnsOf(kind, url)).toContain('sides.later');
    await expect(openDatabase(url)).rejects.toMatchObject({ name: 'NewerDatabase' });
  });

  test('an upgrade that fails leaves the database as it was, for the version before', async () => {
    const url = await bareDatabase(kind);
    await start(url);
    const before = [await columnsOf(kind, url), await ledger(url)];
    const migrations = await withLater(
      kind,
      `ALTER TABLE sides ADD COLUMN later integer;\n--> statement-breakpoint\nALTER TABLE nowhere ADD COLUMN later integer;`,
    );
    await expect(openDatabase(url, { migrations })).rejects.toThrow();
    expect([await columnsOf(kind, url), await ledger(url)]).toEqual(before);
    await start(url);
  });

  test('a migration that fails leaves nothing behind', async () => {
    const url = await bareDatabase(kind);
    await start(url);
    // As if the migrations had never been written down: the first one meets tables that are there already.
    await ask(url, 'DELETE FROM migrations_applied');
    const before = await columnsOf(kind, url);
    await expect(openDatabase(url)).rejects.toThrow();
    expect([await columnsOf(kind, url), await ledger(url)]).toEqual([before, []]);
  });

  test('two processes that start at once both open the database, and each migration is applied once', async () => {
    const url = await bareDatabase(kind);
    const openers = await Promise.all([opener(url), opener(url)]);
    const answers = await Promise.all(openers.map(({ open }) => open()));
    expect(answers).toEqual(['opened', 'opened']);
    const folder = JSON.parse(readFileSync(`migrations/${kind}/meta/_journal.json`, 'utf8')) as { entries: unknown[] };
    expect(await ledger(url)).toHaveLength(folder.entries.length);
  });

  test('the definition of the tables asks for no further migration', async () => {
    expect(await missingIn(kind)).toEqual([]);
  });

  test('every table is in the schema from which migrations are made', async () => {
    const schema = (await import(`../migrations/${kind}.ts`)) as Record<string, unknown>;
    expect(Object.keys(schema).sort()).toEqual(Object.keys(tables[kind]).sort());
  });
});

test('what has no key of its own stands in SQLite in the order of its primary key, and not twice', async () => {
  const url = await bareDatabase('sqlite');
  await start(url);
  const tables = await ask(
    url,
    `SELECT name FROM pragma_table_list
     WHERE type = 'table' AND wr = 0 AND name NOT LIKE 'sqlite_%' AND name NOT LIKE 'search_index%' AND NOT EXISTS (
       SELECT 1 FROM pragma_table_info(pragma_table_list.name) WHERE pk = 1 AND lower(type) IN ('integer', 'bigint')
     )`,
  );
  expect(tables).toEqual([]);
});

test('both engines have the same tables, columns and indexes', () => {
  // The table itself lies in the order of claims in SQLite, where PostgreSQL has an index.
  const { columns, indexes } = definedIn('postgres');
  const onSqlite = indexes.map((index) => (index === 'stances_by_claim' ? 'stances_of_statement unique' : index));
  expect({ columns, indexes: onSqlite.sort() }).toEqual(definedIn('sqlite'));
});

test('a start on PostgreSQL waits for the upgrade that another process makes, however long that takes', async () => {
  const url = await bareDatabase('postgres');
  await ask(url, `ALTER DATABASE ${new URL(url).pathname.slice(1)} SET statement_timeout = 500`);
  const upgrading = new pg.Client(url);
  await upgrading.connect();
  await upgrading.query('SET statement_timeout = 0; BEGIN');
  await upgrading.query(`SELECT pg_advisory_xact_lock(${POSTGRES_LOCK})`);
  const started = start(url);
  const waiting = `SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;
  while ((await upgrading.query(waiting)).rows.length === 0);
  await upgrading.query('SELECT pg_sleep(0.6)');
  await upgrading.query('COMMIT');
  await upgrading.end();
  await started;
  expect(await ledger(url)).not.toEqual([]);
});
