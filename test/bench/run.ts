import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { type Beside, measureBeside } from './beside.ts';
import { measureClients } from './clients/run.ts';
import { type Endpoint, endpointsFor } from './endpoints.ts';
import { figure, machine, median, printTable, quantile } from './figures.ts';
import type { FloorAnswer } from './floor.ts';
import { recordOf } from './kept-records.ts';
import { readOptions } from './options.ts';
import { keyIn, landmarksOfDemo, type PageLandmarks, pagesFor } from './pages.ts';
import { copyToPostgres } from './postgres.ts';
import type { Landmarks } from './record.ts';
import { type Answer, answerOf, cpuMsOf, type Running, start, startService, stop } from './service.ts';
import { measureStarts } from './start.ts';

/**
 * `npm run bench -- [--sizes 10000,100000,1000000] [--rounds 7] [--engine sqlite|postgres] [--records folder] [--json file]
 * [--beside] [--anew] [--pages] [--clients 1,16,64] [--start]`
 *
 * For each size: generates a record, starts the service on it and, beside it, bare Fastify that sends the same bytes,
 * and asks both in turn, in shuffled rounds, one request at a time. Figures are milliseconds as a client sees them, and
 * the CPU that the service spent on a request as a multiple of what bare Fastify spent on the same bytes; what PostgreSQL
 * spends is not in it. In the folder of records generated ones are kept, and found again. With `--beside` it measures
 * instead how long it takes to read one statement while another client compares without a pause. With `--anew` something is
 * committed before each request, so that no answer is one that was kept; on SQLite alone. With `--pages` it asks for pages
 * as a browser does, of the demo first, and tells the size of each as it was sent, in KiB. With `--clients` so many ask at
 * once, of bare servers and of the service's peers, too; with `--start` it tells how soon the service is ready, and its memory.
 */
const options = readOptions(process.argv.slice(2));
/** A round asks an endpoint until this has passed, but at least three times and at most so often. */
const ROUND_MS = 250;
const ROUND_REQUESTS_MAX = 400;

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

type Size = number | 'demo';
type Measured = Endpoint & {
  size: Size;
  bytes: number;
  medianMs: number;
  p99Ms: number;
  cpuMs: number;
  ofFloor: number;
};
type MeasuredBeside = Beside & { size: Size };

const results = await measureWhatIsAsked();
if (options.json) await writeFile(options.json, JSON.stringify(results, null, 2));

function measureWhatIsAsked(): Promise<object[]> {
  if (options.clients.length > 0) return measureClients(options);
  if (options.isStart) return measureStarts(options);
  return options.isBeside ? measureAllBeside() : measureAll();
}

async function measureAll(): Promise<Measured[]> {
  const rows: Measured[] = [];
  const sizes: Size[] = options.isPages ? ['demo', ...options.sizes] : options.sizes;
  for (const size of sizes) rows.push(...(await measureSize(size)));
  console.log(machine(options.engine));
  if (options.isPages) {
    printTable(
      'median / p99 ms (KiB as sent)',
      rows,
      ({ medianMs, p99Ms, bytes }) => `${figure(medianMs)} / ${figure(p99Ms)} (${figure(bytes / 1024)})`,
    );
    return rows;
  }
  printTable(
    'median / p99 ms (CPU as a multiple of bare Fastify)',
    rows,
    ({ medianMs, p99Ms, ofFloor }) => `${figure(medianMs)} / ${figure(p99Ms)} (${figure(ofFloor)}×)`,
  );
  return rows;
}

async function measureAllBeside(): Promise<MeasuredBeside[]> {
  const rows: MeasuredBeside[] = [];
  for (const size of options.sizes) {
    const measured = await withService(size, (service, endpoints) => measureBeside(service, endpoints, options.rounds));
    rows.push(...measured.map((one) => ({ ...one, size })));
  }
  console.log(machine(options.engine));
  printTable(
    'beside: median / p99 ms (times the p99 alone)',
    rows,
    ({ medianMs, p99Ms, timesAlone }) => `${figure(medianMs)} / ${figure(p99Ms)} (${figure(timesAlone)}×)`,
  );
  return rows;
}

function measureSize(size: Size): Promise<Measured[]> {
  return withService(size, async (service, endpoints, folder, file) => {
    const answers: Answer[] = [];
    for (const endpoint of endpoints) answers.push(await answerOf(agent, service.url + endpoint.path, endpoint));
    await writeFile(join(folder, 'answers.json'), JSON.stringify(answers.map(floorAnswer)));
    const floor = await start('floor.ts', [join(folder, 'answers.json')], {});
    const commit = options.isAnew ? committing(file) : undefined;
    const measured = await measureInTurn(size, endpoints, answers, service, floor, commit);
    await stop(floor);
    return measured;
  });
}

function floorAnswer({ type, encoding, body }: Answer): FloorAnswer {
  if (type.startsWith('application/json')) return { json: JSON.parse(body.toString()) };
  return { type, encoding, base64: body.toString('base64') };
}

/** Runs the service on a record of that size, with a folder that is removed afterwards. */
async function withService<Result>(
  size: Size,
  work: (service: Running, endpoints: Endpoint[], folder: string, file: string) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'counterclaim-bench-'));
  try {
    const { file, landmarks } =
      size === 'demo'
        ? { file: join(folder, 'demo.db'), landmarks: null }
        : await recordOf(size, options.records ?? folder);
    const server = options.engine === 'postgres' && landmarks !== null ? await copyToPostgres(file) : null;
    const database = server?.url ?? `file:${file}`;
    const service = await startService(database, landmarks === null);
    const endpoints = options.isPages
      ? await pagesFor(agent, service, await pageLandmarks(service, landmarks), await keyIn(database))
      : endpointsFor(landmarks as Landmarks);
    const result = await work(service, endpoints, folder, file);
    await stop(service);
    await server?.stop();
    return result;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function pageLandmarks(service: Running, landmarks: Landmarks | null): Promise<PageLandmarks> | PageLandmarks {
  return landmarks === null ? landmarksOfDemo(agent, service) : { ...landmarks, terms: landmarks.terms.common };
}

async function measureInTurn(
  size: Size,
  endpoints: Endpoint[],
  answers: Answer[],
  service: Running,
  floor: Running,
  commit: (() => void) | undefined,
): Promise<Measured[]> {
  const ours = endpoints.map((): Round[] => []);
  const theirs = endpoints.map((): Round[] => []);
  for (let round = 0; round < options.rounds; round += 1) {
    for (const at of shuffled(endpoints.length, round)) {
      (ours[at] as Round[]).push(await ask(service, endpoints[at] as Endpoint, commit));
      (theirs[at] as Round[]).push(await ask(floor, { path: `/${at}` }));
    }
    console.error(`${size}: round ${round + 1} of ${options.rounds}`);
  }
  return endpoints.map((endpoint, at) => {
    const times = (ours[at] as Round[]).flatMap(({ ms }) => ms).sort((a, b) => a - b);
    const cpuMs = median((ours[at] as Round[]).map((round) => round.cpuMs));
    const floorCpuMs = median((theirs[at] as Round[]).map((round) => round.cpuMs));
    const bytes = (answers[at] as Answer).body.length;
    const ofFloor = cpuMs / Math.max(floorCpuMs, 0.001);
    return {
      ...endpoint,
      size,
      bytes,
      medianMs: quantile(times, 0.5),
      p99Ms: quantile(times, 0.99),
      cpuMs,
      ofFloor,
    };
  });
}

type Round = { ms: number[]; cpuMs: number };

async function ask(running: Running, { path, ...asked }: Omit<Endpoint, 'name'>, before?: () => void): Promise<Round> {
  await answerOf(agent, running.url + path, asked);
  const ms: number[] = [];
  const cpuBefore = await cpuMsOf(running);
  const end = performance.now() + ROUND_MS;
  while (ms.length < 3 || (performance.now() < end && ms.length < ROUND_REQUESTS_MAX)) {
    before?.();
    const sent = performance.now();
    await answerOf(agent, running.url + path, asked);
    ms.push(performance.now() - sent);
  }
  return { ms, cpuMs: ((await cpuMsOf(running)) - cpuBefore) / ms.length };
}

/** Commits something that changes nothing of the record. */
function committing(file: string): () => void {
  const connection = new Database(file);
  let version = 0;
  return () => {
    version = (version + 1) % 1_000_000;
    connection.pragma(`user_version = ${version}`);
  };
}

function shuffled(length: number, seed: number): number[] {
  const order = Array.from({ length }, (_, at) => at);
  return order.sort((a, b) => ((a * 7919 + seed * 104_729) % 65_537) - ((b * 7919 + seed * 104_729) % 65_537));
}
