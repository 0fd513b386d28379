import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { countUnfolded } from '../../src/derived/summaries/fold.ts';
import { noCounts } from '../../src/exchange/import-counts.ts';
import { doJob } from '../../src/exchange/job.ts';
import { getImport } from '../../src/exchange/jobs.ts';
import { insertRow } from '../../src/platform/engine/rows.ts';
import type { Engine } from '../../src/platform/engine/tables.ts';
import { quoteChecker } from '../../src/text/quotes/checker.ts';
import { startService } from '../support/app.ts';
import { ENGINES, freshEngine } from '../support/database.ts';
import { ownFolder } from '../support/folder.ts';
import { imported, ndjson } from '../support/import.ts';
import { whenDone } from '../support/lifetime.ts';
import { SEED } from './seed.ts';

const AT_ONCE = 20;
const BATCHES = 5;
const BY = { actor: 'test', comment: null };

function statement(n: number) {
  const quote = `The road number ${n} was closed`;
  const article = 'https://courier.example/a';
  return { type: 'statement', id: `many-${n}`, article, speaker: 'anna', quote, quoteType: 'indirect' };
}

const FILE = ndjson([...SEED, ...Array.from({ length: AT_ONCE * BATCHES }, (_, n) => statement(n))]);

async function job(engine: Engine) {
  const file = join(await ownFolder(), 'body');
  await writeFile(file, FILE);
  const id = await engine.write(async (tx) => {
    const made = tx.newId('import');
    const row = { id: made, format: 'record' as const, dryRun: false, state: 'running' as const, ...noCounts() };
    await insertRow(tx, 'imports', { ...row, createdAt: tx.now, updatedAt: tx.now, ...BY });
    return made;
  });
  return { id, file, task: { format: 'record' as const, dryRun: false, context: {} }, by: BY };
}

describe.each(ENGINES)('what a thread of its own reads in on %s', (kind) => {
  test('leaves no more to fold in than a batch, at any moment, so that the thread which answers folds nothing', async () => {
    const engine = await freshEngine(kind);
    const checker = quoteChecker();
    whenDone(() => checker.close());
    const unfolded: number[] = [];
    const watched: Pick<Engine, 'read' | 'write'> = {
      read: engine.read,
      async write(work) {
        unfolded.push(await countUnfolded(engine.read, 1_000));
        return engine.write(work);
      },
    };
    const deps = { engine: watched, checker, linesAtOnce: () => AT_ONCE, isAlone: true, isStopped: () => false };
    const takeOver = () => Promise.reject(new Error('This is no export of everything.'));
    const reading = await job(engine);
    await doJob({ ...deps, takeOver }, reading);
    const done = await getImport(engine.read, reading.id);
    expect(done).toMatchObject({ state: 'done', created: SEED.length + AT_ONCE * BATCHES, rejected: 0 });
    expect(await countUnfolded(engine.read, 1_000)).toBe(0);
    expect(Math.max(...unfolded)).toBe(AT_ONCE);
  });

  test('tells how far it came when it is broken off', async () => {
    const engine = await freshEngine(kind);
    const checker = quoteChecker();
    whenDone(() => checker.close());
    const reading = await job(engine);
    let looks = 0;
    const isStopped = () => {
      looks += 1;
      return looks > BATCHES;
    };
    const takeOver = () => Promise.reject(new Error('This is no export of everything.'));
    const deps = { engine, checker, linesAtOnce: () => AT_ONCE, isAlone: true, isStopped, takeOver };
    await expect(doJob(deps, reading)).rejects.toMatchObject({ code: 'overloaded' });
    const { created, read } = await getImport(engine.read, reading.id);
    const stored = await engine.read.query('all statements', ({ db, t }) =>
      db.select({ id: t.statements.id }).from(t.statements),
    );
    expect(stored.length).toBeGreaterThan(AT_ONCE);
    expect(created).toBeGreaterThanOrEqual(stored.length);
    expect(read).toBeGreaterThanOrEqual(created);
  });

  test('rejects a faulty line in the midst of a batch alone, and tells the lines after it of those before', async () => {
    const service = await startService(kind);
    const link = (n: number) => ({ rebuts: [{ statement: `many-${n}`, kind: 'denial' }] });
    const lines = [
      ...SEED,
      statement(0),
      { ...statement(1), speaker: 'nobody' },
      { ...statement(2), speaker: 'ben', ...link(0) },
      { ...statement(3), speaker: 'ben', ...link(1) },
      { ...statement(2), speaker: 'ben', ...link(0) },
      statement(4),
    ];
    const job = await imported(service, ndjson(lines));
    expect(job).toMatchObject({ state: 'done', created: SEED.length + 3, unchanged: 1, rejected: 2 });
    expect(job.errors).toMatchObject([
      { line: SEED.length + 2, code: 'unknown-reference', pointer: '/speaker' },
      { line: SEED.length + 4, code: 'unknown-reference', pointer: '/rebuts/0/statement' },
    ]);
    const again = await imported(service, ndjson(lines));
    expect(again).toMatchObject({ state: 'done', created: 0, unchanged: lines.length - 2, rejected: 2 });
    const changes = await service.changes();
    const told = changes.filter(({ entityType }) => entityType === 'statement');
    expect(told).toHaveLength(SEED.filter(({ type }) => type === 'statement').length + 3);
  });
});
