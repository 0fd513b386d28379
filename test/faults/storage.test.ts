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
import type { Service } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { recordStory } from '../support/record.ts';
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

/** Reports of the reporter's own words, which no text has: each may be recorded as often as it is sent. */
const saying = (body: object, at: number) => ({
  ...body,
  quote: `The harbour was repaired by ${at} men`,
  quoteType: 'indirect',
  context: 'x '.repeat(900),
});

test.each([2, 4, 6, 8, 10, 12, 14, 16])(
  '507 tells statements that share a transaction of a full disk, and nothing stands by halves, with room for %d pages',
  async (room) => {
    const { as, engine, leave } = await startBounded();
    const { isOpen } = await recordStory({ as: { write: as } } as unknown as Service);
    leave(room);
    const answers = await Promise.all(
      Array.from({ length: 24 }, async (_, at) => as.post('/v1/statements').send(saying(isOpen, at))),
    );
    const acknowledged = answers.filter(({ status }) => status === 201).map(({ body }) => body.id);
    const refused = answers.filter(({ status }) => status !== 201);
    expect
      .soft(refused.map(({ status, body }) => [status, body.code]))
      .toEqual(refused.map(() => [507, 'storage-full']));
    const stored = await engine.read.query('ids of statements', ({ db, t }) =>
      db.select({ id: t.statements.id }).from(t.statements),
    );
    expect.soft(stored.map(({ id }) => id).sort()).toEqual(acknowledged.sort());
    expect(await faultsOf(engine)).toEqual([]);
  },
);
