import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { figure, machine } from '../figures.ts';
import { recordOf } from '../kept-records.ts';
import { copyToPostgres } from '../postgres.ts';
import type { Chance } from '../random.ts';
import { type Running, startService, stop } from '../service.ts';
import { missing, recordStory } from './acknowledged.ts';
import { comparisonOfDemo, measureComparisons } from './comparisons.ts';
import { printBars, printHealth, printLoad, summaryOf } from './figures.ts';
import type { Loaded, Result } from './load.ts';
import { comparisonOfWords, KEY } from './mix.ts';
import { memoryOf, sendLoad, watchHealth } from './watched.ts';

/**
 * `npm run bench:overload -- [--seconds 60] [--times 3] [--rate 0] [--size 100000] [--records folder] [--engine sqlite|postgres]
 * [--comparisons]`
 *
 * Reads by id, pages, comparisons of claims and of other words, and writes whose quotes are looked up, come at a fixed rate
 * whether or not those before are answered; a time counts from when the request was due. First it finds the rate that is
 * answered as it comes, by steps, unless `--rate` gives it. Half of that comes for a while. Then it sends three times as much, while another process asks
 * whether the service lives; then half of that rate, to see when all is as usual. At the end the service is killed, and what was
 * acknowledged is looked for. With `--comparisons` it asks for comparisons of other words instead, of the demo and of
 * a record, by 20 to 300 clients who each ask again as soon as they are answered or refused.
 */
const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '60' },
    times: { type: 'string', default: '3' },
    rate: { type: 'string', default: '0' },
    size: { type: 'string', default: '100000' },
    records: { type: 'string' },
    engine: { type: 'string', default: 'sqlite' },
    comparisons: { type: 'boolean', default: false },
  },
});
const [size, overloadMs] = [Number(values.size), Number(values.seconds) * 1_000];
const FIRST_RATE = 100;
const STEP = 1.3;
const STEP_MS = 6_000;
/** A rate is sustained when this share of what it asks is answered, 99 % of it within this time. */
const SUSTAINED = { share: 0.999, p99Ms: 500 };
const AFTERWARDS_MS = 10_000;
/** Afterwards is looked at in pieces of this length; a piece is as usual when nothing is refused and 95 % are this quick. */
const PIECE_MS = 250;
const USUAL_MS = 250;

process.env.ADMIN_KEY = KEY;
const folder = await mkdtemp(join(tmpdir(), 'counterclaim-overload-'));
const acknowledged: Loaded['acknowledged'] = [];
let [seed, lastWrite] = [1, 0];
try {
  console.log(machine(values.engine));
  if (values.comparisons) await measureAllComparisons(Number(values.seconds));
  else await measureOverload();
} finally {
  await rm(folder, { recursive: true, force: true });
}

async function measureAllComparisons(seconds: number): Promise<void> {
  await measureComparisons('the demo', join(folder, 'demo.db'), seconds, comparisonOfDemo);
  const { file } = await recordOf(size, values.records ?? folder);
  await copyFile(file, join(folder, 'own.db'));
  const next = (chance: Chance) => comparisonOfWords(size, chance);
  await measureComparisons(`${size} statements`, join(folder, 'own.db'), seconds, next);
}

async function measureOverload(): Promise<void> {
  const { file } = await recordOf(size, values.records ?? folder);
  await copyFile(file, join(folder, 'overload.db'));
  const server = values.engine === 'postgres' ? await copyToPostgres(join(folder, 'overload.db')) : null;
  const database = server?.url ?? `file:${join(folder, 'overload.db')}`;
  const service = await startService(database);
  await recordStory(service);
  const sustained = Number(values.rate) || (await findSustained(service));
  // A service that has just started is slower than one that the load finds at work.
  await load(service, sustained / 2, STEP_MS);
  const before = memoryOf(service);
  const endWatch = await watchHealth(service);
  const over = await load(service, sustained * Number(values.times), overloadMs);
  const health = await endWatch();
  const after = await load(service, sustained / 2, AFTERWARDS_MS);
  const memory = memoryOf(service);
  await kill(service);
  process.env.WAIT_MAX_MS = '0';
  const again = await startService(database);
  const lost = await missing(again, acknowledged);
  await stop(again);
  await server?.stop();

  const seconds = overloadMs / 1_000;
  console.log(
    `\nSustained: ${figure(sustained)} requests a second; sent: ${figure(sustained * Number(values.times))}.`,
  );
  printLoad(`${values.times} times that for ${seconds} s`, over, seconds);
  for (const [words, count] of Object.entries(over.wrong)) console.log(`neither: ${count} × ${words}`);
  const longestMs = printHealth(health);
  console.log(`\nSender: ${over.connectionsMax} connections at most, ${figure(over.lateMs)} ms late at most.`);
  const of = summaryOf(over.results, seconds);
  const usualAfterMs = usualAfter(after.results);
  printBars([
    { says: 'p99 of what is answered under 1 s', seen: `${figure(of.p99Ms)} ms`, holds: of.p99Ms < 1_000 },
    { says: 'all else refused with 503 and Retry-After', seen: `${of.wrong} not`, holds: of.wrong === 0 },
    { says: 'nothing acknowledged lost', seen: `${lost} of ${acknowledged.length}`, holds: lost === 0 },
    { says: 'as usual within 5 s', seen: `${figure(usualAfterMs / 1_000)} s`, holds: usualAfterMs <= 5_000 },
    { says: '`/health/live` within 100 ms', seen: `${figure(longestMs)} ms`, holds: longestMs <= 100 },
    {
      says: 'memory is bounded: under 1 GiB',
      seen: `${figure(before.now)} MiB before, ${figure(memory.peak)} at most, ${figure(memory.now)} after`,
      holds: memory.peak < 1_024,
    },
  ]);
}

/** The highest rate that is answered as it comes; each step asks a third more. */
async function findSustained(service: Running): Promise<number> {
  await load(service, FIRST_RATE / 2, STEP_MS);
  let sustained = FIRST_RATE / 2;
  for (let rate = FIRST_RATE; ; rate *= STEP) {
    const { results } = await load(service, rate, STEP_MS);
    const of = summaryOf(results, STEP_MS / 1_000);
    console.error(`${figure(rate)} a second: p99 ${figure(of.p99Ms)} ms, ${of.refused} refused, ${of.wrong} neither`);
    if (of.answered < SUSTAINED.share * results.length || of.p99Ms > SUSTAINED.p99Ms) return sustained;
    sustained = rate;
  }
}

async function load({ url }: Running, rate: number, ms: number): Promise<Loaded> {
  const loaded = await sendLoad({ url, size, rate, ms, seed, firstWrite: lastWrite });
  seed += 1;
  lastWrite = loaded.lastWrite;
  acknowledged.push(...loaded.acknowledged);
  return loaded;
}

/** When the last piece ended that was not as usual. */
function usualAfter(results: readonly Result[]): number {
  let usualAfterMs = 0;
  for (let from = 0; from < AFTERWARDS_MS; from += PIECE_MS) {
    const piece = results.filter(({ dueMs }) => dueMs >= from && dueMs < from + PIECE_MS);
    const quick = piece.filter(({ kind, tookMs }) => kind === 'answered' && tookMs <= USUAL_MS);
    const isUsual = piece.every(({ kind }) => kind === 'answered') && quick.length >= 0.95 * piece.length;
    if (!isUsual) usualAfterMs = from + PIECE_MS;
  }
  return usualAfterMs;
}

function kill({ child }: Running): Promise<void> {
  return new Promise((resolve) => {
    child.removeAllListeners('exit');
    child.once('exit', () => resolve());
    child.kill('SIGKILL');
  });
}
