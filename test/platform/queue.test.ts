import { expect, test } from 'vitest';
import { admission, queueOf } from '../../src/platform/queue.ts';

const BUSY = 'Too much is asked.';

test('what waits is let in in the order in which it came, and never more at once than may be', async () => {
  const queue = queueOf({ atOnce: 2, waitingMax: 10, busy: BUSY });
  const order: number[] = [];
  let [inside, most] = [0, 0];
  await Promise.all(
    [1, 2, 3, 4, 5, 6].map(async (number) => {
      const leave = await queue.enter();
      order.push(number);
      inside += 1;
      most = Math.max(most, inside);
      await new Promise(setImmediate);
      inside -= 1;
      leave();
      leave();
    }),
  );
  expect([order, most]).toEqual([[1, 2, 3, 4, 5, 6], 2]);
});

test('more than may wait are refused at once, and who gives up makes room', async () => {
  const queue = queueOf({ atOnce: 1, waitingMax: 1, busy: BUSY });
  const leave = await queue.enter();
  const gone = new AbortController();
  const waits = queue.enter(gone.signal);
  await expect(queue.enter()).rejects.toMatchObject({ code: 'overloaded', message: `${BUSY} Try again in a moment.` });
  gone.abort();
  await expect(waits).rejects.toMatchObject({ code: 'overloaded' });
  const next = queue.enter();
  leave();
  (await next)();
});

test('work is admitted as a whole up to its bounds, one piece however long it is, and again once others are done', async () => {
  const admit = admission({ piecesMax: 2, lengthMax: 10, busy: BUSY });
  const { promise, resolve } = Promise.withResolvers<void>();
  const long = admit(100, () => promise);
  await expect(admit(1, async () => {})).rejects.toMatchObject({ code: 'overloaded' });
  resolve();
  await long;
  const gate = Promise.withResolvers<void>();
  const some = [admit(5, () => gate.promise), admit(5, () => gate.promise)];
  await expect(admit(0, async () => {})).rejects.toMatchObject({ code: 'overloaded' });
  gate.resolve();
  await Promise.all(some);
  await expect(admit(1, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await admit(10, async () => 'done')).toBe('done');
});
