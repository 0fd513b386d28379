import { type SQL, sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { openDatabase } from '../../src/database.ts';
import { startServing } from '../support/command.ts';
import { proxyTo } from '../support/proxy.ts';
import { faultsOf } from './inspection.ts';
import { type PostgresServer, startPostgres } from './postgres-server.ts';
import { ADMIN_KEY } from './service-process.ts';
import { execute, STANDBY, type StandbyServer, startStandby } from './standby-server.ts';
import { recordStory, Writer } from './writer.ts';

const MINUTES = 60_000;
const ROUNDS = Number(process.env.REPLICA_ROUNDS ?? 300);

let primary: PostgresServer;
let standby: StandbyServer;
let databases = 0;

beforeAll(async () => {
  primary = await startPostgres();
  standby = await startStandby(primary);
});

afterAll(async () => {
  await standby.stop();
  await primary.stop();
});

type Databases = { DATABASE_URL: string; DATABASE_READ_URLS: string };

/** An empty database on the primary, which the standby has as well. */
async function freshPair(): Promise<Databases> {
  databases += 1;
  const DATABASE_URL = await primary.database(`pair_${databases}`);
  return { DATABASE_URL, DATABASE_READ_URLS: onStandby(DATABASE_URL) };
}

function onStandby(url: string): string {
  return url.replace(`:${primary.port}/`, `:${standby.port}/`);
}

function serving(settings: Databases, more: Record<string, string> = {}) {
  return startServing({ ...settings, ADMIN_KEY, ...more }, ['--no-demo']);
}

type Reply = { status: number; headers: Headers; body: Record<string, unknown> };

async function ask(address: string, method: string, path: string, body?: object, more = {}): Promise<Reply> {
  const type = body && { 'content-type': 'application/json' };
  const headers = { authorization: `Bearer ${ADMIN_KEY}`, ...type, ...more };
  const reply = await fetch(`${address}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  const text = await reply.text();
  const isJson = /^application\/(problem\+)?json/.test(reply.headers.get('content-type') ?? '');
  return { status: reply.status, headers: reply.headers, body: isJson ? JSON.parse(text) : { text } };
}

async function figure(address: string, name: string): Promise<number> {
  const { body } = await ask(address, 'GET', '/metrics');
  return Number(new RegExp(`^${name}\\{server="standby-1"\\} (.*)$`, 'm').exec(String(body.text))?.[1] ?? 0);
}

const readsOfStandby = (address: string) => figure(address, 'database_reads_total');

async function stateOf(address: string): Promise<unknown> {
  const { body } = await ask(address, 'GET', '/health/ready');
  const [first] = (body.parts as { standbys: { state: string }[] }).standbys;
  return first?.state;
}

async function untilUsed(address: string): Promise<void> {
  await expect.poll(() => stateOf(address), { timeout: MINUTES }).toBe('ok');
  const before = await readsOfStandby(address);
  await ask(address, 'GET', '/v1/sides');
  expect(await readsOfStandby(address)).toBeGreaterThan(before);
}

/** Makes sides and looks at each at once, as often as it is let; tells what was not as it was acknowledged. */
async function writeAndRead(address: string, name: string, isOn: (round: number) => boolean) {
  const told = { writes: 0, missed: [] as string[], errors: [] as string[] };
  const expectStatus = (what: string, { status, body }: Reply, expected: number) => {
    if (status === expected) return true;
    (status >= 500 ? told.errors : told.missed).push(`${what}: ${status} ${JSON.stringify(body)}`);
    return false;
  };
  for (let round = 1; isOn(round); round += 1) {
    const made = await ask(address, 'POST', '/v1/sides', { name: `${name} ${round}` });
    if (!expectStatus('make', made, 201)) continue;
    const path = `/v1/sides/${made.body.id}`;
    if (!expectStatus('read', await ask(address, 'GET', path), 200)) continue;
    const note = { name: `${name} ${round}, revised` };
    const revised = await ask(address, 'PATCH', path, note, { 'if-match': '*' });
    if (!expectStatus('revise', revised, 200)) continue;
    const read = await ask(address, 'GET', path);
    if (expectStatus('read', read, 200) && read.body.name !== note.name) told.missed.push(`the revision of ${path}`);
    const { body } = await ask(address, 'GET', `/v1/sides?limit=1&count=true`);
    if (Number(body.total) < round) told.missed.push(`${body.total} of ${round}`);
    told.writes += 2;
  }
  return told;
}

/** Reads in a thread of the service, and gives the statuses. */
async function exportAgainAndAgain(address: string, isOn: () => boolean): Promise<number[]> {
  const statuses = [];
  while (isOn()) statuses.push((await ask(address, 'GET', '/v1/export')).status);
  return statuses;
}

function together(results: Awaited<ReturnType<typeof writeAndRead>>[]) {
  return {
    writes: results.reduce((total, { writes }) => total + writes, 0),
    missed: results.flatMap(({ missed }) => missed),
    errors: results.flatMap(({ errors }) => errors),
  };
}

const FOUR = [1, 2, 3, 4];

describe.each(['1', '2'])('a standby that is read from, by %s process(es)', (WORKERS) => {
  test(
    'what a client wrote it reads at once, and from the standby',
    async () => {
      const { address } = await serving(await freshPair(), { WORKERS });
      await untilUsed(address);
      const results = await Promise.all(
        FOUR.map((at) => writeAndRead(address, `w${at}`, (round) => round <= ROUNDS / 4)),
      );
      const { writes, missed, errors } = together(results);
      expect({ missed, errors }).toEqual({ missed: [], errors: [] });
      const reads = await readsOfStandby(address);
      // Three reads for two writes.
      console.log(`${WORKERS} process(es): ${writes} writes, ${reads} reads by the standby, missed 0`);
      expect(reads).toBeGreaterThan(writes);
    },
    5 * MINUTES,
  );

  test(
    'what it wrote it reads while the standby stays behind, and from there once that has come after',
    async () => {
      const settings = await freshPair();
      const { address } = await serving(settings, { WORKERS });
      await untilUsed(address);
      await execute(settings.DATABASE_READ_URLS, 'SELECT pg_wal_replay_pause()');
      const { missed, errors } = await writeAndRead(address, 'late', (round) => round <= 20).finally(() =>
        execute(settings.DATABASE_READ_URLS, 'SELECT pg_wal_replay_resume()'),
      );
      expect({ missed, errors }).toEqual({ missed: [], errors: [] });
      await untilUsed(address);
    },
    5 * MINUTES,
  );

  test(
    'one that is killed under load costs nobody an answer, and is read from again once it is back',
    async () => {
      const { address } = await serving(await freshPair(), { WORKERS });
      await untilUsed(address);
      for (let kill = 1; kill <= 2; kill += 1) {
        let isOn = true;
        const running = Promise.all(FOUR.map((at) => writeAndRead(address, `k${kill}w${at}`, () => isOn)));
        const exporting = exportAgainAndAgain(address, () => isOn);
        const before = await readsOfStandby(address);
        await expect.poll(() => readsOfStandby(address), { timeout: MINUTES }).toBeGreaterThan(before + 50);
        await standby.kill();
        await expect.poll(() => stateOf(address), { timeout: MINUTES }).toBe('unreachable');
        await standby.restart();
        await expect.poll(() => stateOf(address), { timeout: MINUTES }).toBe('ok');
        const back = await readsOfStandby(address);
        await expect.poll(() => readsOfStandby(address), { timeout: MINUTES }).toBeGreaterThan(back + 50);
        isOn = false;
        const { writes, missed, errors } = together(await running);
        expect({ missed, errors }).toEqual({ missed: [], errors: [] });
        expect(writes).toBeGreaterThan(0);
        expect(new Set(await exporting)).toEqual(new Set([200]));
      }
    },
    5 * MINUTES,
  );
});

describe('two services before one record', () => {
  test(
    'what one wrote the other reads with Written-At, whatever the standby has; 400 for what is no such thing',
    async () => {
      const settings = await freshPair();
      const [one, other] = await Promise.all([serving(settings), serving(settings)]);
      await untilUsed(other.address);
      await execute(settings.DATABASE_READ_URLS, 'SELECT pg_wal_replay_pause()');
      try {
        const made = await ask(one.address, 'POST', '/v1/sides', { name: 'North' });
        const token = made.headers.get('written-at') as string;
        const path = `/v1/sides/${made.body.id}`;
        expect((await ask(one.address, 'GET', path)).status).toBe(200);
        expect((await ask(other.address, 'GET', path)).status).toBe(404);
        expect((await ask(other.address, 'GET', path, undefined, { 'written-at': token })).status).toBe(200);
        // What a write rests on is read where it writes.
        expect((await ask(other.address, 'PATCH', path, { name: 'N' }, { 'if-match': '*' })).status).toBe(200);
        const { status, body } = await ask(other.address, 'GET', path, undefined, { 'written-at': 'No!' });
        expect([status, body.code]).toEqual([400, 'invalid']);
      } finally {
        await execute(settings.DATABASE_READ_URLS, 'SELECT pg_wal_replay_resume()');
      }
    },
    5 * MINUTES,
  );

  test(
    'a key that is revoked at one is refused by the other at once, and what the feed tells can be read',
    async () => {
      const settings = await freshPair();
      const [one, other] = await Promise.all([serving(settings), serving(settings)]);
      await untilUsed(other.address);
      const { body: made } = await ask(one.address, 'POST', '/v1/keys', { name: 'reader', scope: 'read' });
      const authorization = { authorization: `Bearer ${made.key}` };
      expect((await ask(other.address, 'GET', '/v1/sides', undefined, authorization)).status).toBe(200);
      await execute(settings.DATABASE_READ_URLS, 'SELECT pg_wal_replay_pause()');
      try {
        expect((await ask(one.address, 'DELETE', `/v1/keys/${made.id}`)).status).toBeLessThan(300);
        expect((await ask(other.address, 'GET', '/v1/sides', undefined, authorization)).status).toBe(401);
        const { body: side } = await ask(one.address, 'POST', '/v1/sides', { name: 'North' });
        const { body: feed } = await ask(other.address, 'GET', '/v1/changes?type=side');
        expect(feed.items).toMatchObject([{ entity: { id: side.id } }]);
        expect((await ask(other.address, 'GET', `/v1/sides/${side.id}`)).status).toBe(200);
      } finally {
        await execute(settings.DATABASE_READ_URLS, 'SELECT pg_wal_replay_resume()');
      }
    },
    5 * MINUTES,
  );
});

test(
  'a copy of another database, or a server that is none, is not read from, and the log says so without a password',
  async () => {
    const [{ DATABASE_URL }, other] = [await freshPair(), await freshPair()];
    const urls = [other.DATABASE_READ_URLS, DATABASE_URL, onStandby(DATABASE_URL)];
    const service = await serving({ DATABASE_URL, DATABASE_READ_URLS: urls.join(',') });
    const states = async () => {
      const { body } = await ask(service.address, 'GET', '/health/ready');
      return (body.parts as { standbys: { state: string }[] }).standbys.map(({ state }) => state);
    };
    await expect.poll(states, { timeout: MINUTES }).toEqual(['foreign', 'promoted', 'ok']);
    const { missed, errors } = await writeAndRead(service.address, 'side', (round) => round <= 20);
    expect({ missed, errors }).toEqual({ missed: [], errors: [] });
    expect(service.log()).toContain('standby-1 is not read from: it is foreign.');
    expect(service.log()).toContain('standby-3 is read from.');
    expect(service.log()).not.toContain('postgres:postgres@');
  },
  MINUTES,
);

test(
  'a read that the standby gives up, since it is in the way of what is taken over, is answered by the primary',
  async () => {
    const { DATABASE_URL, DATABASE_READ_URLS } = await freshPair();
    const engine = await openDatabase(DATABASE_URL, { standbys: { urls: [DATABASE_READ_URLS] } });
    onTestFinished(() => engine.close());
    await execute(DATABASE_URL, 'CREATE TABLE words AS SELECT generate_series(1, 1000) AS word');
    await engine.catchUp();
    await expect.poll(() => engine.standbys?.figures().standbys[0]?.state, { timeout: MINUTES }).toBe('ok');
    const servers: unknown[] = [];
    const read = engine.standbys?.readAnywhere(undefined, () =>
      engine.readSnapshot(async (from) => {
        const ask = (name: string, of: SQL) =>
          from.query(name, ({ db }) => db.select({ is: of }).from(sql`words`).limit(1));
        const [first] = await ask('where', sql`pg_is_in_recovery()::text`);
        servers.push(first?.is);
        if (first?.is === 'true') {
          await execute(DATABASE_URL, 'DELETE FROM words WHERE word > 1');
          await execute(DATABASE_URL, 'VACUUM words');
          await ask('wait', sql`pg_sleep(20)::text`);
        }
        return ask('words', sql`count(*) over ()`);
      }),
    );
    expect(await read).toEqual([{ is: '1' }]);
    expect(servers).toEqual(['true', 'false']);
  },
  MINUTES,
);

// Last: after it the standby is no standby any more.
test(
  'a primary that is killed under load: reads go on, writes are 503, and the promoted standby has all that was acknowledged',
  async () => {
    await execute(primary.url, `ALTER SYSTEM SET synchronous_standby_names = '${STANDBY}'`);
    await execute(primary.url, 'SELECT pg_reload_conf()');
    const { DATABASE_URL, DATABASE_READ_URLS } = await freshPair();
    const way = await proxyTo('127.0.0.1', primary.port);
    const moving = DATABASE_URL.replace(`:${primary.port}/`, `:${way.port}/`);
    const { address } = await serving({ DATABASE_URL: moving, DATABASE_READ_URLS });
    await untilUsed(address);
    const story = await recordStory(address);
    const writers: Writer[] = [];
    for (let at = 1; at <= 4; at += 1) writers.push(await Writer.start(address, `w${at}`, at, story));
    const writing = writers.map((writer) => writer.write(address, () => true));
    await expect
      .poll(() => writers.reduce((total, { acknowledged }) => total + acknowledged, 0), { timeout: MINUTES })
      .toBeGreaterThan(50);
    await primary.kill();
    await Promise.all(writing);
    for (let at = 1; at <= 50; at += 1) {
      expect((await ask(address, 'GET', '/v1/statements?limit=5&count=true')).status).toBe(200);
      expect((await fetch(`${address}/v1/speakers/${story.speaker}`)).status).toBe(200);
    }
    const compared = `/v1/comparisons/claims?${story.claims.map((claim) => `claim=${claim}`).join('&')}`;
    for (const path of [compared, '/v1/export', `/v1/search?q=says`, '/v1/changes', '/v1/disputes'])
      expect([path, (await ask(address, 'GET', path)).status]).toEqual([path, 200]);
    const refused = await ask(address, 'POST', '/v1/sides', { name: 'East' });
    expect([refused.status, refused.headers.get('retry-after'), refused.body.code]).toEqual([503, '1', 'overloaded']);
    const ready = await ask(address, 'GET', '/health/ready');
    expect([ready.status, ready.body.status]).toEqual([200, 'reads-only']);
    await way.cut();
    await standby.promote();
    await way.mend(standby.port);
    for (const writer of writers) await writer.check(address);
    const acknowledged = writers.reduce((total, writer) => total + writer.acknowledged, 0);
    expect(writers.flatMap(({ lost }) => lost)).toEqual([]);
    expect((await ask(address, 'POST', '/v1/sides', { name: 'East' })).status).toBe(201);
    expect(await stateOf(address)).toBe('promoted');
    const engine = await openDatabase(DATABASE_READ_URLS);
    expect(await faultsOf(engine).finally(() => engine.close())).toEqual([]);
    console.log(`primary killed: acknowledged ${acknowledged}, lost 0`);
  },
  5 * MINUTES,
);
