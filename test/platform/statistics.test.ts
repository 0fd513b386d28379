import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/database.ts';
import { freshDatabase } from '../support/database.ts';
import { whenDone } from '../support/lifetime.ts';

type Statistic = [table: string, index: string | null, sizes: string];

test('SQLite takes a new record for a large one, by tables and indexes that there are, and goes from rebuttals to statements', async () => {
  const url = await freshDatabase('sqlite');
  await (await openDatabase(url)).close();
  const connection = new Database(url.replace(/^file:/, ''), { readonly: true });
  whenDone(() => void connection.close());
  const known: Statistic[] = JSON.parse(
    readFileSync(new URL('../../migrations/sqlite/statistics.json', import.meta.url), 'utf8'),
  );
  const told = connection.prepare('SELECT tbl, idx, stat FROM sqlite_stat1 ORDER BY tbl, idx').raw().all();
  expect(told).toEqual(known);
  const names = new Set(connection.prepare('SELECT name FROM sqlite_master').pluck().all());
  const automatic = new Set(known.flatMap(([table]) => [table, `sqlite_autoindex_${table}_1`]));
  expect(
    known
      .flatMap(([table, index]) => [table, index ?? table])
      .filter((name) => !names.has(name) && !automatic.has(name)),
  ).toEqual([]);
  const [first] = connection
    .prepare(
      'EXPLAIN QUERY PLAN SELECT 1 FROM rebuttals JOIN statements ON statements.id = rebuttals.statement_id WHERE rebuttals.rebuts_id IN (1, 2) AND statements.status = 1',
    )
    .all() as { detail: string }[];
  expect(first?.detail).toMatch(/^SEARCH rebuttals /);
});
