import { and, eq, inArray, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Build } from '../../platform/engine/engine.ts';
import type { Tables } from '../../platform/engine/tables.ts';
import { verifiedResults } from '../../text/quotes/quote.ts';
import { granularityCode } from './codes.ts';
import { isOneOfQuestion, literally, ROWS, stancesIn, takesStance, type Within } from './counted-rows.ts';
import type { Granularity } from './table.ts';

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
  return sql`select ${statementId} as statement_id, ${subject} as subject, ${granularityCode(granularity)} as granularity,
    ${period} as period, ${sideId} as side_id, ${kind} as kind
    from ${table} where ${and(within(statementId), counts, where?.(build.t), holds(columns))}`;
}
