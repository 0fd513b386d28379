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

type Writing = Awaited<ReturnType<typeof startBounded>>['as'];

/** What sides and statements of so many words are made of; the first makes what they need. */
const WAYS: Record<string, { prepare(as: Writing): Promise<unknown>; body(name: string): object }> = {
  sides: { prepare: async () => {}, body: (name) => ({ name: `${name} ${'x'.repeat(150)}` }) },
  statements: {
    async prepare(as) {
      await as.post('/v1/sides').send({ name: 'North' }).expect(201);
      await as
        .post('/v1/disputes')
        .send({ title: 'Harbour', sides: [{ side: 'north' }] })
        .expect(201);
      await as.post('/v1/outlets').send({ name: 'Courier' }).expect(201);
      const article = { url: 'https://courier.example/a', title: 'A', outlet: 'courier', publishedAt: '2024-03-01' };
      await as.post('/v1/articles').send(article).expect(201);
      await as
        .post('/v1/speakers')
        .send({ name: 'Anna', affiliations: [{ side: 'north' }] })
        .expect(201);
    },
    body: (name) => ({
      ...{ article: 'https://courier.example/a', speaker: 'anna', dispute: 'harbour', quoteType: 'indirect' },
      quote: `${name} ${'words '.repeat(150)}`,
    }),
  },
};

test.each(Object.entries(WAYS))(
  '507 tells a full disk, reading goes on, no %s stand by halves, and writing goes on once there is room',
  async (kind, { prepare, body }) => {
    const { as, engine, leave } = await startBounded();
    await prepare(as);
    const sent = await as.post(`/v1/${kind}`).send(body('Before')).expect(201);
    leave(12);
    const acknowledged = [sent.body.id];
    const refused: supertest.Response[] = [];
    for (let round = 1; refused.length === 0; round += 1) {
      const names = Array.from({ length: 20 }, (_, at) => `${round}-${at}`);
      const answers = await Promise.all(
        names.map((name) => as.post(`/v1/${kind}`).set('Idempotency-Key', name).send(body(name))),
      );
      for (const answer of answers) {
        if (answer.status === 201) acknowledged.push(answer.body.id);
        else refused.push(answer);
      }
    }
    for (const { status, type, body } of refused) {
      expect([status, type, body.code]).toEqual([507, 'application/problem+json', 'storage-full']);
    }
    for (const id of acknowledged) await as.get(`/v1/${kind}/${id}`).expect(200);
    await as.get('/health/ready').expect(200);
    const listed = await as.get(`/v1/${kind}`).query({ count: true }).expect(200);
    expect(listed.body.total).toBe(acknowledged.length);
    expect(await faultsOf(engine)).toEqual([]);

    leave(1_000);
    await as.post(`/v1/${kind}`).send(body('After')).expect(201);
    expect(await faultsOf(engine)).toEqual([]);
  },
);
