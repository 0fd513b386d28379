import { and, eq, inArray, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Build } from '../../platform/engine/engine.ts';
import type { Tables, Tx } from '../../platform/engine/tables.ts';
import { STANCES } from '../../record/statements/table.ts';
import { USAGES } from '../terms/table.ts';
import type { Granularity } from './table.ts';

type Column = SQLiteColumn | SQL;

/** A word that is kept as its place among these. */
const wordOf = (column: SQLiteColumn, words: readonly string[]) =>
  sql.join([
    sql`case ${column}`,
    ...words.map((word, code) => sql.raw(` when ${code} then '${word}'`)),
    sql.raw(' end'),
  ]);

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

const isPublished = (of: Tables['stances'] | Tables['statements']) => eq(of.status, 'published');

/** What each row counts as, of its side, by when it was said. */
function countedOf({ t, idText }: Build<Tables>, source: 'stances' | 'termUsages' | 'statements') {
  const { stances, termUsages, statements } = t;
  const isVerified = inArray(statements.anchorResult, ['exact', 'normalized', 'elided']);
  const rows = {
    stances: {
      table: stances,
      subject: idText(stances.claimId),
      kind: wordOf(stances.stance, STANCES),
      where: isPublished(stances),
    },
    termUsages: {
      table: termUsages,
      subject: termUsages.wording,
      kind: wordOf(termUsages.usage, USAGES),
      where: undefined,
    },
    statements: {
      table: statements,
      subject: idText(statements.disputeId),
      kind: sql`case when ${isVerified} then 'verified' else 'unverified' end`,
      where: isPublished(statements),
    },
  }[source];
  return { ...rows, sideId: rows.table.sideId, saidSort: rows.table.saidSort };
}

async function addPeriods(tx: Tx, source: 'stances' | 'termUsages' | 'statements', granularity: Granularity) {
  await tx.query(`add tallies of ${source} by ${granularity}`, (build) => {
    const { table, subject, kind, sideId, saidSort, where } = countedOf(build, source);
    const period = build.beginning(saidSort, granularity === 'day' ? 10 : 7);
    const rows = build.db
      .select({
        subject: sql`${subject}`.as('subject'),
        granularity: sql`${sql.raw(`'${granularity}'`)}`.as('granularity'),
        period: period.as('period'),
        sideId,
        kind: sql`${kind}`.as('kind'),
        n: sql`count(*)`.as('n'),
      })
      .from(table as SQLiteTable)
      .where(where)
      .groupBy(sql`${subject}`, period, sideId, sql`${kind}`);
    return build.db.insert(build.t.tallies).select(rows as never);
  });
}

const utteranceOf = ({ t: { statements }, idText }: Build<Tables>) =>
  sql`coalesce(${idText(statements.repeatsId)}, ${idText(statements.id)})`;
const withSide = ({ idText }: Build<Tables>, subject: SQLiteColumn, side: SQLiteColumn) =>
  sql`${idText(subject)} || ' ' || ${idText(side)}`;

function ofClaim(member: 'speakerId' | 'outletId' | 'articleId' | 'utteranceId' | 'together') {
  return ({ t: { stances }, idText }: Build<Tables>) => ({
    ...{
      table: stances,
      subject: idText(stances.claimId),
      member: member === 'together' ? stances.together : idText(stances[member]),
      where: isPublished(stances),
    },
  });
}

function ofTerm(member: 'speakerId' | 'outletId' | 'utteranceId' | 'together') {
  return ({ t: { termUsages: usages }, idText }: Build<Tables>) => ({
    ...{ table: usages, subject: usages.wording },
    member: member === 'together' ? usages.together : idText(usages[member]),
  });
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
  'utterances of questions': ({ t: { stances }, idText }: Build<Tables>) => ({
    ...{ table: stances, subject: idText(stances.questionId), member: idText(stances.utteranceId) },
    where: and(isPublished(stances), sql`${stances.ofQuestion} = 1`),
  }),
  'utterances of questions and sides': (build: Build<Tables>) => {
    const {
      t: { stances },
      idText,
    } = build;
    return {
      ...{
        table: stances,
        subject: withSide(build, stances.questionId, stances.sideId),
        member: idText(stances.utteranceId),
      },
      where: and(isPublished(stances), sql`${stances.ofQuestion} = 1`),
    };
  },
  'utterances of disputes': (build: Build<Tables>) => {
    const {
      t: { statements },
      idText,
    } = build;
    return {
      ...{ table: statements, subject: idText(statements.disputeId), member: utteranceOf(build) },
      where: isPublished(statements),
    };
  },
  'utterances of disputes and sides': (build: Build<Tables>) => {
    const { statements } = build.t;
    return {
      ...{ table: statements, subject: withSide(build, statements.disputeId, statements.sideId) },
      ...{ member: utteranceOf(build), where: isPublished(statements) },
    };
  },
  'utterances with stances of disputes': (build: Build<Tables>) => {
    const {
      t: { statements },
      idText,
    } = build;
    return {
      ...{ table: statements, subject: sql`${idText(statements.disputeId)} || ' stances'`, member: utteranceOf(build) },
      where: and(isPublished(statements), sql`cast(${statements.stances} as text) <> '[]'`),
    };
  },
  'outlets of disputes and sides': (build: Build<Tables>) => {
    const {
      t: { statements },
      idText,
    } = build;
    return {
      ...{ table: statements, subject: withSide(build, statements.disputeId, statements.sideId) },
      ...{ member: idText(statements.outletId), where: isPublished(statements) },
    };
  },
  'answered statements of disputes': ({ t: { answered }, idText }: Build<Tables>) => ({
    ...{ table: answered, subject: sql`${idText(answered.disputeId)} || ' answered'`, member: idText(answered.sideId) },
  }),
  'timed answered statements of disputes': (build: Build<Tables>) => {
    const {
      t: { answered },
      idText,
    } = build;
    return {
      ...{ table: answered, subject: sql`${idText(answered.disputeId)} || ' timed'`, member: idText(answered.sideId) },
      where: isNotNull(answered.hours),
    };
  },
} satisfies Record<string, (build: Build<Tables>) => Rows & { member: Column }>;

async function addMembers(tx: Tx, name: keyof typeof MEMBERS): Promise<void> {
  await tx.query(`add ${name}`, (build) => {
    const { db, t } = build;
    const { table, subject, member, where }: Rows & { member: Column } = MEMBERS[name](build);
    const rows = db
      .select({ subject: sql`${subject}`.as('subject'), member: sql`${member}`.as('member'), n: sql`count(*)`.as('n') })
      .from(table)
      .where(and(where, isNotNull(member)))
      .groupBy(sql`${subject}`, sql`${member}`);
    return db.insert(t.tallyMembers).select(rows as never);
  });
}
