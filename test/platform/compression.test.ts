import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { startService } from '../support/app.ts';
import { ENGINES } from '../support/database.ts';
import { shared } from '../support/lifetime.ts';
import { record, recordStory } from '../support/record.ts';

const DECODERS = { gzip: gunzipSync, br: brotliDecompressSync, zstd: zstdDecompressSync };
type Asked = { headers?: Record<string, string>; method?: 'GET' | 'POST' | 'PATCH' | 'HEAD'; payload?: object };

describe.each(ENGINES)('answers on %s', (kind) => {
  const service = shared(() => startService(kind, { content: 'demo', settings: { RATE_LIMIT: '500' } }));
  const ask = (url: string, { headers = {}, method = 'GET', payload }: Asked = {}) =>
    service().app.inject({ method, url, headers, ...(payload && { payload }) });

  test.each(['gzip', 'br', 'zstd'] as const)(
    'are compressed by %s where that is accepted, and say so',
    async (encoding) => {
      for (const url of ['/v1/statements', '/v1/claims/blockade/history', '/openapi.json', '/openapi.yaml', '/docs/']) {
        const plain = await ask(url, { headers: { 'accept-encoding': 'identity' } });
        const packed = await ask(url, { headers: { 'accept-encoding': encoding } });
        expect(packed.statusCode, url).toBe(200);
        if (plain.rawPayload.length < 1024) continue;
        expect(packed.headers['content-encoding'], url).toBe(encoding);
        expect(DECODERS[encoding](packed.rawPayload).equals(plain.rawPayload), url).toBe(true);
        expect(packed.rawPayload.length).toBeLessThan(plain.rawPayload.length);
        expect(packed.headers.vary, url).toMatch(/accept-encoding/i);
        expect(plain.headers.vary, url).toMatch(/accept-encoding/i);
        expect(plain.headers['content-encoding']).toBeUndefined();
      }
    },
  );

  test('are plain where they are short, or nothing that is known is accepted', async () => {
    for (const [url, accepted] of [
      ['/v1/outlets?limit=1', 'gzip, br, zstd'],
      ['/v1/statements', ''],
      ['/v1/statements', 'identity'],
      ['/v1/statements', 'compress'],
      ['/v1/statements', 'gzip;q=0'],
    ] as const) {
      const { headers, statusCode } = await ask(url, { headers: { 'accept-encoding': accepted } });
      expect([statusCode, headers['content-encoding']], `${url} ${accepted}`).toEqual([200, undefined]);
    }
  });

  test('304 knows a tag of a compressed answer and of a plain one, and says how the answer varies', async () => {
    const { id } = (await ask('/v1/statements?limit=1')).json().items[0];
    for (const url of ['/v1/statements', `/v1/statements/${id}`, '/v1/claims/blockade/counterclaims']) {
      const plain = await ask(url);
      for (const encoding of ['gzip', 'br', 'zstd']) {
        const packed = await ask(url, { headers: { 'accept-encoding': encoding } });
        const tag = packed.headers.etag as string;
        for (const accepted of [encoding, 'identity']) {
          const again = await ask(url, { headers: { 'accept-encoding': accepted, 'if-none-match': tag } });
          expect(again.statusCode, `${url} ${accepted}`).toBe(304);
          expect(again.rawPayload).toHaveLength(0);
          expect(again.headers.etag).toBe(tag);
          expect(again.headers.vary).toMatch(/accept-encoding/i);
          expect(again.headers['content-encoding']).toBeUndefined();
        }
        expect(tag.startsWith('W/') || tag !== plain.headers.etag).toBe(true);
      }
      const known = { 'accept-encoding': 'gzip', 'if-none-match': plain.headers.etag as string };
      expect((await ask(url, { headers: known })).statusCode).toBe(304);
    }
  });

  test('200 writes what If-Match names by the tag of a compressed answer, and 412 the second time', async () => {
    const story = await recordStory(service());
    const { id } = await record(service(), 'statements', { ...story.isOpen, note: 'n'.repeat(2000) });
    const headers = { authorization: `Bearer ${service().keys.write}`, 'accept-encoding': 'gzip' };
    const { headers: read } = await ask(`/v1/statements/${id}`, { headers });
    expect(read.etag).toMatch(/^"1-[\w-]{20}-gzip"$/);
    const change = {
      method: 'PATCH',
      payload: { cue: 'said' },
      headers: { ...headers, 'if-match': read.etag as string },
    } as const;
    const written = await ask(`/v1/statements/${id}`, change);
    expect([written.statusCode, written.headers['content-encoding']]).toEqual([200, 'gzip']);
    expect((await ask(`/v1/statements/${id}`, change)).statusCode).toBe(412);
    const tag = written.headers.etag as string;
    expect((await ask(`/v1/statements/${id}`, { headers: { ...headers, 'if-none-match': tag } })).statusCode).toBe(304);
  });

  test('are replayed as they were first given, however each is compressed', async () => {
    const { question } = await recordStory(service());
    const payload = { question: question.id, text: 'A claim', note: 'n'.repeat(3000) };
    const sent = (encoding: string) =>
      ask('/v1/claims', {
        ...{ method: 'POST', payload },
        headers: {
          authorization: `Bearer ${service().keys.write}`,
          'idempotency-key': 'packed',
          'accept-encoding': encoding,
        },
      });
    const [first, second, third] = [await sent('gzip'), await sent('br'), await sent('identity')];
    expect([first, second, third].map(({ statusCode }) => statusCode)).toEqual([201, 201, 201]);
    expect(second.headers['idempotency-replayed']).toBe('true');
    const texts = [gunzipSync(first.rawPayload), brotliDecompressSync(second.rawPayload), third.rawPayload];
    expect(new Set(texts.map(String)).size).toBe(1);
  });

  test('are not compressed where events are streamed', async () => {
    await service().app.listen({ port: 0 });
    const address = service().app.server.address() as { port: number };
    const headers = await new Promise<Record<string, unknown>>((resolve, reject) => {
      const sent = request(
        { port: address.port, path: '/v1/changes/stream', headers: { 'accept-encoding': 'gzip, br, zstd' } },
        (answer) => {
          answer.destroy();
          resolve(answer.headers);
        },
      );
      sent.on('error', reject).end();
    });
    expect(headers['content-type']).toMatch(/^text\/event-stream/);
    expect(headers['content-encoding']).toBeUndefined();
  });

  test('tell the limit as draft 11 and as earlier drafts write it', async () => {
    for (const url of ['/v1/sides', '/v1/sides/nowhere', '/v1/nothing']) {
      const { headers } = await ask(url);
      expect(headers['ratelimit-policy']).toBe('"minute";q=500;w=60');
      expect(headers.ratelimit).toBe(`"minute";r=${headers['ratelimit-remaining']};t=${headers['ratelimit-reset']}`);
      expect(headers['ratelimit-limit']).toBe('500');
    }
  });
});

describe.each(ENGINES)('a text that is sent as it is, on %s', (kind) => {
  const service = shared(() => startService(kind));
  const send = (article: string, text: string | Buffer, query = '', type = 'text/plain') =>
    service()
      .as.write.post(`/v1/articles/${article}/snapshots${query}`)
      .set('Content-Type', type)
      .serialize((body: unknown) => body as never)
      .send(text);

  test('201 becomes a snapshot, retrieved when the query says', async () => {
    const { article } = await recordStory(service(), { text: null });
    const text = '\u201cThe weir holds,\u201d\nsaid the keeper. \u{1F6A2}\n';
    const { body } = await send(article.id, text, '?retrievedAt=2024-03-01').expect(201);
    expect(body).toMatchObject({ number: 1, retrievedAt: '2024-03-01', length: [...text].length });
    const stored = await service().as.read.get(`/v1/articles/${article.id}/snapshots/1`).expect(200);
    expect(stored.body.text).toBe(text);
    await send(article.id, text, '', 'text/plain; charset=UTF-8').expect(200);
    const later = { text: 'Another text', retrievedAt: '2024-04' };
    const json = service().as.write.post(`/v1/articles/${article.id}/snapshots?retrievedAt=2024-05`).send(later);
    expect((await json.expect(201)).body.retrievedAt).toBe('2024-04');
  });

  test.each([
    ['nothing', '', '', 'text/plain', 400],
    ['white space', ' \n', '', 'text/plain', 400],
    ['bytes that are not UTF-8', Buffer.from([0x61, 0xff]), '', 'text/plain', 400],
    ['another charset', 'a', '', 'text/plain; charset=latin1', 415],
    ['a date that is none', 'a', '?retrievedAt=soon', 'text/plain', 400],
    ['a query that is not known', 'a', '?title=a', 'text/plain', 400],
    ['a text that is too long', 'a'.repeat(1024 * 1024 + 1), '', 'text/plain', 413],
    ['a page', '<p>a</p>', '', 'text/html', 415],
  ] as const)('is refused where it is %s, and nothing is kept', async (_name, text, query, type, status) => {
    const { article } = await recordStory(service(), { text: null });
    await send(article.id, text, query, type).expect(status);
    expect((await service().http.get(`/v1/articles/${article.id}`)).body.snapshots).toBe(0);
  });
});
