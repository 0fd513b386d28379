import { eq } from 'drizzle-orm';
import pino from 'pino';
import supertest from 'supertest';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createKey } from '../../src/access/store.ts';
import { buildApp } from '../../src/app.ts';
import { openDatabase } from '../../src/database.ts';
import { KEPT_MS } from '../../src/idempotency/once.ts';
import { forgetAnswers, purgeClaims } from '../../src/idempotency/store.ts';
import { takeTurns } from '../../src/idempotency/turns.ts';
import { readConfig } from '../../src/platform/config.ts';
import { systemSources } from '../../src/platform/engine/open.ts';
import { type Service, startService } from '../support/app.ts';
import { ENGINES, freshDatabase } from '../support/database.ts';
import { record, recordStory } from '../support/record.ts';

const TWINS = 50;
const KEPT_HEADERS = ['location', 'etag', 'content-type'] as const;

type Response = { status: number; text: string; headers: Record<string, string>; body: { [name: string]: unknown } };

function post(service: Pick<Service, 'as'>, path: string, key: string, body: object): Promise<Response> {
  return service.as.write.post(path).set('Idempotency-Key', key).send(body) as unknown as Promise<Response>;
}

function expectRepeated(again: Response, first: Response): void {
  expect(again.status).toBe(first.status);
  expect(again.text).toBe(first.text);
  for (const name of KEPT_HEADERS) expect(again.headers[name]).toBe(first.headers[name]);
  expect(again.headers['idempotency-replayed']).toBe('true');
}

/** What a whole record is made of: the path of each kind, and the body that makes one from those before. */
async function recordBefore(service: Service) {
  const make = async (path: string, body: object) =>
    (await service.as.write.post(`/v1/${path}`).send(body).expect(201)).body;
  const [north, south] = [await make('sides', { name: 'North' }), await make('sides', { name: 'South' })];
  const dispute = await make('disputes', {
    title: 'Harbour',
    sides: [
      { side: north.id, role: 'party' },
      { side: south.id, role: 'party' },
    ],
  });
  const question = await make('questions', { dispute: dispute.id, text: 'Is it open?' });
  const outlet = await make('outlets', { name: 'Courier', kind: 'newspaper' });
  const article = await make('articles', {
    url: 'https://courier.example/1',
    title: 'Harbour',
    outlet: outlet.id,
    publishedAt: '2024-03-01',
    language: 'en',
  });
  const speaker = await make('speakers', { name: 'Anna', kind: 'person', affiliations: [{ side: north.id }] });
  const claims = [
    await make('claims', { question: question.id, text: 'It is open' }),
    await make('claims', { question: question.id, text: 'It is shut' }),
  ];
  const statement = (quote: string) => ({
    article: article.id,
    speaker: speaker.id,
    dispute: dispute.id,
    quote,
    quoteType: 'direct',
    stances: [{ claim: claims[0].id, stance: 'support' }],
  });
  const statements = [
    await make('statements', statement('The harbour is open.')),
    await make('statements', statement('Nobody said so.')),
  ];
  return { north, south, dispute, question, outlet, article, speaker, claims, statements, statement };
}

type Before = Awaited<ReturnType<typeof recordBefore>>;

const MAKES: [string, (before: Before) => object][] = [
  ['sides', () => ({ name: 'East' })],
  ['disputes', () => ({ title: 'Another' })],
  ['questions', ({ dispute }) => ({ dispute: dispute.id, text: 'Since when?' })],
  ['outlets', () => ({ name: 'Herald', kind: 'newspaper' })],
  [
    'articles',
    ({ outlet }) => ({
      url: 'https://courier.example/2',
      title: 'Later',
      outlet: outlet.id,
      publishedAt: '2024-03-02',
      language: 'en',
    }),
  ],
  ['speakers', () => ({ name: 'Ben', kind: 'person' })],
  ['claims', ({ question }) => ({ question: question.id, text: 'It was never shut' })],
  ['claim-relations', ({ claims: [one, other] }) => ({ claim: one.id, target: other.id, kind: 'contradicts' })],
  ['statements', ({ statement }) => statement('It opened at dawn.')],
  ['rebuttals', ({ statements: [one, other] }) => ({ statement: other.id, rebuts: one.id, kind: 'denial' })],
];

describe.each(ENGINES)('Idempotency-Key on %s', (kind) => {
  test('the same request again gets the first answer byte for byte, from every route that makes something', async () => {
    const service = await startService(kind);
    const before = await recordBefore(service);
    const made = [...MAKES, [`articles/${before.article.id}/snapshots`, () => ({ text: 'Nothing of it.' })] as const];
    for (const [path, bodyOf] of made) {
      const first = await post(service, `/v1/${path}`, `key of ${path}`.replaceAll(' ', '-'), bodyOf(before));
      expect([path, first.status, first.headers['idempotency-replayed']]).toEqual([path, 201, undefined]);
      const lines = (await service.changes()).length;
      expectRepeated(await post(service, `/v1/${path}`, `key of ${path}`.replaceAll(' ', '-'), bodyOf(before)), first);
      expect(await service.changes()).toHaveLength(lines);
    }
  });

  test('the first answer is given again even after the record has changed', async () => {
    const service = await startService(kind);
    const first = await post(service, '/v1/sides', 'k', { name: 'East' });
    await service.as.write.patch(`/v1/sides/${first.body.id}`).set('If-Match', '*').send({ name: 'West' }).expect(200);
    expectRepeated(await post(service, '/v1/sides', 'k', { name: 'East' }), first);
  });

  test('409 idempotency-mismatch refuses the key for another body or route, and makes nothing', async () => {
    const service = await startService(kind);
    await post(service, '/v1/sides', 'k', { name: 'East' });
    for (const [path, body] of [
      ['/v1/sides', { name: 'West' }],
      ['/v1/speakers', { name: 'East', kind: 'person' }],
    ] as const) {
      const other = await post(service, path, 'k', body);
      expect([other.status, other.body.code]).toEqual([409, 'idempotency-mismatch']);
    }
    expect(await service.changes()).toHaveLength(1);
  });

  test('409 idempotency-mismatch refuses the key for the same body at another address, and does nothing there', async () => {
    const service = await startService(kind);
    const { open, shut, question } = await recordStory(service);
    const third = await record(service, 'claims', { question: question.id, text: 'The harbour is closed for good' });
    const merge = (claim: string) => post(service, `/v1/claims/${claim}/merge`, 'k', { into: third.id });
    const first = await merge(open.id);
    expect(first.status).toBe(200);
    const other = await merge(shut.id);
    expect([other.status, other.body.code]).toEqual([409, 'idempotency-mismatch']);
    await service.http.get(`/v1/claims/${shut.id}`).expect(200);
    expectRepeated(await merge(open.id), first);
  });

  test('the order of members and spaces make no other body', async () => {
    const service = await startService(kind);
    const send = (text: string) =>
      service.as.write
        .post('/v1/sides')
        .set('Idempotency-Key', 'k')
        .type('json')
        .send(text) as unknown as Promise<Response>;
    const first = await send('{"name":"East","slug":"e"}');
    expectRepeated(await send('{ "slug": "e",\n "name": "East" }'), first);
  });

  test.each(['', ' ', 'two words', 'ü', 'x'.repeat(256)])('400 refuses the key %j and makes nothing', async (key) => {
    const service = await startService(kind);
    const refused = await service.as.write
      .post('/v1/sides')
      .set('Idempotency-Key', Buffer.from(key).toString('latin1'))
      .send({ name: 'East' });
    expect([refused.status, refused.body.code]).toEqual([400, 'invalid']);
    expect(await service.changes()).toEqual([]);
  });

  test('a refused request is not remembered: mended, it is carried out under the same key', async () => {
    const service = await startService(kind);
    expect((await post(service, '/v1/questions', 'k', { dispute: 'none', text: 'Why?' })).status).toBe(422);
    await service.as.write.post('/v1/disputes').send({ title: 'None', slug: 'none' }).expect(201);
    const mended = await post(service, '/v1/questions', 'k', { dispute: 'none', text: 'Why?' });
    expect([mended.status, mended.headers['idempotency-replayed']]).toEqual([201, undefined]);
  });

  test('two callers do not meet under one key', async () => {
    const service = await startService(kind);
    await post(service, '/v1/sides', 'k', { name: 'East' });
    const other = await service.as.admin.post('/v1/sides').set('Idempotency-Key', 'k').send({ name: 'West' });
    expect([other.status, other.body.slug]).toEqual([201, 'west']);
  });

  test('50 twins at once make one record, and all get its answer', async () => {
    const service = await startService(kind);
    const { statement } = await recordBefore(service);
    const lines = (await service.changes()).length;
    const answers = await Promise.all(
      Array.from({ length: TWINS }, () => post(service, '/v1/statements', 'k', statement('It opened at dawn.'))),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers['idempotency-replayed'] === 'true')).toHaveLength(TWINS - 1);
    expect(await service.changes()).toHaveLength(lines + 1);
  });

  test('after 24 hours the key is free again, and its row goes', async () => {
    const sources = systemSources();
    let now = new Date();
    const service = await startService(kind, { sources: { ...sources, clock: () => now } });
    const first = await post(service, '/v1/sides', 'k', { name: 'East' });
    now = new Date(now.getTime() + KEPT_MS + 1);
    expect(await purgeClaims(service.engine, new Date(now.getTime() - 2))).toBe(0);
    expect(await purgeClaims(service.engine, now)).toBe(1);
    const later = await post(service, '/v1/sides', 'k', { name: 'East' });
    expect([later.status, later.body.slug]).toEqual([201, 'east-2']);
    expect(later.body.id).not.toBe(first.body.id);
  });

  test('an answer that was not kept is composed from the record, and kept then', async () => {
    const service = await startService(kind);
    const { statement, article } = await recordBefore(service);
    const requests = [
      ['/v1/statements', statement('It opened at dawn.')],
      [`/v1/articles/${article.id}/snapshots`, { text: 'Nothing of it.' }],
    ] as const;
    for (const [path, body] of requests) {
      const key = `k${path.length}`;
      const first = await post(service, path, key, body);
      await service.engine.write(async (tx) => {
        await forgetAnswers(tx);
        const old = new Date(Date.now() - 60_000).toISOString();
        await tx.query('age keys', ({ db, t }) => db.update(t.idempotencyKeys).set({ at: old }));
      });
      const lines = (await service.changes()).length;
      expectRepeated(await post(service, path, key, body), first);
      expectRepeated(await post(service, path, key, body), first);
      expect(await service.changes()).toHaveLength(lines);
    }
  });

  test('409 names what was made and is gone by now, where the first answer is not kept any more', async () => {
    const service = await startService(kind);
    const { as } = service;
    const story = await recordStory(service);
    const any = { 'If-Match': '*' };
    const made = {
      side: await post(service, '/v1/sides', 'side', { name: 'East' }),
      claim: await post(service, '/v1/claims', 'claim', { question: story.question.id, text: 'C' }),
      statement: await post(service, '/v1/statements', 'statement', story.isOpen),
      merge: await post(service, `/v1/claims/${story.shut.id}/merge`, 'merge', { into: story.open.id }),
    };
    const other = await record(service, 'statements', story.isShut);
    await as.write.delete(`/v1/sides/${made.side.body.id}`).set(any).expect(204);
    await as.write.post(`/v1/claims/${made.claim.body.id}/merge`).send({ into: story.open.id }).expect(200);
    await as.write.delete(`/v1/statements/${made.statement.body.id}`).set(any).expect(204);
    await as.admin.post(`/v1/statements/${other.id}/redact`).send({ reason: 'the law' }).expect(200);
    for (const [path, key, body] of [
      ['/v1/sides', 'side', { name: 'East' }],
      ['/v1/claims', 'claim', { question: story.question.id, text: 'C' }],
      ['/v1/statements', 'statement', story.isOpen],
    ] as const) {
      const again = await post(service, path, key, body);
      expect([again.status, again.body.code], key).toEqual([409, 'conflict']);
      expect(again.body.existing).toBe(made[key].body.id);
    }
    expect(made.merge.status).toBe(200);
  });

  test('one key is the same in quotes, as the draft has it, and without', async () => {
    const service = await startService(kind);
    const first = await post(service, '/v1/sides', '"a \\" quoted"'.replaceAll(' ', ''), { name: 'East' });
    expectRepeated(await post(service, '/v1/sides', 'a"quoted', { name: 'East' }), first);
  });

  test('409 after the statement was redacted: no kept answer repeats its words', async () => {
    const service = await startService(kind);
    const { statement } = await recordBefore(service);
    const words = 'It opened at dawn.';
    const first = await post(service, '/v1/statements', 'k', statement(words));
    await service.as.admin.post(`/v1/statements/${first.body.id}/redact`).send({ reason: 'the law' }).expect(200);
    const kept = await service.engine.read.query('kept answers', ({ db, t }) => db.select().from(t.idempotencyKeys));
    expect(JSON.stringify(kept)).not.toContain(words);
    const again = await post(service, '/v1/statements', 'k', statement(words));
    expect([again.status, again.body.code, again.text.includes(words)]).toEqual([409, 'conflict', false]);
    expect(again.body.existing).toBe(first.body.id);
    expect(again.headers['idempotency-replayed']).toBeUndefined();
  });

  test('409 on a repeated request for a key of the API: it is not made twice, and its secret is kept nowhere', async () => {
    const service = await startService(kind);
    const ask = () =>
      service.as.admin.post('/v1/keys').set('Idempotency-Key', 'k').send({ name: 'Desk', scope: 'read' });
    const first = await ask().expect(201);
    const again = await ask().expect(409);
    expect(again.body).toMatchObject({ code: 'conflict', existing: first.body.id });
    const keys = await service.as.admin.get('/v1/keys').expect(200);
    expect(keys.body.items.filter(({ name }: { name: string }) => name === 'Desk')).toHaveLength(1);
    const kept = await service.engine.read.query('kept answers', ({ db, t }) => db.select().from(t.idempotencyKeys));
    expect(JSON.stringify(kept)).not.toContain(first.body.key);
  });

  test('checking a quote makes nothing, so the key does not matter there', async () => {
    const service = await startService(kind);
    const body = { text: 'The gates are open.', quote: 'open' };
    for (const quote of ['open', 'shut']) {
      const checked = await post(service, '/v1/quotes/verify', 'k', { ...body, quote });
      expect([checked.status, checked.headers['idempotency-replayed']]).toEqual([200, undefined]);
    }
  });
});

test('50 twins sent to two processes on one PostgreSQL database make one record', async () => {
  const url = await freshDatabase('postgres');
  const start = async () => {
    const engine = await openDatabase(url);
    const app = await buildApp(engine, readConfig({ RATE_LIMIT: '0' }), pino({ level: 'silent' }));
    onTestFinished(() => app.close());
    await app.ready();
    return { app, engine };
  };
  const [one, other] = [await start(), await start()];
  const { key } = await one.engine.write((tx) => createKey(tx, { name: 'w', scope: 'write', expiresAt: null }));
  const agents = [one, other].map(({ app }) => supertest.agent(app.server).auth(key, { type: 'bearer' }));
  for (const [path, body] of [
    ['sides', { name: 'East' }],
    ['outlets', { name: 'Courier', kind: 'newspaper', slug: 'courier' }],
  ] as const) {
    const answers = await Promise.all(
      Array.from({ length: TWINS }, (_, at) =>
        (agents[at % 2] as (typeof agents)[0]).post(`/v1/${path}`).set('Idempotency-Key', `k-${path}`).send(body),
      ),
    );
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    const made = await one.engine.read.query(`made ${path}`, ({ db, t }) =>
      db
        .select()
        .from(t.changes)
        .where(eq(t.changes.entityType, path.slice(0, -1))),
    );
    expect(made).toHaveLength(1);
  }
});

describe('a twin that is under way', () => {
  const once = { caller: 'key_a', key: 'k', fingerprint: 'f' };

  test('is waited for; each has its turn alone, also when the one before made nothing', async () => {
    const turnFor = takeTurns(10_000);
    const order: string[] = [];
    const first = await turnFor(once);
    const others = ['second', 'third'].map(async (name) => {
      const turn = await turnFor(once);
      order.push(`${name} begins`);
      await new Promise(setImmediate);
      order.push(`${name} ends`);
      turn.end();
    });
    order.push('first ends');
    first.end();
    await Promise.all(others);
    expect(order).toEqual(['first ends', 'second begins', 'second ends', 'third begins', 'third ends']);
  });

  test('409 conflict when it takes too long, and 409 idempotency-mismatch at once when it is another request', async () => {
    const turnFor = takeTurns(20);
    await turnFor(once);
    await expect(turnFor(once)).rejects.toMatchObject({ code: 'conflict' });
    await expect(turnFor({ ...once, fingerprint: 'g' })).rejects.toMatchObject({ code: 'idempotency-mismatch' });
    await turnFor({ ...once, caller: 'key_b' });
    await turnFor({ ...once, key: 'l' });
  });
});
