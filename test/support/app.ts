import pino from 'pino';
import supertest from 'supertest';
import type { Scope } from '../../src/access/key.ts';
import { createKey } from '../../src/access/store.ts';
import { buildApp } from '../../src/app.ts';
import { openDatabase } from '../../src/database.ts';
import { digestOfLine, lineOf, wholeLines } from '../../src/history/whole-lines.ts';
import { readConfig } from '../../src/platform/config.ts';
import type { Sources } from '../../src/platform/engine/engine.ts';
import type { Engine } from '../../src/platform/engine/tables.ts';
import type { Http } from '../../src/platform/http/http.ts';
import type { HttpSettings } from '../../src/platform/http/server.ts';
import { type EngineKind, freshDatabase, standbysOf } from './database.ts';
import { whenDone } from './lifetime.ts';

export type Service = {
  app: Http;
  engine: Engine;
  /** The address of its database. */
  database: string;
  /** Requests without a key. */
  http: ReturnType<typeof supertest>;
  /** Requests with a key of each scope. */
  as: Record<Scope, ReturnType<typeof supertest.agent>>;
  keys: Record<Scope, string>;
  /** The lines of history, oldest first. */
  changes(): Promise<
    {
      seq: number;
      action: string;
      entityType: string;
      entityId: string;
      revision: number;
      actor: string;
      patch: unknown;
    }[]
  >;
};

export type ServiceOptions = {
  content?: 'empty' | 'demo';
  settings?: Record<string, string>;
  sources?: Sources;
  /** False where the test itself says when the summaries are brought up to date. */
  foldsBeside?: boolean;
} & Pick<HttpSettings, 'timeouts' | 'lagSampleMs'>;

async function untilReadFrom({ standbys }: Engine): Promise<void> {
  while (standbys?.figures().standbys.some(({ state }) => state !== 'ok'))
    await new Promise((resolve) => setTimeout(resolve, 20));
}

/** The whole service over a database of this test's own, with a key of each scope; it goes when the test ends. */
export async function startService(
  kind: EngineKind,
  { content = 'empty', settings = {}, sources, foldsBeside = true, ...limits }: ServiceOptions = {},
): Promise<Service> {
  const database = await freshDatabase(kind, content);
  const engine = await openDatabase(database, { sources, standbys: standbysOf(database) });
  await untilReadFrom(engine);
  const config = readConfig({ RATE_LIMIT: '0', WAIT_MAX_MS: '0', LOG_LEVEL: 'silent', ...settings });
  const app = await buildApp(engine, config, pino({ level: 'silent' }), { checkAnswers: true, foldsBeside, ...limits });
  whenDone(() => app.close());
  await app.ready();
  const keys = {} as Service['keys'];
  const as = {} as Service['as'];
  for (const scope of ['read', 'write', 'admin'] as const) {
    keys[scope] = (await engine.write((tx) => createKey(tx, { name: scope, scope, expiresAt: null }))).key;
    as[scope] = supertest.agent(app.server).auth(keys[scope], { type: 'bearer' });
  }
  const changes = async () => {
    const found = await engine.read.query('all changes', (build) => wholeLines(build).orderBy(build.t.changes.seq));
    return found.map(lineOf).map((line) => ({ ...line, digest: digestOfLine(line) }));
  };
  return { app, engine, database, http: supertest(app.server), as, keys, changes };
}
