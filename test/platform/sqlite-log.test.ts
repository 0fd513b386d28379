import { statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openSqliteFile } from '../../src/platform/engine/sqlite-file.ts';
import { readersBeside } from '../../src/platform/engine/sqlite-log.ts';
import { whenDone } from '../support/lifetime.ts';

const BYTES_MAX = 200_000;

async function databaseWithLog() {
  const folder = await mkdtemp(join(tmpdir(), 'counterclaim-'));
  const file = join(folder, 'log.db');
  const writer = openSqliteFile(file);
  whenDone(async () => {
    writer.close();
    await rm(folder, { recursive: true, force: true });
  });
  writer.exec('CREATE TABLE rows (text)');
  return {
    file,
    bytes: () => statSync(`${file}-wal`).size,
    fill: () => writer.prepare('INSERT INTO rows VALUES (?)').run('x'.repeat(BYTES_MAX)),
    empty: async () => void writer.pragma('wal_checkpoint(TRUNCATE)'),
  };
}

/** Work that lasts until it is told to end, and says when it began. */
function lasting() {
  const { promise, resolve } = Promise.withResolvers<void>();
  const state = { hasBegun: false, end: resolve };
  return {
    state,
    work: () => {
      state.hasBegun = true;
      return promise;
    },
  };
}

/** Lets everything go on that waits for nothing but its turn. */
async function turns(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
}

test('readers run together until the log is long; then those that come wait until it was emptied', async () => {
  const { file, bytes, fill, empty } = await databaseWithLog();
  const beside = readersBeside(file, empty, BYTES_MAX);
  const [one, other, late] = [lasting(), lasting(), lasting()];
  const early = [beside(one.work), beside(other.work)];
  await turns();
  expect([one.state.hasBegun, other.state.hasBegun]).toEqual([true, true]);
  fill();
  expect(bytes()).toBeGreaterThan(BYTES_MAX);
  const waiting = beside(late.work);
  one.state.end();
  await turns();
  expect(late.state.hasBegun).toBe(false);
  other.state.end();
  await Promise.all(early);
  await turns();
  expect([late.state.hasBegun, bytes()]).toEqual([true, 0]);
  late.state.end();
  await waiting;
});

test('a log that cannot be emptied is read, and tried again once it has grown as much again', async () => {
  const { file, fill } = await databaseWithLog();
  let tries = 0;
  const beside = readersBeside(
    file,
    async () => {
      tries += 1;
      throw new Error('no');
    },
    BYTES_MAX,
  );
  fill();
  expect([await beside(async () => 'read'), await beside(async () => 'read'), tries]).toEqual(['read', 'read', 1]);
  fill();
  fill();
  expect([await beside(async () => 'read'), tries]).toEqual(['read', 2]);
});

test('work that fails fails alone, and counts no more', async () => {
  const { file, bytes, fill, empty } = await databaseWithLog();
  const beside = readersBeside(file, empty, BYTES_MAX);
  await expect(beside(() => Promise.reject(new Error('mine')))).rejects.toThrow('mine');
  fill();
  expect([await beside(async () => 'read'), bytes()]).toEqual(['read', 0]);
});
