import { and, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Tables } from '../../platform/engine/tables.ts';
import { isVerified, quoteResults } from '../../text/quotes/quote.ts';
import type { Granularity, MemberKind } from './table.ts';

/**
 * What is kept counted, each number described once. From this come the statements that fold new statements in and make
 * the summaries from nothing (`fold.ts`), that take an edited statement off and add it again (`upkeep.ts`), and that
 * count what is not folded in yet (`store.ts`).
 */

/**
 * The rows of a statement that are written together: its own with those of its stances, those of its usages of terms, and
 * that it is answered.
 */
export const PARTS = ['statements', 'usages', 'answers'] as const;
export type Part = (typeof PARTS)[number];

/** Rows that add to summaries, each for the statement that it is of. */
type Rows = { part: Part; table: SQLiteTable; statementId: SQLiteColumn; where?: SQL | undefined };

const ROWS = {
  stances: ({ stances: s }: Tables): Rows => ({
    ...{ part: 'statements', table: s, statementId: s.statementId, where: sql`${s.status} = 'published'` },
  }),
  statements: ({ statements: s }: Tables): Rows => ({
    ...{ part: 'statements', table: s, statementId: s.id, where: sql`${s.status} = 'published'` },
  }),
  usages: ({ termUsages: u }: Tables): Rows => ({ part: 'usages', table: u, statementId: u.statementId }),
  answers: ({ answered: a }: Tables): Rows => ({ part: 'answers', table: a, statementId: a.statementId }),
};

/** Each of the rows counts once under the subject, for its side and kind, in the periods in which it was said. */
type Sum = {
  rows: keyof typeof ROWS;
  by: readonly Granularity[];
  subject(t: Tables): SQLWrapper;
  sideId(t: Tables): SQLWrapper;
  kind(t: Tables): SQLWrapper;
  said?(t: Tables): SQLWrapper;
  where?(t: Tables): SQL;
};

const EVERY_PERIOD = ['all', 'month', 'day'] as const;
const VERIFIED = sql.raw(`(${quoteResults.filter(isVerified).map((result) => `'${result}'`)})`);
/** Whether a quote holds, does not, or, without a text, was not checked. */
export function checkedAs(result: SQLWrapper): SQL {
  return sql`case when ${result} in ${VERIFIED} then 'verified' when ${result} = 'no-text' then 'unchecked' else 'unverified' end`;
}

const isUndated = (saidAs: SQLWrapper) => sql`${saidAs} in ('article-time', 'article-day')`;
const takesStance = ({ statements }: Tables) => sql`cast(${statements.stances} as text) <> '[]'`;
/** Of the stances of a statement on one question one row says so. */
const isOneOfQuestion = ({ stances }: Tables) => sql`${stances.ofQuestion} = 1`;
const literally = (text: string) => sql.raw(`'${text}'`);

export const SUMS = {
  claim: {
    ...{ rows: 'stances', by: EVERY_PERIOD, subject: (t) => t.stances.claimId, sideId: (t) => t.stances.sideId },
    ...{ kind: (t) => t.stances.stance, said: (t) => t.stances.saidOn },
  },
  /** Of the same those that have only their article's date. */
  'undated on claim': {
    ...{ rows: 'stances', by: EVERY_PERIOD, subject: (t) => sql`${t.stances.claimId} || ' undated'` },
    ...{ sideId: (t) => t.stances.sideId, kind: (t) => t.stances.stance, said: (t) => t.stances.saidOn },
    where: ({ stances }) => isUndated(stances.saidAs),
  },
  question: {
    ...{ rows: 'stances', by: ['all'], subject: (t) => t.stances.questionId, sideId: (t) => t.stances.sideId },
    ...{ kind: () => literally('any'), where: isOneOfQuestion },
  },
  dispute: {
    ...{ rows: 'statements', by: EVERY_PERIOD, subject: (t) => t.statements.disputeId },
    ...{ sideId: (t) => t.statements.sideId, said: (t) => t.statements.saidOn },
    kind: (t) => checkedAs(t.statements.anchorResult),
  },
  'stances in dispute': {
    ...{ rows: 'statements', by: ['all'], subject: (t) => sql`${t.statements.disputeId} || ' stances'` },
    ...{ sideId: (t) => t.statements.sideId, kind: () => literally('any'), where: takesStance },
  },
  term: {
    ...{ rows: 'usages', by: EVERY_PERIOD, subject: (t) => t.termUsages.wording, sideId: (t) => t.termUsages.sideId },
    ...{ kind: (t) => t.termUsages.usage, said: (t) => t.termUsages.saidOn },
  },
  'undated of term': {
    ...{ rows: 'usages', by: EVERY_PERIOD, subject: (t) => sql`${t.termUsages.wording} || ' (undated)'` },
    ...{ sideId: (t) => t.termUsages.sideId, kind: (t) => t.termUsages.usage, said: (t) => t.termUsages.saidOn },
    where: ({ termUsages }) => isUndated(termUsages.saidAs),
  },
  /** The kind is what dates tell of how soon: the hours, the days alone, or nothing. */
  'answered in dispute': {
    ...{ rows: 'answers', by: ['all'], subject: (t) => sql`${t.answered.disputeId} || ' answered'` },
    ...{ sideId: (t) => t.answered.sideId },
    kind: (t) =>
      sql`case when ${t.answered.hours} is not null then 'timed' when ${t.answered.days} is not null then 'dated' else 'undated' end`,
  },
} satisfies Record<string, Sum>;
export type SumName = keyof typeof SUMS;

/** Each of the rows counts once for one member of the subject. */
export type Members = {
  of: MembersOf;
  kind: MemberKind;
  rows: keyof typeof ROWS;
  subject(t: Tables): SQLWrapper;
  member(t: Tables): SQLWrapper;
  where?(t: Tables): SQL;
};

/** What has members. */
export type MembersOf =
  | 'claim'
  | 'stance on claim'
  | 'term'
  | 'question'
  | 'side on question'
  | 'dispute'
  | 'side in dispute'
  | 'stances in dispute';

const utteranceOf = ({ statements: { repeatsId, id } }: Tables) => sql`coalesce(${repeatsId}, ${id})`;
const withSide = (subject: SQLWrapper, side: SQLWrapper) => sql`${subject} || ' ' || ${side}`;
const ofClaim = (kind: MemberKind, name: 'speakerId' | 'outletId' | 'articleId' | 'utteranceId' | 'together') => ({
  ...{ of: 'claim' as const, kind, rows: 'stances' as const },
  subject: (t: Tables) => t.stances.claimId,
  member: (t: Tables) => t.stances[name],
});
const ofTerm = (kind: MemberKind, name: 'speakerId' | 'outletId' | 'utteranceId' | 'language' | 'together') => ({
  ...{ of: 'term' as const, kind, rows: 'usages' as const },
  subject: (t: Tables) => t.termUsages.wording,
  member: (t: Tables) => t.termUsages[name],
});
const ofStatements = { rows: 'statements' as const, kind: 'stm' as const, member: utteranceOf };
const ofQuestions = {
  ...{ rows: 'stances' as const, kind: 'stm' as const, where: isOneOfQuestion },
  member: (t: Tables) => t.stances.utteranceId,
};
const sideInDispute = ({ statements }: Tables) => withSide(statements.disputeId, statements.sideId);

export const MEMBERS: readonly Members[] = [
  ofClaim('spk', 'speakerId'),
  ofClaim('out', 'outletId'),
  ofClaim('art', 'articleId'),
  ofClaim('stm', 'utteranceId'),
  { ...ofClaim('set', 'together'), where: ({ stances }) => sql`${stances.together} is not null` },
  {
    ...ofClaim('spk', 'speakerId'),
    ...{ of: 'stance on claim', subject: ({ stances }) => withSide(stances.claimId, stances.stance) },
  },
  ofTerm('spk', 'speakerId'),
  ofTerm('out', 'outletId'),
  { ...ofTerm('par', 'outletId'), where: ({ termUsages }) => sql`${termUsages.paraphrased} = 1` },
  ofTerm('lng', 'language'),
  ofTerm('stm', 'utteranceId'),
  { ...ofTerm('set', 'together'), where: ({ termUsages }) => sql`${termUsages.together} is not null` },
  { ...ofQuestions, of: 'question', subject: (t) => t.stances.questionId },
  { ...ofQuestions, of: 'side on question', subject: (t) => withSide(t.stances.questionId, t.stances.sideId) },
  { ...ofStatements, of: 'dispute', subject: (t) => t.statements.disputeId },
  { ...ofStatements, of: 'side in dispute', subject: sideInDispute },
  {
    ...{ of: 'side in dispute', kind: 'out', rows: 'statements', subject: sideInDispute },
    member: (t) => t.statements.outletId,
  },
  {
    ...{ ...ofStatements, of: 'stances in dispute', where: takesStance },
    subject: (t) => sql`${t.statements.disputeId} || ' stances'`,
  },
];

/** Whose rows are meant, by the statement that they are of. */
export type Within = (statementId: SQLWrapper) => SQL | undefined;

/** What the rows of a sum say, each by its column in `tallies`. */
export type SumColumns = Record<'subject' | 'period' | 'sideId' | 'kind', SQLWrapper>;

export function columnsOfSum(t: Tables, name: SumName, granularity: Granularity): SumColumns {
  const { subject, sideId, kind, said }: Sum = SUMS[name];
  const length = sql.raw(granularity === 'day' ? '10' : '7');
  const period = granularity === 'all' || said === undefined ? sql`''` : sql`substr(${said(t)}, 1, ${length})`;
  return { subject: subject(t), period, sideId: sideId(t), kind: kind(t) };
}

/** A query of one row for each of the rows that a sum counts, with the statement that it is of. */
export function rowsOfSum(
  t: Tables,
  name: SumName,
  granularity: Granularity,
  within: Within,
  holds: (columns: SumColumns) => SQL | undefined = () => undefined,
): SQL {
  const { rows, where }: Sum = SUMS[name];
  const { table, statementId, where: counts } = ROWS[rows](t);
  const columns = columnsOfSum(t, name, granularity);
  const { subject, period, sideId, kind } = columns;
  return sql`select ${statementId} as statement_id, ${subject} as subject, ${literally(granularity)} as granularity,
    ${period} as period, ${sideId} as side_id, ${kind} as kind
    from ${table} where ${and(within(statementId), counts, where?.(t), holds(columns))}`;
}

/** The same of members. */
export function rowsOfMembers(
  t: Tables,
  { rows, subject, kind, member, where }: Members,
  within: Within,
  holds: (subject: SQLWrapper, member: SQLWrapper) => SQL | undefined = () => undefined,
): SQL {
  const { table, statementId, where: counts } = ROWS[rows](t);
  return sql`select ${statementId} as statement_id, ${subject(t)} as subject, ${literally(kind)} as kind,
    ${member(t)} as member from ${table} where ${and(within(statementId), counts, where?.(t), holds(subject(t), member(t)))}`;
}

/** The sums, each by each granularity, and the members that the rows of a part add to. */
export function ofPart(t: Tables, part: Part): { sums: [SumName, Granularity][]; members: readonly Members[] } {
  const isOfPart = (rows: keyof typeof ROWS) => ROWS[rows](t).part === part;
  const named = (Object.keys(SUMS) as SumName[]).filter((name) => isOfPart(SUMS[name].rows));
  return {
    sums: named.flatMap((name) => SUMS[name].by.map((granularity): [SumName, Granularity] => [name, granularity])),
    members: MEMBERS.filter(({ rows }) => isOfPart(rows)),
  };
}

/** Queries one after another, as one. */
export function unionAll(queries: readonly SQL[]): SQL {
  return sql.join([...queries], sql` union all `);
}
