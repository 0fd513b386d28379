import { defineConfig } from 'vitest/config';
import config from '../vitest.config.ts';

/** Tests that take long, since they start many processes or go through many random records: `npm run test:long`. */
export default defineConfig({
  test: { ...config.test, include: ['test/**/*.long.test.ts'], exclude: ['**/node_modules/**'] },
});
