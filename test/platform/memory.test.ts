import { expect, test } from 'vitest';
import { giveBackMemoryAtRest } from '../../src/platform/memory.ts';
import { whenDone } from '../support/lifetime.ts';

const LOOK_MS = 20;
const MIB = 1024 * 1024;

test('what work left is given back once the service rests, and once only', async () => {
  let given = 0;
  whenDone(
    giveBackMemoryAtRest(() => {
      given += 1;
    }, LOOK_MS),
  );
  const held = Buffer.alloc(64 * MIB, 1);
  await expect.poll(() => given, { timeout: 10_000 }).toBe(1);
  await looks(10);
  expect(given).toBe(1);
  expect(held[64 * MIB - 1]).toBe(1);
});

test('while the service works nothing is given back', async () => {
  let given = 0;
  whenDone(
    giveBackMemoryAtRest(() => {
      given += 1;
    }, LOOK_MS),
  );
  const held = Buffer.alloc(64 * MIB, 1);
  const until = performance.now() + 15 * LOOK_MS;
  while (performance.now() < until) await new Promise(setImmediate);
  expect(given).toBe(0);
  expect(held[0]).toBe(1);
});

/** Resolves after so many timers of the length of a look. */
async function looks(count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) await new Promise((done) => setTimeout(done, LOOK_MS));
}
