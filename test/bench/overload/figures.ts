import { figure, quantile } from '../figures.ts';
import type { Health } from './health.ts';
import type { Loaded, Result } from './load.ts';
import { SORTS } from './mix.ts';

/** What one process answered of a load. */
export type Summary = {
  answered: number;
  refused: number;
  wrong: number;
  answeredASecond: number;
  medianMs: number;
  p99Ms: number;
  refusedP99Ms: number;
};

export function summaryOf(results: readonly Result[], seconds: number): Summary {
  const of = (kind: Result['kind']) => results.filter((one) => one.kind === kind);
  const times = (some: readonly Result[]) => some.map(({ tookMs }) => tookMs).sort((a, b) => a - b);
  const answered = times(of('answered'));
  return {
    answered: answered.length,
    refused: of('refused').length,
    wrong: of('wrong').length,
    answeredASecond: answered.length / seconds,
    medianMs: quantile(answered, 0.5),
    p99Ms: quantile(answered, 0.99),
    refusedP99Ms: quantile(times(of('refused')), 0.99),
  };
}

export function printLoad(title: string, { results }: Pick<Loaded, 'results'>, seconds: number): void {
  console.log(`\n| ${title} | answered | a second | median / p99 (ms) | refused | p99 (ms) | neither |`);
  console.log('|---|---|---|---|---|---|---|');
  for (const sort of [...SORTS, 'all'] as const) {
    const of = summaryOf(sort === 'all' ? results : results.filter((one) => one.sort === sort), seconds);
    const times = `${figure(of.medianMs)} / ${figure(of.p99Ms)}`;
    const cells = [sort, of.answered, figure(of.answeredASecond), times, of.refused, figure(of.refusedP99Ms), of.wrong];
    console.log(`| ${cells.join(' | ')} |`);
  }
}

/** Prints how long it took to say that the service lives; gives the longest. */
export function printHealth(health: Health): number {
  console.log('\n| `/health/live` | asked | median / p99 / longest (ms) | over 100 ms |\n|---|---|---|---|');
  for (const [how, times] of Object.entries(health)) {
    const sorted = times.map((ms) => ms ?? Number.POSITIVE_INFINITY).sort((a, b) => a - b);
    const figures = [0.5, 0.99, 1].map((at) => figure(quantile(sorted, at))).join(' / ');
    console.log(`| ${how} | ${times.length} | ${figures} | ${sorted.filter((ms) => ms > 100).length} |`);
  }
  return Math.max(
    ...Object.values(health)
      .flat()
      .map((ms) => ms ?? Number.POSITIVE_INFINITY),
  );
}

export function printBars(bars: readonly { says: string; holds: boolean; seen: string }[]): void {
  console.log('\n| to be reached | seen | |\n|---|---|---|');
  for (const { says, holds, seen } of bars)
    console.log(`| ${says} | ${seen} | ${holds ? 'holds' : '**not reached**'} |`);
}
