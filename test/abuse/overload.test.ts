import { Agent, request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { type Service, startService } from '../support/app.ts';
import { ENGINES } from '../support/database.ts';
import { listeningPort, rawClient } from '../support/raw.ts';

/** As many writes as are never too many, and as many connections as PostgreSQL is asked over. */
const [ALWAYS, CONNECTIONS] = [8, 6];

/** Keeps all that writes waiting until `letGo` is called. */
async function holdWrites({ engine }: Service): Promise<{ letGo(): Promise<void> }> {
  const { promise: going, resolve } = Promise.withResolvers<void>();
  const begun: Promise<void>[] = [];
  const done = Array.from({ length: engine.kind === 'sqlite' ? 1 : CONNECTIONS }, () => {
    const { promise, resolve: begins } = Promise.withResolvers<void>();
    begun.push(promise);
    return engine.write(async () => {
      begins();
      await going;
    });
  });
  await Promise.all(begun);
  return {
    async letGo() {
      resolve();
      await Promise.all(done);
    },
  };
}

/** Of a write whose body nobody reads. */
function statusOf(url: string, agent: Agent, key: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode));
    });
    sent.once('error', reject).end('{"name":"Refused"}');
  });
}

describe.each(ENGINES)('more than can be answered in time, on %s', (kind) => {
  test('503 with Retry-After refuses a write at once, and those that were taken on are all done', async () => {
    const service = await startService(kind, { settings: { WAIT_MAX_MS: '5' }, lagSampleMs: 600_000 });
    const { app, keys, as, http } = service;
    await app.listen({ host: '127.0.0.1', port: 0 });
    const held = await holdWrites(service);
    const names = Array.from({ length: 4 * ALWAYS }, (_, n) => `Side ${n}`);
    const { port } = app.server.address() as { port: number };
    const post = (name: string) =>
      fetch(`http://127.0.0.1:${port}/v1/sides`, {
        method: 'POST',
        headers: { authorization: `Bearer ${keys.write}`, 'content-type': 'application/json' },
        body: JSON.stringify({ name }),
      });
    let refusals = 0;
    const { promise: refused, resolve } = Promise.withResolvers<Response>();
    const answers = names.map(async (name) => {
      const answer = await post(name);
      if (answer.status !== 503) return answer;
      refusals += 1;
      resolve(answer);
      return answer;
    });
    const first = await refused;
    expect(Number(first.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(first.headers.get('content-type')).toBe('application/problem+json');
    expect(await first.json()).toMatchObject({ code: 'overloaded', status: 503 });
    expect(first.headers.get('x-request-id')).toMatch(/./);
    expect(first.headers.get('x-content-type-options')).toBe('nosniff');
    await http.get('/health/live').expect(200);
    await as.write.get('/health/live').expect(200);
    await http.get('/metrics').expect(200);
    const order: string[] = [];
    const [same, other] = [new Agent({ keepAlive: true, maxSockets: 1 }), new Agent()];
    const refusedBy = async (agent: Agent, name: string) => {
      expect(await statusOf(`http://127.0.0.1:${port}/v1/sides`, agent, keys.write)).toBe(503);
      order.push(name);
    };
    await refusedBy(same, 'first');
    await Promise.all([refusedBy(same, 'again, at once'), refusedBy(other, 'somebody else')]);
    expect(order).toEqual(['first', 'somebody else', 'again, at once']);
    same.destroy();
    await held.letGo();
    const all = await Promise.all(answers);
    const made = all.filter(({ status }) => status === 201);
    expect(made.length).toBeGreaterThanOrEqual(ALWAYS);
    expect(made.length + refusals).toBe(names.length);
    for (const answer of made) {
      const { slug, name } = (await answer.json()) as { slug: string; name: string };
      expect((await http.get(`/v1/sides/${slug}`).expect(200)).body.name).toBe(name);
    }
    expect((await http.get('/v1/sides?limit=200').expect(200)).body.items).toHaveLength(made.length);
    await as.write.post('/v1/sides').send({ name: 'Later' }).expect(201);
  });
});

describe('what is bounded', () => {
  const waiting = (key: string, bytes: number) =>
    `POST /v1/articles/none/snapshots HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key}\r\nContent-Type: application/json\r\nContent-Length: ${bytes}\r\n\r\n`;

  test('503 refuses a body beyond what all may be together before any of it comes, and takes it once another is gone', async () => {
    const { app, keys, http } = await startService('sqlite');
    const port = await listeningPort(app);
    const eight = 8 * 1024 * 1024;
    const clients = Array.from({ length: 4 }, () => rawClient(port));
    for (const client of clients) client.send(waiting(keys.write, eight));
    const isFull = async () => {
      const client = rawClient(port);
      client.send(waiting(keys.write, eight));
      const hasAnswer = client.answer.then(() => true);
      // Answered after all that came before was read; nothing tells of a body that is waited for.
      await http.get('/health/live').expect(200);
      await http.get('/v1/sides').expect(200);
      const isRefused = await Promise.race([hasAnswer, new Promise<boolean>((no) => setImmediate(no, false))]);
      if (!isRefused) client.socket.destroy();
      return isRefused ? client.answer : null;
    };
    let refused = await isFull();
    while (refused === null) refused = await isFull();
    expect(refused).toMatch(/^HTTP\/1\.1 503 /);
    expect(refused).toMatch(/\r\nretry-after: \d/i);
    await http.get('/v1/sides').expect(200);
    clients[0]?.socket.destroy();
    while ((await isFull()) !== null);
  });

  test('503 closes a connection beyond those that are answered, health is told on it, and there is room once another is gone', async () => {
    const { app } = await startService('sqlite', { settings: { CONNECTIONS_MAX: '1' } });
    const port = await listeningPort(app);
    const ask = (path: string) => {
      const client = rawClient(port);
      client.send(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`);
      return client;
    };
    const first = ask('/v1/sides');
    expect(await first.answer).toMatch(/^HTTP\/1\.1 200 /);
    const beyond = await ask('/v1/sides').closed;
    expect(beyond).toMatch(/^HTTP\/1\.1 503 /);
    expect(beyond).toMatch(/\r\nretry-after: \d/i);
    expect(beyond).toMatch(/\r\nconnection: close/i);
    const watching = ask('/health/live');
    expect(await watching.answer).toMatch(/^HTTP\/1\.1 200 /);
    for (const { socket } of [first, watching]) socket.destroy();
    for (;;) if (/^HTTP\/1\.1 200 /.test(await ask('/v1/sides').answer)) break;
  });
});
