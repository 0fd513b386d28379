import { statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkpointsOf } from '../../src/platform/engine/sqlite-checkpoints.ts';
import { openForReading, openSqliteFile, PAGES_IN_LOG } from '../../src/platform/engine/sqlite-file.ts';
import { whenDone } from '../support/lifetime.ts';

const PAGE = 4096;

async function writing() {
  const folder = await mkdtemp(join(tmpdir(), 'counterclaim-'));
  const file = join(folder, 'log.db');
  const writer = openSqliteFile(file);
  const checkpoints = checkpointsOf(writer);
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
