import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { type Comparer, comparer } from '../../../src/analysis/comparer.ts';
import { ClaimComparisonQuery } from '../../../src/analysis/comparisons/claims/claim-comparison.ts';
import { claimsAsked } from '../../../src/analysis/comparisons/routes.ts';
import { WALKED_MAX } from '../../../src/analysis/statements/length.ts';
import { openDatabase } from '../../../src/database.ts';
import { idFromKey } from '../../../src/kernel/id.ts';
import { Cursors } from '../../../src/platform/cursor.ts';
import type { Engine } from '../../../src/platform/engine/tables.ts';
import { recordStatement } from '../../../src/record/statements/actions.ts';
import { NewStatement } from '../../../src/record/statements/statement.ts';
import { quoteChecker } from '../../../src/text/quotes/checker.ts';
import { generateRecord } from '../../bench/generate.ts';
import { startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { whenDone } from '../../support/lifetime.ts';
import { recordStory } from '../../support/record.ts';

const WORKER = new URL('../../../src/worker.ts', import.meta.url);

const [ANSWERS, WRITES] = [40, 25];
type Spoken = { article: string; speaker: string; dispute: string; claims: string[] };

/**
 * Compares while statements are recorded one after another, and holds that all numbers of an answer are of one moment. So many
 * are recorded beside each comparison: one that a worker makes stands back for as long as others want its core.
 */
async function expectMoments(engine: Engine, { make }: Comparer, { claims, dispute, ...by }: Spoken): Promise<void> {
  const checker = quoteChecker();
  whenDone(() => checker.close());
  let written = 0;
  const writeSome = async () => {
    for (const until = written + WRITES; written < until; written += 1) {
      const stances = claims.map((claim) => ({ claim, stance: 'support' }));
      const said = { ...by, quote: `What was said, for the ${written}. time`, quoteType: 'indirect', dispute, stances };
      await recordStatement(engine, checker, NewStatement.parse(said), { actor: 'test', comment: null });
      // Answers of workers come in between.
      await setImmediate();
    }
  };
  const totals = new Set<number>();
  const query = ClaimComparisonQuery.parse({ claim: claims });
  const compare = async (at: number) => {
    const { total, columns, timeline } = (await make('claims', claimsAsked(query, new Cursors('secret')))).read();
    totals.add(total);
    for (const [column, { n, share, sides, stances }] of columns.entries()) {
      const sums = [
        sides.map((side) => side.n),
        Object.values(stances),
        timeline.map(({ counts }) => counts[column] as number),
      ].map((numbers) => numbers.reduce((sum, one) => sum + one, 0));
      expect({ at, n, share, sums }).toEqual({ at, n, share: total === 0 ? 0 : n / total, sums: [n, n, n] });
    }
    const balance = (await make('balance', dispute)).read();
    expect(balance.sides.reduce((sum, { n }) => sum + n, 0)).toBe(balance.total);
  };
  for (let at = 0; at < ANSWERS; at += 1) await Promise.all([writeSome(), compare(at)]);
  expect(totals.size).toBeGreaterThan(3);
}

describe.each(ENGINES)('a comparison on %s', (kind) => {
  test('tells the record of one moment, whatever is recorded meanwhile', async () => {
    const service = await startService(kind);
    const { dispute, article, anna, open, shut } = await recordStory(service, { text: null });
    const comparisons = comparer(service.engine, WORKER);
    whenDone(comparisons.close);
    const spoken = { article: article.id, speaker: anna.id, dispute: dispute.id, claims: [open.id, shut.id] };
    await expectMoments(service.engine, comparisons, spoken);
  });
});

test('a comparison that a worker makes tells the record of one moment, too', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'counterclaim-'));
  whenDone(() => rm(folder, { recursive: true, force: true }));
  const { claims, dispute } = await generateRecord(join(folder, 'long.db'), WALKED_MAX + 1);
  const engine = await openDatabase(`file:${join(folder, 'long.db')}`);
  whenDone(() => engine.close());
  const comparisons = comparer(engine, WORKER);
  whenDone(comparisons.close);
  const article = idFromKey('article', 0);
  await expectMoments(engine, comparisons, { article, speaker: 'speaker-0', dispute, claims });
});
