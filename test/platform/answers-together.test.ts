import { once } from 'node:events';
import { setImmediate as nextRound } from 'node:timers/promises';
import Fastify from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { answerTogether } from '../../src/platform/http/answers-together.ts';
import type { Http } from '../../src/platform/http/http.ts';
import { startService } from '../support/app.ts';
import { listeningPort, rawClient } from '../support/raw.ts';

/** An application that tells in which order its answers are ready and sent, and when the event loop's next round began. */
async function answering() {
  const order: string[] = [];
  const app = Fastify() as unknown as Http;
  answerTogether(app);
  app.addHook('onResponse', (request, _reply, done) => {
    order.push(`${request.url} sent`);
    done();
  });
  for (const path of ['/a', '/b', '/c', '/health/live'])
    app.get(path, (_request, reply) => {
      order.push(`${path} ready`);
      setImmediate(() => order.push('next round'));
      reply.send({});
    });
  app.get('/not-to-be-sent', (_request, reply) => {
    reply.header('x-name', '中').send({});
  });
  await app.ready();
  onTestFinished(() => app.close());
  const ask = async (...paths: string[]) => {
    const answers = await Promise.all(paths.map((url) => app.inject(url)));
    await nextRound();
    return answers.map(({ statusCode }) => statusCode);
  };
  return {
    ask,
    async orderOf(...paths: string[]) {
      order.length = 0;
      await ask(...paths);
      return [...order];
    },
  };
}

test('answers of one round are sent one after another, once all of them are ready', async () => {
  const { ask, orderOf } = await answering();
  await ask('/a', '/b', '/c');
  const order = await orderOf('/a', '/b', '/c');
  expect(order.filter((one) => one !== 'next round')).toEqual([
    ...['/a', '/b', '/c'].map((path) => `${path} ready`),
    ...['/a', '/b', '/c'].map((path) => `${path} sent`),
  ]);
});

test('an answer waits for no others where one client asks at a time, nor one for those who watch the service', async () => {
  const { ask, orderOf } = await answering();
  await ask('/a', '/b');
  expect(await orderOf('/health/live')).toEqual(['/health/live ready', '/health/live sent', 'next round']);
  expect(await orderOf('/a')).toEqual(['/a ready', 'next round', '/a sent']);
  for (let asked = 0; asked < 10; asked += 1) await ask('/a');
  expect(await orderOf('/a')).toEqual(['/a ready', '/a sent', 'next round']);
});

test('one that cannot be sent is 500 and keeps no other from being sent', async () => {
  const { ask } = await answering();
  for (let round = 0; round < 2; round += 1) {
    expect(await ask('/a', '/not-to-be-sent', '/b')).toEqual([200, 500, 200]);
  }
});

const REQUEST = 'GET /v1/sides HTTP/1.1\r\nHost: a\r\n\r\n';

/** A service whose answer is one that was kept, and which holds what is ready, since two have just asked it at once. */
async function holding() {
  const { app } = await startService('sqlite');
  const port = await listeningPort(app);
  const clients = [rawClient(port), rawClient(port)] as const;
  for (const client of clients) client.send(REQUEST);
  await Promise.all(clients.map(({ answer }) => answer));
  const again = clients.map(({ socket }) => once(socket, 'data'));
  for (const client of clients) client.send(REQUEST);
  await Promise.all(again);
  return { app, clients };
}

function statusesIn(received: string): (string | undefined)[] {
  return [...received.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status);
}

test('a whole request is answered before what cannot be read behind it is refused', async () => {
  const { clients } = await holding();
  clients[0].send(`${REQUEST}no request\r\n\r\n`);
  expect(statusesIn(await clients[0].closed).slice(0, 3)).toEqual(['200', '200', '200']);
});

test('a connection whose answer was ready when the service was told to stop is closed once it has it', async () => {
  const { app, clients } = await holding();
  const { promise: closing, resolve } = Promise.withResolvers<void>();
  app.server.once('request', () => resolve(app.close()));
  for (const client of clients) client.send(REQUEST);
  const received = await Promise.all(clients.map(async ({ closed }) => statusesIn(await closed)));
  expect(received).toContainEqual(['200', '200', '200']);
  await closing;
});
