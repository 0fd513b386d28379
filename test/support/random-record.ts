import type { Sources } from '../../src/platform/engine/engine.ts';
import type { Engine, Tx } from '../../src/platform/engine/tables.ts';
import { recordArticle, recordSnapshot } from '../../src/record/articles/actions.ts';
import { recordClaim } from '../../src/record/claims/actions.ts';
import { areAtOdds, type ClaimRelationKind } from '../../src/record/claims/claim-relation.ts';
import { recordClaimRelation } from '../../src/record/claims/relation-actions.ts';
import { recordDispute, recordQuestion } from '../../src/record/disputes/actions.ts';
import { recordOutlet } from '../../src/record/outlets/actions.ts';
import { recordRebuttal } from '../../src/record/rebuttals/actions.ts';
import { recordSide } from '../../src/record/sides/actions.ts';
import { recordSpeaker } from '../../src/record/speakers/actions.ts';
import { recordStatement } from '../../src/record/statements/actions.ts';
import { NewStatement } from '../../src/record/statements/statement.ts';
import { withdrawStatement } from '../../src/record/statements/withdrawal.ts';
import { quoteChecker } from '../../src/text/quotes/checker.ts';

const BY = { actor: 'test', comment: null };
type Inside = Pick<Engine, 'read' | 'write' | 'writeTogether'>;

/** Numbers that look random and are the same for the same seed. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed * 2_654_435_761 + 12_345) >>> 0;
  }

  /** A whole number from 0 to below `sides`. */
  roll(sides: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let x = this.#state;
    x = Math.imul(x ^ (x >>> 15), x | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) % sides;
  }

  one<Item>(items: readonly Item[]): Item {
    return items[this.roll(items.length)] as Item;
  }

  chance(percent: number): boolean {
    return this.roll(100) < percent;
  }
}

/** A clock that stands still, and ids that count, so that two engines make the same record. */
export function countedSources(): Sources {
  let made = 0;
  return {
    clock: () => new Date('2026-01-01T00:00:00.000Z'),
    newKey: () => {
      made += 1;
      return made;
    },
  };
}

export type RandomRecord = {
  sides: string[];
  disputes: { id: string; sides: string[]; questions: string[] }[];
  claims: { id: string; questionId: string; disputeId: string }[];
  relations: { claimId: string; targetId: string; kind: ClaimRelationKind }[];
  speakers: string[];
  outlets: string[];
  articles: { id: string; outletId: string; publishedAt: string }[];
  statements: RandomStatement[];
  rebuttals: { statementId: string; rebutsId: string; kind: string }[];
};

export type RandomStatement = {
  id: string;
  status: string;
  disputeId: string;
  sideId: string;
  speakerId: string;
  articleId: string;
  outletId: string;
  saidAt: string | null;
  saidSort: string;
  stances: { claimId: string; stance: string }[];
  repeatsId: string | null;
};

const DATES = [
  ...[null, '2023', '2023-02', '2023-02-01', '2023-02-02', '2023-02-02T10:00:00Z', '2023-02-03', '2023-03-01'],
  ...[
    '2023-02-01T23:30:00-05:00',
    '2023-02-02T00:30:00+14:00',
    '2023-02-02T14:00:00+04:00',
    '2023-02-28T23:00:00-11:00',
  ],
];
const KINDS = ['contradicts', 'reframes', 'narrows', 'supports', 'different-scope'] as const;
const ANSWERS = [
  'denial',
  'undercut',
  'reframing',
  'counter-accusation',
  'disavowal',
  'concession',
  'clarification',
] as const;
const STANCES = ['support', 'support', 'support', 'deny', 'deny', 'query', 'comment'] as const;

/** Writes a small record of everything at once: a record in which every rule has its exceptions. */
export async function writeRandomRecord(engine: Engine, seed: number, size: number): Promise<RandomRecord> {
  const checker = quoteChecker();
  try {
    return await engine.write((tx) => writeAll(tx, checker, new Dice(seed), size));
  } finally {
    await checker.close();
  }
}

async function writeAll(
  tx: Tx,
  checker: ReturnType<typeof quoteChecker>,
  dice: Dice,
  size: number,
): Promise<RandomRecord> {
  const inside: Inside = { read: tx, write: (work) => work(tx), writeTogether: (work) => work(tx) };
  const record: RandomRecord = {
    sides: [],
    disputes: [],
    claims: [],
    relations: [],
    speakers: [],
    outlets: [],
    articles: [],
    statements: [],
    rebuttals: [],
  };
  for (const name of ['a', 'b', 'c', 'd']) record.sides.push((await recordSide(tx, { name }, BY)).id);
  for (let at = 0; at < 2; at += 1) await writeDispute(tx, dice, record, at);
  for (let at = 0; at < 4; at += 1)
    record.speakers.push(
      await recordSpeaker(
        tx,
        { name: `speaker ${at}`, kind: 'person', aliases: [], wikidata: null, affiliations: [] },
        BY,
      ),
    );
  for (let at = 0; at < 3; at += 1)
    record.outlets.push(
      (await recordOutlet(tx, { name: `outlet ${at}`, kind: 'other', homepage: null, country: null }, BY)).id,
    );
  for (let at = 0; at < 5; at += 1) {
    const article = {
      outletId: dice.one(record.outlets),
      publishedAt: dice.one(['2023-01-15', '2023-02-02', '2023-04', '2023-02-01T22:00:00-04:00']),
    };
    const id = await recordArticle(
      tx,
      {
        url: `https://example.org/${at}`,
        title: `article ${at}`,
        outlet: article.outletId,
        byline: [],
        agencies: [],
        publishedAt: article.publishedAt,
        language: 'en',
        archiveUrl: null,
        accessedAt: null,
      },
      BY,
    );
    record.articles.push({ id, ...article });
    if (dice.chance(60)) await recordSnapshot(inside, checker, id, { text: textFor(size) } as never, BY);
  }
  for (let at = 0; at < size; at += 1) await writeStatement(inside, checker, dice, record);
  await writeRebuttals(tx, dice, record, size);
  for (const statement of record.statements) {
    if (statement.status !== 'published' || !dice.chance(6)) continue;
    await withdrawStatement(tx, statement.id, '*', BY);
    statement.status = 'withdrawn';
  }
  const rows = await tx.query('all statements', ({ db, t }) => db.select().from(t.statements).orderBy(t.statements.id));
  for (const statement of record.statements)
    statement.saidSort = rows.find(({ id }) => id === statement.id)?.saidSort ?? '';
  return record;
}

/** Words of their own for every statement, since the same of one speaker in one article are one. */
function quotesOf(number: number): string[] {
  return [`the words ${number} stand here`, `the words ${number}`, `nothing of this kind is there ${number}`];
}

function textFor(statements: number): string {
  return Array.from({ length: statements }, (_, number) => quotesOf(number)[0]).join('\n\n');
}

async function writeDispute(tx: Tx, dice: Dice, record: RandomRecord, at: number): Promise<void> {
  const sides = record.sides.filter((_, side) => side < 3 || dice.chance(50));
  const id = await recordDispute(
    tx,
    { title: `dispute ${at}`, summary: null, sides: sides.map((side) => ({ side, role: 'party' as const })) },
    BY,
  );
  const questions: string[] = [];
  for (let question = 0; question < 2; question += 1) {
    const questionId = await recordQuestion(tx, { dispute: id, text: `question ${at} ${question}` }, BY);
    questions.push(questionId);
    for (let claim = 0; claim < 2 + dice.roll(2); claim += 1) {
      const body = { question: questionId, text: `claim ${at} ${question} ${claim}`, terms: [], note: null };
      record.claims.push({ id: await recordClaim(tx, body, BY), questionId, disputeId: id });
    }
  }
  record.disputes.push({ id, sides, questions });
  const claims = record.claims.filter(({ disputeId }) => disputeId === id);
  for (let tries = 0; tries < 4; tries += 1) {
    const relation = { claimId: dice.one(claims).id, targetId: dice.one(claims).id, kind: dice.one(KINDS) };
    const isKnown = record.relations.some(
      ({ claimId, targetId, kind }) =>
        claimId === relation.claimId && targetId === relation.targetId && kind === relation.kind,
    );
    const isDenied = record.relations.some(
      ({ claimId, targetId, kind }) =>
        [claimId, targetId].sort().join() === [relation.claimId, relation.targetId].sort().join() &&
        areAtOdds(kind, relation.kind),
    );
    if (relation.claimId === relation.targetId || isKnown || isDenied) continue;
    const { claimId: claim, targetId: target, kind } = relation;
    await recordClaimRelation(tx, { claim, target, kind, note: null }, BY);
    record.relations.push(relation);
  }
}

async function writeStatement(
  inside: Inside,
  checker: ReturnType<typeof quoteChecker>,
  dice: Dice,
  record: RandomRecord,
): Promise<void> {
  const dispute = dice.one(record.disputes);
  const claims = record.claims.filter(({ disputeId }) => disputeId === dispute.id);
  const taken = claims.filter(() => dice.chance(30)).map(({ id }) => ({ claimId: id, stance: dice.one(STANCES) }));
  const earlier = record.statements.filter(
    ({ disputeId, status }) => disputeId === dispute.id && status === 'published',
  );
  const repeats = earlier.length > 0 && dice.chance(20) ? dice.one(earlier) : null;
  const article = dice.one(record.articles);
  const own = {
    status: dice.chance(8) ? 'draft' : 'published',
    disputeId: dispute.id,
    sideId: dice.one(dispute.sides),
    speakerId: dice.one(record.speakers),
    articleId: article.id,
    outletId: article.outletId,
    saidAt: dice.one(DATES),
  };
  const id = await recordStatement(
    inside,
    checker,
    NewStatement.parse({
      article: own.articleId,
      speaker: own.speakerId,
      side: own.sideId,
      dispute: own.disputeId,
      quote: dice.one(quotesOf(record.statements.length)),
      quoteType: 'indirect',
      saidAt: own.saidAt,
      status: own.status,
      repeats: repeats?.id ?? null,
      stances: taken.map(({ claimId, stance }) => ({ claim: claimId, stance })),
    }),
    BY,
  );
  const repeatsId = repeats === null ? null : (repeats.repeatsId ?? repeats.id);
  record.statements.push({ id, ...own, saidSort: '', stances: taken, repeatsId });
}

async function writeRebuttals(tx: Tx, dice: Dice, record: RandomRecord, size: number): Promise<void> {
  for (let tries = 0; tries < size; tries += 1) {
    const statement = dice.one(record.statements);
    const rebuts = dice.one(record.statements.filter(({ disputeId }) => disputeId === statement.disputeId));
    const isKnown = record.rebuttals.some(
      ({ statementId, rebutsId }) => statementId === statement.id && rebutsId === rebuts.id,
    );
    if (statement.id === rebuts.id || isKnown) continue;
    const kind = dice.one(ANSWERS);
    await recordRebuttal(tx, { statement: statement.id, rebuts: rebuts.id, kind, note: null }, BY);
    record.rebuttals.push({ statementId: statement.id, rebutsId: rebuts.id, kind });
  }
}
