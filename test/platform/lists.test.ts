import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import pino from 'pino';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { entityShape } from '../../src/kernel/entity.ts';
import { idFromKey } from '../../src/kernel/id.ts';
import { pageOf } from '../../src/kernel/page.ts';
import { Cursors } from '../../src/platform/cursor.ts';
import type { Format, ListFormat } from '../../src/platform/http/format.ts';
import type { Http } from '../../src/platform/http/http.ts';
import type { Paging } from '../../src/platform/http/list.ts';
import { type Answering, resource } from '../../src/platform/http/resource.ts';
import { httpServer } from '../../src/platform/http/server.ts';
import { NOTHING_NEEDED } from '../../src/platform/loop-turns.ts';
import { whenDone } from '../support/lifetime.ts';

const Stone = z.strictObject({ ...entityShape('side'), weight: z.int(), words: z.string() }).meta({ id: 'Stone' });
type Stone = z.infer<typeof Stone>;

const AT = '2024-01-01T00:00:00.000Z';
const WORDS = 'x'.repeat(10_000);

function stoneAt(weight: number): Stone {
  return { id: idFromKey('side', weight), revision: 1, createdAt: AT, updatedAt: AT, weight, words: WORDS };
}

const plain: Format<Stone> = {
  mediaType: 'text/plain',
  name: 'plain',
  write: ({ weight }, { base, url }) => `${weight} at ${base}${url}`,
};
const feed: ListFormat<Stone> = {
  mediaType: 'application/x-feed',
  name: 'feed',
  takes: 'newest',
  async *writeList(stones) {
    for await (const { weight } of stones) yield `${weight};`;
  },
};
const breaking: ListFormat<Stone> = {
  mediaType: 'application/x-broken',
  name: 'broken',
  takes: 'all',
  async *writeList(stones) {
    for await (const { weight, words } of stones) {
      if (weight === 300) throw new Error('This stone cannot be written.');
      yield words;
    }
  },
};

/** A room of stones that are in no database, and how many pages of them were read. */
async function startStones({
  n,
  formats = {},
}: {
  n: number;
  formats?: { one?: Format<Stone>[]; list?: ListFormat<Stone>[] };
}) {
  const app: Http = await httpServer({
    logger: pino({ level: 'silent' }),
    trustProxy: false,
    publicUrl: '',
    corsOrigin: undefined,
    waitMaxMs: 0,
    connectionsMax: 4_000,
    database: NOTHING_NEEDED,
    checkAnswers: true,
  });
  whenDone(() => app.close());
  const read = { pages: 0 };
  const answering: Answering<null, null> = {
    cursors: new Cursors('secret'),
    publicUrl: '',
    baseOf: () => '',
    callerOf: () => null,
    byOf: () => null,
    trail: {
      line: Stone,
      history: async () => ({ items: [], next: null }),
      asOf: async () => stoneAt(1),
    },
  };
  const refuse = async () => {
    throw new Error('Stones stay as they are.');
  };
  resource(app, answering, {
    path: 'stones',
    names: ['stone', 'stones'],
    brief: ['id'],
    shape: Stone,
    fresh: z.strictObject({ weight: z.int() }),
    filter: {},
    formats,
    async list(_filter, { limit, after }: Paging) {
      read.pages += 1;
      const start = after === null ? 0 : Number(after[0]);
      const end = Math.min(start + limit, n);
      const items = Array.from({ length: end - start }, (_, at) => stoneAt(start + at + 1));
      return { items, next: end < n ? [String(end)] : null };
    },
    newest: async (_filter, limit) => Array.from({ length: Math.min(limit, n) }, (_, at) => stoneAt(n - at)),
    get: async (reference) => stoneAt(Number(reference)),
    create: refuse,
    revise: refuse,
    remove: refuse,
  });
  app.get('/ping', { schema: { response: { 200: z.strictObject({ ok: z.boolean() }) } } }, async () => ({ ok: true }));
  await app.listen({ host: '127.0.0.1', port: 0 });
  return { app, read, port: (app.server.address() as AddressInfo).port };
}

/** Asks for all stones over a connection of its own, and reads nothing of the answer yet. */
async function askFor(port: number, accept = 'application/x-ndjson') {
  const socket = connect(port, '127.0.0.1');
  await once(socket, 'connect');
  socket.pause();
  socket.write(`GET /stones HTTP/1.1\r\nHost: a\r\nAccept: ${accept}\r\n\r\n`);
  return socket;
}

/** Others are answered meanwhile: so much time passes that a list which is not held back would have been read. */
async function answerOthers(port: number, times: number): Promise<void> {
  for (let at = 0; at < times; at += 1) {
    expect(await (await fetch(`http://127.0.0.1:${port}/ping`)).json()).toEqual({ ok: true });
  }
}

test('a list is read no further than its reader reads, and others are answered meanwhile', async () => {
  const { read, port } = await startStones({ n: 20_000 });
  const socket = await askFor(port);
  await answerOthers(port, 300);
  const before = read.pages;
  // A page is 2 MB; what the sockets of both ends hold is some of them.
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(20);
  await answerOthers(port, 100);
  expect(read.pages).toBe(before);
  let bytes = 0;
  socket.on('data', (data) => {
    bytes += data.length;
    if (bytes > 60_000_000) socket.destroy();
  });
  await once(socket.resume(), 'close');
  expect(read.pages).toBeGreaterThan(before);
});

test('a list is read no further once its reader has gone', async () => {
  const { app, read, port } = await startStones({ n: 20_000 });
  const socket = await askFor(port);
  socket.resume();
  await once(socket, 'data');
  expect(app.streams.size).toBe(1);
  socket.destroy();
  while (app.streams.size > 0) await answerOthers(port, 1);
  const after = read.pages;
  await answerOthers(port, 50);
  expect(read.pages).toBe(after);
  expect(after).toBeLessThan(100);
});

test('a list of many pages is whole, and a page with a limit reads one', async () => {
  const { read, port } = await startStones({ n: 1_000 });
  const answer = await fetch(`http://127.0.0.1:${port}/stones?format=ndjson`);
  const weights = (await answer.text())
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line).weight);
  expect(weights).toEqual(Array.from({ length: 1_000 }, (_, at) => at + 1));
  expect(read.pages).toBe(5);
  const page = await fetch(`http://127.0.0.1:${port}/stones?format=ndjson&limit=3`);
  expect([(await page.text()).split('\n').length, read.pages]).toEqual([4, 6]);
});

test('a list that breaks off in the middle is not taken for a whole one, nor one that the stop of the service ends', async () => {
  const { app, port } = await startStones({ n: 20_000, formats: { list: [breaking] } });
  const broken = await fetch(`http://127.0.0.1:${port}/stones?format=broken`);
  expect(broken.status).toBe(200);
  await expect(broken.text()).rejects.toThrow();
  const socket = await askFor(port);
  const chunks: Buffer[] = [];
  await once(socket.resume(), 'data');
  socket.on('data', (data) => chunks.push(data));
  const closed = once(socket, 'close');
  await app.close();
  await closed;
  // The last chunk, of no bytes, says that an answer is whole.
  expect(Buffer.concat(chunks).toString('latin1').endsWith('0\r\n\r\n')).toBe(false);
});

test('503 refuses more lists at once than there may be', async () => {
  const { app, port } = await startStones({ n: 20_000 });
  const sockets = await Promise.all(Array.from({ length: 100 }, () => askFor(port)));
  while (app.streams.size < 100) await answerOthers(port, 1);
  const refused = await fetch(`http://127.0.0.1:${port}/stones?format=ndjson`);
  expect([refused.status, refused.headers.get('content-type')]).toEqual([503, 'application/problem+json']);
  expect((await fetch(`http://127.0.0.1:${port}/stones`)).status).toBe(200);
  for (const socket of sockets) socket.destroy();
});

test('a feed has the newest 50, or as many as are asked for, the newest first', async () => {
  const { app } = await startStones({ n: 1_000, formats: { list: [feed] } });
  const weights = async (url: string) => {
    const answer = await app.inject({ url, headers: { accept: 'application/x-feed' } });
    expect(answer.headers['content-type']).toBe('application/x-feed');
    return answer.body.split(';').slice(0, -1).map(Number);
  };
  expect(await weights('/stones')).toEqual(Array.from({ length: 50 }, (_, at) => 1_000 - at));
  expect(await weights('/stones?limit=200')).toHaveLength(50);
  expect(await weights('/stones?limit=2')).toEqual([1_000, 999]);
  expect((await app.inject('/stones?format=feed&cursor=x')).json().errors[0].pointer).toBe('cursor');
});

test('an entity is written in the format that a room gives it, under a tag of its own', async () => {
  const { app } = await startStones({ n: 10, formats: { one: [plain] } });
  const text = await app.inject({ url: '/stones/7?format=plain', headers: { host: 'stones.example' } });
  expect([text.statusCode, text.headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8']);
  expect(text.body).toBe('7 at http://stones.example/stones/7?format=plain');
  expect(text.headers.etag).toMatch(/^"1-/);
  const json = await app.inject('/stones/7');
  expect(json.json().weight).toBe(7);
  expect(json.headers.etag).not.toBe(text.headers.etag);
  const same = { 'if-none-match': String(json.headers.etag), accept: 'text/plain' };
  expect((await app.inject({ url: '/stones/7', headers: same })).statusCode).toBe(200);
  expect(pageOf(Stone).safeParse((await app.inject('/stones')).json()).success).toBe(true);
});
