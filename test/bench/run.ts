import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Endpoint, endpointsFor } from './endpoints.ts';
import { generateRecord } from './generate.ts';
import { copyToPostgres } from './postgres.ts';
import type { Landmarks } from './record.ts';

/**
 * `npm run bench -- [--sizes 10000,100000,1000000] [--rounds 7] [--engine sqlite|postgres] [--records folder] [--json file]`
 *
 * For each size: generates a record, starts the service on it and, beside it, bare Fastify that sends the same bytes,
 * and asks both in turn, in shuffled rounds, one request at a time. Figures are milliseconds as a client sees them, and
 * the CPU that the service spent on a request as a multiple of what bare Fastify spent on the same bytes; what PostgreSQL
 * spends is not in it. In the folder of records generated ones are kept, and found again.
 */
const options = readOptions(process.argv.slice(2));
/** A round asks an endpoint until this has passed, but at least three times and at most so often. */
const ROUND_MS = 250;
const ROUND_REQUESTS_MAX = 400;

const agent = new Agent({ keepAlive: true, maxSockets: 1 });
const started = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of started) child.kill('SIGKILL');
});

type Running = { child: ChildProcess; url: string };
type Measured = Endpoint & {
  size: number;
  bytes: number;
  medianMs: number;
  p99Ms: number;
  cpuMs: number;
  ofFloor: number;
};

const results: Measured[] = [];
for (const size of options.sizes) results.push(...(await measureSize(size)));
printTable(results);
if (options.json) await writeFile(options.json, JSON.stringify(results, null, 2));

async function measureSize(size: number): Promise<Measured[]> {
  const folder = await mkdtemp(join(tmpdir(), 'counterclaim-bench-'));
  try {
    const { file, landmarks } = await recordOf(size, options.records ?? folder);
    const endpoints = endpointsFor(landmarks);
    const server = options.engine === 'postgres' ? await copyToPostgres(file) : null;
    const service = await start('../../src/server.ts', [], {
      DATABASE_URL: server?.url ?? `file:${file}`,
      DEMO: 'false',
      RATE_LIMIT: '0',
      LOG_LEVEL: 'silent',
      PORT: '0',
    });
    const answers = [];
    for (const { path } of endpoints) answers.push(JSON.parse(await answerOf(service.url + path)));
    await writeFile(join(folder, 'answers.json'), JSON.stringify(answers));
    const floor = await start('floor.ts', [join(folder, 'answers.json')], {});
    const measured = await measureInTurn(size, endpoints, answers, service, floor);
    await Promise.all([stop(service), stop(floor)]);
    await server?.stop();
    return measured;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The record of that size in the folder; made there unless it is there. */
async function recordOf(size: number, folder: string): Promise<{ file: string; landmarks: Landmarks }> {
  const [file, about] = [join(folder, `${size}.db`), join(folder, `${size}.json`)];
  const known = await readFile(about, 'utf8').catch(() => null);
  if (known !== null) return { file, landmarks: JSON.parse(known) };
  const began = Date.now();
  const landmarks = await generateRecord(file, size);
  await writeFile(about, JSON.stringify(landmarks));
  console.error(`${size} statements generated in ${Math.round((Date.now() - began) / 1000)} s`);
  return { file, landmarks };
}

async function measureInTurn(
  size: number,
  endpoints: Endpoint[],
  answers: unknown[],
  service: Running,
  floor: Running,
): Promise<Measured[]> {
  const ours = endpoints.map((): Round[] => []);
  const theirs = endpoints.map((): Round[] => []);
  for (let round = 0; round < options.rounds; round += 1) {
    for (const at of shuffled(endpoints.length, round)) {
      (ours[at] as Round[]).push(await ask(service, (endpoints[at] as Endpoint).path));
      (theirs[at] as Round[]).push(await ask(floor, `/${at}`));
    }
    console.error(`${size}: round ${round + 1} of ${options.rounds}`);
  }
  return endpoints.map((endpoint, at) => {
    const times = (ours[at] as Round[]).flatMap(({ ms }) => ms).sort((a, b) => a - b);
    const cpuMs = median((ours[at] as Round[]).map((round) => round.cpuMs));
    const floorCpuMs = median((theirs[at] as Round[]).map((round) => round.cpuMs));
    const bytes = Buffer.byteLength(JSON.stringify(answers[at]));
    const ofFloor = cpuMs / Math.max(floorCpuMs, 0.001);
    return {
      ...endpoint,
      size,
      bytes,
      medianMs: median(times),
      p99Ms: times[Math.floor(times.length * 0.99)] as number,
      cpuMs,
      ofFloor,
    };
  });
}

type Round = { ms: number[]; cpuMs: number };

async function ask({ child, url }: Running, path: string): Promise<Round> {
  await answerOf(url + path);
  const ms: number[] = [];
  const cpuBefore = await cpuMsOf(child);
  const end = performance.now() + ROUND_MS;
  while (ms.length < 3 || (performance.now() < end && ms.length < ROUND_REQUESTS_MAX)) {
    const before = performance.now();
    await answerOf(url + path);
    ms.push(performance.now() - before);
  }
  return { ms, cpuMs: ((await cpuMsOf(child)) - cpuBefore) / ms.length };
}

function answerOf(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        if (response.statusCode === 200) resolve(text);
        else reject(new Error(`${url}: ${response.statusCode} ${text.slice(0, 300)}`));
      });
      response.on('error', reject);
    }).on('error', reject);
  });
}

/** The time that the threads of a process ran, as Linux counts it, in nanoseconds. */
async function cpuMsOf({ pid }: ChildProcess): Promise<number> {
  let ns = 0;
  for (const thread of await readdir(`/proc/${pid}/task`)) {
    const figures = await readFile(`/proc/${pid}/task/${thread}/schedstat`, 'utf8').catch(() => '0');
    ns += Number(figures.split(' ')[0]);
  }
  return ns / 1e6;
}

function start(script: string, parameters: string[], environment: Record<string, string>): Promise<Running> {
  const file = fileURLToPath(new URL(script, import.meta.url));
  const child = spawn(process.execPath, [file, ...parameters], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.add(child);
  return new Promise((resolve, reject) => {
    let output = '';
    child.once('exit', (code) => reject(new Error(`${script} ended with ${code}: ${output}`)));
    child.stdout?.on('data', (chunk) => {
      output += chunk;
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
      if (url) resolve({ child, url });
    });
  });
}

function stop({ child }: Running): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}

function shuffled(length: number, seed: number): number[] {
  const order = Array.from({ length }, (_, at) => at);
  return order.sort((a, b) => ((a * 7919 + seed * 104_729) % 65_537) - ((b * 7919 + seed * 104_729) % 65_537));
}

function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function printTable(rows: Measured[]): void {
  const sizes = [...new Set(rows.map(({ size }) => size))];
  const figure = (n: number) => (n >= 100 ? n.toFixed(0) : n >= 10 ? n.toFixed(1) : n.toFixed(2));
  console.log(
    `${options.engine}, Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model}, ${new Date().toISOString().slice(0, 10)}`,
  );
  console.log(
    `\n| median / p99 ms (CPU as a multiple of bare Fastify) | ${sizes.map((size) => size.toLocaleString('en')).join(' | ')} |`,
  );
  console.log(`|---|${sizes.map(() => '---').join('|')}|`);
  for (const name of new Set(rows.map((row) => row.name))) {
    const cells = sizes.map((size) => {
      const row = rows.find((one) => one.name === name && one.size === size);
      return row ? `${figure(row.medianMs)} / ${figure(row.p99Ms)} (${figure(row.ofFloor)}×)` : '–';
    });
    console.log(`| ${name} | ${cells.join(' | ')} |`);
  }
}

type Options = { sizes: number[]; rounds: number; engine: string; records: string | null; json: string | null };

function readOptions(words: string[]): Options {
  const optionOf = (name: string) => (words.includes(name) ? (words[words.indexOf(name) + 1] ?? null) : null);
  const sizes = (optionOf('--sizes') ?? '10000,100000,1000000').split(',').map(Number);
  const rounds = Number(optionOf('--rounds') ?? 7);
  const engine = optionOf('--engine') ?? 'sqlite';
  if (sizes.some((size) => !(size >= 1000)) || !(rounds >= 1) || !['sqlite', 'postgres'].includes(engine)) {
    throw new Error(
      'Usage: npm run bench -- [--sizes 10000,100000] [--rounds 7] [--engine postgres] [--records folder] [--json file]',
    );
  }
  return { sizes, rounds, engine, records: optionOf('--records'), json: optionOf('--json') };
}
