import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { createKey } from '../../src/access/store.ts';
import { buildApp } from '../../src/app.ts';
import { openDatabase } from '../../src/database.ts';
import { loadDemo } from '../../src/exchange/demo.ts';
import { readConfig } from '../../src/platform/config.ts';
import { quoteChecker } from '../../src/text/quotes/checker.ts';

export type ServedDemo = { address: string; key: string; close(): Promise<void> };

/** The service on the demo as it is, without a limit of requests, and the key of an editor. */
export async function serveDemo(): Promise<ServedDemo> {
  const folder = await mkdtemp(join(tmpdir(), 'counterclaim-demo-'));
  const engine = await openDatabase(`file:${join(folder, 'demo.db')}`);
  const checker = quoteChecker();
  await loadDemo({ engine, checker });
  await checker.close();
  const { key } = await engine.write((tx) => createKey(tx, { name: 'an editor', scope: 'write', expiresAt: null }));
  const config = readConfig({ RATE_LIMIT: '0', WAIT_MAX_MS: '0', LOG_LEVEL: 'silent' });
  const app = await buildApp(engine, config, pino({ level: 'silent' }));
  await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    address: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
    key,
    async close() {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
