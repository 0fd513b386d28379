import { once } from 'node:events';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { expect, test } from 'vitest';
import { quoteRoutes } from '../../../src/analysis/quotes/routes.ts';
import { httpServer } from '../../../src/platform/http/server.ts';
import { NOTHING_NEEDED } from '../../../src/platform/loop-turns.ts';
import { quoteChecker } from '../../../src/text/quotes/checker.ts';
import { startService } from '../../support/app.ts';
import { freshEngine } from '../../support/database.ts';
import { whenDone } from '../../support/lifetime.ts';

/** Words that resemble each other, so that looking a long quote up among them is dear. */
function wordsOf(count: number, step: number): string {
  return Array.from({ length: count }, (_, at) => `bar${(at * step) % 97}n`).join(' ');
}

const LONG_TEXT = wordsOf(170_000, 7).slice(0, 1_000_000);
const LONG_QUOTE = wordsOf(2_000, 11).slice(0, 9_000);

/** A hundred such quotations against long texts: as much work as one check may be. */
const DEAR = JSON.stringify({
  text: Array.from({ length: 100 }, (_, at) => `He said: “${wordsOf(1_500, at + 11).slice(0, 9_000)}”`).join('\n\n'),
  texts: Array.from({ length: 4 }, () => ({ text: LONG_TEXT })),
});

test('200 answers who comes after many whose clients have hung up', { timeout: 20_000 }, async () => {
  const service = await startService('sqlite');
  await service.app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = service.app.server.address() as AddressInfo;
  const arrived: Promise<unknown>[] = [];
  service.app.server.on('request', (message) => arrived.push(once(message, 'end')));
  const clients = Array.from({ length: 6 }, () => {
    const headers = { 'content-type': 'application/json' };
    const client = request({ port, path: '/v1/quotes/check', method: 'POST', headers });
    client.on('error', () => {});
    client.end(DEAR);
    return client;
  });
  while (arrived.length < clients.length) await once(service.app.server, 'request');
  await Promise.all(arrived);
  for (const client of clients) client.destroy();
  // Beside those that were hung up on there is no room for as much again.
  const texts = Array.from({ length: 5 }, () => ({ text: LONG_TEXT }));
  const ask = () => service.http.post('/v1/quotes/check').send({ text: '“One two three.”', texts });
  let answer = await ask();
  while (answer.status === 503) answer = await ask();
  expect(answer.body.counts['not-found']).toBe(1);
});

const LIMITS = { waitMaxMs: 0, connectionsMax: 4_000, database: NOTHING_NEEDED };

test('503 with Retry-After refuses a check at once while as many are taken on as may be', async () => {
  const checker = quoteChecker();
  whenDone(() => checker.close());
  const settings = { logger: pino({ level: 'silent' }), trustProxy: false, publicUrl: '', corsOrigin: undefined };
  const http = await httpServer({ ...settings, ...LIMITS, checkAnswers: false });
  whenDone(() => http.close());
  const engine = await freshEngine('sqlite');
  quoteRoutes({ http, engine, checker }, { publicText: true });
  const { promise, resolve } = Promise.withResolvers<void>();
  const held = Array.from({ length: 100 }, () => checker.admitted(10, undefined, () => promise));
  const asked = {
    method: 'POST' as const,
    url: '/quotes/check',
    payload: { text: '“One two three.”', texts: [{ text: 'One two three.' }] },
  };
  const refused = await http.inject(asked);
  expect([refused.statusCode, refused.headers['retry-after']]).toEqual([503, '1']);
  const long = { method: 'POST' as const, url: '/quotes/verify', payload: { text: LONG_TEXT, quote: LONG_QUOTE } };
  expect((await http.inject(long)).statusCode).toBe(503);
  resolve();
  await Promise.all(held);
  expect((await http.inject(asked)).statusCode).toBe(200);
});
