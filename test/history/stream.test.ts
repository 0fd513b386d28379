import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import Fastify from 'fastify';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/database.ts';
import { type ChangeFilter, headOfChain } from '../../src/history/feed.ts';
import { changeStream } from '../../src/history/stream.ts';
import type { Sources } from '../../src/platform/engine/engine.ts';
import { systemSources } from '../../src/platform/engine/open.ts';
import type { Engine } from '../../src/platform/engine/tables.ts';
import { recordSide } from '../../src/record/sides/actions.ts';
import { type Service, startService } from '../support/app.ts';
import { ENGINES, freshDatabase, freshEngine } from '../support/database.ts';
import { whenDone } from '../support/lifetime.ts';
import { record, recordStory, revise } from '../support/record.ts';

type Event = { id: number; data: { seq: number; action: string; entity: { type: string; id: string } } };

/** Follows a stream, and gives its events one by one as they come. */
async function follow(address: string, headers: Record<string, string> = {}) {
  const stop = new AbortController();
  whenDone(() => stop.abort());
  const response = await fetch(address, { headers, signal: stop.signal });
  expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
  const reader = (response.body as ReadableStream<Uint8Array>).pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  /** The next block of the stream, comments and all; null at its end. */
  const block = async (): Promise<string | null> => {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const found = text.slice(0, end);
        text = text.slice(end + 2);
        return found;
      }
      const { value, done } = await reader.read();
      if (done) return null;
      text += value;
    }
  };
  const event = async (): Promise<Event> => {
    for (;;) {
      const found = await block();
      if (found === null) throw new Error('The stream has ended.');
      const [, id, data] = /^id: (\d+)\ndata: (.*)$/.exec(found) ?? [];
      if (data !== undefined) return { id: Number(id), data: JSON.parse(data) };
    }
  };
  return { response, block, event, stop };
}

/** A clock, ahead of the demo's, by which an hour goes by with every look. */
function hourly(): Sources {
  let hours = 0;
  return {
    ...systemSources(),
    clock: () => {
      hours += 1;
      return new Date(Date.UTC(2080, 0, 1, hours));
    },
  };
}

/** Streams over an engine, each at the address that is given for its filter. */
async function streamOver(engine: Engine, options: Parameters<typeof changeStream>[1]) {
  const app = Fastify();
  const stream = changeStream(engine, options);
  app.get('/', async (request, reply) => {
    const { filter, drafts } = JSON.parse((request.query as { asked: string }).asked);
    await stream.follow(request, reply, filter, { drafts });
    return reply;
  });
  app.addHook('preClose', () => stream.close());
  whenDone(() => app.close());
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  return (filter: ChangeFilter, drafts = false) =>
    `${address}?asked=${encodeURIComponent(JSON.stringify({ filter, drafts }))}`;
}

async function listen(service: Service): Promise<string> {
  return `${await service.app.listen({ host: '127.0.0.1', port: 0 })}/v1/changes/stream`;
}

describe.each(ENGINES)('the stream of changes on %s', (kind) => {
  test('a stream ends soon after its key is revoked, and those of others go on', async () => {
    const service = await startService(kind);
    const { as, keys } = service;
    const made = (await as.admin.post('/v1/keys').send({ name: 'Short', scope: 'write' }).expect(201)).body;
    const address = await listen(service);
    const revoked = await follow(address, { authorization: `Bearer ${made.key}` });
    const other = await follow(address, { authorization: `Bearer ${keys.write}` });
    await as.admin.delete(`/v1/keys/${made.id}`).expect(204);
    let block = await revoked.block();
    while (block !== null) block = await revoked.block();
    await record(service, 'sides', { name: 'After' });
    expect((await other.event()).data.action).toBe('create');
  });

  test('200 sends what is written as it is committed, in order, each line once', async () => {
    const service = await startService(kind);
    const stream = await follow(await listen(service));
    const names = Array.from({ length: 30 }, (_, number) => `Side ${number}`);
    const made = await Promise.all(names.map((name) => record(service, 'sides', { name })));
    const events: Event[] = [];
    for (let n = 0; n < made.length; n += 1) events.push(await stream.event());
    expect(events.map(({ id }) => id)).toEqual(names.map((_, at) => at + 1));
    expect(events.map(({ data }) => data.entity.id).sort()).toEqual(made.map(({ id }) => id).sort());
    const { body } = await service.http.get('/v1/changes');
    expect(events.map(({ data }) => data)).toEqual(body.items);
  });

  test('200 goes on after Last-Event-ID, and after `after`, without a gap', async () => {
    const service = await startService(kind);
    const address = await listen(service);
    for (let number = 1; number <= 120; number += 1) await record(service, 'sides', { name: `Side ${number}` });
    const stream = await follow(address, { 'last-event-id': '40' });
    for (let seq = 41; seq <= 120; seq += 1) expect((await stream.event()).id).toBe(seq);
    const other = await follow(`${address}?after=118`);
    expect([(await other.event()).id, (await other.event()).id]).toEqual([119, 120]);
  });

  test('drafts are sent to keys that may write, and to nobody else', async () => {
    const service = await startService(kind);
    const story = await recordStory(service);
    const address = await listen(service);
    const anyone = await follow(address);
    const writer = await follow(address, { authorization: `Bearer ${service.keys.write}` });
    const { id } = await record(service, 'statements', { ...story.isOpen, status: 'draft' });
    expect((await writer.event()).data).toMatchObject({ action: 'create', entity: { id } });
    await revise(service, `statements/${id}`, { status: 'published' });
    expect((await anyone.event()).data).toMatchObject({ action: 'publish', entity: { id } });
  });

  test.each([
    ['near the last line', undefined],
    ['far from it', 0],
  ])('200 sends by each filter what GET /v1/changes lists by it, to a reader %s', async (_where, nearMax) => {
    const service = await startService(kind, { content: 'demo', sources: hourly() });
    const { as, engine, http } = service;
    const [story, other] = [await recordStory(service), await recordStory(service)];
    const gone = await record(service, 'statements', story.isOpen);
    const draft = await record(service, 'statements', { ...story.isShut, status: 'draft' });
    await record(service, 'statements', other.isShut);
    await record(service, 'corrections', { claim: story.open.id, kind: 'correction', note: 'It was shut.' });
    await as.admin.delete(`/v1/statements/${gone.id}`).set('If-Match', '*').expect(204);
    const lines = await service.changes();
    const told = (await http.get('/v1/changes?order=desc&limit=40').expect(200)).body.items.reverse();
    const [early, late] = [told[5].at, told[30].at];
    const key = (await engine.read.query('an actor', ({ db, t }) => db.select().from(t.changes))).at(-1)
      ?.actor as string;
    const filters: [ChangeFilter, string][] = [
      [{}, ''],
      [{ type: ['claim'] }, 'type=claim'],
      [{ type: ['claim', 'statement'] }, 'type=claim&type=statement'],
      [{ actor: [key] }, `actor=${encodeURIComponent(key)}`],
      [{ since: early }, `since=${early}`],
      [{ until: late }, `until=${late}`],
      [{ since: early, until: late, type: ['claim'] }, `since=${early}&until=${late}&type=claim`],
      [{ dispute: [story.dispute.id] }, `dispute=${story.dispute.id}`],
      [{ dispute: [story.dispute.id, other.dispute.id] }, `dispute=${story.dispute.id}&dispute=${other.dispute.id}`],
      [
        { dispute: [other.dispute.id], type: ['statement'], since: early },
        `dispute=${other.dispute.id}&type=statement&since=${early}`,
      ],
    ];
    const stream = await streamOver(engine, { nearMax, heartbeatEveryMs: 10 });
    for (const [filter, query] of filters)
      for (const drafts of [false, true]) {
        const listed: unknown[] = [];
        let path: string | undefined = `/v1/changes?limit=200&${query}`;
        while (path !== undefined) {
          const page: { body: { items: unknown[] }; headers: Record<string, string> } = await (drafts ? as.write : http)
            .get(path)
            .expect(200);
          listed.push(...page.body.items);
          path = /<(.*)>/.exec(page.headers.link ?? '')?.[1];
        }
        const reader = await follow(stream({ after: 0, ...filter }, drafts));
        const sent: unknown[] = [];
        for (let place = 0; place < lines.length; ) {
          const block = (await reader.block()) as string;
          place = Number(/^id: (\d+)$/m.exec(block)?.[1] ?? place);
          const data = /^data: (.*)$/m.exec(block)?.[1];
          if (data !== undefined) sent.push(JSON.parse(data));
        }
        reader.stop.abort();
        expect(sent, `${query} ${drafts}`).toEqual(listed);
        expect(listed.length, query).toBeGreaterThan(0);
      }
    expect(JSON.stringify(told)).not.toContain(draft.id);
  });

  test('200 takes the filters of the feed, and begins at `since` where no line is named', async () => {
    const service = await startService(kind, { sources: hourly() });
    const [story, other] = [await recordStory(service), await recordStory(service)];
    const { body } = await service.http.get(`/v1/changes?dispute=${other.dispute.id}`).expect(200);
    const address = await listen(service);
    const wanted = `dispute=${other.dispute.id}&actor=${encodeURIComponent(body.items[0].actor)}`;
    const stream = await follow(`${address}?${wanted}&since=${body.items[1].at}`);
    for (const line of body.items.slice(1)) expect((await stream.event()).data).toEqual(line);
    await record(service, 'claims', { question: story.question.id, text: 'The harbour is elsewhere' });
    const claim = await record(service, 'claims', { question: other.question.id, text: 'There is no harbour' });
    expect((await stream.event()).data.entity.id).toBe(claim.id);
  });

  test.each([
    ['an order', 'order=desc', 400, 'invalid'],
    ['a limit', 'limit=5', 400, 'invalid'],
    ['a time that is none', 'since=yesterday', 400, 'invalid'],
    ['a dispute that is not there', 'dispute=nowhere', 422, 'unknown-reference'],
  ])('%s is refused, and no stream begins', async (_what, query, status, code) => {
    const service = await startService(kind);
    const { body } = await service.http.get(`/v1/changes/stream?${query}`).expect(status);
    expect(body.code).toBe(code);
  });

  test('a reader is told how far lines were passed over, while others are written and at the end', async () => {
    const engine = await freshEngine(kind);
    const stream = await streamOver(engine, { heartbeatEveryMs: 10, lifeMaxMs: 60_000 });
    const reader = await follow(stream({ type: ['claim'] }));
    const write = (name: string) => engine.write((tx) => recordSide(tx, { name }, { actor: 'test', comment: null }));
    for (let number = 1, place = 0; place < 20; number += 1) {
      await write(`Side ${number}`);
      const block = (await reader.block()) as string;
      expect(block).not.toContain('data:');
      place = Number(/^id: (\d+)$/m.exec(block)?.[1] ?? place);
    }
    const brief = await streamOver(engine, { lifeMaxMs: 50, lookEveryMs: 5 });
    const { seq } = await headOfChain(engine.read);
    const other = await follow(brief({ type: ['claim'], after: 3 }));
    const blocks: string[] = [];
    for (let block = await other.block(); block !== null; block = await other.block()) blocks.push(block);
    expect(blocks).toEqual(['retry: 2000\nid: 3', `id: ${seq}`]);
  });

  test('what this process writes is sent at once, and not at the next look', async () => {
    const engine = await freshEngine(kind);
    const app = Fastify();
    const hour = 60 * 60_000;
    const times = { lookEveryMs: hour, heartbeatEveryMs: hour, unreadMaxMs: hour, lifeMaxMs: hour };
    const stream = changeStream(engine, times);
    app.get('/', async (request, reply) => {
      await stream.follow(request, reply, {}, { drafts: false });
      return reply;
    });
    app.addHook('preClose', () => stream.close());
    whenDone(() => app.close());
    const reader = await follow(await app.listen({ host: '127.0.0.1', port: 0 }));
    for (const name of ['One', 'Two']) {
      await engine.write((tx) => recordSide(tx, { name }, { actor: 'test', comment: null }));
      expect((await reader.event()).data).toMatchObject({ action: 'create', entity: { type: 'side' } });
    }
  });

  test('what another process writes is sent too', async () => {
    const url = await freshDatabase(kind);
    const here = await openDatabase(url);
    whenDone(() => here.close());
    const there = await openDatabase(url);
    whenDone(() => there.close());
    const app = Fastify();
    const stream = changeStream(here);
    app.get('/', async (request, reply) => {
      await stream.follow(request, reply, {}, { drafts: false });
      return reply;
    });
    app.addHook('preClose', () => stream.close());
    whenDone(() => app.close());
    const reader = await follow(await app.listen({ host: '127.0.0.1', port: 0 }));
    await there.write((tx) => recordSide(tx, { name: 'From elsewhere' }, { actor: 'test', comment: null }));
    expect((await reader.event()).data.entity.type).toBe('side');
  });

  test('401 refuses a reader without a key where reading is not public', async () => {
    const service = await startService(kind, { settings: { PUBLIC_READ: 'false' } });
    await service.http.get('/v1/changes/stream').expect(401);
    await service.http.get('/v1/changes').expect(401);
  });

  test('the end of the service ends the stream, and does not wait for its readers', async () => {
    const service = await startService(kind);
    const stream = await follow(await listen(service));
    expect(await stream.block()).toBe('retry: 2000\nid: 0');
    await service.app.close();
    expect(await stream.block()).toBeNull();
  });
});

describe('readers of a stream', () => {
  async function streamWith(times: { heartbeatEveryMs: number; unreadMaxMs: number; lifeMaxMs: number }) {
    const engine = await freshEngine('sqlite');
    const app = Fastify();
    const stream = changeStream(engine, { lookEveryMs: 5, ...times });
    app.get('/', async (request, reply) => {
      await stream.follow(request, reply, { after: 0 }, { drafts: true });
      return reply;
    });
    app.addHook('preClose', () => stream.close());
    whenDone(() => app.close());
    await app.listen({ host: '127.0.0.1', port: 0 });
    return { app, engine, port: (app.server.address() as { port: number }).port };
  }

  test('hear a heartbeat while nothing happens', async () => {
    const { port } = await streamWith({ heartbeatEveryMs: 10, unreadMaxMs: 10_000, lifeMaxMs: 60_000 });
    const reader = await follow(`http://127.0.0.1:${port}`);
    expect(await reader.block()).toBe('retry: 2000\nid: 0');
    expect(await reader.block()).toBe(': still here');
    expect(await reader.block()).toBe(': still here');
  });

  test('who are many, with filters of their own, are sent what is new from one read of it', async () => {
    const engine = await freshEngine('sqlite');
    let [reads, disputeReads] = [0, 0];
    const query: typeof engine.read.query = (name, ...rest) => {
      if (name.startsWith('lines of history by dispute')) disputeReads += 1;
      else if (name.startsWith('lines of history')) reads += 1;
      return engine.read.query(name, ...rest);
    };
    const stream = await streamOver({ ...engine, read: { ...engine.read, query } }, {});
    const filters: ChangeFilter[] = [{}, { type: ['side'] }, { actor: ['test', 'another'] }, { since: '2020' }];
    const readers = await Promise.all(
      Array.from({ length: 40 }, (_, at) => follow(stream({ ...filters[at % 4], after: 0 }, at % 8 > 3))),
    );
    const elsewhere = await Promise.all(
      Array.from({ length: 20 }, (_, at) => follow(stream({ after: 0, dispute: [`dsp_01k6v0a9q21y${at % 10}`] }))),
    );
    for (const name of ['North', 'South'])
      await engine.write((tx) => recordSide(tx, { name }, { actor: 'test', comment: null }));
    for (const reader of readers) expect([(await reader.event()).id, (await reader.event()).id]).toEqual([1, 2]);
    expect(await Promise.all(elsewhere.map((reader) => reader.block()))).toEqual(
      elsewhere.map(() => 'retry: 2000\nid: 0'),
    );
    // Two looks at most have found something new, and one more may have been made in between.
    expect(reads).toBeLessThanOrEqual(3);
    expect(disputeReads).toBeLessThanOrEqual(3);
  });

  test('are let go after a while, so that a key that was revoked reads no further', async () => {
    const { port } = await streamWith({ heartbeatEveryMs: 10_000, unreadMaxMs: 10_000, lifeMaxMs: 20 });
    const reader = await follow(`http://127.0.0.1:${port}`);
    expect(await reader.block()).toBe('retry: 2000\nid: 0');
    expect(await reader.block()).toBeNull();
  });

  test('who do not read are dropped, having been sent a bounded part of what there is', async () => {
    const { app, engine, port } = await streamWith({ heartbeatEveryMs: 10_000, unreadMaxMs: 100, lifeMaxMs: 60_000 });
    const comment = 'x'.repeat(100_000);
    for (let number = 1; number <= 400; number += 1)
      await engine.write((tx) => recordSide(tx, { name: `Side ${number}` }, { actor: 'test', comment }));
    const connected = once(app.server, 'connection');
    const socket = connect(port, '127.0.0.1');
    whenDone(() => socket.destroy());
    socket.on('error', () => {});
    socket.pause();
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    const [served] = (await connected) as [Socket];
    await once(served, 'close');
    // Of 40 MB what the connection itself holds, and not what would have been buffered behind it.
    expect(served.bytesWritten).toBeGreaterThan(100_000);
    expect(served.bytesWritten).toBeLessThan(20_000_000);
  });
});
