import { globSync, readFileSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openDatabase } from '../../../src/database.ts';
import { countUnfolded, foldNext } from '../../../src/derived/summaries/fold.ts';
import { foldAll, summaryFolder } from '../../../src/derived/summaries/folder.ts';
import { markIn } from '../../../src/derived/summaries/mark.ts';
import { CHAIN } from '../../../src/history/store.ts';
import { advisoryLock } from '../../../src/platform/engine/advisory-lock.ts';
import type { Engine } from '../../../src/platform/engine/tables.ts';
import { lookUpQuotes, storeStatement } from '../../../src/record/statements/actions.ts';
import { NewStatement } from '../../../src/record/statements/statement.ts';
import { restoreStatement, withdrawStatement } from '../../../src/record/statements/withdrawal.ts';
import { quoteChecker } from '../../../src/text/quotes/checker.ts';
import { startService } from '../../support/app.ts';
import { ENGINES, freshDatabase, freshEngine } from '../../support/database.ts';
import { toldIn } from '../../support/kept.ts';
import { whenDone } from '../../support/lifetime.ts';
import { countedSources, Dice, writeRandomRecord } from '../../support/random-record.ts';
import { another, record, recordStory } from '../../support/record.ts';
import { expectWholeSummaries, summariesIn } from '../../support/summaries.ts';

const BY = { actor: 'test', comment: 'because' };

class Killed extends Error {}

/** Folds so many in, and is ended before it commits. */
async function killedFold(engine: Engine, step: number): Promise<void> {
  const fold = engine.write(async (tx) => {
    await foldNext(tx, step);
    throw new Killed();
  });
  await expect(fold).rejects.toThrow(Killed);
}

describe.each(ENGINES)('folding on %s', (kind) => {
  test('200 answers alike between any two steps of any size, and after one that was broken off', async () => {
    const engine = await freshEngine(kind, 'empty', countedSources());
    await writeRandomRecord(engine, 5, 40);
    const told = await toldIn(engine);
    expect(told.claims.kept).toEqual(told.claims.counted);
    const dice = new Dice(5);
    for (let rest = 40; rest > 0; rest = await countUnfolded(engine.read, 100)) {
      const before = await summariesIn(engine);
      await killedFold(engine, 1 + dice.roll(7));
      expect(await summariesIn(engine)).toEqual(before);
      await engine.write((tx) => foldNext(tx, 1 + dice.roll(7)));
      expect(await toldIn(engine)).toEqual(told);
    }
    await expectWholeSummaries(engine);
    expect(await toldIn(engine)).toEqual(told);
  });

  test('holds the same however large its steps are', async () => {
    const held: unknown[] = [];
    const step = fc.sample(fc.integer({ min: 1, max: 30 }), { numRuns: 2, seed: 3 });
    for (const size of [1, ...step, 100]) {
      const engine = await freshEngine(kind, 'empty', countedSources());
      await writeRandomRecord(engine, 9, 30);
      await foldAll(engine, undefined, size);
      held.push(await summariesIn(engine));
    }
    for (const one of held) expect(one).toEqual(held[0]);
  });

  test('adds no statement twice when two processes do it at once, and ends when it is closed', async () => {
    const database = await freshDatabase(kind);
    const [engine, other] = [await openDatabase(database), await openDatabase(database)];
    whenDone(() => engine.close());
    whenDone(() => other.close());
    await writeRandomRecord(engine, 6, 40);
    await Promise.all([foldAll(engine, undefined, 3), foldAll(other, undefined, 2)]);
    expect(await countUnfolded(engine.read, 100)).toBe(0);
    await expectWholeSummaries(engine);

    const folder = summaryFolder(engine);
    folder.start();
    await folder.close();
    await writeRandomRecordAgain(engine);
    expect(await countUnfolded(engine.read, 100)).toBeGreaterThan(0);
  });

  test('folds by itself what was recorded once nothing more is', async () => {
    const service = await startService(kind);
    await writeRandomRecord(service.engine, 3, 10);
    await expect.poll(() => countUnfolded(service.engine.read, 100), { timeout: 10_000 }).toBe(0);
    const { statementId } = await markIn(service.engine.read);
    expect(statementId).toMatch(/^stm_/);
    await expectWholeSummaries(service.engine);
  });

  test('201 counts a statement whose id is before the mark at once, with what it answers and uses', async () => {
    let isBack = false;
    const [ahead, behind] = [countedSources(), countedSources()];
    const newKey: typeof ahead.newKey = (at) => (isBack ? behind.newKey(at) : ahead.newKey(at) + 1_000_000);
    const service = await startService(kind, { sources: { clock: ahead.clock, newKey }, foldsBeside: false });
    const { isOpen, isShut, open } = await recordStory(service);
    const first = await record(service, 'statements', isOpen);
    await foldAll(service.engine);
    isBack = true;
    const draft = { ...another(isOpen), rebuttal: { ...isShut, kind: 'denial' }, repeats: first.id };
    const made = await record(service, 'statements', { ...draft, stances: [{ claim: open.id, stance: 'deny' }] });
    expect(made.id < first.id).toBe(true);
    expect(await countUnfolded(service.engine.read, 100)).toBe(0);
    const told = await toldIn(service.engine);
    expect(told.claims.kept).toEqual(told.claims.counted);
    await expectWholeSummaries(service.engine);
    expect(await toldIn(service.engine)).toEqual(told);
  });

  test('200 takes off and adds what many change at once, while it folds', async () => {
    const engine = await freshEngine(kind, 'empty', countedSources());
    const { statements } = await writeRandomRecord(engine, 7, 40);
    const dice = new Dice(7);
    const published = statements.filter(({ status }) => status === 'published').map(({ id }) => id);
    const turn = async (id: string) => {
      await engine.write((tx) => withdrawStatement(tx, id, '*', BY));
      if (dice.chance(50)) await engine.write((tx) => restoreStatement(tx, id, '*', BY));
    };
    const work = published.slice(0, 24).map(turn);
    await Promise.all([...work, foldAll(engine, undefined, 2), foldAll(engine, undefined, 5)]);
    const told = await toldIn(engine);
    expect(told.claims.kept).toEqual(told.claims.counted);
    await expectWholeSummaries(engine);
  });
});

async function writeRandomRecordAgain(engine: Engine): Promise<void> {
  const before = await engine.read.query('any statement', ({ db, t }) => db.select().from(t.statements).limit(1));
  const { articleId, speakerId, sideId, disputeId } = before[0] as (typeof before)[number];
  const [checker, draft] = [
    quoteChecker(),
    { article: articleId, speaker: speakerId, side: sideId, dispute: disputeId },
  ];
  const parsed = NewStatement.parse({ ...draft, quote: 'What stands nowhere', quoteType: 'indirect' });
  const looked = await lookUpQuotes(engine.read, checker, parsed).finally(() => checker.close());
  await engine.write((tx) => storeStatement(tx, parsed, looked, BY));
}

describe('a fold and a write that is still open, on PostgreSQL', () => {
  async function withStatements() {
    const service = await startService('postgres', { foldsBeside: false });
    const story = await recordStory(service);
    const [first, second] = [
      await record(service, 'statements', story.isOpen),
      await record(service, 'statements', story.isShut),
    ];
    return { service, engine: service.engine, story, first, second };
  }

  test('take off what was folded in after it was looked at', async () => {
    const { engine, first } = await withStatements();
    await engine.write(async (tx) => {
      await withdrawStatement(tx, first.id, '*', BY);
      await foldAll(engine);
    });
    const told = await toldIn(engine);
    expect(told.claims.kept).toEqual(told.claims.counted);
    await expectWholeSummaries(engine);
  });

  test('wait for each other where the write is about to commit', async () => {
    const { engine, first } = await withStatements();
    let folding: Promise<void> | undefined;
    await engine.write(async (tx) => {
      await withdrawStatement(tx, first.id, '*', BY);
      await advisoryLock(tx, CHAIN);
      folding = foldAll(engine);
      await oneWaits(engine);
    });
    await folding;
    expect(await countUnfolded(engine.read, 10)).toBe(0);
    await expectWholeSummaries(engine);
  });

  test('count a statement that is committed only after the mark was set behind it', async () => {
    const { engine, service, story } = await withStatements();
    const checker = quoteChecker();
    const draft = NewStatement.parse(another(story.isOpen));
    const looked = await lookUpQuotes(engine.read, checker, draft).finally(() => checker.close());
    const id = await engine.write(async (tx) => {
      const stored = await storeStatement(tx, draft, looked, BY);
      await record(service, 'statements', another(story.isShut));
      await foldAll(engine);
      return stored as string;
    });
    expect((await markIn(engine.read)).statementId > id).toBe(true);
    expect(await countUnfolded(engine.read, 10)).toBe(0);
    const told = await toldIn(engine);
    expect(told.claims.kept).toEqual(told.claims.counted);
    await expectWholeSummaries(engine);
  });

  async function oneWaits({ read }: Engine): Promise<void> {
    const waiting = () =>
      read.query('transactions that wait for a turn', ({ db }) =>
        db
          .select({ pid: sql`pid` })
          .from(sql`pg_stat_activity`)
          .where(sql`datname = current_database() and wait_event_type = 'Lock'`),
      );
    await expect.poll(async () => (await waiting()).length, { timeout: 10_000 }).toBe(1);
  }
});

describe('whoever writes rows that are counted', () => {
  const COUNTED =
    /insertRow\(tx, '(stances|termUsages|answered)'|\.(update|delete|insert)\(\s*t\.(statements|stances|termUsages|answered)\b|(create|revise|delete|restore)Entity\(\s*tx,\s*'statement'/;
  const files = globSync('src/**/*.ts').map((path) => ({ path, text: readFileSync(path, 'utf8') }));
  // What is recorded adds nothing before, and is told by what was written.
  const RECORDS = 'src/record/statements/actions.ts';
  const writers = files.filter(({ path, text }) => path !== RECORDS && COUNTED.test(text));

  test('tells the summaries before', () => {
    expect(writers.length).toBeGreaterThan(6);
    const silent = writers.filter(({ text }) => !/from '.*summaries\/upkeep.ts'|tx\.revising\(/.test(text));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });
});
