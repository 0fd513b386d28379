import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/database.ts';
import { startService } from '../support/app.ts';
import { ENGINES, type EngineKind, freshDatabase } from '../support/database.ts';
import { faultsOf } from './inspection.ts';
import { ADMIN_KEY, type ServiceProcess, startProcess } from './service-process.ts';
import { ask } from './writer.ts';

const KILLS = Number(process.env.TAKEOVER_KILLS ?? 4);
/** What is asked to find out what a record knows; without the cursors, which are a database's own. */
const ASKED = [
  '/v1/statements?count=true&limit=200',
  '/v1/search?q=corridor',
  '/v1/pairs?count=true&limit=200',
  '/v1/comparisons/terms?term=blockade&term=limited%20access',
  '/v1/comparisons/claims?claim=blockade&claim=limited-access',
];

async function send(address: string, whole: string): Promise<string> {
  const response = await fetch(`${address}/v1/imports?format=record`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ADMIN_KEY}`, 'content-type': 'application/x-ndjson' },
    body: whole,
  });
  expect(response.status).toBe(202);
  return ((await response.json()) as { id: string }).id;
}

const jobOf = async (address: string, id: string) =>
  (await ask(address, { method: 'GET', path: `/v1/imports/${id}` }))?.body;

async function untilDone(address: string, id: string): Promise<void> {
  await expect.poll(async () => (await jobOf(address, id))?.state, { timeout: 60_000, interval: 20 }).toBe('done');
}

async function answers(get: (path: string) => Promise<unknown>): Promise<unknown[]> {
  return Promise.all(ASKED.map(async (path) => ({ ...((await get(path)) as object), next: null })));
}

/** The demo as an export, and what a service that has it answers. */
async function demoExported(kind: EngineKind) {
  const { app, http, keys } = await startService(kind, { content: 'demo' });
  const whole = await app.inject({ url: '/v1/export', headers: { authorization: `Bearer ${keys.admin}` } });
  return { whole: whole.body, expected: await answers(async (path) => (await http.get(path).expect(200)).body) };
}

test.each(ENGINES)(
  'on %s, a service that is killed while it takes an export over has nothing of it, or all of it and what follows from it',
  async (kind) => {
    const { whole, expected } = await demoExported(kind);
    let url = await freshDatabase(kind);
    let service: ServiceProcess = await startProcess(url);
    try {
      const began = performance.now();
      await untilDone(service.address, await send(service.address, whole));
      const tookMs = performance.now() - began;
      const seen = { nothing: 0, all: 0 };
      for (let kill = 0; kill < KILLS; kill += 1) {
        if (kill === 0 || (await hasRecord(service))) {
          await service.kill();
          url = await freshDatabase(kind);
          service = await startProcess(url);
        }
        const id = await send(service.address, whole);
        // Over all of it, and a little beyond its end.
        await pause((tookMs * 1.2 * (kill + 0.5)) / KILLS);
        await service.kill();
        service = await startProcess(url);
        const isThere = await hasRecord(service);
        seen[isThere ? 'all' : 'nothing'] += 1;
        // Beside PostgreSQL another process may be at it, so that a job is told as failed only after a while.
        const left = kind === 'sqlite' ? ['failed'] : ['queued', 'running'];
        expect(isThere ? ['done'] : left).toContain((await jobOf(service.address, id))?.state);
        const get = async (path: string) => (await ask(service.address, { method: 'GET', path }))?.body;
        if (isThere) expect(await answers(get)).toEqual(expected);
        else
          expect(await ask(service.address, { method: 'GET', path: '/v1/search?q=corridor' })).toMatchObject({
            body: { items: [] },
          });
        expect(await faultsIn(url)).toEqual([]);
      }
      // What was broken off hinders nobody who sends it again.
      if (!(await hasRecord(service))) await untilDone(service.address, await send(service.address, whole));
      expect(await answers(async (path) => (await ask(service.address, { method: 'GET', path }))?.body)).toEqual(
        expected,
      );
      console.log(`${kind}: kills ${KILLS}, of which ${seen.nothing} left nothing and ${seen.all} all`);
    } finally {
      await service.kill();
    }
  },
  300_000,
);

async function hasRecord({ address }: ServiceProcess): Promise<boolean> {
  const found = await ask(address, { method: 'GET', path: '/v1/changes?limit=1' });
  return found !== null && (found.body.items as unknown[]).length > 0;
}

async function faultsIn(url: string): Promise<string[]> {
  const engine = await openDatabase(url);
  return faultsOf(engine).finally(() => engine.close());
}
