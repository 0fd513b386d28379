import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { start } from '../support/command.ts';

const PROCESS = fileURLToPath(new URL('./resting-process.ts', import.meta.url));
const HELD = 128 * 1024 * 1024;

test.each([
  ['what work left is given back once the service rests, and once only', 'rests', 1],
  ['while the service works nothing is given back', 'works', 0],
])('%s', async (_guarantee, doing, times) => {
  const { stdout, stderr } = await start(process.execPath, [PROCESS, doing]).ended;
  expect(stderr).toBe('');
  expect(stdout).toBe(`${times} of ${HELD}\n`);
});
