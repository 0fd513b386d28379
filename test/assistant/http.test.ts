import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { expect, test } from 'vitest';
import { startService } from '../support/app.ts';
import { whenDone } from '../support/lifetime.ts';
import { expectProblem } from '../support/sweep.ts';

const ACCEPT = 'application/json, text/event-stream';
const PING = { jsonrpc: '2.0', id: 1, method: 'ping' };

test('405 offers POST alone, without sessions', async () => {
  const { http } = await startService('sqlite');
  for (const method of ['get', 'delete', 'put'] as const) {
    const answer = await http[method]('/mcp').set('Accept', ACCEPT).expect(405);
    expect(answer.headers.allow).toBe('POST, OPTIONS');
    expect(answer.body.code).toBe('method-not-allowed');
  }
});

test('401 answers nobody under PUBLIC_READ=false, and who has a key', async () => {
  const { http, as } = await startService('sqlite', { settings: { PUBLIC_READ: 'false' } });
  const refused = await http.post('/mcp').set('Accept', ACCEPT).send(PING).expect(401);
  expect(refused.headers['www-authenticate']).toMatch(/^Bearer/);
  expect((await as.read.post('/mcp').set('Accept', ACCEPT).send(PING).expect(200)).body).toEqual({
    jsonrpc: '2.0',
    id: 1,
    result: {},
  });
});

test.each([
  ['http://evil.example', {}, 403],
  ['null', {}, 403],
  // A name that leads here is not enough: the page's own name may.
  ['http://127.0.0.1.evil.example:3000', {}, 403],
  ['https://claims.example', { PUBLIC_URL: 'https://claims.example' }, 200],
  ['https://app.example', { CORS_ORIGIN: 'https://other.example, https://app.example' }, 200],
  ['https://app.example', { CORS_ORIGIN: '*' }, 200],
  ['http://localhost:6274', {}, 200],
])('of a page of the origin %s, with %j: %i', async (origin, settings, status) => {
  const { http } = await startService('sqlite', { settings: settings as Record<string, string> });
  const answer = await http.post('/mcp').set('Accept', ACCEPT).set('Origin', origin).send(PING);
  expect(answer.status, answer.text).toBe(status);
  if (status === 403) expect(answer.body.code).toBe('forbidden');
});

test('202 takes in what wants no answer', async () => {
  const { http } = await startService('sqlite');
  const told = { jsonrpc: '2.0', method: 'notifications/initialized' };
  expect((await http.post('/mcp').set('Accept', ACCEPT).send(told).expect(202)).text).toBe('');
});

test('200 opens no stream of what changes', async () => {
  const { app } = await startService('sqlite');
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const client = new Client({ name: 'test', version: '1' });
  whenDone(() => client.close());
  await client.connect(new StreamableHTTPClientTransport(new URL(`${url}/mcp`)));
  await expect(client.listen({ toolsListChanged: true })).rejects.toThrow();
});

test('429 counts assistants as everybody, with the headers of every answer', async () => {
  const { http } = await startService('sqlite', { settings: { RATE_LIMIT: '2' } });
  const first = await http.post('/mcp').set('Accept', ACCEPT).send(PING).expect(200);
  expect(first.headers).toMatchObject({
    'x-request-id': expect.any(String),
    'cache-control': 'no-store',
    ratelimit: expect.any(String),
  });
  await http.post('/mcp').set('Accept', ACCEPT).send(PING).expect(200);
  await http.post('/mcp').set('Accept', ACCEPT).send(PING).expect(429);
});

test('4xx refuses what is no message, too much, or of another type', async () => {
  const { app } = await startService('sqlite');
  for (const [payload, status, type] of [
    ['{', 400],
    ['[]', 400],
    ['{"jsonrpc":"1.0","id":1,"method":"ping"}', 400],
    ['{"jsonrpc":"2.0","id":1,"method":"ping","mood":1}', 400],
    [JSON.stringify({ ...PING, params: { text: 'a'.repeat(8 * 1024 * 1024) } }), 413],
    ['ping', 415, 'text/plain'],
  ] as const) {
    const headers = { 'content-type': type ?? 'application/json', accept: ACCEPT };
    const answer = await app.inject({ method: 'POST', url: '/mcp', headers, payload });
    expect(answer.statusCode, payload.slice(0, 60)).toBe(status);
    expectProblem(answer, payload.slice(0, 60));
  }
});

test('a client of the version before, and the official one of this, are both answered', async () => {
  const { app, http } = await startService('sqlite', { content: 'demo' });
  const started = await http
    .post('/mcp')
    .set('Accept', ACCEPT)
    .send({
      ...{ jsonrpc: '2.0', id: 1, method: 'initialize' },
      params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'old', version: '1' } },
    })
    .expect(200);
  expect(started.text).toContain('"serverInfo"');
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const client = new Client({ name: 'test', version: '1' });
  whenDone(() => client.close());
  await client.connect(new StreamableHTTPClientTransport(new URL(`${url}/mcp`)));
  expect((await client.listTools()).tools).toHaveLength(9);
  const { structuredContent } = await client.callTool({
    name: 'compare_claims',
    arguments: { claims: ['blockade', 'limited-access'] },
  });
  expect(structuredContent).toMatchObject({ result: { total: 4 } });
});
