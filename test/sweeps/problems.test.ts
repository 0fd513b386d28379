import { connect } from 'node:net';
import { expect, test } from 'vitest';
import { startService } from '../support/app.ts';
import { expectProblem, routesOf } from '../support/sweep.ts';

test.each([
  ['GET', '/nothing', 404, 'not-found'],
  ['GET', '/v1', 404, 'not-found'],
  ['GET', '/v1/nothing', 404, 'not-found'],
  ['POST', '/v1/nothing', 404, 'not-found'],
  ['DELETE', '/v1/sides/nothing/nothing', 404, 'not-found'],
  ['GET', '/docs/static/nothing.js', 404, 'not-found'],
  ['GET', '/v1/sides/%', 400, 'invalid'],
  ['GET', '/v1/sides/%ZZ', 400, 'invalid'],
  ['GET', '/v1/sides/%FF', 400, 'invalid'],
  ['GET', '/v1/sides/%ED%A0%80', 400, 'invalid'],
  ['GET', '/v1/sides/%00', 400, 'invalid'],
  ['GET', '/v1/sides?limit=%00', 400, 'invalid'],
  ['GET', '/v1/statements?side=%00', 400, 'invalid'],
  ['GET', `/v1/sides/${'a'.repeat(7000)}`, 414, 'uri-too-long'],
  ['GET', `/v1/sides/${'a'.repeat(2049)}`, 400, 'invalid'],
  ['GET', '/v1/sides/stm_01k6v0a9q2w8e5r7t1y3z4x6c8', 404, 'not-found'],
  ['GET', '/v1/statements/stm_01k6v0a9q2w8e5r7t1y3z4x6c8', 404, 'not-found'],
  ['GET', '/v1/statements/stm_zzzzzzzzzzzzz', 404, 'not-found'],
  ['GET', '/v1/statements/stm_01k6v0a9q2w8e5r7t1y3z4x6c8/history', 404, 'not-found'],
  ['GET', '/v1/claims/clm_zzzzzzzzzzzzz', 404, 'not-found'],
  ['GET', '/v1/pairs?claim=clm_01k6v0a9q2w8e5r7t1y3z4x6c8', 422, 'unknown-reference'],
  ['GET', '/v1/statements?side=stm_01k6v0a9q2w8e5r7t1y3z4x6c8', 422, 'unknown-reference'],
  ['GET', '/v1/articles/x/snapshots/0', 401, 'unauthenticated'],
  ['GET', '/v1/imports/nothing', 401, 'unauthenticated'],
] as const)('%s %s is answered %i %s, as a problem', async (method, url, status, code) => {
  const { app } = await startService('sqlite', { content: 'demo' });
  const answer = await app.inject({ method, url });
  expectProblem(answer, url);
  expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  expect(answer.headers['cache-control']).toBe('no-store');
});

test('405 tells what an address offers, whatever the method and the body', async () => {
  const service = await startService('sqlite', { content: 'demo' });
  const routes = await routesOf(service);
  const offered = Map.groupBy(routes, ({ url }) => url);
  for (const [url, there] of offered) {
    const methods = there.map(({ method }) => method as string);
    if (methods.includes('GET')) methods.push('HEAD');
    for (const method of ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'TRACE'].filter(
      (one) => !methods.includes(one),
    )) {
      const hasBody = ['POST', 'PUT', 'PATCH'].includes(method);
      const answer = await service.app.inject({
        method: method as 'PUT',
        url,
        ...(hasBody && { payload: '{"broken":', headers: { 'content-type': 'application/json' } }),
      });
      expect(answer.statusCode, `${method} ${url}`).toBe(405);
      if (method !== 'HEAD') expectProblem(answer, `${method} ${url}`);
      expect(answer.headers.allow?.toString().split(', ').sort(), `${method} ${url}`).toEqual(
        [...methods, 'OPTIONS'].sort(),
      );
    }
  }
  expect(await service.changes()).toHaveLength((await service.changes()).length);
});

test('OPTIONS tells what an address offers, without a body and without a key', async () => {
  const service = await startService('sqlite', { content: 'demo', settings: { PUBLIC_READ: 'false' } });
  for (const { method, url } of await routesOf(service)) {
    const answer = await service.app.inject({ method: 'OPTIONS', url });
    expect([answer.statusCode, answer.body], url).toEqual([204, '']);
    expect(answer.headers.allow?.toString().split(', '), url).toContain(method);
  }
});

test('OPTIONS of a page of another origin is answered as CORS_ORIGIN says, preflight or not', async () => {
  const { app } = await startService('sqlite', { settings: { CORS_ORIGIN: 'https://a.example, https://b.example' } });
  const ask = (origin: string) =>
    app.inject({
      method: 'OPTIONS',
      url: '/v1/sides/x',
      headers: { origin, 'access-control-request-method': 'PATCH', 'access-control-request-headers': 'if-match' },
    });
  const allowed = await ask('https://b.example');
  expect(allowed.statusCode).toBe(204);
  expect(allowed.headers['access-control-allow-origin']).toBe('https://b.example');
  expect(allowed.headers['access-control-allow-methods']).toContain('PATCH');
  expect((await ask('https://c.example')).headers['access-control-allow-origin']).toBeUndefined();
  expect((await app.inject({ method: 'OPTIONS', url: '/v1/sides' })).statusCode).toBe(204);
});

test('HEAD answers as GET does, without the body', async () => {
  const service = await startService('sqlite', { content: 'demo' });
  const headers = { authorization: `Bearer ${service.keys.admin}` };
  for (const { url } of (await routesOf(service)).filter(({ method }) => method === 'GET')) {
    const [get, head] = [
      await service.app.inject({ url, headers }),
      await service.app.inject({ method: 'HEAD', url, headers }),
    ];
    expect([head.statusCode, head.body], url).toEqual([get.statusCode, '']);
    expect(head.headers['content-type'], url).toBe(get.headers['content-type']);
    if (url !== '/metrics') expect(head.headers.etag, url).toBe(get.headers.etag);
  }
});

test.each([
  ['that is no HTTP', 'HELLO\r\n\r\n', 400],
  ['whose headers are too large', `GET / HTTP/1.1\r\nHost: a\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`, 431],
  ['whose address is too long', `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`, 431],
])('a request %s gets a problem too', async (_name, bytes, status) => {
  const { app } = await startService('sqlite');
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as { port: number };
  const text = await new Promise<string>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    let received = '';
    socket.on('data', (data) => {
      received += data;
    });
    socket.on('close', () => resolve(received));
    socket.on('error', reject);
  });
  const [head, body = ''] = text.split('\r\n\r\n');
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  const type = /^content-type: (.*)$/im.exec(head ?? '')?.[1]?.trim();
  expectProblem({ statusCode: status, headers: { 'content-type': type }, body }, bytes.slice(0, 40));
});

test('429 tells when to come back, and counts a key apart from its address', async () => {
  const { app, keys } = await startService('sqlite', { settings: { RATE_LIMIT: '3' } });
  const headers = { authorization: `Bearer ${keys.read}` };
  for (let at = 0; at < 3; at += 1) expect((await app.inject('/v1/sides')).statusCode).toBe(200);
  const refused = await app.inject('/v1/sides');
  expect(refused.statusCode).toBe(429);
  expectProblem(refused, 'rate limit');
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
  expect(refused.headers['ratelimit-remaining']).toBe('0');
  const withKey = await app.inject({ url: '/v1/sides', headers });
  expect([withKey.statusCode, withKey.headers['ratelimit-remaining']]).toEqual([200, '2']);
  expect((await app.inject('/health/live')).statusCode).toBe(200);
});
