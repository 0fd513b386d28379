import { describe, expect, test } from 'vitest';
import { updateRow } from '../../src/platform/engine/rows.ts';
import { type Service, startService } from '../support/app.ts';
import { expectProblem, needsOf, type Route, routesOf } from '../support/sweep.ts';

const CALLERS = ['nobody', 'stranger', 'read', 'write', 'admin'] as const;
type Caller = (typeof CALLERS)[number];

const SETTINGS = [
  {},
  { PUBLIC_READ: 'false' },
  { PUBLIC_TEXT: 'true' },
  { PUBLIC_READ: 'false', PUBLIC_TEXT: 'true' },
] as Record<string, string>[];

/** What the caller gets who may not: 401 without a key that is known, 403 with one that is too weak; null who may. */
function refusalOf(route: Route, caller: Caller, settings: Record<string, string>): 401 | 403 | null {
  const needs = needsOf(route);
  if (needs === 'open') return null;
  if (caller === 'stranger') return 401;
  if (needs === 'read' && settings.PUBLIC_READ !== 'false') return null;
  if (needs === 'text' && settings.PUBLIC_TEXT === 'true') return null;
  if (caller === 'nobody') return 401;
  const rank = { read: 1, text: 1, write: 2, admin: 3 };
  return rank[caller] >= rank[needs] ? null : 403;
}

function headersOf(caller: Caller, { keys }: Service): Record<string, string> {
  if (caller === 'nobody') return {};
  return { authorization: `Bearer ${caller === 'stranger' ? `cck_${'x'.repeat(43)}` : keys[caller]}` };
}

describe.each(SETTINGS)('with the settings %j', (settings) => {
  test('every route lets in who holds what it needs, and nobody else, and nothing is written', async () => {
    const service = await startService('sqlite', { content: 'demo', settings });
    const before = (await service.changes()).length;
    for (const route of await routesOf(service)) {
      for (const caller of CALLERS) {
        const { method, url } = route;
        const answer = await service.app.inject({ method, url, headers: headersOf(caller, service) });
        const what = `${method} ${route.path} as ${caller}`;
        const refusal = refusalOf(route, caller, settings);
        if (refusal !== null) expect(answer.statusCode, what).toBe(refusal);
        else expect([401, 403], what).not.toContain(answer.statusCode);
        expect(answer.statusCode, what).toBeLessThan(500);
        if (answer.statusCode >= 400) expectProblem(answer, what);
        if (answer.statusCode === 401) expect(answer.headers['www-authenticate'], what).toMatch(/^Bearer/);
      }
    }
    expect((await service.changes()).length).toBe(before);
  });
});

test.each([
  ['of another scheme', 'Basic dXNlcjpwYXNz'],
  ['without a scheme', 'cck_xxxxxxxxxxxxxxxxxxxxxxxx'],
  ['that is empty', ''],
  ['with two keys', 'Bearer cck_xxxxxxxxxxxxxxxxxxxx cck_xxxxxxxxxxxxxxxxxxxx'],
  ['of other characters', 'Bearer cck_é…'],
  ['that is endless', `Bearer cck_${'x'.repeat(10_000)}`],
])('401 refuses an Authorization header %s, where a key is needed', async (_name, authorization) => {
  const { app } = await startService('sqlite');
  const answer = await app.inject({
    method: 'POST',
    url: '/v1/sides',
    headers: { authorization },
    payload: { name: 'A' },
  });
  expect(answer.statusCode).toBe(401);
  expectProblem(answer, authorization);
});

test('a revoked and an expired key are refused at once', async () => {
  const { app, keys, engine } = await startService('sqlite');
  const admin = { authorization: `Bearer ${keys.admin}` };
  const make = async (body: object) =>
    (await app.inject({ method: 'POST', url: '/v1/keys', headers: admin, payload: body })).json() as {
      id: string;
      key: string;
    };
  const write = async (key: string) =>
    (
      await app.inject({
        method: 'POST',
        url: '/v1/sides',
        headers: { authorization: `Bearer ${key}` },
        payload: { name: key.slice(4, 20).replace(/[-_]/g, 'x') },
      })
    ).statusCode;
  const [revoked, expired] = [
    await make({ name: 'to be revoked', scope: 'write' }),
    await make({ name: 'expired', scope: 'write', expiresAt: '2999-01-01T00:00:00Z' }),
  ];
  await engine.write((tx) => updateRow(tx, 'keys', expired.id, { expiresAt: '2020-01-01T00:00:00.000Z' }));
  expect([await write(revoked.key), await write(expired.key)]).toEqual([201, 401]);
  expect((await app.inject({ method: 'DELETE', url: `/v1/keys/${revoked.id}`, headers: admin })).statusCode).toBe(204);
  expect(await write(revoked.key)).toBe(401);
});

test('a route that does not say what it needs keeps the service from starting', async () => {
  const { startUnready } = await import('../support/unready.ts');
  const app = await startUnready();
  app.get('/v1/secrets', async () => ({}));
  await expect(app.ready()).rejects.toThrow('The route /v1/secrets does not say what it needs.');
});
