import { Agent, request } from 'node:http';
import { connect, createServer } from 'node:net';
import { pino } from 'pino';
import { expect, onTestFinished, test } from 'vitest';
import { createKey } from '../../src/access/store.ts';
import { buildApp } from '../../src/app.ts';
import { openDatabase } from '../../src/database.ts';
import { readConfig } from '../../src/platform/config.ts';
import { freePort, listenOn } from '../../src/platform/http/listening.ts';
import { freshDatabase } from '../support/database.ts';

const HERE = { host: '127.0.0.1', port: 0 };
const AT_ONCE = 96;

async function unlistened() {
  const engine = await openDatabase(await freshDatabase('sqlite'));
  const config = readConfig({ RATE_LIMIT: '0', WAIT_MAX_MS: '0', LOG_LEVEL: 'silent' });
  const app = await buildApp(engine, config, pino({ level: 'silent' }));
  onTestFinished(() => app.close());
  return { app, engine };
}

async function listening() {
  const service = await unlistened();
  const url = await listenOn(service.app, HERE);
  return { ...service, url, port: Number(new URL(url).port) };
}

test.runIf(process.platform === 'linux')(
  'those who connect at once are taken on in a few rounds of the loop',
  async () => {
    const { app, port } = await listening();
    const taken = Promise.withResolvers<void>();
    const rounds = new Set<number>();
    let [round, count] = [0, 0];
    const counting = () => {
      round += 1;
      if (count < AT_ONCE) setImmediate(counting);
    };
    app.server.on('connection', () => {
      rounds.add(round);
      count += 1;
      if (count === AT_ONCE) taken.resolve();
    });
    const clients = Array.from({ length: AT_ONCE }, () => connect(port, HERE.host));
    onTestFinished(() => {
      for (const client of clients) client.destroy();
    });
    setImmediate(counting);
    await taken.promise;
    expect(rounds.size).toBeLessThan(AT_ONCE / 4);
  },
);

test('a place where somebody listens is refused, and nobody else is let in beside', async () => {
  const { port } = await listening();
  const { app } = await unlistened();
  await expect(listenOn(app, { ...HERE, port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  const other = createServer();
  const refused = new Promise((_, reject) => other.once('error', reject));
  other.listen(port, HERE.host);
  await expect(refused).rejects.toMatchObject({ code: 'EADDRINUSE' });
});

test('of two that start at once on one port one is refused', async () => {
  const [one, other] = [await unlistened(), await unlistened()];
  const { port } = await listening();
  await expect(listenOn(one.app, { ...HERE, port })).rejects.toMatchObject({ code: 'EADDRINUSE' });
  const free = await freePort(HERE.host);
  const again = await unlistened();
  const started = await Promise.allSettled([other, again].map(({ app }) => listenOn(app, { ...HERE, port: free })));
  expect(started.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const refused = started.find((result) => result.status === 'rejected');
  expect(refused?.reason).toMatchObject({ code: 'EADDRINUSE' });
});

test('whoever sends nothing, or no whole request, keeps no service from stopping', async () => {
  const { app, port } = await listening();
  const arrived = Promise.withResolvers<void>();
  let count = 0;
  app.server.on('connection', () => {
    count += 1;
    if (count === 2 * AT_ONCE) arrived.resolve();
  });
  const clients = Array.from({ length: AT_ONCE }, () => ['', 'GET /v1/sides HTTP/1.1\r\nHost: x\r\nX-']).flat();
  const closed = clients.map(
    (text) =>
      new Promise<void>((resolve) => {
        const socket = connect(port, HERE.host, () => void (text !== '' && socket.write(text)));
        socket.once('error', () => {});
        socket.resume().once('close', () => resolve());
      }),
  );
  await arrived.promise;
  await app.close();
  await Promise.all(closed);
});

test('what was taken on is answered before the service has stopped, over whichever socket it came', async () => {
  const { app, engine, url, port } = await listening();
  const { key } = await engine.write((tx) => createKey(tx, { name: 'writes', scope: 'write', expiresAt: null }));
  const going = Promise.withResolvers<void>();
  onTestFinished(() => going.resolve());
  const held = engine.write(() => going.promise);
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  const authorized = Promise.withResolvers<void>();
  let begun = 0;
  app.server.on('request', () => {
    begun += 1;
    if (begun === AT_ONCE) setImmediate(authorized.resolve);
  });
  const statuses = Array.from({ length: AT_ONCE }, (_, n) => postSide(`${url}/v1/sides`, `Side ${n}`, key, agent));
  await authorized.promise;
  const closed = app.close();
  await untilRefused(port);
  going.resolve();
  expect(new Set(await Promise.all(statuses))).toEqual(new Set([201]));
  await Promise.all([held, closed]);
});

function postSide(url: string, name: string, key: string, agent: Agent): Promise<number | undefined> {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers }, (answer) => {
      answer.resume().once('end', () => resolve(answer.statusCode));
    });
    sent.once('error', reject).end(JSON.stringify({ name }));
  });
}

/** Resolves once nobody listens any more; those who are let in before that are hung up on. */
async function untilRefused(port: number): Promise<void> {
  let code: string | undefined;
  while (code !== 'ECONNREFUSED')
    code = await new Promise((resolve) => {
      const socket = connect(port, HERE.host, () => {
        socket.destroy();
        resolve(undefined);
      });
      socket.once('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    });
}
