import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { openDatabase } from '../../src/database.ts';
import type { Sources } from '../../src/platform/engine/engine.ts';
import type { Engine } from '../../src/platform/engine/tables.ts';
import { whenDone } from './lifetime.ts';

export const ENGINES = ['sqlite', 'postgres'] as const;
export type EngineKind = (typeof ENGINES)[number];

let made = 0;

/** The address of a database of this test's own, empty or with the demo; it goes when the test ends. */
export async function freshDatabase(kind: EngineKind, content: 'empty' | 'demo' = 'empty'): Promise<string> {
  const { folder, postgres } = inject('templates');
  if (kind === 'sqlite') {
    const own = await mkdtemp(join(tmpdir(), 'counterclaim-'));
    whenDone(() => rm(own, { recursive: true, force: true }));
    await copyFile(join(folder, `template_${content}.db`), join(own, 'test.db'));
    return `file:${join(own, 'test.db')}`;
  }
  made += 1;
  const name = `test_${process.pid}_${process.env.VITEST_WORKER_ID ?? 0}_${made}`;
  const administer = async (statement: string) => {
    const client = new pg.Client(`${postgres}/postgres`);
    await client.connect();
    await client.query(statement).finally(() => client.end());
  };
  await administer(`CREATE DATABASE ${name} TEMPLATE template_${content}`);
  whenDone(() => administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  return `${postgres}/${name}`;
}

/** The same database on the standby of all, where the tests are run with one: `WITH_STANDBY=1 npx vitest run …`. */
export function standbysOf(database: string): { urls: string[] } | null {
  const { postgres, standby } = inject('templates');
  return standby !== null && database.startsWith(postgres) ? { urls: [database.replace(postgres, standby)] } : null;
}

/** An open engine on a database of this test's own; closed when the test ends. */
export async function freshEngine(
  kind: EngineKind,
  content: 'empty' | 'demo' = 'empty',
  sources?: Sources,
): Promise<Engine> {
  const engine = await openDatabase(await freshDatabase(kind, content), { sources });
  whenDone(() => engine.close());
  return engine;
}
