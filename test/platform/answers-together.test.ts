import { setImmediate as nextRound } from 'node:timers/promises';
import Fastify from 'fastify';
import { expect, onTestFinished, test } from 'vitest';
import { answerTogether } from '../../src/platform/http/answers-together.ts';
import type { Http } from '../../src/platform/http/http.ts';

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
