import { expect, test } from 'vitest';
import { loopTurns, NOTHING_NEEDED, nextTurn, TURN_MS, tookConnection } from '../../src/platform/loop-turns.ts';

const NO_LIMIT = { maxMs: 0, always: { pieces: 0, ofFresh: 0 } };
const wanted = () => true;

function keepTheLoop(): void {
  const until = performance.now() + 2 * TURN_MS;
  while (performance.now() < until);
}

/** Resolves once `count` pieces have told that they are done. */
function counting(count: number) {
  const { promise: all, resolve } = Promise.withResolvers<void>();
  let done = 0;
  const oneMore = () => {
    done += 1;
    if (done === count) resolve();
  };
  return { all, oneMore };
}

test('pieces begin in the order in which they came, and the event loop has a turn in between', async () => {
  const turns = loopTurns(NO_LIMIT, NOTHING_NEEDED);
  const order: (number | 'the loop')[] = [];
  const { all, oneMore } = counting(5);
  for (const number of [1, 2, 3, 4, 5])
    turns.begin(() => {
      keepTheLoop();
      order.push(number);
      oneMore();
    }, wanted);
  setImmediate(() => order.push('the loop'));
  await all;
  expect(order.filter((one) => one !== 'the loop')).toEqual([1, 2, 3, 4, 5]);
  expect(order.indexOf('the loop')).toBeLessThan(order.length - 1);
});

test('what a piece does without waiting is over before the next begins', async () => {
  const turns = loopTurns(NO_LIMIT, NOTHING_NEEDED);
  const order: string[] = [];
  const { all, oneMore } = counting(2);
  keepTheLoop();
  turns.begin(keepTheLoop, wanted);
  for (const name of ['a', 'b'])
    turns.begin(async () => {
      order.push(`${name} begins`);
      for (let step = 0; step < 10; step += 1) await null;
      order.push(`${name} ends`);
      oneMore();
    }, wanted);
  await all;
  expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
});

test('what nobody waits for any more is not begun', async () => {
  const turns = loopTurns(NO_LIMIT, NOTHING_NEEDED);
  const begun: string[] = [];
  const { all, oneMore } = counting(1);
  turns.begin(keepTheLoop, wanted);
  turns.begin(
    () => begun.push('gone'),
    () => false,
  );
  turns.begin(() => {
    begun.push('here');
    oneMore();
  }, wanted);
  await all;
  expect(begun).toEqual(['here']);
  expect(turns.wait.ms()).toBe(0);
});

test('while what they need is taken no pieces begin, and those that came first begin once it is free', async () => {
  let isFree = false;
  const freed = Promise.withResolvers<void>();
  const turns = loopTurns(NO_LIMIT, { isFree: () => isFree, whenFree: () => freed.promise });
  const begun: number[] = [];
  const { all, oneMore } = counting(3);
  for (const number of [1, 2, 3])
    turns.begin(() => {
      begun.push(number);
      oneMore();
    }, wanted);
  await nextTurn();
  await nextTurn();
  expect(begun).toEqual([]);
  isFree = true;
  freed.resolve();
  await all;
  expect(begun).toEqual([1, 2, 3]);
});

test('while connections come they are taken on first, but work goes on', async () => {
  let rounds = 0;
  let isOver = false;
  const coming = () => {
    rounds += 1;
    tookConnection();
    if (!isOver) setImmediate(coming);
  };
  setImmediate(coming);
  await nextTurn();
  isOver = true;
  expect(rounds).toBeGreaterThan(1);
});
