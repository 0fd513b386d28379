import { describe, expect, test } from 'vitest';
import type { Scope } from '../../src/access/key.ts';
import { createKey } from '../../src/access/store.ts';
import { insertRow } from '../../src/platform/engine/rows.ts';
import { openLog } from '../../src/platform/log.ts';
import { startService } from '../support/app.ts';
import { ENGINES } from '../support/database.ts';
import { asking, bodyFor, routesOf } from '../support/sweep.ts';
import { startUnready } from '../support/unready.ts';

describe.each(ENGINES)('every answer on %s', (kind) => {
  // The service of the tests holds each answer against its schema: what does not fit is a 500.
  test('fits what its route promises, for reading, writing, revising and deleting', async () => {
    const service = await startService(kind, { content: 'demo' });
    const headers = { authorization: `Bearer ${service.keys.admin}`, 'if-match': '*' };
    const statuses = new Map<string, number>();
    // What takes an entity out of the record, or puts it back, is asked for by tests of its own.
    const isWhole = ({ path }: { path: string }) => !/\/(restore|redact|merge|unmerge)$/.test(path);
    const routes = (await routesOf(service)).filter(isWhole);
    const inOrder = ['GET', 'POST', 'PATCH', 'DELETE'].flatMap((method) =>
      routes.filter((route) => route.method === method),
    );
    for (const route of inOrder) {
      const { method, path } = route;
      const url = asking(route.url);
      const body = method === 'POST' || method === 'PATCH' ? await bodyFor(service, route) : null;
      // What is unique was just given to what the POST made.
      const members = Object.keys(body ?? {}).filter((name) => name !== 'slug' && name !== 'url');
      const member = members.find((name) => name === 'note') ?? (members[0] as string);
      const payload = method === 'PATCH' ? { [member]: body?.[member] } : body;
      const answer = await service.app.inject({ method, url, headers, ...(payload && { payload }) });
      const what = `${method} ${path}`;
      statuses.set(what, answer.statusCode);
      expect(answer.statusCode, `${what}: ${answer.body.slice(0, 300)}`).toBeLessThan(500);
      expect(answer.headers['x-request-id'], what).toMatch(/\S/);
      expect(answer.headers['x-content-type-options'], what).toBe('nosniff');
      // What is read while it is sent has no tag: nobody knows yet what it will be.
      const isStream = /\/(export|claimreview\.json)$/.test(path);
      if (method === 'GET' && answer.statusCode === 200 && !isStream) {
        expect(answer.headers.etag, what).toMatch(/^(W\/)?"/);
        const again = await service.app.inject({
          url,
          headers: { ...headers, 'if-none-match': String(answer.headers.etag) },
        });
        if (path !== '/metrics') expect([again.statusCode, again.body], what).toEqual([304, '']);
      }
    }
    const failed = [...statuses].filter(([, status]) => status >= 400).map(([what, status]) => `${status} ${what}`);
    // What was made up leads nowhere, what others refer to stays, and an import was sent without a type.
    expect(failed.filter((line) => !/^(404 .*\{id\}|409 DELETE|4\d\d POST \/v1\/imports)/.test(line))).toEqual([]);
  });
});

describe('the log', () => {
  test('holds no key and no body, whatever a request holds and however it ends', async () => {
    const lines: string[] = [];
    const app = await startUnready('sqlite', { content: 'demo', settings: { RATE_LIMIT: '50' }, lines });
    app.post('/v1/failing', { config: { needs: 'open' } }, async ({ body }) => {
      throw new Error('fails', { cause: Object.keys(body as object).length });
    });
    await app.ready();
    const known = `cck_${'k'.repeat(43)}`;
    const unknown = `cck_${'u'.repeat(43)}`;
    const words = 'words that were sent and belong to nobody else';
    for (const key of [known, unknown]) {
      const headers = { authorization: `Bearer ${key}` };
      await app.inject({ url: '/v1/keys', headers });
      await app.inject({ method: 'POST', url: '/v1/sides', headers, payload: { name: words } });
      await app.inject({ method: 'POST', url: '/v1/failing', headers, payload: { name: words } });
      await app.inject({ url: `/${key}`, headers });
      await app.inject({ url: `/v1/keys/${key}?key=${key}` });
      await app.inject({ url: `/nothing?key=${key}` });
      await app.inject({ url: `/v1/statements?side=${key}`, headers });
      await app.inject({ url: `/%ZZ${key}`, headers });
    }
    for (let at = 0; at < 60; at += 1)
      await app.inject({ url: '/v1/sides', headers: { authorization: `Bearer ${unknown}` } });
    const log = lines.join('');
    expect(lines.filter((line) => line.includes('"msg":"request"')).length).toBeGreaterThan(60);
    expect(log).toContain('unexpected failure');
    expect(log).not.toContain('kkkkkkkk');
    expect(log).not.toContain('uuuuuuuu');
    expect(log).not.toContain('belong to nobody else');
  });

  test.each(ENGINES)('holds no value of a query that failed on %s', async (kind) => {
    const lines: string[] = [];
    const log = openLog('info', false, { write: (line) => void lines.push(line) });
    const { engine } = await startService(kind);
    const secret = 'a value\nof several lines\n    at that';
    const failing = engine.write((tx) => insertRow(tx, 'secrets', { name: secret, value: null as never }));
    const error: Error = await failing.then(
      () => new Error('must fail'),
      (reason) => reason,
    );
    log.error({ err: error }, 'unexpected failure');
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/not.null/i);
    expect(JSON.parse(lines[0] as string).err.stack).toMatch(/\n {4}at /);
    expect(lines[0]).not.toContain('of several lines');
    expect(JSON.stringify(JSON.parse(lines[0] as string))).not.toContain('params');
  });

  test.each(['read', 'write', 'admin'] satisfies Scope[])(
    'a key with the scope %s is kept as its hash alone',
    async (scope) => {
      const { engine } = await startService('sqlite');
      const { key } = await engine.write((tx) => createKey(tx, { name: 'a key', scope, expiresAt: null }));
      const rows = await engine.read.query('keys', ({ db, t }) => db.select().from(t.keys));
      expect(rows.length).toBeGreaterThan(3);
      expect(JSON.stringify(rows)).not.toContain(key.slice(4, 20));
    },
  );
});
