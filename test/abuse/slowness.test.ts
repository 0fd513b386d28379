import { describe, expect, test } from 'vitest';
import { startService } from '../support/app.ts';
import { listeningPort, rawClient, trickle } from '../support/raw.ts';

const TIMEOUTS = { headers: 300, request: 600, idle: 300, stalled: 1_000, checkEvery: 20 };

async function slowService() {
  const service = await startService('sqlite', { timeouts: TIMEOUTS });
  return { ...service, port: await listeningPort(service.app) };
}

function expectTimeout(received: string): void {
  expect(received).toMatch(/^HTTP\/1\.1 408 /);
  expect(received).toMatch(/Content-Type: application\/problem\+json/i);
  expect(JSON.parse(received.split('\r\n\r\n')[1] as string)).toMatchObject({ code: 'timeout', status: 408 });
}

describe('a client that is slow', () => {
  test('408 closes the connection on which headers trickle in', async () => {
    const { port } = await slowService();
    const client = rawClient(port);
    client.send('GET /v1/sides HTTP/1.1\r\nHost: x\r\n');
    expectTimeout(await trickle(client, 'X-A: b\r\n', 30));
  });

  test('a connection on which nothing comes is closed', async () => {
    const { port } = await slowService();
    expect(await rawClient(port).closed).toMatch(/^$|^HTTP\/1\.1 408 /);
  });

  test.each(['/v1/sides', '/v1/articles/none/snapshots'])(
    '408 closes the connection on which a body trickles to %s, and nothing is recorded',
    async (path) => {
      const { port, keys, changes } = await slowService();
      const client = rawClient(port);
      client.send(
        `POST ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${keys.write}\r\nContent-Type: application/json\r\nContent-Length: 100000\r\n\r\n{"name":"`,
      );
      expectTimeout(await trickle(client, 'a', 30));
      expect(await changes()).toEqual([]);
    },
  );

  test('a refused request whose body trickles on is closed too', async () => {
    const { port } = await slowService();
    const client = rawClient(port);
    client.send('POST /v1/sides HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n{');
    expect(await trickle(client, 'a', 30)).toMatch(/^HTTP\/1\.1 401 /);
  });

  test('a connection that idles after its answer is closed', async () => {
    const { port } = await slowService();
    const client = rawClient(port);
    client.send('GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n');
    expect(await client.closed).toMatch(/^HTTP\/1\.1 200 /);
  });

  test('202 lets an import come as slowly as it is read, as long as something comes', async () => {
    const { port, keys } = await slowService();
    const client = rawClient(port);
    client.send(
      `POST /v1/imports?format=record HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${keys.write}\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n`,
    );
    const lines = Array.from({ length: 2 * (TIMEOUTS.request / 100) }, (_, at) =>
      JSON.stringify({ type: 'side', name: `S ${at}` }),
    );
    for (const line of lines) {
      client.send(`${(line.length + 1).toString(16)}\r\n${line}\n\r\n`);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    client.send('0\r\n\r\n');
    expect(await client.answer).toMatch(/^HTTP\/1\.1 202 /);
  });

  test('an import that stops coming is closed, and makes no job', async () => {
    const { port, keys, engine } = await slowService();
    const client = rawClient(port);
    client.send(
      `POST /v1/imports?format=record HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${keys.write}\r\nContent-Type: application/x-ndjson\r\nTransfer-Encoding: chunked\r\n\r\n`,
    );
    expect(await client.closed).toBe('');
    expect(await engine.read.query('jobs', ({ db, t }) => db.select().from(t.imports))).toEqual([]);
  });
});

describe('a client that sends too much', () => {
  const head = (key: string, path: string, more: string) =>
    `POST ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key}\r\nContent-Type: application/json\r\n${more}\r\n\r\n`;

  test.each([
    ['/v1/sides', 1024 * 1024],
    ['/v1/articles/none/snapshots', 8 * 1024 * 1024],
  ])('413 stops reading a body in chunks to %s as soon as it is over %i bytes', async (path, bytesMax) => {
    const service = await startService('sqlite');
    const client = rawClient(await listeningPort(service.app));
    client.send(head(service.keys.write, path, 'Transfer-Encoding: chunked'));
    const piece = 'a'.repeat(64 * 1024);
    for (let sent = 0; sent <= bytesMax; sent += piece.length) client.send(`10000\r\n${piece}\r\n`);
    const received = await client.answer;
    expect(received).toMatch(/^HTTP\/1\.1 413 /);
    expect(received).toContain('"code":"too-large"');
  });

  test('413 refuses a body by its Content-Length before any of it comes', async () => {
    const service = await startService('sqlite');
    const client = rawClient(await listeningPort(service.app));
    client.send(head(service.keys.write, '/v1/sides', 'Content-Length: 1048577'));
    expect(await client.answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  test('401 refuses a body before any of it is read', async () => {
    const service = await startService('sqlite');
    const client = rawClient(await listeningPort(service.app));
    client.send('POST /v1/sides HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n');
    expect(await client.answer).toMatch(/^HTTP\/1\.1 401 /);
  });

  test('431 refuses headers of more than 16 KiB', async () => {
    const service = await startService('sqlite');
    const client = rawClient(await listeningPort(service.app));
    client.send(`GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'a'.repeat(17 * 1024)}\r\n\r\n`);
    const received = await client.closed;
    expect(received).toMatch(/^HTTP\/1\.1 431 /);
    expect(received).toContain('"code":"headers-too-large"');
  });

  test.each([
    ['what is no HTTP', 'HELLO\r\n\r\n'],
    ['two lengths', 'GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n'],
    [
      'a length beside chunks',
      'POST /v1/sides HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
  ])('400 refuses %s and closes', async (_name, text) => {
    const service = await startService('sqlite');
    const client = rawClient(await listeningPort(service.app));
    client.send(text);
    const received = await client.closed;
    expect(received).toMatch(/^HTTP\/1\.1 400 /);
    expect(received).toContain('application/problem+json');
  });
});
