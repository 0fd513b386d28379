import pino from 'pino';
import supertest from 'supertest';
import { expect, onTestFinished, test } from 'vitest';
import { createKey } from '../../src/access/store.ts';
import { buildApp } from '../../src/app.ts';
import { followers } from '../../src/database.ts';
import { readConfig } from '../../src/platform/config.ts';
import { systemSources } from '../../src/platform/engine/open.ts';
import { sqliteEngine } from '../../src/platform/engine/sqlite.ts';
import { openSqliteFile } from '../../src/platform/engine/sqlite-file.ts';
import { tables } from '../../src/tables.ts';
import { freshDatabase } from '../support/database.ts';
import { faultsOf } from './inspection.ts';

/** The service over a file that can be told how large it may grow. */
async function startBounded() {
  const writer = openSqliteFile((await freshDatabase('sqlite')).replace('file:', ''));
  const engine = sqliteEngine(writer, tables.sqlite, followers, systemSources());
  const app = await buildApp(engine, readConfig({ RATE_LIMIT: '0' }), pino({ level: 'silent' }));
  onTestFinished(() => app.close());
  await app.ready();
  const { key } = await engine.write((tx) => createKey(tx, { name: 'w', scope: 'write', expiresAt: null }));
  const pages = () => writer.pragma('page_count', { simple: true }) as number;
  return {
    engine,
    as: supertest.agent(app.server).auth(key, { type: 'bearer' }),
    leave: (more: number) => void writer.pragma(`max_page_count = ${pages() + more}`),
  };
}

test('507 tells a full disk, reading goes on, nothing stands by halves, and writing goes on once there is room', async () => {
  const { as, engine, leave } = await startBounded();
  const sent = await as.post('/v1/sides').send({ name: 'Before' }).expect(201);
  leave(12);
  const acknowledged = [sent.body.id];
  const refused: supertest.Response[] = [];
  for (let round = 1; refused.length === 0; round += 1) {
    const names = Array.from({ length: 20 }, (_, at) => `Side ${round}-${at} ${'x'.repeat(150)}`);
    const answers = await Promise.all(
      names.map((name) =>
        as.post('/v1/sides').set('Idempotency-Key', name.slice(5, 15).replace(' ', '')).send({ name }),
      ),
    );
    for (const answer of answers) {
      if (answer.status === 201) acknowledged.push(answer.body.id);
      else refused.push(answer);
    }
  }
  for (const { status, type, body } of refused) {
    expect([status, type, body.code]).toEqual([507, 'application/problem+json', 'storage-full']);
  }
  for (const id of acknowledged) await as.get(`/v1/sides/${id}`).expect(200);
  await as.get('/health/ready').expect(200);
  const { body } = await as.get('/v1/sides?count=true').expect(200);
  expect(body.total).toBe(acknowledged.length);
  expect(await faultsOf(engine)).toEqual([]);

  leave(1_000);
  await as.post('/v1/sides').send({ name: 'After' }).expect(201);
  expect(await faultsOf(engine)).toEqual([]);
});
