import { readFileSync, renameSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { checkpointsOf } from '../../src/platform/engine/sqlite-checkpoints.ts';
import { openForReading, openSqliteFile, PAGES_IN_LOG, watchFile } from '../../src/platform/engine/sqlite-file.ts';
import { whenDone } from '../support/lifetime.ts';

const PAGE = 4096;

async function writing() {
  const folder = await mkdtemp(join(tmpdir(), 'counterclaim-'));
  const file = join(folder, 'log.db');
  const writer = openSqliteFile(file);
  const checkpoints = checkpointsOf(writer, watchFile(file));
  const reader = openForReading(file);
  whenDone(async () => {
    await checkpoints.close();
    reader.close();
    writer.close();
    await rm(folder, { recursive: true, force: true });
  });
  writer.exec('CREATE TABLE rows (text)');
  const insert = writer.prepare('INSERT INTO rows VALUES (?)');
  return {
    file,
    writer,
    checkpoints,
    reader,
    pagesOf: (end: '' | '-wal') => Math.round(statSync(file + end).size / PAGE),
    /** One commit of about so many pages. */
    write: (pages: number) => insert.run('x'.repeat(pages * PAGE)),
  };
}

test('a commit leaves the log to the checkpoints, which begin it anew between two commits once it is long', async () => {
  const { checkpoints, pagesOf, write } = await writing();
  for (let at = 0; at < 3; at += 1) {
    write(PAGES_IN_LOG * 0.9);
    // Nothing is due yet, so that nothing is written to the file.
    if (at === 0) await checkpoints.whenDue();
    expect(pagesOf('')).toBeLessThan(PAGES_IN_LOG * (at === 0 ? 0.1 : 2));
    if (at === 1) await checkpoints.whenDue();
  }
  // The third commit began where the first did.
  expect(pagesOf('-wal')).toBeLessThan(PAGES_IN_LOG * 2);
  expect(pagesOf('')).toBeGreaterThan(PAGES_IN_LOG * 1.7);
});

test('the log is emptied, but for one that somebody reads', async () => {
  const { checkpoints, reader, pagesOf, write } = await writing();
  write(500);
  reader.exec('BEGIN');
  expect(reader.prepare('SELECT count(*) FROM rows').pluck().get()).toBe(1);
  write(500);
  await checkpoints.truncate();
  expect(pagesOf('-wal')).toBeGreaterThan(900);
  expect(reader.prepare('SELECT count(*) FROM rows').pluck().get()).toBe(1);
  reader.exec('COMMIT');
  await checkpoints.truncate();
  expect(pagesOf('-wal')).toBe(0);
  expect(reader.prepare('SELECT count(*) FROM rows').pluck().get()).toBe(2);
});

test('what SQLite refuses keeps no write from going on', async () => {
  const { writer, checkpoints, pagesOf, write } = await writing();
  write(PAGES_IN_LOG * 1.1);
  // SQLite tells nothing of the log to a connection that has a transaction open.
  writer.exec('BEGIN IMMEDIATE');
  write(1);
  await checkpoints.whenDue();
  writer.exec('COMMIT');
  await checkpoints.whenDue();
  expect(pagesOf('')).toBeGreaterThan(PAGES_IN_LOG);
});

test('a file that took the place of the one that was opened gets nothing of its log', async () => {
  const { file, checkpoints, write } = await writing();
  write(PAGES_IN_LOG * 1.1);
  const other = new Database(`${file}-other`);
  other.exec('CREATE TABLE others (text)');
  other.close();
  renameSync(file, `${file}-moved`);
  renameSync(`${file}-other`, file);
  const before = readFileSync(file);
  await checkpoints.whenDue();
  await expect(checkpoints.truncate()).rejects.toThrow('deleted or replaced');
  expect(readFileSync(file).equals(before)).toBe(true);
});
