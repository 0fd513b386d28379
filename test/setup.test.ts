import { expect, test } from 'vitest';
import { start } from './support/command.ts';

test('a run in which a test failed ends with 1, although a library that stops PostgreSQL ends the process', async () => {
  const run = "await import('./test/support/setup.ts'); process.exitCode = 1;";
  const { code, stderr } = await start(process.execPath, ['--input-type=module', '-e', run]).ended;
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
});
