import { and, eq, exists, not, or, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { oneOrMore, Reference } from '../kernel/entity.ts';
import { Failure } from '../kernel/failure.ts';
import { canonicalLanguage, Language } from '../kernel/language.ts';
import { endOf, PartialDate, startOf } from '../kernel/time.ts';
import type { Build } from '../platform/engine/engine.ts';
import { type Condition, isOneOf } from '../platform/engine/pages.ts';
import { QuoteResult } from '../quotes/quote.ts';
import { idsReferred, type Referable } from '../references.ts';
import type { Handle, Tables } from '../tables.ts';
import type { Sight } from './show.ts';
import { GroundRules, QuoteType, Stance } from './statement.ts';

/** What `GET /v1/statements` can be asked for. Filters are joined by AND, repeated values of one by OR. */
export const statementFilter = {
  dispute: oneOrMore(Reference).describe('Statements of this dispute'),
  question: oneOrMore(Reference).describe('Statements that take a stance on a claim of this question'),
  claim: oneOrMore(Reference).describe('Statements that take a stance on this claim'),
  stance: oneOrMore(Stance).describe('The stance taken, on the claim or question asked for or on any'),
  speaker: oneOrMore(Reference).describe('Words attributed to this speaker'),
  side: oneOrMore(Reference).describe('Said on behalf of this side'),
  outlet: oneOrMore(Reference).describe('Reported by this outlet'),
  article: oneOrMore(Reference).describe('Reported by this article'),
  quoteType: oneOrMore(QuoteType).describe("The speaker's words, the reporter's paraphrase, or both"),
  language: oneOrMore(Language).describe('The language of the quote (BCP 47)'),
  groundRules: oneOrMore(GroundRules).describe('On what terms it was said'),
  anchor: oneOrMore(QuoteResult).describe('How the quote stands in the article'),
  saidFrom: PartialDate.optional().describe(
    "Said at this date or later; the article's date counts where none is known",
  ),
  saidTo: PartialDate.optional().describe('Said at this date or earlier, the whole of it'),
  publishedFrom: PartialDate.optional().describe('Published at this date or later'),
  publishedTo: PartialDate.optional().describe('Published at this date or earlier, the whole of it'),
  rebutted: z
    .enum(['true', 'false'])
    .optional()
    .describe('Whether a statement rebuts it; concessions and clarifications do not count'),
  unansweredBy: oneOrMore(Reference).describe(
    'Statements of other sides, in disputes where this side takes part, that it has not rebutted',
  ),
  rebuts: oneOrMore(Reference).describe('Statements that answer this one'),
  status: z
    .enum(['published', 'draft'])
    .default('published')
    .describe('Drafts are shown to holders of a key that may write'),
};
export const StatementFilter = z.strictObject(statementFilter);
export type StatementFilter = z.infer<typeof StatementFilter>;

/** Kinds of rebuttal that answer without setting themselves against. */
const AGREEABLE = sql.raw("('concession', 'clarification')");

/** The filter as conditions on the table of statements. Fails with `unknown-reference`, and with `invalid` when a range is upside down. */
export async function conditionsOf(
  from: Handle,
  filter: StatementFilter,
  { drafts }: Sight,
): Promise<Condition<Tables>[]> {
  const referred = (
    kind: Referable,
    name: 'dispute' | 'question' | 'claim' | 'speaker' | 'side' | 'outlet' | 'article' | 'unansweredBy' | 'rebuts',
  ) => (filter[name] === undefined ? undefined : idsReferred(from, kind, filter[name], name));
  const languages = filter.language?.map((tag) => canonicalLanguage(tag) as string);
  return [
    ...isOneOf('status', (t: Tables) => t.statements.status, [filter.status]),
    ...isOneOf('dispute', (t: Tables) => t.statements.disputeId, await referred('dispute', 'dispute')),
    ...isOneOf('speaker', (t: Tables) => t.statements.speakerId, await referred('speaker', 'speaker')),
    ...isOneOf('side', (t: Tables) => t.statements.sideId, await referred('side', 'side')),
    ...isOneOf('outlet', (t: Tables) => t.statements.outletId, await referred('outlet', 'outlet')),
    ...isOneOf('article', (t: Tables) => t.statements.articleId, await referred('article', 'article')),
    ...isOneOf('quoteType', (t: Tables) => t.statements.quoteType, filter.quoteType),
    ...isOneOf('language', (t: Tables) => t.statements.language, languages),
    ...isOneOf('groundRules', (t: Tables) => t.statements.groundRules, filter.groundRules),
    ...isOneOf('anchor', (t: Tables) => t.statements.anchorResult, filter.anchor),
    ...inRange('said', (t) => t.statements.saidSort, filter.saidFrom, filter.saidTo),
    ...inRange('published', (t) => t.statements.publishedSort, filter.publishedFrom, filter.publishedTo),
    ...takesStance(await referred('claim', 'claim'), await referred('question', 'question'), filter.stance),
    ...isRebutted(filter.rebutted),
    ...isUnansweredBy(await referred('side', 'unansweredBy')),
    ...doesRebut(await referred('statement', 'rebuts'), drafts),
  ];
}

/** Both ends inclusive, in the precision in which they are given. */
export function inRange(
  name: string,
  column: (t: Tables) => SQL | Tables['statements']['saidSort'],
  from?: string,
  to?: string,
): Condition<Tables>[] {
  const [start, end] = [from === undefined ? null : startOf(from), to === undefined ? null : endOf(to)];
  if (start !== null && end !== null && start >= end) {
    throw new Failure('invalid', `${name}From: it is after ${name}To.`, {
      faults: [{ pointer: `${name}From`, detail: `is after ${name}To` }],
    });
  }
  return [
    ...(start === null
      ? []
      : [
          {
            name: `${name}From`,
            values: { [`${name}From`]: start },
            holds: ({ t, param }: Build<Tables>) => sql`${column(t)} >= ${param(`${name}From`)}`,
          },
        ]),
    ...(end === null
      ? []
      : [
          {
            name: `${name}To`,
            values: { [`${name}To`]: end },
            holds: ({ t, param }: Build<Tables>) => sql`${column(t)} < ${param(`${name}To`)}`,
          },
        ]),
  ];
}

function takesStance(claims?: string[], questions?: string[], stances?: string[]): Condition<Tables>[] {
  const parts = [
    ...isOneOf('claim', (t: Tables) => t.stances.claimId, claims),
    ...isOneOf('question', (t: Tables) => t.stances.questionId, questions),
    ...isOneOf('stance', (t: Tables) => t.stances.stance, stances),
  ];
  if (parts.length === 0) return [];
  return [
    {
      name: parts.map(({ name }) => name).join('+'),
      values: Object.assign({}, ...parts.map(({ values }) => values)),
      holds: (build) => {
        const { db, t } = build;
        const taken = and(eq(t.stances.statementId, t.statements.id), ...parts.map(({ holds }) => holds(build)));
        return exists(db.select({ one: sql`1` }).from(t.stances).where(taken));
      },
    },
  ];
}

/** A published statement, of one of the sides when they are given, that sets itself against the one of the outer query. */
function rebuttalBy(build: Build<Tables>, bySide?: (answers: Tables['statements']) => SQL | undefined): SQL {
  const { db, t } = build;
  const answer = aliasOf(build);
  const rebuts = and(
    eq(t.rebuttals.rebutsId, t.statements.id),
    sql`${t.rebuttals.kind} not in ${AGREEABLE}`,
    sql`${answer.status} = 'published'`,
    bySide?.(answer),
  );
  return exists(
    db
      .select({ one: sql`1` })
      .from(t.rebuttals)
      .innerJoin(answer, eq(answer.id, t.rebuttals.statementId))
      .where(rebuts),
  );
}

function aliasOf({ alias, t }: Build<Tables>): Tables['statements'] {
  return alias(t.statements, 'answers');
}

function isRebutted(asked?: 'true' | 'false'): Condition<Tables>[] {
  if (asked === undefined) return [];
  return [
    {
      name: `rebutted ${asked}`,
      values: {},
      holds: (build) => (asked === 'true' ? rebuttalBy(build) : not(rebuttalBy(build))),
    },
  ];
}

function isUnansweredBy(sides?: string[]): Condition<Tables>[] {
  if (sides === undefined) return [];
  return [
    {
      name: `unansweredBy ${sides.length}`,
      values: Object.fromEntries(sides.map((side, at) => [`unansweredBy${at}`, side])),
      holds: (build) => or(...sides.map((_, at) => unansweredByOne(build, `unansweredBy${at}`))),
    },
  ];
}

function unansweredByOne(build: Build<Tables>, name: string): SQL | undefined {
  const { db, t, param } = build;
  const takesPart = and(
    eq(t.disputeSides.disputeId, t.statements.disputeId),
    sql`${t.disputeSides.sideId} = ${param(name)}`,
  );
  return and(
    sql`${t.statements.sideId} <> ${param(name)}`,
    exists(db.select({ one: sql`1` }).from(t.disputeSides).where(takesPart)),
    not(rebuttalBy(build, (answer) => sql`${answer.sideId} = ${param(name)}`)),
  );
}

/** It answers one of the statements, as far as the caller may see that one. */
function doesRebut(statements: string[] | undefined, drafts: boolean): Condition<Tables>[] {
  return isOneOf('rebuts', (t: Tables) => t.rebuttals.rebutsId, statements).map((condition) => ({
    ...condition,
    name: `${condition.name}${drafts ? ' or drafts' : ''}`,
    holds: (build: Build<Tables>) => {
      const { db, t, alias } = build;
      const answered = alias(t.statements, 'answered');
      const seen = drafts ? sql`${answered.status} <> 'withdrawn'` : sql`${answered.status} = 'published'`;
      const link = and(eq(t.rebuttals.statementId, t.statements.id), condition.holds(build), seen);
      return exists(
        db
          .select({ one: sql`1` })
          .from(t.rebuttals)
          .innerJoin(answered, eq(answered.id, t.rebuttals.rebutsId))
          .where(link),
      );
    },
  }));
}
