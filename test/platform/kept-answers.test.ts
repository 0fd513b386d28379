import Fastify from 'fastify';
import pino from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { buildApp } from '../../src/app.ts';
import { openDatabase } from '../../src/database.ts';
import { readConfig } from '../../src/platform/config.ts';
import { tagAnswers } from '../../src/platform/http/conditional.ts';
import type { Http } from '../../src/platform/http/http.ts';
import { keepAnswers } from '../../src/platform/http/kept-answers.ts';
import { type Service, startService } from '../support/app.ts';
import { ENGINES, freshEngine } from '../support/database.ts';
import { record, recordStory, revise } from '../support/record.ts';

type Asked = { url: string; method?: 'GET' | 'HEAD'; headers?: Record<string, string> };

/** All of an answer but what is of the moment. */
async function answerOf({ app }: Pick<Service, 'app'>, asked: Asked) {
  const { statusCode, headers, rawPayload } = await app.inject(asked);
  const { 'x-request-id': id, date: _, connection: _c, ...told } = headers;
  // What is long is compressed while it is sent for the first time, and its length is known later.
  if (told['content-encoding'] !== undefined) {
    delete told['content-length'];
    delete told['transfer-encoding'];
  }
  expect(id).toMatch(/^[\da-f-]{36}$/);
  return { statusCode, headers: told, payload: rawPayload.toString('base64') };
}

let fresh = 0;

/** The same, read anew: nobody has accepted this before. */
function readAnew(service: Pick<Service, 'app'>, { headers, ...asked }: Asked) {
  fresh += 1;
  return answerOf(service, { ...asked, headers: { ...headers, accept: `application/json, nobody/${fresh}` } });
}

/** Another process's service on the same database. */
async function another({ database }: Service): Promise<Pick<Service, 'app'>> {
  const config = readConfig({ RATE_LIMIT: '0', WAIT_MAX_MS: '0', LOG_LEVEL: 'silent' });
  const app = await buildApp(await openDatabase(database), config, pino({ level: 'silent' }));
  onTestFinished(() => app.close());
  await app.ready();
  return { app };
}

describe.each(ENGINES)('an answer from the record on %s', (kind) => {
  test('200 is never older than the last write, whichever process wrote', async () => {
    const service = await startService(kind);
    const other = await another(service);
    const { isOpen, isShut, open, shut, anna, dispute, question } = await recordStory(service);
    const said = await record(service, 'statements', isOpen);
    const urls = [
      ...[`statements/${said.id}`, 'statements', `statements?speaker=${anna.slug}`, 'statements?count=true'],
      ...[`claims/${open.id}`, 'claims', `speakers/${anna.id}`, `speakers/${anna.id}/positions`, 'search?q=gates'],
      ...[`comparisons/claims?claim=${open.id}&claim=${shut.id}`, 'comparisons/terms?term=gates&term=key'],
      ...[`disputes/${dispute.id}/positions`, `disputes/${dispute.id}/balance`, `pairs?question=${question.id}`],
      ...[`statements/${said.id}/history`, `statements/${said.id}/thread`, 'changes?order=desc', 'drift'],
    ].map((path) => `/v1/${path}`);
    const by = ({ app }: Pick<Service, 'app'>, method: 'POST' | 'PATCH' | 'DELETE', path: string, payload?: object) =>
      app.inject({
        method,
        url: `/v1/${path}`,
        headers: { authorization: `Bearer ${service.keys.write}`, 'if-match': '*', 'change-comment': 'a test' },
        ...(payload && { payload }),
      });
    const writes = [
      () => by(other, 'PATCH', `speakers/${anna.id}`, { name: 'Anna Renamed' }),
      () => by(service, 'POST', 'statements', isShut),
      () => by(other, 'PATCH', `statements/${said.id}`, { context: 'At the gates' }),
      () => by(service, 'PATCH', `claims/${open.id}`, { terms: ['gates'] }),
      () => by(other, 'DELETE', `statements/${said.id}`),
    ];
    for (const write of writes) {
      for (const url of urls) await answerOf(service, { url });
      expect((await write()).statusCode).toBeLessThan(300);
      for (const url of urls) {
        const told = await answerOf(service, { url });
        expect(told, url).toEqual(await readAnew(service, { url }));
        expect(await answerOf(service, { url }), url).toEqual(told);
      }
    }
  });

  test('200 shows drafts to keys that may write and to nobody else, whoever asked first', async () => {
    const service = await startService(kind);
    const { isOpen, isShut } = await recordStory(service);
    const shown = await record(service, 'statements', isShut);
    const draft = await record(service, 'statements', {
      ...isOpen,
      status: 'draft',
      rebuts: [{ statement: shown.id, kind: 'denial' }],
    });
    const seen = async (key: 'read' | 'write' | 'admin' | null) => {
      const headers = { ...(key && { authorization: `Bearer ${service.keys[key]}` }) };
      const answers = [`/v1/statements/${draft.id}`, '/v1/statements', `/v1/statements/${shown.id}`].map(async (url) =>
        (await service.app.inject({ url, headers })).payload.includes(draft.quote),
      );
      return Promise.all(answers);
    };
    const mayNot = [false, false, false];
    for (const key of ['write', null, 'read', 'admin', null] as const)
      expect(await seen(key)).toEqual(key === 'write' || key === 'admin' ? [true, true, true] : mayNot);
    await revise(service, `speakers/${draft.speaker.id}`, { name: 'Anna Renamed' });
    for (const key of [null, 'read', 'write', null] as const)
      expect(await seen(key)).toEqual(key === 'write' ? [true, true, true] : mayNot);
  });

  test('401 is answered to who may not read what somebody read before', async () => {
    const service = await startService(kind, { settings: { PUBLIC_READ: 'false' } });
    const { north } = await recordStory(service);
    const url = `/v1/sides/${north.id}`;
    const headers = { authorization: `Bearer ${service.keys.read}` };
    for (const _ of [1, 2]) {
      expect((await service.app.inject({ url, headers })).statusCode).toBe(200);
      expect((await service.app.inject({ url })).statusCode).toBe(401);
    }
  });

  test('404 is not kept, nor is any other problem', async () => {
    const service = await startService(kind);
    for (const _ of [1, 2]) expect((await service.app.inject('/v1/sides/north')).statusCode).toBe(404);
    await record(service, 'sides', { name: 'North' });
    expect((await service.app.inject('/v1/sides/north')).statusCode).toBe(200);
    for (const _ of [1, 2]) expect((await service.app.inject('/v1/sides?limit=none')).statusCode).toBe(400);
  });

  test('every way to ask is answered the second time as the first', async () => {
    const settings = { CORS_ORIGIN: 'https://a.example,https://b.example' };
    const service = await startService(kind, { content: 'demo', settings });
    const { isOpen, anna } = await recordStory(service);
    const said = await record(service, 'statements', isOpen);
    const urls = [
      `/v1/statements/${said.id}`,
      '/v1/statements',
      '/v1/speakers?limit=1',
      `/v1/speakers/${anna.id}?asOf=2100`,
    ];
    for (const url of urls) {
      const { headers: told } = await answerOf(service, { url });
      const etag = String(told.etag);
      const ways: Record<string, string>[] = [
        {},
        { 'accept-encoding': 'gzip' },
        { 'accept-encoding': 'zstd, br' },
        { 'if-none-match': etag },
        { 'if-none-match': 'W/"another"' },
        { authorization: `Bearer ${service.keys.read}` },
        { authorization: `Bearer ${service.keys.write}`, 'if-none-match': etag },
        { origin: 'https://a.example' },
        { origin: 'https://b.example' },
        { accept: '*/*' },
        { accept: 'application/x-ndjson, application/json;q=0.5' },
        { accept: 'image/png' },
        { accept: '*/*', 'accept-encoding': 'gzip' },
        { accept: '*/* gzip' },
        { accept: '*/*\tgzip' },
      ];
      for (const headers of ways)
        for (const method of ['GET', 'HEAD'] as const) {
          await revise(service, `speakers/${anna.id}`, {
            aliases: [`Anna of ${method} ${JSON.stringify(headers).length} ${url.length}`],
          });
          const current = String((await readAnew(service, { url })).headers.etag);
          const own = { ...headers, ...(headers['if-none-match'] === etag && { 'if-none-match': current }) };
          const first = await answerOf(service, { url, method, headers: own });
          for (const _ of [1, 2])
            expect(await answerOf(service, { url, method, headers: own }), `${method} ${url}`).toEqual(first);
        }
    }
  });
});

test('answers are kept up to a number of bytes, those that nobody asks for going first', async () => {
  const { read } = await freshEngine('sqlite');
  const app = Fastify() as unknown as Http;
  const made: string[] = [];
  keepAnswers(app, read, { sightOf: () => '', baseOf: () => '' });
  tagAnswers(app);
  app.get('/:name', { config: { fromRecord: true } }, async (request, reply) => {
    made.push(request.url);
    return reply.type('text/plain').send('a'.repeat(request.url === '/large' ? 2_000_000 : 1_000_000));
  });
  const ask = async (name: string) => {
    const before = made.length;
    expect((await app.inject(`/${name}`)).statusCode).toBe(200);
    return made.length === before ? 'kept' : 'made';
  };
  for (let at = 0; at < 100; at += 1)
    expect([await ask(`${at}`), await ask('first')]).toEqual(['made', at === 0 ? 'made' : 'kept']);
  expect([await ask('99'), await ask('60'), await ask('0')]).toEqual(['kept', 'made', 'made']);
  expect([await ask('large'), await ask('large')]).toEqual(['made', 'made']);
});
