import { statfsSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

// Thousands of small databases are made and thrown away: in memory where there is room, which takes a seventh off the time.
if (!process.env.TMPDIR && freeGibibytes('/dev/shm') >= 4) process.env.TMPDIR = '/dev/shm';

export default defineConfig({
  test: {
    // Many tests wait for PostgreSQL or a process, so every core is worth a worker; vitest leaves one idle.
    maxWorkers: '100%',
    include: ['test/**/*.test.ts'],
    // Many processes, or many random records: `npm run test:long` runs these.
    exclude: ['test/**/*.long.test.ts', '**/node_modules/**'],
    // Packages are found as fast as when the service starts.
    execArgv: ['--import', new URL('./src/preload.js', import.meta.url).href],
    // Tests share nothing but what is loaded: each has a database of its own, and nothing is mocked.
    isolate: false,
    globalSetup: ['test/support/setup.ts'],
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});

function freeGibibytes(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return (bavail * bsize) / 2 ** 30;
  } catch {
    return 0;
  }
}
