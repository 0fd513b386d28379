import { statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '../../faults/postgres-server.ts';
import { figure, machine, median, quantile } from '../figures.ts';
import { cpuMsOf, hasEnded, type Running, startService, stop } from '../service.ts';
import { ARTICLES, EMPTY, FULL, newStatement, SENTENCES, STORY, textOf } from './story.ts';

/**
 * `npm run bench:writes -- [--rounds 3] [--seconds 5] [--engine sqlite|postgres]`
 *
 * Records statements, each with a quote that is looked up in the article's text, a stance and a term, by 1, 16 and 64
 * clients in turn, in several rounds; then one after another into an article that has five thousand, and into one that has few. A
 * rate is statements that were acknowledged a second; CPU is that of the service with its workers. On SQLite the file is
 * measured at the end, with all that belongs to a statement but the texts.
 */
const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '5' },
    engine: { type: 'string', default: 'sqlite' },
  },
});
const KEY = 'cck_the-key-of-the-benchmark-of-writes';
const CLIENTS = [1, 16, 64];
/** Statements that the full article has before others are recorded into it. */
const FULL_OF = 5_000;
const INTO_EACH = 300;

const folder = await mkdtemp(join(tmpdir(), 'counterclaim-writes-'));
const file = join(folder, 'writes.db');
const server = values.engine === 'postgres' ? await startPostgres() : null;
process.env.ADMIN_KEY = KEY;
process.env.WAIT_MAX_MS = '0';
const service = await startService(server?.url ?? `file:${file}`);
let next = 0;
try {
  await importStory(service);
  console.log(machine(values.engine));
  await measureClients();
  await measureFullArticle();
  if (server === null) await measureDisk();
} finally {
  if (!hasEnded(service)) await stop(service);
  await server?.stop();
  await rm(folder, { recursive: true, force: true });
}

async function measureClients(): Promise<void> {
  const rates = new Map(CLIENTS.map((clients) => [clients, [] as Measured[]]));
  for (let round = 0; round < Number(values.rounds); round += 1)
    for (const clients of CLIENTS) rates.get(clients)?.push(await recordFor(Number(values.seconds) * 1_000, clients));
  console.log('\n| clients | statements a second | times one client | CPU a statement (ms) | median / p99 (ms) |');
  console.log('|---|---|---|---|---|');
  const one = median((rates.get(1) as Measured[]).map(({ rate }) => rate));
  for (const [clients, measured] of rates) {
    const of = (name: keyof Measured) => median(measured.map((round) => round[name]));
    const cells = [clients, figure(of('rate')), `${figure(of('rate') / one)}×`, figure(of('cpuMs'))];
    console.log(`| ${cells.join(' | ')} | ${figure(of('medianMs'))} / ${figure(of('p99Ms'))} |`);
  }
}

async function measureFullArticle(): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const last = { n: 0 };
  const fill = async () => {
    while (last.n < FULL_OF) await record(agent, newStatement(FULL, last.n++));
  };
  await Promise.all(Array.from({ length: 64 }, fill));
  const times = { full: [] as number[], other: [] as number[] };
  for (let n = 0; n < INTO_EACH; n += 1) {
    times.full.push(await record(agent, newStatement(FULL, last.n++)));
    times.other.push(await record(agent, newStatement(EMPTY, n)));
  }
  agent.destroy();
  const middle = (some: number[]) =>
    quantile(
      some.toSorted((a, b) => a - b),
      0.5,
    );
  const [full, other] = [middle(times.full), middle(times.other)];
  console.log(
    `\nInto an article with ${FULL_OF} statements: median ${figure(full)} ms; into one with the same text and few of them ${figure(other)} ms: ${figure(full / other)}×`,
  );
}

async function measureDisk(): Promise<void> {
  const texts = ARTICLES * Buffer.byteLength(textOf(0)) + 2 * Buffer.byteLength(textOf(FULL));
  await stop(service);
  const bytes = statSync(file).size;
  const statements = next + FULL_OF + 2 * INTO_EACH;
  console.log(
    `\nDisk: ${(bytes / 1024 ** 2).toFixed(0)} MiB for ${statements} statements, at most ${figure((bytes - texts) / statements / 1024)} KiB each without texts`,
  );
}

type Measured = { rate: number; cpuMs: number; medianMs: number; p99Ms: number };

async function recordFor(ms: number, clients: number): Promise<Measured> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const times: number[] = [];
  const [began, cpuBefore] = [performance.now(), await cpuMsOf(service)];
  const client = async () => {
    while (performance.now() - began < ms) times.push(await record(agent, nextStatement()));
  };
  await Promise.all(Array.from({ length: clients }, client));
  const tookMs = performance.now() - began;
  const cpuMs = (await cpuMsOf(service)) - cpuBefore;
  agent.destroy();
  times.sort((a, b) => a - b);
  return {
    rate: times.length / (tookMs / 1_000),
    cpuMs: cpuMs / times.length,
    medianMs: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
  };
}

/** Another sentence of another article each time. */
function nextStatement(): object {
  const n = next++;
  if (n >= ARTICLES * SENTENCES) throw new Error('There are no more sentences: ask for fewer rounds, or shorter ones.');
  return newStatement(n % ARTICLES, Math.floor(n / ARTICLES));
}

/** How long it took until the statement was acknowledged. */
function record(agent: Agent, statement: object): Promise<number> {
  const began = performance.now();
  const body = JSON.stringify(statement);
  return new Promise((resolve, reject) => {
    const headers = {
      authorization: `Bearer ${KEY}`,
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(body),
    };
    const sent = request(`${service.url}/v1/statements`, { method: 'POST', agent, headers }, (answer) => {
      let text = '';
      answer.on('data', (chunk) => {
        text += chunk;
      });
      answer.on('end', () =>
        answer.statusCode === 201 ? resolve(performance.now() - began) : reject(new Error(text)),
      );
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

async function importStory({ url }: Running): Promise<void> {
  const headers = { authorization: `Bearer ${KEY}`, 'content-type': 'application/x-ndjson' };
  const body = STORY.map((line) => `${JSON.stringify(line)}\n`).join('');
  const sent = await fetch(`${url}/v1/imports?format=record`, { method: 'POST', headers, body });
  type Job = { id: string; state: string; rejected: number };
  let job = (await sent.json()) as Job;
  while (job.state === 'queued' || job.state === 'running') {
    await new Promise((resolve) => setTimeout(resolve, 100));
    job = (await (await fetch(`${url}/v1/imports/${job.id}`, { headers })).json()) as Job;
  }
  if (job.state !== 'done' || job.rejected > 0) throw new Error(JSON.stringify(job));
}
