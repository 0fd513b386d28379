import { describe, expect, test } from 'vitest';
import { PairFilter } from '../../../src/analysis/pairs/pair.ts';
import { listPairs } from '../../../src/analysis/pairs/store.ts';
import { ENGINES, type EngineKind, freshEngine } from '../../support/database.ts';
import { countedSources, Dice, type RandomRecord, writeRandomRecord } from '../../support/random-record.ts';
import { type Asked, naivePairs } from './naive-pairs.ts';

const SEEDS = [1, 2, 3, 4];

function someFilters(record: RandomRecord, seed: number): Asked[] {
  const dice = new Dice(seed + 1000);
  const claims = record.claims.map(({ id }) => id);
  const questions = record.disputes.flatMap((dispute) => dispute.questions);
  const disputes = record.disputes.map(({ id }) => id);
  const filters: Record<keyof Asked, () => unknown> = {
    dispute: () => [dice.one(disputes)],
    question: () => [dice.one(questions), dice.one(questions)].slice(0, 1 + dice.roll(2)),
    claim: () => [dice.one(claims), dice.one(claims)].slice(0, 1 + dice.roll(2)),
    side: () => [dice.one(record.sides)],
    against: () => [dice.one(record.sides), dice.one(record.sides)],
    speaker: () => [dice.one(record.speakers), dice.one(record.speakers)].slice(0, 1 + dice.roll(2)),
    outlet: () => [dice.one(record.outlets), dice.one(record.outlets)],
    basis: () => [dice.one(['rebuttal', 'stance', 'counter-claim']), dice.one(['rebuttal', 'stance', 'counter-claim'])],
    from: () => '2023-02-01',
    to: () => dice.one(['2023-02-01', '2023-02-02', '2023-02', '2023']),
    nearest: () => 'true',
    distinct: () => 'true',
  };
  const names = Object.keys(filters) as (keyof Asked)[];
  const single = names.map((name) => ({ [name]: filters[name]() }));
  const several = Array.from({ length: 14 }, () =>
    Object.fromEntries([dice.one(names), dice.one(names), dice.one(names)].map((name) => [name, filters[name]()])),
  );
  return [{}, { basis: ['counter-claim'] }, ...single, ...several];
}

async function allPages(engine: Awaited<ReturnType<typeof freshEngine>>, asked: Asked, limit: number) {
  const filter = PairFilter.parse(asked);
  const pairs: unknown[] = [];
  for (let after: readonly string[] | null = null; ; ) {
    const page = await listPairs(engine.read, filter, { limit, after, count: false });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    for (const { basis, kind, left, right, daysApart, certain } of page.items)
      pairs.push({ basis, ...(kind && { kind }), left: left.id, right: right.id, daysApart, certain });
    if (page.next === null) return pairs;
    after = page.next;
  }
}

async function fresh(kind: EngineKind, seed: number, size: number) {
  const engine = await freshEngine(kind, 'empty', countedSources());
  return { engine, record: await writeRandomRecord(engine, seed, size) };
}

describe.each(ENGINES)('pairs on %s', (kind) => {
  test.each(SEEDS)(
    'are those that a look at every two statements finds, with every filter (record %i)',
    async (seed) => {
      const { engine, record } = await fresh(kind, seed, 45);
      expect(naivePairs(record, {}).length).toBeGreaterThan(20);
      for (const asked of someFilters(record, seed)) {
        const expected = naivePairs(record, asked);
        expect({ asked, pairs: await allPages(engine, asked, 200) }).toEqual({ asked, pairs: expected });
        const { total } = await listPairs(engine.read, PairFilter.parse(asked), { limit: 1, after: null, count: true });
        expect({ asked, total }).toEqual({ asked, total: expected.length });
      }
    },
  );

  test('are the same page by page at every limit', async () => {
    const { engine, record } = await fresh(kind, 11, 20);
    for (const asked of [{}, { nearest: 'true' as const }, { basis: ['rebuttal', 'counter-claim'] }]) {
      const expected = naivePairs(record, asked);
      for (let limit = 1; limit <= Math.min(expected.length + 1, 40); limit += 1)
        expect(await allPages(engine, asked, limit)).toEqual(expected);
    }
  });
});
