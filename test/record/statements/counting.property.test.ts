import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countBy } from '../../../src/analysis/statements/counting.ts';
import { readFilter, StatementFilter } from '../../../src/analysis/statements/filter.ts';
import { findKept } from '../../../src/analysis/statements/summary-counts.ts';
import type { Dimension } from '../../../src/analysis/statements/tabulate.ts';
import { foldNext } from '../../../src/derived/summaries/fold.ts';
import { startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { countedSources, writeRandomRecord } from '../../support/random-record.ts';

const BOUNDS = ['2023', '2023-02', '2023-02-02'];
const LATER = ['2023-02-02', '2023-02-10', '2023-03'];
const VERIFIED = ['exact', 'normalized', 'elided'];
const STANCES = ['support', 'deny', 'query', 'comment'];

const some = <Item>(items: readonly Item[]) => fc.subarray([...items], { minLength: 1 });
const orNone = <Item>(of: fc.Arbitrary<Item>) => fc.option(of, { nil: undefined });

describe.each(ENGINES)('counting on %s', (kind) => {
  test('tells from what is kept what counting row by row tells, for every filter and every way to group', async () => {
    const { engine } = await startService(kind, { sources: countedSources(), foldsBeside: false });
    const record = await writeRandomRecord(engine, 3, 60);
    const questions = await engine.read.query('questions to count', ({ db, t }) => db.select().from(t.questions));
    const said = { saidFrom: orNone(fc.constantFrom(...BOUNDS)), saidTo: orNone(fc.constantFrom(...LATER)) };
    const side = orNone(some(record.sides));
    const asked = fc.oneof(
      fc.record({
        filter: fc.record({ claim: some(record.claims.map(({ id }) => id)) }),
        by: fc.constant<Dimension[]>([]),
      }),
      fc.record({
        filter: fc.record({
          claim: some(record.claims.map(({ id }) => id)),
          stance: orNone(some(STANCES)),
          side,
          ...said,
        }),
        by: fc.subarray<Dimension>(['claim', 'side', 'stance', 'day', 'month']),
      }),
      fc.record({
        filter: fc.record({ question: some(questions.map(({ id }) => id)), side }),
        by: fc.subarray<Dimension>(['question', 'claim', 'side', 'stance']),
      }),
      fc.record({
        filter: fc.record({
          dispute: some(record.disputes.map(({ id }) => id)),
          anchor: orNone(fc.constant(VERIFIED)),
          side,
          ...said,
        }),
        by: fc.subarray<Dimension>(['dispute', 'side', 'kind', 'day', 'month']),
      }),
      fc.record({
        filter: fc.record({ dispute: some(record.disputes.map(({ id }) => id)), stance: fc.constant(STANCES), side }),
        by: fc.subarray<Dimension>(['side']),
      }),
    );
    const [claim, other] = record.claims.map(({ id }) => id) as [string, string];
    const [dispute] = record.disputes.map(({ id }) => id) as [string];
    const question = questions[0]?.id;
    const range = { saidFrom: '2023-02', saidTo: '2023-02-10' };
    const kept: [object, Dimension[]][] = [
      [{ claim }, []],
      [{ claim, side: record.sides, stance: ['deny', 'query'], ...range }, ['side', 'stance', 'month']],
      [{ claim: [claim, other] }, []],
      [{ claim: [claim, other], side: record.sides[0], ...range }, ['claim', 'day']],
      [{ question, side: record.sides }, ['side']],
      [{ question: questions.map(({ id }) => id) }, ['question', 'claim', 'side', 'stance']],
      [{ dispute, anchor: VERIFIED, ...range }, ['side', 'month']],
      [{ dispute: record.disputes.map(({ id }) => id), stance: STANCES }, ['side']],
    ];
    for (const [filter, by] of kept) {
      const read = await readFilter(engine.read, StatementFilter.parse(filter), { drafts: false });
      expect({ filter, counts: read.kept && (await findKept(engine.read, read.kept, by)) }).not.toMatchObject({
        counts: null,
      });
    }
    const told = new Map<string, number>();
    const steps = fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined, freq: 8 });
    await fc.assert(
      fc.asyncProperty(asked, steps, async ({ filter, by }, step) => {
        if (step !== undefined) await engine.write((tx) => foldNext(tx, step));
        const read = await readFilter(engine.read, StatementFilter.parse(filter), { drafts: false });
        const kept = read.kept && (await findKept(engine.read, read.kept, by));
        if (!read.kept || !kept) return;
        expect(kept).toEqual(await countBy(engine.read, { ...read, kept: null }, by));
        told.set(read.kept.of, (told.get(read.kept.of) ?? 0) + kept.length);
      }),
      { numRuns: 300, seed: 11 },
    );
    expect([...told.keys()].sort()).toEqual(['claim', 'dispute', 'question', 'stances in dispute']);
    for (const n of told.values()) expect(n).toBeGreaterThan(50);
  });
});
