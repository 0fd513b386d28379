import { setImmediate as nextRound } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { lettingBy, sharedCount } from '../../src/platform/engine/letting-by.ts';

/** Work that keeps the event loop, so that what comes after it may wait. */
async function work(): Promise<void> {
  const until = performance.now() + 50;
  while (performance.now() < until);
}

test('who lets others by goes on once they are done, and not between two things that one of them asks', async () => {
  const { count, during } = sharedCount();
  const letBy = lettingBy({ count, unless: null });
  await letBy(work);
  const order: string[] = [];
  const gate = Promise.withResolvers<void>();
  const asked = during(() => gate.promise).then(() => during(async () => void order.push('asked')));
  const gone = letBy(async () => void order.push('went on'));
  await nextRound();
  expect(order).toEqual([]);
  gate.resolve();
  await Promise.all([asked, gone]);
  expect(order).toEqual(['asked', 'went on']);
});

test('who lets others by goes on all the same where there is always one of them', async () => {
  const { count, during } = sharedCount();
  const letBy = lettingBy({ count, unless: null });
  const gate = Promise.withResolvers<void>();
  const asked = during(() => gate.promise);
  for (let piece = 0; piece < 3; piece += 1) await letBy(work);
  gate.resolve();
  await asked;
  await nextRound();
  expect(Atomics.load(count, 0)).toBe(0);
});

test('who is waited for lets nobody by', async () => {
  const [reads, writes] = [sharedCount(), sharedCount()];
  const letBy = lettingBy({ count: reads.count, unless: writes.count });
  await letBy(work);
  const gate = Promise.withResolvers<void>();
  const order: string[] = [];
  const asked = reads.during(() => gate.promise);
  const waits = writes.during(() => gate.promise);
  const gone = letBy(async () => void order.push('went on'));
  await nextRound();
  expect(order).toEqual(['went on']);
  gate.resolve();
  await Promise.all([asked, waits, gone]);
});

test('what fails is over, too', async () => {
  const { count, during } = sharedCount();
  await expect(during(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  await nextRound();
  expect(Atomics.load(count, 0)).toBe(0);
});
