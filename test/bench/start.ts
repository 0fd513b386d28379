import { statSync } from 'node:fs';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endpointsFor } from './endpoints.ts';
import { figure, machine, median } from './figures.ts';
import { recordOf } from './kept-records.ts';
import type { Options } from './options.ts';
import { memoryOf } from './overload/watched.ts';
import { copyToPostgres } from './postgres.ts';
import { answerOf, type Running, startService, stop } from './service.ts';

const STARTS = 5;
const AT_ONCE = 4;
const HEAVY_ROUNDS = 5;
const REST_MS = 60_000;

type Started = {
  size: number;
  readyMs: number;
  readyMib: number;
  heavyMib: number;
  restedMib: number;
  bytes: number | null;
};

/** How soon the service is ready on a record, what it has in memory then, after all that is heavy and a minute later. */
export async function measureStarts({ sizes, engine, records }: Options): Promise<Started[]> {
  const folder = await mkdtemp(join(tmpdir(), 'counterclaim-start-'));
  const all: Started[] = [];
  try {
    for (const size of sizes)
      all.push(await measureStart(size, engine, records ?? folder, join(folder, `${size}-own.db`)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  console.log(machine(engine));
  console.log(
    '\n| statements | ready after (ms, median of 5) | memory when ready (MiB) | after what is heavy | a minute later | bytes of disk a statement |',
  );
  console.log('|---|---|---|---|---|---|');
  for (const { size, readyMs, readyMib, heavyMib, restedMib, bytes } of all) {
    const disk = bytes === null ? '–' : figure(bytes / size);
    const cells = [
      size.toLocaleString('en'),
      figure(readyMs),
      figure(readyMib),
      figure(heavyMib),
      figure(restedMib),
      disk,
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
  return all;
}

async function measureStart(size: number, engine: string, records: string, own: string): Promise<Started> {
  const { file, landmarks } = await recordOf(size, records);
  await copyFile(file, own);
  const server = engine === 'postgres' ? await copyToPostgres(own) : null;
  const database = server?.url ?? `file:${own}`;
  process.env.WAIT_MAX_MS = '0';
  const starts: number[] = [];
  let service = await ready(database, starts);
  while (starts.length < STARTS) {
    await stop(service);
    service = await ready(database, starts);
  }
  const readyMib = memoryOf(service).now;
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
  for (let round = 0; round < HEAVY_ROUNDS; round += 1)
    // Asked for anew each time: without a header that it has not had, the answer would be one that is kept.
    for (const { path } of endpointsFor(landmarks))
      await Promise.all(Array.from({ length: AT_ONCE }, (_, n) => answerOf(agent, service.url + path, anew(round, n))));
  const heavyMib = memoryOf(service).now;
  agent.destroy();
  await pause(REST_MS);
  const restedMib = memoryOf(service).now;
  await stop(service);
  await server?.stop();
  const bytes = server === null ? statSync(own).size : null;
  await rm(own, { force: true });
  return { size, readyMs: median(starts), readyMib, heavyMib, restedMib, bytes };
}

const anew = (round: number, n: number) => ({ headers: { accept: `application/json, text/x-${round}-${n};q=0.1` } });

async function ready(database: string, starts: number[]): Promise<Running> {
  const began = performance.now();
  const service = await startService(database);
  const agent = new Agent();
  await answerOf(agent, `${service.url}/health/ready`);
  starts.push(performance.now() - began);
  agent.destroy();
  return service;
}
