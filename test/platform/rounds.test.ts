import { setImmediate as nextRound } from 'node:timers/promises';
import Database from 'better-sqlite3';
import pino from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { openDatabase } from '../../src/database.ts';
import { readConfig } from '../../src/platform/config.ts';
import type { Engine } from '../../src/platform/engine/tables.ts';
import { roundBegins } from '../../src/platform/loop-turns.ts';
import { startService } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { record } from '../support/record.ts';

/** An engine on a file with one side, what it reads of that, and how another process renames it. */
async function sideInFile() {
  const address = await freshDatabase('sqlite');
  const engine = await openDatabase(address);
  const other = new Database(address.replace('file:', ''), { timeout: 0 });
  onTestFinished(async () => {
    other.close();
    await engine.close();
  });
  const insert = other.prepare(
    "insert into sides (id, revision, created_at, updated_at, slug, name) values (1, 1, 0, 0, 'a', 'A')",
  );
  insert.run();
  const rename = other.prepare('update sides set name = ?');
  return {
    engine,
    rename: (name: string) => void rename.run(name),
    name: () => nameIn(engine),
    empty: () => emptyLog(other),
  };
}

async function nameIn({ read }: Engine): Promise<string | undefined> {
  const rows = await read.query('names of sides', ({ db, t }) => db.select({ name: t.sides.name }).from(t.sides));
  return rows.find(({ name }) => /^[A-Z]$/.test(name))?.name;
}

/** Whether nobody reads what was before, so that the log could begin anew. */
function emptyLog(connection: Database.Database): boolean {
  const [{ busy }] = connection.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }];
  return busy === 0;
}

test('what is read in one round of the event loop is of one moment, and in the next of a later one', async () => {
  const { engine, name, rename } = await sideInFile();
  await nextRound();
  roundBegins();
  expect(await name()).toBe('A');
  const cache = engine.read.cache();
  rename('B');
  expect(await name()).toBe('A');
  expect(engine.read.cache()).toBe(cache);
  await nextRound();
  expect(await name()).toBe('B');
  expect(engine.read.cache()).not.toBe(cache);
});

test('what is read outside of a round is of one moment until the reader waits for anything', async () => {
  const { name, rename } = await sideInFile();
  await nextRound();
  expect(await name()).toBe('A');
  rename('B');
  expect(await name()).toBe('A');
  await new Promise<void>(process.nextTick);
  expect(await name()).toBe('B');
});

test('who wrote reads it at once, whatever was read in the same round', async () => {
  const { engine, name } = await sideInFile();
  for (const next of ['C', 'D']) {
    roundBegins();
    await name();
    await engine.write(async (tx) => {
      roundBegins();
      await name();
      await tx.query(`rename to ${next}`, ({ db, t }) => db.update(t.sides).set({ name: next }));
    });
    expect(await nameIn(engine)).toBe(next);
  }
});

test('no moment is held once its round is over: the log can be emptied', async () => {
  const { name, rename, empty } = await sideInFile();
  roundBegins();
  await name();
  rename('B');
  expect(empty()).toBe(false);
  await nextRound();
  expect(empty()).toBe(true);
});

test('200 over a connection has what another process had acknowledged before it was asked', async () => {
  const service = await startService('sqlite');
  const config = readConfig({ RATE_LIMIT: '0', WAIT_MAX_MS: '0', LOG_LEVEL: 'silent' });
  const other = await buildApp(await openDatabase(service.database), config, pino({ level: 'silent' }));
  onTestFinished(() => other.close());
  const side = await record(service, 'sides', { name: 'North' });
  const [here, there] = [
    await service.app.listen({ host: '127.0.0.1', port: 0 }),
    await other.listen({ host: '127.0.0.1', port: 0 }),
  ];
  const headers = {
    authorization: `Bearer ${service.keys.write}`,
    'content-type': 'application/json',
    'if-match': '*',
  };
  const nameRead = async () => ((await (await fetch(`${here}/v1/sides/${side.id}`)).json()) as { name: string }).name;
  for (let at = 0; at < 30; at += 1) {
    const name = `North ${at}`;
    const busy = Array.from({ length: 8 }, nameRead);
    const written = await fetch(`${there}/v1/sides/${side.id}`, {
      method: 'PATCH',
      headers,
      body: JSON.stringify({ name }),
    });
    expect(written.status).toBe(200);
    expect(await Promise.all(Array.from({ length: 8 }, nameRead))).toEqual(Array(8).fill(name));
    await Promise.all(busy);
  }
});
