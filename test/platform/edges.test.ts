import { copyFile, rename, rm } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { type Service, startService } from '../support/app.ts';
import { ENGINES } from '../support/database.ts';
import { listeningPort, rawClient } from '../support/raw.ts';

async function ask(port: number, head: string): Promise<{ status: number; headers: string; body: unknown }> {
  const client = rawClient(port);
  client.send(`${head}\r\n\r\n`);
  const [headers = '', body = ''] = (await client.closed).split('\r\n\r\n');
  return { status: Number(/^HTTP\/1\.1 (\d+)/.exec(headers)?.[1]), headers, body: JSON.parse(body) };
}

test.each([
  ['no Host', 'GET /v1/sides HTTP/1.1\r\nConnection: close', 400, 'invalid'],
  ['two of them', 'GET /v1/sides HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close', 400, 'invalid'],
  ['a Host that is none', 'GET /v1/sides HTTP/1.1\r\nHost: W/"x"\r\nConnection: close', 400, 'invalid'],
  ['another expectation', 'GET /v1/sides HTTP/1.1\r\nHost: a\r\nExpect: x', 417, 'expectation-failed'],
  ['CONNECT', 'CONNECT a.example:443 HTTP/1.1\r\nHost: a.example', 405, 'method-not-allowed'],
  ['TRACE', 'TRACE / HTTP/1.1\r\nHost: a\r\nConnection: close', 405, 'method-not-allowed'],
  ['TRACE of what is there', 'TRACE /v1/sides HTTP/1.1\r\nHost: a\r\nConnection: close', 405, 'method-not-allowed'],
  ['a method of WebDAV', 'PROPFIND /v1/sides HTTP/1.1\r\nHost: a\r\nConnection: close', 405, 'method-not-allowed'],
])('%s is answered by a problem that has its request id', async (_name, head, status, code) => {
  const service = await startService('sqlite');
  const answer = await ask(await listeningPort(service.app), head);
  expect(answer).toMatchObject({ status, body: { status, code } });
  expect(answer.headers).toMatch(/content-type: application\/problem\+json/i);
  expect(answer.headers).toMatch(/x-request-id: \S+/i);
  if (status === 405) expect(answer.headers).toMatch(/allow: GET/i);
});

describe.each(ENGINES)('what watches the service on %s', (kind) => {
  const OPEN = ['/health/live', '/metrics', '/openapi.json', '/docs', '/docs/listSides'];

  test('200 needs no database to answer whoever sends a key where everyone is answered', async () => {
    const service = await startService(kind);
    const { app, engine, keys } = service;
    await app.inject('/openapi.json');
    await engine.close();
    for (const url of OPEN) {
      const { statusCode } = await app.inject({ url, headers: { authorization: `Bearer ${keys.admin}` } });
      expect(statusCode, url).toBe(200);
    }
  });

  test('200 takes any query where everyone is answered', async () => {
    const { app } = await startService(kind);
    for (const url of [...OPEN, '/health/ready', '/openapi.yaml'])
      expect((await app.inject(`${url}?t=1&t=2`)).statusCode, url).toBe(200);
  });
});

test.each(['deleted', 'replaced'] as const)(
  '503 refuses writes, and tells the service as unready, once its database file was %s',
  async (how) => {
    const service = await startService('sqlite');
    const ready = async ({ app }: Service) => (await app.inject('/health/ready')).statusCode;
    const write = () => service.as.write.post('/v1/sides').send({ name: 'North' });
    expect(await ready(service)).toBe(200);
    await write().expect(201);
    const file = service.database.replace(/^file:/, '');
    if (how === 'replaced') {
      await copyFile(file, `${file}.copy`);
      await rename(`${file}.copy`, file);
    } else await rm(file);
    expect(await ready(service)).toBe(503);
    expect((await write().expect(503)).body).toMatchObject({ code: 'overloaded' });
  },
);
