import { describe, expect, test } from 'vitest';
import { updateRow } from '../../src/platform/engine/rows.ts';
import { startService } from '../support/app.ts';
import { ENGINES } from '../support/database.ts';
import { shared } from '../support/lifetime.ts';
import { changesBy, recordStory } from '../support/record.ts';

describe.each(ENGINES)('keys on %s', (kind) => {
  const service = shared(() => startService(kind));
  const make = async (body: object) => (await service().as.admin.post('/v1/keys').send(body).expect(201)).body;
  const bearer = (key: string) => ({ authorization: `Bearer ${key}` });

  test('201 makes a key that is shown this once; lists tell everything else, and no secret', async () => {
    const { as, engine } = service();
    const made = await as.admin.post('/v1/keys').send({ name: 'Newsroom', scope: 'write' }).expect(201);
    expect(made.body).toEqual({
      id: expect.stringMatching(/^key_[0-9a-z]{13}$/),
      name: 'Newsroom',
      scope: 'write',
      key: expect.stringMatching(/^cck_[\w-]{43}$/),
      createdAt: expect.any(String),
      expiresAt: null,
      lastUsedAt: null,
      revokedAt: null,
    });
    expect(made.headers['cache-control']).toBe('no-store');
    const list = await as.admin.get('/v1/keys?count=true').expect(200);
    const { key, ...rest } = made.body;
    expect(list.body.items).toContainEqual(rest);
    expect(list.body.total).toBe(list.body.items.length);
    expect(list.text).not.toContain(key);
    expect(list.text).not.toMatch(/hash|cck_/);
    const rows = await engine.read.query('rows of keys', ({ db, t }) => db.select().from(t.keys));
    expect(JSON.stringify(rows), 'the key itself is kept nowhere').not.toContain(key.slice(4));
  });

  test('200 and 403: each scope includes the one before, and no more', async () => {
    const { article } = await recordStory(service());
    const { app } = service();
    const answers = async (scope: string) => {
      const headers = bearer((await make({ name: scope, scope })).key);
      const statusOf = async (method: 'GET' | 'POST', url: string) =>
        (await app.inject({ method, url, headers, ...(method === 'POST' && { payload: {} }) })).statusCode;
      return [
        await statusOf('GET', '/v1/sides'),
        await statusOf('GET', `/v1/articles/${article.id}/snapshots/1`),
        await statusOf('POST', '/v1/sides'),
        await statusOf('GET', '/v1/keys'),
        await statusOf('POST', '/v1/keys'),
      ];
    };
    expect(await answers('read')).toEqual([200, 200, 403, 403, 403]);
    expect(await answers('write')).toEqual([200, 200, 400, 403, 403]);
    expect(await answers('admin')).toEqual([200, 200, 400, 200, 400]);
  });

  test('401 refuses a key once it is revoked, and tells it as revoked from then on', async () => {
    const { as, http } = service();
    const { id, key } = await make({ name: 'Short', scope: 'read' });
    await http.get('/v1/sides').set(bearer(key)).expect(200);
    await as.write.delete(`/v1/keys/${id}`).expect(403);
    await as.admin.delete(`/v1/keys/${id}`).expect(204);
    const refused = await http.get('/v1/sides').set(bearer(key)).expect(401);
    expect(refused.body).toMatchObject({ code: 'unauthenticated', status: 401 });
    expect(refused.headers['www-authenticate']).toBe('Bearer realm="counterclaim", error="invalid_token"');
    const without = await http.get('/v1/keys').expect(401);
    expect(without.headers['www-authenticate']).toBe('Bearer realm="counterclaim"');
    const kept = (await as.admin.get('/v1/keys')).body.items.find((one: { id: string }) => one.id === id);
    expect(Date.parse(kept.revokedAt)).toBeGreaterThan(0);
    await as.admin.delete(`/v1/keys/${id}`).expect(204);
    await as.admin.delete('/v1/keys/key_01k6v0a9q21y3').expect(404);
  });

  test('422 refuses a key that has expired already', async () => {
    const past = { name: 'Past', scope: 'read', expiresAt: new Date(Date.now() - 1).toISOString() };
    const { body } = await service().as.admin.post('/v1/keys').send(past).expect(422);
    expect(body).toMatchObject({ code: 'unprocessable', errors: [{ pointer: '/expiresAt' }] });
  });

  test('409 keeps the last valid admin key from revoking itself', async () => {
    const { as, engine } = service();
    const all = (await as.admin.get('/v1/keys?limit=200').expect(200)).body.items;
    const admins = all.filter((key: { scope: string }) => key.scope === 'admin');
    const own = admins.find(({ name }: { name: string }) => name === 'admin').id;
    const expired = await make({ name: 'Expired', scope: 'admin', expiresAt: '2999-01-01T00:00:00Z' });
    await engine.write((tx) => updateRow(tx, 'keys', expired.id, { expiresAt: '2020-01-01T00:00:00.000Z' }));
    for (const { id } of admins) if (id !== own) await as.admin.delete(`/v1/keys/${id}`).expect(204);
    expect((await as.admin.delete(`/v1/keys/${own}`).expect(409)).body.code).toBe('conflict');
    const other = await make({ name: 'Another', scope: 'admin' });
    await as.admin.delete(`/v1/keys/${other.id}`).expect(204);
    await as.admin.get('/v1/keys').expect(200);
  });

  test('401 refuses a key whose time is over; one that expires later is taken', async () => {
    const { http, engine } = service();
    const over = await make({ name: 'Over', scope: 'admin', expiresAt: '2999-01-01T00:00:00Z' });
    await engine.write((tx) => updateRow(tx, 'keys', over.id, { expiresAt: '2020-01-01T00:00:00.000Z' }));
    await http.get('/v1/sides').set(bearer(over.key)).expect(401);
    const valid = await make({ name: 'Valid', scope: 'read', expiresAt: '2999-12-31T23:59:59Z' });
    expect(valid.expiresAt).toBe('2999-12-31T23:59:59.000Z');
    await http.get('/v1/sides').set(bearer(valid.key)).expect(200);
  });

  test.each([
    ['a key that nobody made', `Bearer cck_${'a'.repeat(43)}`],
    ['no key at all', 'Bearer '],
    ['another scheme', 'Basic YTpi'],
    ['a key without a scheme', `cck_${'a'.repeat(43)}`],
  ])('401 refuses %s, for reading too', async (_name, authorization) => {
    const refused = await service().http.get('/v1/sides').set({ authorization }).expect(401);
    expect(refused.body).toMatchObject({ code: 'unauthenticated' });
  });

  test.each([
    ['no name', { scope: 'read' }, '/name'],
    ['an unknown scope', { name: 'N', scope: 'root' }, '/scope'],
    ['a key of one’s own', { name: 'N', scope: 'read', key: 'cck_mine' }, '/key'],
    ['a date that does not exist', { name: 'N', scope: 'read', expiresAt: '2024-02-30T00:00:00Z' }, '/expiresAt'],
  ])('400 refuses %s', async (_name, body, pointer) => {
    const refused = await service().as.admin.post('/v1/keys').send(body).expect(400);
    expect(refused.body).toMatchObject({ code: 'invalid', errors: [{ pointer }] });
  });

  test('401 closes reading and verifying under PUBLIC_READ=false, and leaves /health and the document open', async () => {
    const closed = await startService(kind, { settings: { PUBLIC_READ: 'false', PUBLIC_TEXT: 'true' } });
    const { article } = await recordStory(closed);
    for (const url of ['/v1/sides', '/v1/statements', `/v1/articles/${article.id}/annotations`]) {
      await closed.http.get(url).expect(401);
      await closed.as.read.get(url).expect(200);
    }
    await closed.http.post('/v1/quotes/verify').send({ text: 'a', quote: 'a' }).expect(401);
    await closed.as.read.post('/v1/quotes/verify').send({ text: 'a', quote: 'a' }).expect(200);
    await closed.http.post('/v1/quotes/check').send({ text: 'a' }).expect(401);
    await closed.as.read.post('/v1/quotes/check').send({ text: 'a' }).expect(200);
    await closed.http.get('/health/live').expect(200);
    await closed.http.get('/openapi.json').expect(200);
  });

  test('the key that writes stands in history, by its id', async () => {
    const { id, key } = await make({ name: 'Writer', scope: 'write' });
    const written = await changesBy(service(), () =>
      service().http.post('/v1/sides').set(bearer(key)).send({ name: 'Attributed' }).expect(201),
    );
    expect(written).toMatchObject([{ actor: id, action: 'create' }]);
  });
});
