import { setTimeout as pause } from 'node:timers/promises';
import { figure, quantile } from '../figures.ts';
import { Chance } from '../random.ts';
import { startService, stop } from '../service.ts';
import { connectionsTo } from './connections.ts';
import { printBars } from './figures.ts';
import { kindOf } from './load.ts';

const CLIENTS = [20, 60, 100, 300];
const BETWEEN_MS = 2_000;
/** Words of the demo's texts. */
const WORDS = 'corridor road village people aid access peace border trucks food medicine hospital children'.split(' ');

type Measured = {
  clients: number;
  answered: number;
  refused: number;
  wrong: number;
  p99Ms: number;
  refusedP99Ms: number;
};

/** One of the demo's words, and one that nobody says. */
export function comparisonOfDemo(chance: Chance): string {
  return `/v1/comparisons/terms?term=${chance.oneOf(WORDS)}&term=word${chance.below(1_000_000)}`;
}

/**
 * Comparisons of words that no claim lists, by clients who ask again as soon as they are answered or refused; of the demo
 * where there is no record in the file.
 */
export async function measureComparisons(
  of: string,
  file: string,
  seconds: number,
  next: (chance: Chance) => string,
): Promise<void> {
  const service = await startService(`file:${file}`, true);
  await ask(service.url, 20, 2, next);
  const all: Measured[] = [];
  for (const clients of CLIENTS) {
    all.push(await ask(service.url, clients, seconds, next));
    await pause(BETWEEN_MS);
  }
  await stop(service);
  console.log(
    `\n| ${of}: clients, for ${seconds} s | answered | p99 (ms) | refused | p99 (ms) | neither |\n|---|---|---|---|---|---|`,
  );
  for (const { clients, answered, p99Ms, refused, refusedP99Ms, wrong } of all)
    console.log(`| ${[clients, answered, figure(p99Ms), refused, figure(refusedP99Ms), wrong].join(' | ')} |`);
  const [hundred, most] = all.slice(-2) as [Measured, Measured];
  printBars([
    {
      says: 'no fewer answered with 300 clients than with 100',
      seen: `${most.answered} and ${hundred.answered}`,
      holds: most.answered >= hundred.answered,
    },
    {
      says: 'the others refused with 503 and Retry-After',
      seen: `${most.wrong} not`,
      holds: all.every(({ wrong }) => wrong === 0),
    },
  ]);
}

async function ask(url: string, clients: number, seconds: number, next: (chance: Chance) => string): Promise<Measured> {
  const connections = connectionsTo(url, clients);
  const chance = new Chance(clients);
  const times: { answered: number[]; refused: number[]; wrong: number[] } = { answered: [], refused: [], wrong: [] };
  const until = performance.now() + seconds * 1_000;
  const client = async () => {
    while (performance.now() < until) {
      const began = performance.now();
      const outcome = await connections.send({ method: 'GET', path: next(chance), headers: {} });
      times[kindOf(outcome)].push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  connections.close();
  const p99 = (some: number[]) =>
    quantile(
      some.sort((a, b) => a - b),
      0.99,
    );
  return {
    clients,
    ...{ answered: times.answered.length, refused: times.refused.length, wrong: times.wrong.length },
    ...{ p99Ms: p99(times.answered), refusedP99Ms: p99(times.refused) },
  };
}
