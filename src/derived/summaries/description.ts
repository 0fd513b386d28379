import { and, eq, inArray, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Build } from '../../platform/engine/engine.ts';
import type { Tables } from '../../platform/engine/tables.ts';
import { verifiedResults } from '../../text/quotes/quote.ts';
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
    ...{ part: 'statements', table: s, statementId: s.statementId, where: eq(s.status, 'published') },
  }),
  statements: ({ statements: s }: Tables): Rows => ({
    ...{ part: 'statements', table: s, statementId: s.id, where: eq(s.status, 'published') },
  }),
  usages: ({ termUsages: u }: Tables): Rows => ({ part: 'usages', table: u, statementId: u.statementId }),
  answers: ({ answered: a }: Tables): Rows => ({ part: 'answers', table: a, statementId: a.statementId }),
};

/** Each of the rows counts once under the subject, for its side and kind, in the periods in which it was said. */
type Sum = {
  rows: keyof typeof ROWS;
  by: readonly Granularity[];
  subject(build: Build<Tables>): SQLWrapper;
  sideId(t: Tables): SQLiteColumn;
  /** As it is kept, or as it is told. */
  kind(t: Tables): SQLWrapper;
  said?(t: Tables): SQLiteColumn;
  where?(t: Tables): SQL;
};

const EVERY_PERIOD = ['all', 'month', 'day'] as const;
/** Whether a quote holds, does not, or, without a text, was not checked. */
export function checkedAs(result: Tables['statements']['anchorResult']): SQL {
  return sql`case when ${inArray(result, verifiedResults)} then 'verified' when ${eq(result, 'no-text')} then 'unchecked' else 'unverified' end`;
}

const isUndated = (saidAs: Tables['stances']['saidAs'] | Tables['termUsages']['saidAs']) =>
  inArray(saidAs, ['article-time', 'article-day']);
const takesStance = ({ statements }: Tables) => sql`cast(${statements.stances} as text) <> '[]'`;
/** Of the stances of a statement on one question one row says so. */
const isOneOfQuestion = ({ stances }: Tables) => sql`${stances.ofQuestion} = 1`;
const literally = (text: string) => sql.raw(`'${text}'`);

export const SUMS = {
  claim: {
    ...{ rows: 'stances', by: EVERY_PERIOD, subject: ({ t, idText }) => idText(t.stances.claimId) },
    ...{ sideId: (t) => t.stances.sideId, kind: (t) => t.stances.stance, said: (t) => t.stances.saidOn },
  },
  /** Of the same those that have only their article's date. */
  'undated on claim': {
    ...{
      rows: 'stances',
      by: EVERY_PERIOD,
      subject: ({ t, idText }) => sql`${idText(t.stances.claimId)} || ' undated'`,
    },
    ...{ sideId: (t) => t.stances.sideId, kind: (t) => t.stances.stance, said: (t) => t.stances.saidOn },
    where: ({ stances }) => isUndated(stances.saidAs),
  },
  question: {
    ...{ rows: 'stances', by: ['all'], subject: ({ t, idText }) => idText(t.stances.questionId) },
    ...{ sideId: (t) => t.stances.sideId, kind: () => literally('any'), where: isOneOfQuestion },
  },
  dispute: {
    ...{ rows: 'statements', by: EVERY_PERIOD, subject: ({ t, idText }) => idText(t.statements.disputeId) },
    ...{ sideId: (t) => t.statements.sideId, said: (t) => t.statements.saidOn },
    kind: (t) => checkedAs(t.statements.anchorResult),
  },
  'stances in dispute': {
    ...{ rows: 'statements', by: ['all'], subject: (build) => stancesIn(build) },
    ...{ sideId: (t) => t.statements.sideId, kind: () => literally('any'), where: takesStance },
  },
  term: {
    ...{ rows: 'usages', by: EVERY_PERIOD, subject: ({ t }) => t.termUsages.wording },
    ...{ sideId: (t) => t.termUsages.sideId, kind: (t) => t.termUsages.usage, said: (t) => t.termUsages.saidOn },
  },
  'undated of term': {
    ...{ rows: 'usages', by: EVERY_PERIOD, subject: ({ t }) => sql`${t.termUsages.wording} || ' (undated)'` },
    ...{ sideId: (t) => t.termUsages.sideId, kind: (t) => t.termUsages.usage, said: (t) => t.termUsages.saidOn },
    where: ({ termUsages }) => isUndated(termUsages.saidAs),
  },
  /** The kind is what dates tell of how soon: the hours, the days alone, or nothing. */
  'answered in dispute': {
    ...{
      rows: 'answers',
      by: ['all'],
      subject: ({ t, idText }) => sql`${idText(t.answered.disputeId)} || ' answered'`,
    },
    ...{ sideId: (t) => t.answered.sideId },
    kind: (t) =>
      sql`case when ${t.answered.hours} is not null then 'timed' when ${t.answered.days} is not null then 'dated' else 'undated' end`,
  },
} satisfies Record<string, Sum>;
export type SumName = keyof typeof SUMS;

/**
 * Each of the rows counts once for one member of the subject. Where the member is null it is one that no other row has,
 * which is one more of the subject and needs no row of its own.
 */
export type Members = {
  of: MembersOf;
  kind: MemberKind;
  rows: keyof typeof ROWS;
  subject(build: Build<Tables>): SQLWrapper;
  member(build: Build<Tables>): SQLWrapper;
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

type Named = (build: Build<Tables>) => SQLWrapper;

const stancesIn: Named = ({ t, idText }) => sql`${idText(t.statements.disputeId)} || ' stances'`;
/** The utterance that a row is of; null for a statement that repeats none and that none repeats, which is its own. */
const utteranceIn = ({ t: { repeated }, idText }: Build<Tables>, utterance: SQLiteColumn | SQL) =>
  sql`case when (select 1 from ${repeated} where ${repeated.statementId} = ${utterance}) = 1 then ${idText(utterance)} end`;
const utteranceOf: Named = (build) => {
  const { statements } = build.t;
  return utteranceIn(build, sql`coalesce(${statements.repeatsId}, ${statements.id})`.mapWith(statements.id) as SQL);
};
const withSide = ({ idText }: Build<Tables>, subject: SQLiteColumn, side: SQLiteColumn) =>
  sql`${idText(subject)} || ' ' || ${idText(side)}`;
const ofClaim = (kind: MemberKind, name: 'speakerId' | 'outletId' | 'articleId') => ({
  ...{ of: 'claim' as const, kind, rows: 'stances' as const },
  subject: ({ t, idText }: Build<Tables>) => idText(t.stances.claimId),
  member: ({ t, idText }: Build<Tables>) => idText(t.stances[name]),
});
const ofTerm = (kind: MemberKind, name: 'speakerId' | 'outletId') => ({
  ...{ of: 'term' as const, kind, rows: 'usages' as const },
  subject: ({ t }: Build<Tables>) => t.termUsages.wording,
  member: ({ t, idText }: Build<Tables>) => idText(t.termUsages[name]),
});
const ofStatements = { rows: 'statements' as const, kind: 'stm' as const, member: utteranceOf };
const ofQuestions = {
  ...{ rows: 'stances' as const, kind: 'stm' as const, where: isOneOfQuestion },
  member: (build: Build<Tables>) => utteranceIn(build, build.t.stances.utteranceId),
};
const sideInDispute: Named = (build) => withSide(build, build.t.statements.disputeId, build.t.statements.sideId);

export const MEMBERS: readonly Members[] = [
  ofClaim('spk', 'speakerId'),
  ofClaim('out', 'outletId'),
  ofClaim('art', 'articleId'),
  { ...ofClaim('stm', 'articleId'), member: (build) => utteranceIn(build, build.t.stances.utteranceId) },
  {
    ...{ ...ofClaim('set', 'articleId'), member: ({ t }) => t.stances.together },
    where: ({ stances }) => sql`${stances.together} is not null`,
  },
  {
    ...{ ...ofClaim('spk', 'speakerId'), of: 'stance on claim' },
    subject: ({ t, idText, wordText }) => sql`${idText(t.stances.claimId)} || ' ' || ${wordText(t.stances.stance)}`,
  },
  ofTerm('spk', 'speakerId'),
  ofTerm('out', 'outletId'),
  { ...ofTerm('par', 'outletId'), where: ({ termUsages }) => sql`${termUsages.paraphrased} = 1` },
  { ...ofTerm('lng', 'outletId'), member: ({ t }) => t.termUsages.language },
  { ...ofTerm('stm', 'outletId'), member: (build) => utteranceIn(build, build.t.termUsages.utteranceId) },
  {
    ...{ ...ofTerm('set', 'outletId'), member: ({ t }) => t.termUsages.together },
    where: ({ termUsages }) => sql`${termUsages.together} is not null`,
  },
  { ...ofQuestions, of: 'question', subject: ({ t, idText }) => idText(t.stances.questionId) },
  {
    ...{ ...ofQuestions, of: 'side on question' },
    subject: (build) => withSide(build, build.t.stances.questionId, build.t.stances.sideId),
  },
  { ...ofStatements, of: 'dispute', subject: ({ t, idText }) => idText(t.statements.disputeId) },
  { ...ofStatements, of: 'side in dispute', subject: sideInDispute },
  {
    ...{ of: 'side in dispute', kind: 'out', rows: 'statements', subject: sideInDispute },
    member: ({ t, idText }) => idText(t.statements.outletId),
  },
  { ...{ ...ofStatements, of: 'stances in dispute', where: takesStance }, subject: stancesIn },
];

/** Whose rows are meant, by the statement that they are of. */
export type Within = (statementId: SQLWrapper) => SQL | undefined;

/** What the rows of a sum say, each by its column in `tallies`, as that keeps it. */
export type SumColumns = { subject: SQLWrapper; period: SQLWrapper; sideId: SQLiteColumn; kind: SQLWrapper };

export function columnsOfSum(build: Build<Tables>, name: SumName, granularity: Granularity): SumColumns {
  const { t, wordText } = build;
  const { subject, sideId, kind, said }: Sum = SUMS[name];
  const length = sql.raw(granularity === 'day' ? '10' : '7');
  const period = granularity === 'all' || !said ? sql`''` : sql`substr(${said(t)}, 1, ${length})`;
  return { subject: subject(build), period, sideId: sideId(t), kind: wordText(kind(t)) };
}

/** A query of one row for each of the rows that a sum counts, with the statement that it is of. */
export function rowsOfSum(
  build: Build<Tables>,
  name: SumName,
  granularity: Granularity,
  within: Within,
  holds: (columns: SumColumns) => SQL | undefined = () => undefined,
): SQL {
  const { rows, where }: Sum = SUMS[name];
  const { table, statementId, where: counts } = ROWS[rows](build.t);
  const columns = columnsOfSum(build, name, granularity);
  const { subject, period, sideId, kind } = columns;
  return sql`select ${statementId} as statement_id, ${subject} as subject, ${literally(granularity)} as granularity,
    ${period} as period, ${sideId} as side_id, ${kind} as kind
    from ${table} where ${and(within(statementId), counts, where?.(build.t), holds(columns))}`;
}

/** The same of members. */
export function rowsOfMembers(
  build: Build<Tables>,
  { rows, subject, kind, member, where }: Members,
  within: Within,
  holds: (subject: SQLWrapper, member: SQLWrapper) => SQL | undefined = () => undefined,
): SQL {
  const { table, statementId, where: counts } = ROWS[rows](build.t);
  const [of, who] = [subject(build), member(build)];
  return sql`select ${statementId} as statement_id, ${of} as subject, ${literally(kind)} as kind, ${who} as member
    from ${table} where ${and(within(statementId), counts, where?.(build.t), holds(of, who))}`;
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
