import { createReadStream, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { READERS } from '../../../src/exchange/formats/readers.ts';
import { ImportFormat, mediaTypeOf } from '../../../src/exchange/import.ts';
import { linesOf } from '../../../src/exchange/lines.ts';
import { bytesOf } from '../../../src/exchange/task.ts';
import { startPostgres } from '../../faults/postgres-server.ts';
import { writeExportOf } from '../export-of.ts';
import { figure, machine, quantile } from '../figures.ts';
import { generateRecord } from '../generate.ts';
import { answerOf, type Running, startService, stop } from '../service.ts';
import { STORY, writeFileOf } from './files.ts';

/**
 * `npm run bench:imports -- [--rows 100000] [--formats record,quotebank …] [--takeover 100000] [--engine sqlite|postgres]`
 *
 * For each format: writes a file of so many rows, reads and parses it and does nothing with it, then sends it to the
 * service; with `--takeover` the export of a generated record of so many statements is taken over instead. Rates are rows
 * a second; beside them stands how often the rate of reading and doing nothing is that of the import, how long one read
 * took alone and beside the import, and the most memory that the service had.
 */
const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '100000' },
    formats: { type: 'string', default: ImportFormat.options.join(',') },
    takeover: { type: 'string' },
    engine: { type: 'string', default: 'sqlite' },
    folder: { type: 'string' },
  },
});
const KEY = 'cck_the-key-of-the-benchmark-of-imports';
/** How often one thing is read beside an import, and for how long alone. */
const READ_EVERY_MS = 10;
const ALONE_MS = 5_000;

const folder = values.folder ?? (await mkdtemp(join(tmpdir(), 'counterclaim-imports-')));
const server = values.engine === 'postgres' ? await startPostgres() : null;
let databases = 0;

console.log(machine(values.engine));
console.log(
  '\n| file | rows | MiB | rows a second | read and parsed alone | ratio | p99 of a read alone, beside (ms) | ratio | most memory (MiB) |',
);
console.log('|---|---|---|---|---|---|---|---|---|');
if (values.takeover) await measureTakeover(Number(values.takeover));
else
  for (const format of values.formats.split(',')) await measureFormat(ImportFormat.parse(format), Number(values.rows));
await server?.stop();
if (!values.folder) await rm(folder, { recursive: true, force: true });

async function measureFormat(format: ImportFormat, rows: number): Promise<void> {
  const file = join(folder, `${format}-${rows}`);
  await writeFileOf(format, rows, file);
  const alone = await drained(format, file);
  await withService(async (service) => {
    await send(service, 'record', STORY.map((line) => `${JSON.stringify(line)}\n`).join(''));
    const query = format === 'record' ? '' : '&dispute=harbour&question=is-it-open&side=side-0';
    const article = format === 'citron' ? `&article=${encodeURIComponent('https://courier.example/1')}` : '';
    await measure(service, format, file, alone, `${query}${article}`);
  });
}

async function measureTakeover(size: number): Promise<void> {
  const [database, file] = [join(folder, `${size}.db`), join(folder, `${size}.ndjson`)];
  if (!isThere(database)) await generateRecord(database, size);
  if (!isThere(file)) await writeExportOf(database, file);
  const alone = await drained('record', file);
  await withService((service) => measure(service, 'record', file, alone, ''));
}

async function measure(
  service: Running,
  format: ImportFormat,
  file: string,
  alone: Rate,
  query: string,
): Promise<void> {
  const before = await readsUntil(service, pause(ALONE_MS));
  const began = performance.now();
  let memoryMib = 0;
  let job: Job | null = null;
  const working = (async () => {
    job = await send(service, format, createReadStream(file), query, () => {
      memoryMib = Math.max(memoryMib, residentMib(service.child.pid as number));
    });
  })();
  const beside = await readsUntil(service, working);
  const seconds = (performance.now() - began) / 1000;
  const { state, read, rejected, errors } = job as unknown as Job;
  if (state !== 'done' || rejected > 0)
    console.error(`${format}: ${state}, ${rejected} rejected: ${JSON.stringify(errors.slice(0, 3))}`);
  const rate = read / seconds;
  const cells = [
    ...[
      format,
      read.toLocaleString('en'),
      (statSync(file).size / 1024 ** 2).toFixed(0),
      rate.toFixed(0),
      alone.rate.toFixed(0),
    ],
    ...[
      `${figure(alone.rate / rate)}×`,
      `${figure(before)}, ${figure(beside)}`,
      `${figure(beside / before)}×`,
      memoryMib.toFixed(0),
    ],
  ];
  console.log(`| ${cells.join(' | ')} |`);
}

type Rate = { rows: number; rate: number };
type Job = { id: string; state: string; read: number; rejected: number; errors: object[] };

/** Reads the file, parses it and does nothing else. */
async function drained(format: ImportFormat, file: string): Promise<Rate> {
  const began = performance.now();
  let rows = 0;
  if (format === 'record') {
    for await (const { text } of linesOf(bytesOf(file))) {
      JSON.parse(text as string);
      rows += 1;
    }
  } else for await (const _ of READERS[format](bytesOf(file), {})) rows += 1;
  return { rows, rate: rows / ((performance.now() - began) / 1000) };
}

async function send(
  { url }: Running,
  format: ImportFormat,
  body: string | NodeJS.ReadableStream,
  query = '',
  looked: () => void = () => {},
): Promise<Job> {
  const authorization = `Bearer ${KEY}`;
  const sent = await fetch(`${url}/v1/imports?format=${format}${query}`, {
    method: 'POST',
    headers: { authorization, 'content-type': mediaTypeOf(format) },
    body: body as never,
    duplex: 'half',
  } as RequestInit);
  let job = (await sent.json()) as Job;
  if (sent.status !== 202) throw new Error(JSON.stringify(job));
  while (job.state === 'queued' || job.state === 'running') {
    await pause(50);
    looked();
    job = (await (await fetch(`${url}/v1/imports/${job.id}`, { headers: { authorization } })).json()) as Job;
  }
  return job;
}

/** Reads one thing again and again until what is waited for is over; the 99th percentile of how long that took. */
async function readsUntil({ url }: Running, over: Promise<unknown>): Promise<number> {
  const agent = new Agent({ keepAlive: true, maxSockets: 32 });
  const times: number[] = [];
  const answers: Promise<unknown>[] = [];
  let isOver = false;
  const ended = over.finally(() => {
    isOver = true;
  });
  while (!isOver) {
    const sent = performance.now();
    answers.push(answerOf(agent, `${url}/v1/statements?limit=1`).then(() => times.push(performance.now() - sent)));
    await pause(READ_EVERY_MS);
  }
  await Promise.all([ended, ...answers]);
  agent.destroy();
  times.sort((a, b) => a - b);
  return quantile(times, 0.99);
}

async function withService(work: (service: Running) => Promise<void>): Promise<void> {
  databases += 1;
  const file = join(folder, `service-${databases}.db`);
  process.env.ADMIN_KEY = KEY;
  process.env.IMPORT_BYTES_MAX = String(64 * 1024 ** 3);
  process.env.WAIT_MAX_MS = '0';
  const service = await startService(server ? await freshDatabase(server.url) : `file:${file}`);
  try {
    await work(service);
  } finally {
    await stop(service);
    for (const end of ['', '-wal', '-shm']) await rm(file + end, { force: true });
  }
}

async function freshDatabase(url: string): Promise<string> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query(`CREATE DATABASE bench_${databases}`);
  await client.end();
  return url.replace(/\/[^/]*$/, `/bench_${databases}`);
}

function isThere(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false }) !== undefined;
}

/** As Linux tells it: to start a program that does would keep this process, and what it measures, waiting for some 15 ms. */
function residentMib(pid: number): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;
}
