import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/database.ts';
import { freshDatabase } from '../support/database.ts';
import { keep, kept } from '../support/writes.ts';

async function openFile() {
  const url = await freshDatabase('sqlite');
  const engine = await openDatabase(url);
  onTestFinished(() => engine.close());
  const beside = new Database(url.replace('file:', ''), { readonly: true });
  onTestFinished(() => void beside.close());
  const indexes = () => [
    beside.prepare("SELECT name, sql FROM sqlite_master WHERE type = 'index' ORDER BY name").all(),
    beside.prepare('SELECT tbl, idx, stat FROM sqlite_stat1 ORDER BY tbl, idx').all(),
  ];
  return { engine, indexes };
}

const OF_STATEMENTS = ['statements', 'stances'];

test('indexes that are made after the rows are those that there were, with what is known of them, and nobody beside ever sees them missing', async () => {
  const { engine, indexes } = await openFile();
  const before = indexes();
  await engine.write((tx) =>
    tx.withIndexesAfter(OF_STATEMENTS, async () => {
      await keep(tx, 'inside');
      expect(indexes()).toEqual(before);
    }),
  );
  expect(indexes()).toEqual(before);
  expect(await kept(engine.read)).toEqual(['inside']);
});

test.each([
  ['before it wrote', false],
  ['after it wrote', true],
])('where what is stored so fails %s, the indexes are there, and so is what others wrote', async (_when, writes) => {
  const { engine, indexes } = await openFile();
  const before = indexes();
  const failing = engine.write((tx) =>
    tx.withIndexesAfter(OF_STATEMENTS, async () => {
      if (writes) await keep(tx, 'undone');
      throw new Error('fails');
    }),
  );
  const others = ['a', 'b'].map((name) => engine.write((tx) => keep(tx, name)));
  await expect(failing).rejects.toThrow('fails');
  await Promise.all(others);
  expect(indexes()).toEqual(before);
  expect(await kept(engine.read)).toEqual(['a', 'b']);
});
