import type supertest from 'supertest';
import { describe, expect, test } from 'vitest';
import { readConfig } from '../../src/platform/config.ts';
import { startService } from '../support/app.ts';
import { whenDone } from '../support/lifetime.ts';

const LIMIT = 5;
const limited = (settings = {}) => startService('sqlite', { settings: { RATE_LIMIT: String(LIMIT), ...settings } });

describe('the rate limit', () => {
  test('200 tells the limit, what is left and when it is back', async () => {
    const { http } = await limited();
    const { headers } = await http.get('/v1/sides').expect(200);
    expect(headers['ratelimit-limit']).toBe(String(LIMIT));
    expect(headers['ratelimit-remaining']).toBe(String(LIMIT - 1));
    expect(Number(headers['ratelimit-reset'])).toBeGreaterThan(0);
    expect(Number(headers['ratelimit-reset'])).toBeLessThanOrEqual(60);
  });

  test('429 is a problem that says when to try again', async () => {
    const { http } = await limited();
    for (let at = 0; at < LIMIT; at += 1) await http.get('/v1/sides').expect(200);
    const { body, headers, type } = await http.get('/v1/sides').expect(429);
    expect(type).toBe('application/problem+json');
    expect(body).toMatchObject({ status: 429, code: 'rate-limited' });
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    expect(headers['ratelimit-remaining']).toBe('0');
  });

  test.each([
    ['what is nowhere', 'get', '/nowhere', 404],
    ['what is nowhere under /v1', 'get', '/v1/nowhere', 404],
    ['a method that is not offered', 'put', '/v1/sides', 405],
    ['a write without a key', 'post', '/v1/sides', 401],
    ['a page of the documentation', 'get', '/docs/', 200],
    ['the document', 'get', '/openapi.json', 200],
  ] as const)('429 comes after too many requests for %s', async (_name, method, path, status) => {
    const { http } = await limited();
    for (let at = 0; at < LIMIT; at += 1) await http[method](path).expect(status);
    await http[method](path).expect(429);
    await http.get('/v1/sides').expect(429);
  });

  test('429 comes after too many guesses of a key, whatever they are', async () => {
    const { http, keys } = await limited();
    for (let at = 0; at < LIMIT; at += 1) {
      await http
        .get('/v1/sides')
        .set('Authorization', `Bearer cck_${String(at).repeat(40)}`)
        .expect(401);
    }
    await http
      .get('/v1/sides')
      .set('Authorization', `Bearer cck_${'z'.repeat(40)}`)
      .expect(429);
    await http.get('/v1/sides').set('Authorization', `Bearer ${keys.read}`).expect(200);
  });

  test('keys are counted apart from each other and from the address', async () => {
    const { http, as } = await limited();
    for (const client of [http, as.read, as.write, as.admin]) {
      for (let at = 0; at < LIMIT; at += 1) await client.get('/v1/sides').expect(200);
      await client.get('/v1/sides').expect(429);
    }
  });

  test('X-Forwarded-For changes nothing unless a proxy is trusted', async () => {
    const { http } = await limited();
    for (let at = 0; at < LIMIT; at += 1)
      await http.get('/v1/sides').set('X-Forwarded-For', `203.0.113.${at}`).expect(200);
    await http.get('/v1/sides').set('X-Forwarded-For', '203.0.113.99').expect(429);
  });

  test('behind a trusted proxy each address is counted, and only the hop that the proxy added is believed', async () => {
    const { http } = await limited({ TRUST_PROXY: '1' });
    const from = (chain: string) => http.get('/v1/sides').set('X-Forwarded-For', chain);
    for (let at = 0; at < LIMIT; at += 1) await from(`198.51.100.${at}, 203.0.113.1`).expect(200);
    await from('198.51.100.99, 203.0.113.1').expect(429);
    await from('203.0.113.2').expect(200);
  });

  test('behind proxies that are named, only those are believed', async () => {
    const { http } = await limited({ TRUST_PROXY: 'loopback, 10.0.0.0/8' });
    const from = (chain: string) => http.get('/v1/sides').set('X-Forwarded-For', chain);
    for (let at = 0; at < LIMIT; at += 1) await from(`198.51.100.${at}, 203.0.113.1, 10.1.2.3`).expect(200);
    await from('198.51.100.99, 203.0.113.1, 10.1.2.3').expect(429);
  });

  test.each(['proxy.example', '10.0.0.0/33', '10.0.0.1,', '1 hop'])(
    'the setting TRUST_PROXY=%s is refused at start',
    (text) => {
      expect(() => readConfig({ TRUST_PROXY: text })).toThrow(/TRUST_PROXY: must be/);
    },
  );

  test('the addresses of one IPv6 network of 64 bits are counted as one', async () => {
    const { http } = await limited({ TRUST_PROXY: '1' });
    for (let at = 0; at < LIMIT; at += 1) {
      await http
        .get('/v1/sides')
        .set('X-Forwarded-For', `2001:db8:0:1::${at + 1}`)
        .expect(200);
    }
    await http.get('/v1/sides').set('X-Forwarded-For', '2001:db8:0:1:ffff::1').expect(429);
    await http.get('/v1/sides').set('X-Forwarded-For', '2001:db8:0:2::1').expect(200);
  });

  test('health and figures are always told', async () => {
    const { http } = await limited();
    for (const path of ['/health/live', '/health/ready', '/metrics'])
      for (let at = 0; at <= LIMIT; at += 1) await http.get(path).expect(200);
  });

  test('RATE_LIMIT=0 counts nothing', async () => {
    const { http } = await startService('sqlite', { settings: { RATE_LIMIT: '0' } });
    const { headers } = await http.get('/v1/sides').expect(200);
    expect(Object.keys(headers).filter((name) => name.startsWith('ratelimit'))).toEqual([]);
  });
});

describe('a service that is behind', () => {
  const quickly = { settings: { WAIT_MAX_MS: '5' }, lagSampleMs: 50 };

  /** Keeps the event loop from its work most of the time. */
  function hold(): () => void {
    const pause = new Int32Array(new SharedArrayBuffer(4));
    const holding = setInterval(() => Atomics.wait(pause, 0, 0, 60), 1);
    whenDone(() => clearInterval(holding));
    return () => clearInterval(holding);
  }

  async function untilStatus(ask: () => supertest.Test, status: number): Promise<supertest.Response> {
    for (;;) {
      const response = await ask();
      if (response.status === status) return response;
    }
  }

  test('503 with Retry-After sheds load, health and figures are told all the while, and it recovers', async () => {
    const { http } = await startService('sqlite', quickly);
    await untilStatus(() => http.get('/v1/sides'), 200);
    const letGo = hold();
    const { body, headers, type } = await untilStatus(() => http.get('/v1/sides'), 503);
    expect(type).toBe('application/problem+json');
    expect(body).toMatchObject({ code: 'overloaded', status: 503 });
    expect(Number(headers['retry-after'])).toBeGreaterThan(0);
    for (const path of ['/health/live', '/health/ready', '/metrics']) await http.get(path).expect(200);
    letGo();
    await untilStatus(() => http.get('/v1/sides'), 200);
  });

  test('200 answers who asks right after a start, however long that kept the event loop', async () => {
    const { app } = await startService('sqlite', { settings: { WAIT_MAX_MS: '5' }, lagSampleMs: 200 });
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 600);
    const address = await app.listen({ host: '127.0.0.1', port: 0 });
    expect((await fetch(`${address}/v1/sides`)).status).toBe(200);
  });
});

describe('the headers of every answer', () => {
  test.each([
    ['an entity list', '/v1/sides', 200],
    ['a refusal', '/v1/sides/none', 404],
    ['what is nowhere', '/nowhere', 404],
    ['health', '/health/live', 200],
  ])('%s lets no page do anything with it', async (_name, path, status) => {
    const { http } = await startService('sqlite');
    const { headers } = await http.get(path).expect(status);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none';/);
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['content-security-policy']).not.toMatch(/unsafe|https?:/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['x-frame-options']).toBe('DENY');
    expect(headers['referrer-policy']).toBe('no-referrer');
    expect(headers['strict-transport-security']).toMatch(/max-age=\d{7,}/);
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers.server).toBeUndefined();
  });

  test('the pages of the documentation run their own scripts only', async () => {
    const { http } = await startService('sqlite');
    const { headers } = await http.get('/docs/').expect(200);
    const policy = headers['content-security-policy'] as string;
    const scripts = /script-src([^;]*)/.exec(policy)?.[1] ?? /default-src([^;]*)/.exec(policy)?.[1] ?? '*';
    expect(scripts).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/);
    expect(policy).toMatch(/default-src '(self|none)'/);
  });
});

describe('CORS', () => {
  const origin = 'https://desk.example';
  const corsHeaders = (headers: object) => Object.keys(headers).filter((name) => name.startsWith('access-control-'));

  test('no page of another origin may read, unless the settings say so', async () => {
    const { http } = await startService('sqlite');
    expect(corsHeaders((await http.get('/v1/sides').set('Origin', origin).expect(200)).headers)).toEqual([]);
    const preflight = await http
      .options('/v1/sides')
      .set('Origin', origin)
      .set('Access-Control-Request-Method', 'POST');
    expect(corsHeaders(preflight.headers)).toEqual([]);
  });

  test('the origins of the settings may read, with the headers that they need, refusals too; others may not', async () => {
    const { http } = await startService('sqlite', { settings: { CORS_ORIGIN: `${origin}, https://other.example` } });
    for (const [path, status] of [
      ['/v1/sides', 200],
      ['/v1/sides/none', 404],
    ] as const) {
      const { headers } = await http.get(path).set('Origin', origin).expect(status);
      expect(headers['access-control-allow-origin']).toBe(origin);
      expect(headers.vary).toContain('Origin');
      for (const name of ['ETag', 'Link', 'Location', 'RateLimit-Remaining', 'Retry-After', 'Idempotency-Replayed'])
        expect(headers['access-control-expose-headers']).toContain(name);
      expect(headers['access-control-allow-credentials']).toBeUndefined();
    }
    const stranger = await http.get('/v1/sides').set('Origin', 'https://stranger.example').expect(200);
    expect(stranger.headers['access-control-allow-origin']).toBeUndefined();
  });

  test('204 answers the preflight of a write with its methods and headers', async () => {
    const { http } = await startService('sqlite', { settings: { CORS_ORIGIN: origin } });
    const { headers } = await http
      .options('/v1/sides/x')
      .set('Origin', origin)
      .set('Access-Control-Request-Method', 'PATCH')
      .set('Access-Control-Request-Headers', 'authorization, if-match, idempotency-key, content-type')
      .expect(204);
    expect(headers['access-control-allow-origin']).toBe(origin);
    for (const method of ['GET', 'POST', 'PATCH', 'DELETE'])
      expect(headers['access-control-allow-methods']).toContain(method);
    for (const name of ['authorization', 'if-match', 'idempotency-key'])
      expect(headers['access-control-allow-headers']?.toLowerCase()).toContain(name);
  });

  test('`*` lets every page read', async () => {
    const { http } = await startService('sqlite', { settings: { CORS_ORIGIN: '*' } });
    const { headers } = await http.get('/v1/sides').set('Origin', origin).expect(200);
    expect(headers['access-control-allow-origin']).toBe('*');
  });
});
