import { describe, expect, test } from 'vitest';
import { makeKey } from '../../src/access/key.ts';
import { keyFinder } from '../../src/access/last-used.ts';
import { createKey, cursorSecret, ensureFirstKey, findLiveKey, listKeys, revokeKey } from '../../src/access/store.ts';
import { openDatabase } from '../../src/database.ts';
import { keysInOrder } from '../../src/kernel/id.ts';
import { startService } from '../support/app.ts';
import { ENGINES, freshDatabase, freshEngine } from '../support/database.ts';
import { whenDone } from '../support/lifetime.ts';

const MINUTE = 60_000;

describe.each(ENGINES)('the first admin key on %s', (kind) => {
  const all = (engine: Awaited<ReturnType<typeof freshEngine>>) => listKeys(engine.read, 100, '');

  test('is made once, when there is no admin key, and opens everything', async () => {
    const engine = await freshEngine(kind);
    await engine.write((tx) => createKey(tx, { name: 'desk', scope: 'write', expiresAt: null }));
    const key = await ensureFirstKey(engine, undefined);
    expect(await findLiveKey(engine.read, key as string, new Date().toISOString())).toMatchObject({ scope: 'admin' });
    expect(await ensureFirstKey(engine, undefined)).toBeNull();
    expect(await all(engine)).toHaveLength(2);
  });

  test('is the one of ADMIN_KEY where that is set, of which only a hash is kept', async () => {
    const engine = await freshEngine(kind);
    const given = makeKey();
    await ensureFirstKey(engine, given);
    expect(await findLiveKey(engine.read, given, new Date().toISOString())).toMatchObject({ scope: 'admin' });
    const rows = await engine.read.query('rows of keys', ({ db, t }) => db.select().from(t.keys));
    expect(JSON.stringify(rows)).not.toContain(given);
  });

  test('is not made again after the one that was there is revoked, whatever ADMIN_KEY says', async () => {
    const engine = await freshEngine(kind);
    await ensureFirstKey(engine, undefined);
    const [{ id } = { id: '' }] = await all(engine);
    await engine.write((tx) => revokeKey(tx, id));
    expect(await ensureFirstKey(engine, makeKey())).toBeNull();
    expect(await all(engine)).toHaveLength(1);
  });

  test('two processes that start at once on an empty database make one, and sign cursors with one secret', async () => {
    const url = await freshDatabase(kind);
    const engines = await Promise.all([openDatabase(url), openDatabase(url)]);
    for (const engine of engines) whenDone(() => engine.close());
    const keys = await Promise.all(engines.map((engine) => ensureFirstKey(engine, undefined)));
    expect(keys.filter((key) => key !== null)).toHaveLength(1);
    const secrets = await Promise.all(engines.map(cursorSecret));
    expect(secrets[0]).toBe(secrets[1]);
  });

  test('401: nobody makes a key over HTTP without one, not even the first', async () => {
    const { engine, http } = await startService(kind);
    await engine.write((tx) => tx.query('no keys', ({ db, t }) => db.delete(t.keys)));
    await http.post('/v1/keys').send({ name: 'mine', scope: 'admin' }).expect(401);
    await http
      .post('/v1/keys')
      .set('Authorization', `Bearer ${makeKey()}`)
      .send({ name: 'mine', scope: 'admin' })
      .expect(401);
    expect(await all(engine)).toEqual([]);
  });
});

describe.each(ENGINES)('when a key was last used, on %s', (kind) => {
  test('is kept to the minute, and costs one write a minute at most', async () => {
    let now = new Date('2026-03-01T12:00:00Z');
    const engine = await freshEngine(kind, 'empty', { clock: () => now, newKey: keysInOrder() });
    const { key } = await engine.write((tx) => createKey(tx, { name: 'k', scope: 'read', expiresAt: null }));
    const lastUsed = async () => (await listKeys(engine.read, 1, ''))[0]?.lastUsedAt;
    const use = async (at: string) => {
      now = new Date(at);
      const finder = keyFinder(engine, () => now);
      await finder.find(key);
      await finder.find(key);
      await finder.close();
      return lastUsed();
    };
    expect(await lastUsed()).toBeNull();
    expect(await use('2026-03-01T12:00:01.000Z')).toBe('2026-03-01T12:00:01.000Z');
    expect(await use('2026-03-01T12:01:00.000Z')).toBe('2026-03-01T12:00:01.000Z');
    expect(await use(new Date(Date.parse('2026-03-01T12:00:01Z') + MINUTE).toISOString())).toBe(
      '2026-03-01T12:01:01.000Z',
    );
  });

  test('a key that was refused is not noted as used', async () => {
    const engine = await freshEngine(kind);
    const { id, key } = await engine.write((tx) => createKey(tx, { name: 'k', scope: 'read', expiresAt: null }));
    await engine.write((tx) => revokeKey(tx, id));
    const finder = keyFinder(engine);
    expect(await finder.find(key)).toBeNull();
    await finder.close();
    expect((await listKeys(engine.read, 1, ''))[0]?.lastUsedAt).toBeNull();
  });
});
