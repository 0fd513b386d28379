import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { Failure } from '../../src/kernel/failure.ts';
import { workersFor } from '../../src/platform/workers.ts';
import { whenDone } from '../support/lifetime.ts';

const OPTIONS = { threads: 1, waitingMax: 2, idleMs: 1_000, busy: 'Too much is asked.' };

async function workers<Task = number, Result = number>(source: string) {
  const folder = await mkdtemp(join(tmpdir(), 'counterclaim-'));
  whenDone(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, 'worker.mjs'), source);
  const pool = workersFor<Task, Result>(pathToFileURL(join(folder, 'worker.mjs')), OPTIONS);
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

const FIGURES_OF_THREAD = '/proc/thread-self/stat';

test.runIf(process.platform === 'linux')('a worker stands back behind the thread that answers', async () => {
  const { run } = await workers<string, string>(
    "import { readFileSync } from 'node:fs'; export default (file) => readFileSync(file, 'utf8');",
  );
  const nicenessIn = (figures: string) => Number(figures.slice(figures.lastIndexOf(')') + 2).split(' ')[16]);
  const own = nicenessIn(readFileSync(FIGURES_OF_THREAD, 'utf8'));
  expect(nicenessIn(await run(FIGURES_OF_THREAD))).toBe(own + 10);
});

/** Counts the tasks that begin in `memory`, and never ends those of the number 1. */
const ENDLESS = `export default ({ n, memory }) => {
  Atomics.add(memory, 0, 1);
  Atomics.notify(memory, 0);
  if (n === 1) Atomics.wait(memory, 1, 0);
  return n;
};`;

test('a task that is aborted is stopped while it runs, is not begun while it waits, and those after it are done', async () => {
  const pool = await workers<{ n: number; memory: Int32Array }, number>(ENDLESS);
  const memory = new Int32Array(new SharedArrayBuffer(8));
  const [running, waiting] = [new AbortController(), new AbortController()];
  const endless = pool.run({ n: 1, memory }, running.signal);
  const begun = Atomics.waitAsync(memory, 0, 0);
  if (begun.async) await begun.value;
  const never = pool.run({ n: 2, memory }, waiting.signal);
  const last = pool.run({ n: 3, memory }, new AbortController().signal);
  waiting.abort();
  await expect(never).rejects.toMatchObject({ name: 'Failure', code: 'overloaded' });
  running.abort(new Failure('timeout', 'It took too long.'));
  await expect(endless).rejects.toMatchObject({ code: 'timeout' });
  expect(await last).toBe(3);
  expect(await pool.run({ n: 4, memory })).toBe(4);
  expect(memory[0]).toBe(3);
  await expect(pool.run({ n: 5, memory }, running.signal)).rejects.toMatchObject({ code: 'timeout' });
});
