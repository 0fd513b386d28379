import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { type ClientRequest, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import pino from 'pino';
import { describe, expect, onTestFinished, test } from 'vitest';
import { closeAbandonedImports, importJobs, UPLOADS_MAX } from '../../src/exchange/jobs.ts';
import { CHAIN } from '../../src/history/store.ts';
import { advisoryLock } from '../../src/platform/engine/advisory-lock.ts';
import { systemSources } from '../../src/platform/engine/open.ts';
import type { Engine } from '../../src/platform/engine/tables.ts';
import { quoteChecker } from '../../src/text/quotes/checker.ts';
import { startService } from '../support/app.ts';
import { ENGINES, freshEngine } from '../support/database.ts';
import { importWorkerOn } from '../support/import.ts';
import { whenDone } from '../support/lifetime.ts';

const BY = { actor: 'test', comment: null };
const BYTES_MAX = 1_000_000;

/** A folder for temporary files of this test's own. */
async function ownTemporaryFolder(): Promise<string> {
  const before = process.env.TMPDIR;
  const folder = await mkdtemp(join(tmpdir(), 'counterclaim-own-'));
  process.env.TMPDIR = folder;
  onTestFinished(async () => {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
    await rm(folder, { recursive: true, force: true });
  });
  return folder;
}

function jobsOn(engine: Engine) {
  const checker = quoteChecker();
  whenDone(() => checker.close());
  return importJobs({ engine, checker, worker: importWorkerOn(engine) }, BYTES_MAX, pino({ level: 'silent' }));
}

const allImports = (engine: Engine) =>
  engine.read.query('all imports', ({ db, t }) => db.select().from(t.imports).orderBy(t.imports.id));

describe.each(ENGINES)('bodies of imports on %s', (kind) => {
  test.each(['ENOSPC', 'EDQUOT'])(
    'storage-full tells that their folder is full (%s), and nothing is left of it',
    async (code) => {
      const engine = await freshEngine(kind);
      const folder = await ownTemporaryFolder();
      const jobs = jobsOn(engine);
      const body = Readable.from(
        (function* () {
          yield Buffer.from('{"type":"side","name":"North"}\n');
          throw Object.assign(new Error(`${code}: no room, write`), { code });
        })(),
      );
      await expect(jobs.accept(body, { format: 'record', dryRun: false, context: {} }, BY)).rejects.toMatchObject({
        code: 'storage-full',
        status: 507,
      });
      expect(await readdir(folder)).toEqual([]);
      expect(await allImports(engine)).toEqual([]);
      await jobs.close();
    },
  );

  test('503 with Retry-After refuses one more than are taken in at one time, until another is through', async () => {
    const service = await startService(kind);
    await service.app.listen({ port: 0, host: '127.0.0.1' });
    const { port } = service.app.server.address() as AddressInfo;
    const begin = () => {
      const sending = request({
        ...{ port, host: '127.0.0.1', method: 'POST', path: '/v1/imports?format=record' },
        headers: { authorization: `Bearer ${service.keys.write}`, 'content-type': 'application/x-ndjson' },
      });
      sending.write('{"type":"side","slug":"north","name":"North"}\n');
      return sending;
    };
    const folder = await ownTemporaryFolder();
    const sending = Array.from({ length: UPLOADS_MAX }, begin);
    const answers = sending.map(statusOf);
    await expect.poll(() => readdir(folder), { timeout: 10_000 }).toHaveLength(UPLOADS_MAX);
    const send = () =>
      service.as.write.post('/v1/imports?format=record').set('Content-Type', 'application/x-ndjson').send('\n');
    const refused = await send().expect(503);
    expect(refused.body).toMatchObject({ code: 'overloaded' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    const [broken, ...others] = sending as [ClientRequest, ...ClientRequest[]];
    broken.destroy();
    await expect.poll(() => readdir(folder), { timeout: 10_000 }).toHaveLength(UPLOADS_MAX - 1);
    await send().expect(202);
    for (const one of others) one.end();
    expect(await Promise.all(answers)).toEqual([null, ...others.map(() => 202)]);
    await send().expect(202);
  });
});

/** Null when the connection broke. */
function statusOf(sending: ClientRequest): Promise<number | null> {
  return new Promise((resolve) => {
    sending.on('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? null);
    });
    sending.on('error', () => resolve(null));
  });
}

describe('jobs of several processes, on PostgreSQL', () => {
  /** Two jobs, of which one is held up in its midst and the other waits for it, and a clock that can be put on. */
  async function twoJobs() {
    let hours = 0;
    const engine = await freshEngine(
      'postgres',
      'empty',
      systemSources(() => new Date(Date.now() + hours * 3_600_000)),
    );
    const jobs = jobsOn(engine);
    let letGo = () => {};
    const going = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    let hasTurn = () => {};
    const taken = new Promise<void>((resolve) => {
      hasTurn = resolve;
    });
    const holding = engine.write(async (tx) => {
      await advisoryLock(tx, CHAIN);
      hasTurn();
      await going;
    });
    await taken;
    const send = (name: string) =>
      jobs.accept(
        Readable.from([Buffer.from(JSON.stringify({ type: 'side', name }))]),
        { format: 'record', dryRun: false, context: {} },
        BY,
      );
    const ids = [(await send('North')).id, (await send('South')).id];
    await expect.poll(async () => (await allImports(engine))[0]?.state, { timeout: 10_000 }).toBe('running');
    const states = async () => (await allImports(engine)).map(({ state }) => state);
    const end = async () => {
      letGo();
      await holding;
      // Those that are under way, and then those that wait.
      await expect
        .poll(async () => (await states()).filter((state) => state === 'running' || state === 'queued'), {
          timeout: 10_000,
        })
        .toEqual([]);
      await jobs.close();
    };
    return { engine, jobs, ids, states, end, pass: (more: number) => (hours += more) };
  }

  test('a job that waits for its turn, or for others, is not told as failed while its process says that it is alive', async () => {
    const { engine, jobs, states, end, pass } = await twoJobs();
    pass(1);
    await jobs.beat();
    await closeAbandonedImports(engine);
    expect(await states()).toEqual(['running', 'queued']);
    await end();
    expect(await states()).toEqual(['done', 'done']);
  });

  test('a job that was told as failed is not done after all', async () => {
    const { engine, states, end, pass } = await twoJobs();
    pass(1);
    await closeAbandonedImports(engine);
    expect(await states()).toEqual(['failed', 'failed']);
    await end();
    const jobs = await allImports(engine);
    expect(jobs.map(({ state, errors }) => [state, errors.length])).toEqual([
      ['failed', 1],
      ['failed', 1],
    ]);
    const sides = await engine.read.query('all sides', ({ db, t }) => db.select().from(t.sides));
    expect(sides.map(({ name }) => name)).not.toContain('South');
  });

  test('the jobs of a process that was killed are told as failed by another that goes on', async () => {
    const { engine, states, end, pass } = await twoJobs();
    pass(1);
    const others = jobsOn(engine);
    await others.beat();
    expect(await states()).toEqual(['failed', 'failed']);
    await others.close();
    await end();
  });
});
