import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeUtf8, parseJson } from '../src/kernel/json.ts';
import { startService } from './support/app.ts';
import { ENGINES } from './support/database.ts';
import { shared } from './support/lifetime.ts';
import { changesBy, record, recordStory } from './support/record.ts';

/** A text whose characters stand for bytes. */
const bytes = (latin1: string) => Buffer.from(latin1, 'latin1');
const NDJSON = 'application/x-ndjson';

describe.each(ENGINES)('bytes of a request on %s', (kind) => {
  const service = shared(() => startService(kind));

  async function send(path: string, payload: Buffer | string, headers: Record<string, string> = {}, method = 'POST') {
    const authorization = `Bearer ${service().keys.admin}`;
    return service().app.inject({
      method: method as 'POST',
      url: `/v1/${path}`,
      headers: { authorization, 'content-type': 'application/json', 'if-match': '*', ...headers },
      payload,
    });
  }

  test.each([
    ['Latin-1', 'Gar\xe7on'],
    ['what no encoding has', '\xff\xfe'],
    ['an overlong slash', '\xc0\xaf'],
    ['half of a surrogate pair', '\xed\xa0\x80'],
    ['a character that is cut off', '\xe2\x82'],
  ])('400 refuses %s in every body, and nothing is written', async (_name, text) => {
    const { article, isOpen } = await recordStory(service());
    const written = await changesBy(service(), async () => {
      for (const [path, body, method] of [
        ['sides', { name: 'PLACE' }, 'POST'],
        ['statements', { ...isOpen, quoteType: 'indirect', quote: 'PLACE' }, 'POST'],
        [`articles/${article.id}/snapshots`, { text: 'PLACE' }, 'POST'],
        [`articles/${article.id}`, { title: 'PLACE' }, 'PATCH'],
        ['quotes/verify', { text: 'PLACE', quote: 'a' }, 'POST'],
        ['quotes/check', { text: 'PLACE' }, 'POST'],
      ] as const) {
        const answer = await send(path, bytes(JSON.stringify(body).replace('PLACE', text)), {}, method);
        expect(answer.statusCode, path).toBe(400);
        expect(answer.json(), path).toMatchObject({
          code: 'invalid',
          errors: [{ pointer: '', detail: 'is not UTF-8' }],
        });
      }
      const answer = await send('sides', '{"name":"North"}', { 'change-comment': text });
      expect(answer.statusCode).toBe(400);
      expect(answer.json()).toMatchObject({ code: 'invalid', errors: [{ pointer: 'Change-Comment' }] });
    });
    expect(written).toEqual([]);
  });

  test('415 refuses a charset that is not UTF-8, and takes those that are', async () => {
    for (const charset of ['windows-1252', 'iso-8859-1', 'utf-16', '"latin1"']) {
      for (const [path, type] of [
        ['sides', 'application/json'],
        ['imports?format=record', NDJSON],
      ] as const) {
        const answer = await send(path, '{"name":"N"}', { 'content-type': `${type}; charset=${charset}` });
        expect(answer.statusCode, charset).toBe(415);
        expect(answer.json()).toMatchObject({ code: 'unsupported-media-type' });
      }
    }
    for (const charset of ['utf-8', 'UTF-8', '"utf-8"', 'us-ascii']) {
      const answer = await send('sides', '{"name":"N"}', { 'content-type': `application/json; charset=${charset}` });
      expect(answer.statusCode, charset).toBe(201);
    }
  });

  test('415 refuses a Content-Encoding, and Accept-Encoding says what is taken', async () => {
    for (const coding of ['gzip', 'br', 'gzip, gzip']) {
      for (const body of ['{"name":"N"}', gzipSync('{"name":"N"}')]) {
        const answer = await send('sides', body, { 'content-encoding': coding });
        expect(answer.statusCode).toBe(415);
        expect(answer.headers['accept-encoding']).toBe('identity');
        expect(answer.json()).toMatchObject({ code: 'unsupported-media-type' });
      }
    }
    expect((await send('sides', '{"name":"N"}', { 'content-encoding': 'identity' })).statusCode).toBe(201);
    const other = await send('imports?format=record', 'x', { 'content-type': NDJSON, 'content-encoding': 'br' });
    expect(other.statusCode).toBe(415);
    expect(other.headers['accept-encoding']).toBe('gzip, identity');
  });

  test('202 takes an import that is gzipped, and 400 refuses one that only says so', async () => {
    const line = JSON.stringify({ type: 'side', slug: 'packed', name: 'Packed' });
    const headers = { 'content-type': NDJSON, 'content-encoding': 'gzip' };
    const job = await send('imports?format=record', gzipSync(`${line}\n`), headers);
    expect(job.statusCode).toBe(202);
    await ended(job.json().id);
    await service().http.get('/v1/sides/packed').expect(200);
    for (const body of [line, gzipSync(line).subarray(0, 20)]) {
      const answer = await send('imports?format=record', body, headers);
      expect(answer.statusCode).toBe(400);
      expect(answer.json()).toMatchObject({ code: 'invalid', errors: [{ pointer: '' }] });
    }
  });

  test('400 refuses an import without a body, with a media type or without', async () => {
    for (const query of ['', '&dryRun=true']) {
      for (const headers of [{}, { 'content-type': NDJSON }]) {
        const { app, keys } = service();
        const answer = await app.inject({
          method: 'POST',
          url: `/v1/imports?format=record${query}`,
          headers: { authorization: `Bearer ${keys.write}`, ...headers },
        });
        expect(answer.statusCode, JSON.stringify(headers)).toBe(400);
        expect(answer.json()).toMatchObject({ code: 'invalid', errors: [{ pointer: '', detail: 'is missing' }] });
      }
    }
    const csv = await send('imports?format=record', 'a,b', { 'content-type': 'text/csv' });
    expect(csv.json().detail).toContain('application/x-ndjson');
  });

  test('rejected is a line that is not UTF-8 or names a member twice; the others are read', async () => {
    const lines = [
      '{"type":"side","slug":"read-1","name":"A line\u2028in a name is no end of a line".}',
      '{"type":"side","slug":"read-2","name":"Gar\xe7on"}',
      '{"type":"side","slug":"read-3","name":"N","name":"M"}',
      '{"type":"side","slug":"read-4","name":"Last"}\r',
      '{"type":"outlet","slug":"read-5","name":"O","homepage":"https://a.example/\\u2028"}',
    ];
    const job = await send('imports?format=record', bytes(lines.join('\n')), { 'content-type': NDJSON });
    const { errors, created } = await ended(job.json().id);
    expect(errors.map(({ line, pointer }: { line: number; pointer: string }) => [line, pointer])).toEqual([
      [1, ''],
      [2, ''],
      [3, '/name'],
    ]);
    expect(created).toBe(2);
  });

  test('any media type is taken of a request that needs no body, and any body', async () => {
    const story = await recordStory(service());
    const statement = await record(service(), 'statements', story.isOpen);
    for (const type of ['application/json', 'text/plain', 'application/x-www-form-urlencoded']) {
      for (const body of ['', '{}', 'not JSON']) {
        const headers = { 'content-type': type };
        const side = await record(service(), 'sides', { name: 'Short-lived' });
        expect((await send(`sides/${side.id}`, body, headers, 'DELETE')).statusCode, type).toBe(204);
        expect((await send(`statements/${statement.id}`, body, headers, 'DELETE')).statusCode, type).toBe(204);
        expect((await send(`statements/${statement.id}/restore`, body, headers)).statusCode, type).toBe(200);
        const merge = JSON.stringify({ into: story.open.id });
        expect((await send(`claims/${story.shut.id}/merge`, merge)).statusCode).toBe(200);
        expect((await send(`claims/${story.shut.id}/unmerge`, body, headers)).statusCode, type).toBe(200);
      }
    }
  });

  test('400 names the member that stands twice, and the place where JSON breaks off', async () => {
    const faultsOf = async (body: string) => (await send('statements', body)).json().errors;
    expect(await faultsOf('{"a":1,"quote":"x","quote":"y"}')).toMatchObject([{ pointer: '/quote' }]);
    expect(await faultsOf('{"stances":[{},{"claim":"a","cl\\u0061im":"b"}]}')).toMatchObject([
      { pointer: '/stances/1/claim' },
    ]);
    expect(await faultsOf('{"quote":\n  "x" "y"}')).toMatchObject(
      [{ pointer: '', detail: /line 2, column 7/ }].map(({ pointer }) => ({
        pointer,
        detail: expect.stringContaining('line 2, column 7'),
      })),
    );
    expect(await faultsOf('{"quote":')).toMatchObject([{ pointer: '', detail: expect.stringContaining('too early') }]);
    expect(await faultsOf('')).toMatchObject([{ pointer: '', detail: 'is missing' }]);
  });

  async function ended(id: string) {
    const job = () => service().as.write.get(`/v1/imports/${id}`);
    await expect.poll(async () => (await job()).body.state, { timeout: 20_000 }).toMatch(/done|failed/);
    return (await job()).body;
  }
});

describe('what is read of bytes', () => {
  test('every text is read from its UTF-8 as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const well = text.toWellFormed();
        expect(decodeUtf8(Buffer.from(`\uFEFF${well}`))).toBe(well);
      }),
    );
  });

  test('every value is read from JSON as it was written, and refused once a member is repeated', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(undefined, 2), (value, space) => {
        const text = JSON.stringify(value, null, space);
        if (text.includes('"__proto__":')) return;
        expect(parseJson(text, 'body')).toEqual(JSON.parse(text));
        expect(() => parseJson(`[{"a":${text},"b":[],"a":0}]`, 'body')).toThrow('/0/a stands there twice');
      }),
    );
  });
});
