import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { workersFor } from '../../src/platform/workers.ts';
import { whenDone } from '../support/lifetime.ts';

const OPTIONS = { threads: 1, waitingMax: 2, idleMs: 1_000, busy: 'Too much is asked.' };

async function workers(source: string) {
  const folder = await mkdtemp(join(tmpdir(), 'counterclaim-'));
  whenDone(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'worker.mjs'), source);
  const pool = workersFor<number, number>(pathToFileURL(join(folder, 'worker.mjs')), OPTIONS);
  whenDone(pool.close);
  return pool;
}

test('a worker that cannot start refuses those that wait for it, and ends nothing else', async () => {
  const { run } = await workers('throw new Error("no");');
  const tasks = await Promise.allSettled([run(1), run(2)]);
  expect(tasks.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(run(3)).rejects.toThrow();
});

test('a task that fails fails alone', async () => {
  const { run } = await workers('export default (n) => { if (n === 1) throw new Error("one"); return n * 2; };');
  const tasks = await Promise.allSettled([run(1), run(2)]);
  expect(tasks).toMatchObject([{ status: 'rejected', reason: { message: 'one' } }, { value: 4 }]);
});

test('more tasks than may wait are refused at once, and those that wait are done', async () => {
  const { run } = await workers('export default (n) => n;');
  const tasks = await Promise.allSettled([1, 2, 3, 4, 5, 6].map((n) => run(n)));
  const refused = tasks.filter(({ status }) => status === 'rejected');
  expect(refused.length).toBeGreaterThan(0);
  for (const task of refused) expect(task).toMatchObject({ reason: { name: 'Failure', code: 'overloaded' } });
  expect(tasks.filter(({ status }) => status === 'fulfilled').length).toBe(6 - refused.length);
});
