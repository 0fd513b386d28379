import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { StatementFilter } from '../../../src/analysis/statements/filter.ts';
import { WALKED_MAX } from '../../../src/analysis/statements/length.ts';
import { listStatements } from '../../../src/analysis/statements/list-store.ts';
import { openDatabase } from '../../../src/database.ts';
import type { Engine } from '../../../src/platform/engine/tables.ts';
import { generateRecord } from '../../bench/generate.ts';
import { whenDone } from '../../support/lifetime.ts';
import { watched } from '../../support/watched.ts';

/** A SQLite file with more statements than are walked while others wait. */
async function largeRecord(): Promise<Engine> {
  const folder = await mkdtemp(join(tmpdir(), 'counterclaim-'));
  whenDone(() => rm(folder, { recursive: true, force: true }));
  await generateRecord(join(folder, 'large.db'), WALKED_MAX + 1);
  const engine = await openDatabase(`file:${join(folder, 'large.db')}`);
  whenDone(() => engine.close());
  return engine;
}

test('a long record is walked offThread for a filter that no index answers, and gives the same page and count', async () => {
  const engine = await largeRecord();
  const [read, offThread] = [watched(engine.read), watched(engine.offThread)];
  const paging = { limit: 3, after: null, count: true };
  const list = (filter: object, readers: Pick<Engine, 'read' | 'offThread'>) =>
    listStatements(readers, StatementFilter.parse(filter), '-saidAt', paging, { drafts: false });
  const walks = [{ language: 'en' }, { language: 'hy' }, { rebutted: 'true' }, { stance: 'deny', side: 'side-0' }];
  for (const filter of walks) {
    const [there, here] = [
      await list(filter, { read: read.handle, offThread: offThread.handle }),
      await list(filter, { read: engine.read, offThread: engine.read }),
    ];
    expect({ filter, page: there }).toEqual({ filter, page: here });
    expect(read.names.filter((name) => /^(page of|count st)/.test(name))).toEqual([]);
  }
  expect(offThread.names.filter((name) => name.startsWith('page of statements')).length).toBe(walks.length);
  // What may be kept counted, and is not: rows are counted, and that is done offThread.
  const uncounted = [
    { dispute: 'dispute-0', stance: ['support', 'deny', 'query', 'comment'], saidFrom: '2020' },
    { claim: ['claim-0', 'claim-200'], side: 'side-0' },
    { question: ['question-0', 'question-10'] },
  ];
  for (const filter of uncounted) {
    const { total } = await list(filter, { read: read.handle, offThread: offThread.handle });
    expect(total).toBe((await list(filter, { read: engine.read, offThread: engine.read })).total);
    expect(total).toBeGreaterThan(10);
    expect(read.names.filter((name) => name.startsWith('count st'))).toEqual([]);
  }
  await list({ side: 'side-0' }, { read: read.handle, offThread: offThread.handle });
  expect(read.names.filter((name) => name.startsWith('page of statements')).length).toBe(1);
});
