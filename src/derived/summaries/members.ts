import { and, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Build } from '../../platform/engine/engine.ts';
import type { Tables } from '../../platform/engine/tables.ts';
import { memberCode } from './codes.ts';
import { isOneOfQuestion, type Named, ROWS, stancesIn, takesStance, type Within } from './counted-rows.ts';
import type { MemberKind } from './table.ts';

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

/** A query of one row for each of the rows that make members, with the statement that it is of. */
export function rowsOfMembers(
  build: Build<Tables>,
  { rows, subject, kind, member, where }: Members,
  within: Within,
  holds: (subject: SQLWrapper, member: SQLWrapper) => SQL | undefined = () => undefined,
): SQL {
  const { table, statementId, where: counts } = ROWS[rows](build.t);
  const [of, who] = [subject(build), member(build)];
  return sql`select ${statementId} as statement_id, ${of} as subject, ${memberCode(kind)} as kind, ${who} as member
    from ${table} where ${and(within(statementId), counts, where?.(build.t), holds(of, who))}`;
}
