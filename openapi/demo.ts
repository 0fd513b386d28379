import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { ensureFirstKey } from '../src/access/store.ts';
import { buildApp } from '../src/app.ts';
import { openDatabase } from '../src/database.ts';
import { loadDemo } from '../src/exchange/demo.ts';
import { keysInOrder } from '../src/kernel/id.ts';
import { readConfig } from '../src/platform/config.ts';
import type { Sources } from '../src/platform/engine/engine.ts';
import { insertRow } from '../src/platform/engine/rows.ts';
import type { Http } from '../src/platform/http/http.ts';
import { quoteChecker } from '../src/text/quotes/checker.ts';

const START = Date.parse('2024-12-01T09:00:00.000Z');
const MINUTE_MS = 60_000;
const ADMIN_KEY = 'cck_opens-only-the-demo-of-the-documents';

export type Demo = {
  app: Http;
  key: string;
  /** What is written from now on is written a minute later. */
  advance(): void;
  /** Waits until everything that was to be written is written. */
  settled(): Promise<unknown>;
  close(): Promise<void>;
};

/** The service on the demo record, with a clock, ids and secrets that are the same each time, so that its answers are. */
export async function startDemo(): Promise<Demo> {
  const folder = await mkdtemp(join(tmpdir(), 'counterclaim-openapi-'));
  let now = START;
  const sources: Sources = {
    clock: () => new Date(now),
    newKey: keysInOrder(() => 0),
  };
  const engine = await openDatabase(`file:${join(folder, 'demo.db')}`, { sources });
  await engine.write((tx) => insertRow(tx, 'secrets', { name: 'cursors', value: 'the same each time' }));
  await ensureFirstKey(engine, ADMIN_KEY);
  const checker = quoteChecker();
  await loadDemo({ engine, checker });
  await checker.close();
  const app = await buildApp(engine, readConfig({ RATE_LIMIT: '0', WAIT_MAX_MS: '0' }), pino({ level: 'silent' }));
  await app.ready();
  return {
    app,
    key: ADMIN_KEY,
    advance: () => {
      now += MINUTE_MS;
    },
    settled: () => engine.write(async () => undefined),
    close: async () => {
      await app.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
