import { expect, test } from 'vitest';
import { expectedWait, inTime } from '../../src/platform/expected-wait.ts';

function timed({ maxMs, always, ofFresh = always }: { maxMs: number; always: number; ofFresh?: number }) {
  let at = 0;
  const wait = expectedWait({ maxMs, always: { pieces: always, ofFresh } }, () => at);
  return {
    wait,
    pass(ms: number) {
      at += ms;
    },
  };
}

test('what waits is expected to take as long as the last pieces took, each after the other', () => {
  const { wait, pass } = timed({ maxMs: 100, always: 0 });
  for (let piece = 0; piece < 200; piece += 1) {
    const end = wait.begin();
    pass(10);
    end();
  }
  const ends = Array.from({ length: 5 }, () => wait.begin());
  expect(wait.ms()).toBeCloseTo(50);
  expect(wait.isTooLong()).toBe(false);
  for (let more = 0; more < 6; more += 1) ends.push(wait.begin());
  expect(wait.isTooLong()).toBe(true);
  for (const end of ends) end();
  expect(wait.ms()).toBe(0);
});

test('pieces that are done together are as quick as all of them divided by their number', () => {
  const { wait, pass } = timed({ maxMs: 100, always: 0 });
  for (let group = 0; group < 20; group += 1) {
    const ends = Array.from({ length: 50 }, () => wait.begin());
    pass(100);
    for (const end of ends) end();
  }
  wait.begin();
  expect(wait.ms()).toBeCloseTo(2);
});

test('a time in which nothing waits is no part of the pace, and a piece that ends twice ends once', () => {
  const { wait, pass } = timed({ maxMs: 100, always: 0 });
  for (let piece = 0; piece < 200; piece += 1) {
    const end = wait.begin();
    pass(5);
    end();
    end();
    pass(10_000);
  }
  wait.begin();
  expect(wait.ms()).toBeCloseTo(5);
});

test('when nothing is done any more the wait grows, and ends once something is', () => {
  const { wait, pass } = timed({ maxMs: 100, always: 1 });
  const ends = [wait.begin(), wait.begin()];
  expect(wait.isTooLong()).toBe(false);
  pass(60_000);
  expect(wait.isTooLong()).toBe(true);
  for (const end of ends) end();
  expect(wait.isTooLong()).toBe(false);
});

test('so many are never too many, and without a limit none are', () => {
  const some = timed({ maxMs: 1, always: 3 });
  some.wait.begin();
  some.wait.begin();
  some.pass(60_000);
  expect(some.wait.isTooLong()).toBe(false);
  some.wait.begin();
  expect(some.wait.isTooLong()).toBe(true);
  const endless = timed({ maxMs: 0, always: 0 });
  endless.wait.begin();
  endless.pass(60_000);
  expect(endless.wait.isTooLong()).toBe(false);
});

test('what comes at once after something slow is taken on, until one of them has waited for as long as may be', () => {
  const { wait, pass } = timed({ maxMs: 100, always: 2, ofFresh: 10 });
  for (let slow = 0; slow < 20; slow += 1) {
    const end = wait.begin();
    pass(90);
    end();
  }
  const ends = [wait.begin(), wait.begin(), wait.begin()];
  expect(wait.ms()).toBeGreaterThan(200);
  expect(wait.isTooLong()).toBe(false);
  pass(101);
  expect(wait.isTooLong()).toBe(true);
  ends.shift()?.();
  ends.shift()?.();
  expect(wait.isTooLong()).toBe(false);
  for (let more = 0; more < 9; more += 1) wait.begin();
  expect(wait.isTooLong()).toBe(true);
});

test('work that would wait for too long is refused before it begins, and one that fails is over', async () => {
  const { wait, pass } = timed({ maxMs: 1, always: 1 });
  const gate = Promise.withResolvers<void>();
  const first = inTime(wait, 'Busy.', () => gate.promise);
  pass(1_000);
  let hasBegun = false;
  const refused = inTime(wait, 'Busy.', async () => {
    hasBegun = true;
  });
  await expect(refused).rejects.toMatchObject({ code: 'overloaded', message: 'Busy. Try again in a moment.' });
  expect(hasBegun).toBe(false);
  gate.reject(new Error('no'));
  await expect(first).rejects.toThrow('no');
  expect(await inTime(wait, 'Busy.', async () => 'done')).toBe('done');
});
