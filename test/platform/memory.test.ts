import { expect, test } from 'vitest';
import { giveBackMemoryAtRest } from '../../src/platform/memory.ts';
import { whenDone } from '../support/lifetime.ts';

const LOOK_MS = 200;
const MIB = 1024 * 1024;

test('what work left is given back once the service rests, and once only', async () => {
  const given = givenBack();
  const held = Buffer.alloc(128 * MIB, 1);
  await expect.poll(given, { timeout: 25_000, interval: LOOK_MS }).toBe(1);
  await looks(5);
  expect(given()).toBe(1);
  expect(held[128 * MIB - 1]).toBe(1);
});

test('while the service works nothing is given back', async () => {
  const given = givenBack();
  const held = Buffer.alloc(128 * MIB, 1);
  const until = performance.now() + 5 * LOOK_MS;
  while (performance.now() < until) await new Promise(setImmediate);
  expect(given()).toBe(0);
  expect(held[0]).toBe(1);
});

/** How often memory was given back, from now until the test is over. */
function givenBack(): () => number {
  let times = 0;
  whenDone(
    giveBackMemoryAtRest(() => {
      times += 1;
    }, LOOK_MS),
  );
  return () => times;
}

/** Resolves after so many timers of the length of a look. */
async function looks(count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) await new Promise((done) => setTimeout(done, LOOK_MS));
}
