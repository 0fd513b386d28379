import { describe, expect, test } from 'vitest';
import { PairFilter } from '../../../src/analysis/pairs/pair.ts';
import { listPairs } from '../../../src/analysis/pairs/store.ts';
import { datingOf } from '../../../src/kernel/written-date.ts';
import { insertRow } from '../../../src/platform/engine/rows.ts';
import type { Engine, Tx } from '../../../src/platform/engine/tables.ts';
import { recordArticle } from '../../../src/record/articles/actions.ts';
import { recordClaim } from '../../../src/record/claims/actions.ts';
import { recordDispute, recordQuestion } from '../../../src/record/disputes/actions.ts';
import { recordOutlet } from '../../../src/record/outlets/actions.ts';
import { recordSide } from '../../../src/record/sides/actions.ts';
import { recordSpeaker } from '../../../src/record/speakers/actions.ts';
import { ENGINES, freshEngine } from '../../support/database.ts';
import { countedSources } from '../../support/random-record.ts';

const BY = { actor: 'test', comment: null };

/** `by` is one of two speakers. */
type Said = { side: 'a' | 'b'; claim: number; stance: 'support' | 'deny' | 'comment'; by?: 0 | 1 };

/** A question with so many claims, and statements said one after another, written past the actions for speed. */
async function writeQuestion(engine: Engine, claims: number, said: readonly Said[]) {
  return engine.write(async (tx) => {
    const sides = { a: (await recordSide(tx, { name: 'a' }, BY)).id, b: (await recordSide(tx, { name: 'b' }, BY)).id };
    const dispute = await recordDispute(
      tx,
      { title: 'd', summary: null, sides: Object.values(sides).map((side) => ({ side, role: 'party' as const })) },
      BY,
    );
    const question = await recordQuestion(tx, { dispute, text: 'q' }, BY);
    const claimIds: string[] = [];
    for (let at = 0; at < claims; at += 1)
      claimIds.push(await recordClaim(tx, { question, text: `claim ${at}`, terms: [], note: null }, BY));
    const speaker: string[] = [];
    for (const name of ['s', 't'])
      speaker.push(
        await recordSpeaker(tx, { name, kind: 'person', aliases: [], wikidata: null, affiliations: [] }, BY),
      );
    const outlet = (await recordOutlet(tx, { name: 'o', kind: 'other', homepage: null, country: null }, BY)).id;
    const article = await recordArticle(
      tx,
      {
        url: 'https://example.org/a',
        title: 'a',
        outlet,
        byline: [],
        agencies: [],
        publishedAt: '2023-01-01',
        language: 'en',
        archiveUrl: null,
        accessedAt: null,
      },
      BY,
    );
    const at = { dispute, question, speaker, outlet, article, sides, claimIds };
    for (const [index, one] of said.entries()) await writeStatement(tx, at, index, one);
    return { dispute, question, speaker, claimIds };
  });
}

async function writeStatement(
  tx: Tx,
  at: {
    dispute: string;
    question: string;
    speaker: string[];
    outlet: string;
    article: string;
    sides: { a: string; b: string };
    claimIds: string[];
  },
  index: number,
  { side, claim, stance, by = 0 }: Said,
): Promise<void> {
  const id = tx.newId('statement');
  const saidSort = new Date(Date.UTC(2020, 0, 1) + index * 60_000).toISOString();
  const claimId = at.claimIds[claim] as string;
  const said = { saidSort, ...datingOf(saidSort, saidSort) };
  const common = { sideId: at.sides[side], status: 'published' as const, ...said, outletId: at.outlet };
  const anchor = { result: 'no-text' as const, snapshot: null, start: null, end: null, prefix: null, suffix: null };
  await insertRow(tx, 'statements', {
    ...common,
    id,
    revision: 1,
    createdAt: tx.now,
    updatedAt: tx.now,
    articleId: at.article,
    speakerId: at.speaker[by] as string,
    disputeId: at.dispute,
    title: null,
    quote: 'q',
    quoteType: 'indirect',
    groundRules: 'on-record',
    language: 'en',
    translations: [],
    saidAt: saidSort,
    publishedSort: '2023-01-01T00:00:00.000Z',
    anchorResult: 'no-text',
    anchor: { ...anchor, fragment: null, hints: null },
    stances: [{ claim: claimId, stance }],
  });
  await insertRow(tx, 'stances', {
    ...common,
    statementId: id,
    claimId,
    stance,
    questionId: at.question,
    speakerId: at.speaker[by] as string,
    articleId: at.article,
    utteranceId: id,
    ofQuestion: 1,
    ofStatement: 1,
  });
}

const ask = (over: object) => PairFilter.parse(over);

describe.each(ENGINES)('many pairs on %s', (kind) => {
  test('are counted exactly up to 10,000, and beyond it said to be more', async () => {
    const engine = await freshEngine(kind, 'empty', countedSources());
    const said = Array.from(
      { length: 202 },
      (_, at): Said => ({
        side: at % 2 === 0 ? 'a' : 'b',
        claim: 0,
        stance: at % 2 === 0 ? 'support' : 'deny',
      }),
    );
    const { question } = await writeQuestion(engine, 1, said);
    const whole = await listPairs(engine.read, ask({ question }), { limit: 5, after: null, count: true });
    expect(whole).toMatchObject({ total: null, totalAtLeast: 10_000 });
    const until = new Date(Date.UTC(2020, 0, 1) + 199 * 60_000).toISOString();
    const part = await listPairs(engine.read, ask({ question, to: until }), { limit: 5, after: null, count: true });
    expect(part).toMatchObject({ total: 10_000 });
    expect(part).not.toHaveProperty('totalAtLeast');
  });

  test('are counted as far as so many rows tell them, and said to be at least so many', async () => {
    const engine = await freshEngine(kind, 'empty', countedSources());
    const said = Array.from({ length: 300 }, (_, at): Said => {
      return { side: at < 2 ? 'b' : 'a', claim: 0, stance: at < 2 ? 'deny' : at === 10 ? 'support' : 'comment' };
    });
    const { question } = await writeQuestion(engine, 1, said);
    const paging = { limit: 5, after: null, count: true };
    const whole = await listPairs(engine.read, ask({ question }), paging);
    expect(whole).toMatchObject({ total: 2, next: null });
    const part = await listPairs(engine.read, ask({ question }), paging, { countReadMax: 100 });
    expect(part).toMatchObject({ total: null, totalAtLeast: 2, items: whole.items });
  });

  test('of a speaker are found by links alone where no others are asked for', async () => {
    const engine = await freshEngine(kind, 'empty', countedSources());
    const said = Array.from({ length: 300 }, (_, at): Said => {
      return { side: at % 2 === 0 ? 'a' : 'b', claim: 0, stance: at % 2 === 0 ? 'support' : 'deny' };
    });
    const { speaker } = await writeQuestion(engine, 1, [...said, { side: 'a', claim: 0, stance: 'support', by: 1 }]);
    const paging = { limit: 5, after: null, count: true };
    const by = (basis: string) =>
      listPairs(engine.read, ask({ speaker: speaker[1], basis }), paging, { readMax: 50, countReadMax: 50 });
    expect(await by('rebuttal')).toEqual({ items: [], next: null, total: 0 });
    expect(await by('stance')).toMatchObject({ total: null });
  });

  test('end a page early where few are found among many statements, and go on from there to the last one', async () => {
    const engine = await freshEngine(kind, 'empty', countedSources());
    const said = Array.from(
      { length: 60 },
      (_, at): Said => ({ side: 'a', claim: 0, stance: at === 55 ? 'support' : 'comment' }),
    );
    const { question } = await writeQuestion(engine, 1, [...said, { side: 'b', claim: 0, stance: 'deny' }]);
    const pages: number[] = [];
    for (let after: readonly string[] | null = null; ; ) {
      const paging = { limit: 5, after, count: false };
      const page = await listPairs(engine.read, ask({ question }), paging, { readMax: 20 });
      pages.push(page.items.length);
      if (page.next === null) break;
      after = page.next;
    }
    expect(pages.length).toBeGreaterThan(2);
    expect(pages.reduce((sum, n) => sum + n, 0)).toBe(1);
  });

  test('of a question with more claims than are told one by one compete all the same', async () => {
    const engine = await freshEngine(kind, 'empty', countedSources());
    const said = Array.from(
      { length: 130 },
      (_, at): Said => ({
        side: at % 2 === 0 ? 'a' : 'b',
        claim: at,
        stance: 'support',
      }),
    );
    const { question, claimIds } = await writeQuestion(engine, 130, said);
    // Each of one side against each of the other.
    expect(await listPairs(engine.read, ask({ question }), { limit: 1, after: null, count: true })).toMatchObject({
      total: 65 * 65,
    });
    const claim = claimIds[3] as string;
    expect(await listPairs(engine.read, ask({ claim }), { limit: 200, after: null, count: true })).toMatchObject({
      total: 65,
      next: null,
    });
  });
});
