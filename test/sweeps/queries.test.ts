import type { LightMyRequestResponse } from 'fastify';
import { describe, expect, test } from 'vitest';
import { Cursors } from '../../src/platform/cursor.ts';
import { startService } from '../support/app.ts';
import { ENGINES } from '../support/database.ts';
import { asking, expectProblem, isList, routesOf } from '../support/sweep.ts';

const UNKNOWN = [
  'a=1',
  'mood=angry',
  '__proto__=1',
  'constructor=1',
  'toString=1',
  '%F0%9F%98%80=1',
  'limit2=1',
  'cursor[]=1',
];

test('400 refuses a query field that is not known, on every route under /v1', async () => {
  const service = await startService('sqlite', { content: 'demo' });
  const headers = { authorization: `Bearer ${service.keys.admin}` };
  for (const { method, url, path } of await routesOf(service)) {
    // What is open to everyone takes any query, such as those that outwit caches.
    if (!path.startsWith('/v1/')) continue;
    for (const query of UNKNOWN) {
      const answer = await service.app.inject({
        method,
        url: `${url}?${query}`,
        headers: { ...headers, 'if-match': '*' },
      });
      expect(answer.statusCode, `${method} ${url}?${query}`).toBe(400);
      expectProblem(answer, `${method} ${url}?${query}`);
    }
  }
});

describe.each(ENGINES)('every list on %s', (kind) => {
  test('400 refuses a limit that is no number from 1 to 200', async () => {
    const service = await startService(kind, { content: 'demo' });
    const headers = { authorization: `Bearer ${service.keys.admin}` };
    for (const { url } of (await routesOf(service)).filter(isList)) {
      for (const limit of ['0', '201', '-1', 'abc', '', '1.5', '1e9', '50&limit=50', 'NaN', 'Infinity']) {
        const answer = await service.app.inject({ url: asking(url, `limit=${limit}`), headers });
        expect([answer.statusCode, answer.json().code], `${url} ${limit}`).toEqual([400, 'invalid']);
        expect(answer.json().errors[0]?.pointer, `${url} ${limit}`).toBe('limit');
      }
    }
  });

  test('ends after the pages that its cursors lead through, each item once, and tells the total when asked', async () => {
    const service = await startService(kind, { content: 'demo' });
    const headers = { authorization: `Bearer ${service.keys.admin}` };
    for (const { url } of (await routesOf(service)).filter(isList)) {
      const whole = (await service.app.inject({ url: asking(url, 'limit=200&count=true'), headers })).json();
      expect(whole, url).toMatchObject({ total: whole.items.length, next: null });
      const seen: unknown[] = [];
      let next: string | null = asking(url, 'limit=3');
      while (next !== null) {
        const answer: LightMyRequestResponse = await service.app.inject({ url: next, headers });
        const page = answer.json() as { items: unknown[]; next: string | null; total?: number };
        seen.push(...page.items);
        expect(page.total, url).toBeUndefined();
        const link: string | null = /^<([^>]+)>; rel="next"$/.exec(String(answer.headers.link ?? ''))?.[1] ?? null;
        expect(link === null, url).toBe(page.next === null);
        if (link !== null) expect(new URL(link, 'http://x').searchParams.get('cursor'), url).toBe(page.next);
        expect(page.items.length === 3 || page.next === null, url).toBe(true);
        next = link;
      }
      expect(seen, url).toEqual(whole.items);
    }
  });

  test('400 refuses a cursor of another list, of other filters, of another service, and one that was made up', async () => {
    const [service, other] = [
      await startService(kind, { content: 'demo' }),
      await startService(kind, { content: 'demo' }),
    ];
    const headers = { authorization: `Bearer ${service.keys.admin}` };
    const lists = (await routesOf(service)).filter(isList);
    const cursorOf = async (url: string, { app } = service) =>
      (await app.inject({ url, headers: app === service.app ? headers : {} })).json().next as string;
    const statements = await cursorOf('/v1/statements?limit=1');
    const claims = await cursorOf('/v1/claims?limit=1');
    const stranger = await cursorOf('/v1/statements?limit=1', other);
    expect([typeof statements, typeof claims, typeof stranger]).toEqual(['string', 'string', 'string']);
    const flipped = statements.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
    const forged = new Cursors('a secret of my own').seal('/v1/statements {} []', ['2023', 'stm_0']);
    for (const { url } of lists) {
      const own = url === '/v1/statements' ? claims : statements;
      for (const cursor of [
        own,
        stranger,
        forged,
        flipped,
        `${own}A`,
        `${own}!`,
        `${own}=`,
        own.slice(2),
        'x',
        '%00',
        'null',
        'a'.repeat(1001),
      ]) {
        const answer = await service.app.inject({ url: asking(url, `limit=1&cursor=${cursor}`), headers });
        expect([answer.statusCode, answer.json().code], `${url} ${cursor}`).toEqual([400, 'invalid']);
      }
    }
    const foreign = [
      ['/v1/statements', '/v1/statements?side=armenia'],
      ['/v1/statements?side=armenia', '/v1/statements'],
      ['/v1/statements?side=armenia', '/v1/statements?side=azerbaijan'],
      ['/v1/statements', '/v1/statements?sort=createdAt'],
      ['/v1/statements?dispute=nagorno-karabakh-2023', '/v1/claims?dispute=nagorno-karabakh-2023'],
    ] as const;
    for (const [from, to] of foreign) {
      const cursor = await cursorOf(`${from}${from.includes('?') ? '&' : '?'}limit=1`);
      const answer = await service.app.inject(`${to}${to.includes('?') ? '&' : '?'}limit=1&cursor=${cursor}`);
      expect([answer.statusCode, answer.json().errors], `${from} → ${to}`).toEqual([
        400,
        [{ pointer: 'cursor', detail: 'is not of this list' }],
      ]);
    }
  });
});
