import { and, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Build } from '../../platform/engine/engine.ts';
import type { Tables, Tx } from '../../platform/engine/tables.ts';
import type { Granularity } from './table.ts';

type Column = SQLiteColumn | SQL;
/** Rows that are counted under a subject. */
type Rows = { table: SQLiteTable; subject: Column; where?: SQL | undefined };

/** Adds all tallies up anew from the rows that they are kept of, as the triggers do. Other writes wait meanwhile. */
export async function rebuildTallies(tx: Tx): Promise<void> {
  await tx.query('forget tallies', ({ db, t }) => db.delete(t.tallies));
  await tx.query('forget members of tallies', ({ db, t }) => db.delete(t.tallyMembers));
  await tx.query('forget sizes of tallies', ({ db, t }) => db.delete(t.tallySizes));
  for (const source of ['stances', 'termUsages', 'statements'] as const)
    for (const granularity of ['day', 'month'] as const) await addPeriods(tx, source, granularity);
  for (const name of Object.keys(MEMBERS) as (keyof typeof MEMBERS)[]) await addMembers(tx, name);
}

const isPublished = (of: Tables['stances'] | Tables['statements']) => sql`${of.status} = 'published'`;

/** What each row counts as, of its side, by when it was said. */
function countedOf({ t }: Build<Tables>, source: 'stances' | 'termUsages' | 'statements') {
  const { stances, termUsages, statements } = t;
  const isVerified = sql`${statements.anchorResult} in ('exact', 'normalized', 'elided')`;
  const rows = {
    stances: { table: stances, subject: stances.claimId, kind: stances.stance, where: isPublished(stances) },
    termUsages: { table: termUsages, subject: termUsages.wording, kind: termUsages.usage, where: undefined },
    statements: {
      table: statements,
      subject: statements.disputeId,
      kind: sql`case when ${isVerified} then 'verified' else 'unverified' end`,
      where: isPublished(statements),
    },
  }[source];
  return { ...rows, sideId: rows.table.sideId, saidSort: rows.table.saidSort };
}

async function addPeriods(tx: Tx, source: 'stances' | 'termUsages' | 'statements', granularity: Granularity) {
  const length = sql.raw(granularity === 'day' ? '10' : '7');
  await tx.query(`add tallies of ${source} by ${granularity}`, (build) => {
    const { table, subject, kind, sideId, saidSort, where } = countedOf(build, source);
    const period = sql`substr(${saidSort}, 1, ${length})`;
    const rows = build.db
      .select({
        subject,
        granularity: sql`${sql.raw(`'${granularity}'`)}`.as('granularity'),
        period: period.as('period'),
        sideId,
        kind: sql`${kind}`.as('kind'),
        n: sql`count(*)`.as('n'),
      })
      .from(table as SQLiteTable)
      .where(where)
      .groupBy(subject, period, sideId, sql`${kind}`);
    return build.db.insert(build.t.tallies).select(rows as never);
  });
}

const utteranceOf = ({ repeatsId, id }: Tables['statements']) => sql`coalesce(${repeatsId}, ${id})`;
const withSide = (subject: Column, side: Column) => sql`${subject} || ' ' || ${side}`;

function ofClaim(member: 'speakerId' | 'outletId' | 'articleId' | 'utteranceId' | 'together') {
  return ({ stances }: Tables) => ({
    ...{ table: stances, subject: stances.claimId, member: stances[member], where: isPublished(stances) },
  });
}

function ofTerm(member: 'speakerId' | 'outletId' | 'utteranceId' | 'together') {
  return ({ termUsages: usages }: Tables) => ({ table: usages, subject: usages.wording, member: usages[member] });
}

const MEMBERS = {
  'speakers of claims': ofClaim('speakerId'),
  'outlets of claims': ofClaim('outletId'),
  'articles of claims': ofClaim('articleId'),
  'utterances of claims': ofClaim('utteranceId'),
  'combinations of claims': ofClaim('together'),
  'speakers of terms': ofTerm('speakerId'),
  'outlets of terms': ofTerm('outletId'),
  'utterances of terms': ofTerm('utteranceId'),
  'combinations of terms': ofTerm('together'),
  'utterances of questions': ({ stances }: Tables) => ({
    ...{ table: stances, subject: stances.questionId, member: stances.utteranceId },
    where: and(isPublished(stances), sql`${stances.ofQuestion} = 1`),
  }),
  'utterances of questions and sides': ({ stances }: Tables) => ({
    ...{ table: stances, subject: withSide(stances.questionId, stances.sideId), member: stances.utteranceId },
    where: and(isPublished(stances), sql`${stances.ofQuestion} = 1`),
  }),
  'utterances of disputes': ({ statements }: Tables) => ({
    ...{ table: statements, subject: statements.disputeId, member: utteranceOf(statements) },
    where: isPublished(statements),
  }),
  'utterances of disputes and sides': ({ statements }: Tables) => ({
    ...{ table: statements, subject: withSide(statements.disputeId, statements.sideId) },
    ...{ member: utteranceOf(statements), where: isPublished(statements) },
  }),
  'utterances with stances of disputes': ({ statements }: Tables) => ({
    ...{ table: statements, subject: sql`${statements.disputeId} || ' stances'`, member: utteranceOf(statements) },
    where: and(isPublished(statements), sql`cast(${statements.stances} as text) <> '[]'`),
  }),
  'outlets of disputes and sides': ({ statements }: Tables) => ({
    ...{ table: statements, subject: withSide(statements.disputeId, statements.sideId) },
    ...{ member: statements.outletId, where: isPublished(statements) },
  }),
  'answered statements of disputes': ({ answered }: Tables) => ({
    ...{ table: answered, subject: sql`${answered.disputeId} || ' answered'`, member: answered.sideId },
  }),
  'timed answered statements of disputes': ({ answered }: Tables) => ({
    ...{ table: answered, subject: sql`${answered.disputeId} || ' timed'`, member: answered.sideId },
    where: isNotNull(answered.hours),
  }),
} satisfies Record<string, (t: Tables) => Rows & { member: Column }>;

async function addMembers(tx: Tx, name: keyof typeof MEMBERS): Promise<void> {
  await tx.query(`add ${name}`, ({ db, t }) => {
    const { table, subject, member, where }: Rows & { member: Column } = MEMBERS[name](t);
    const rows = db
      .select({ subject: sql`${subject}`.as('subject'), member: sql`${member}`.as('member'), n: sql`count(*)`.as('n') })
      .from(table)
      .where(and(where, isNotNull(member)))
      .groupBy(sql`${subject}`, sql`${member}`);
    return db.insert(t.tallyMembers).select(rows as never);
  });
}
