import { asc, gt, sql } from 'drizzle-orm';
import { CHAIN } from '../../history/store.ts';
import type { Build } from '../../platform/engine/engine.ts';
import type { Handle, Tables, Tx } from '../../platform/engine/tables.ts';
import { takeTurn } from '../../platform/engine/turn.ts';
import { MEMBERS, ofPart, PARTS, rowsOfMembers, rowsOfSum, type Within } from './description.ts';
import { markIn, setMark } from './mark.ts';

/**
 * Adds the next statements after the mark to the summaries, at most so many, and sets the mark behind them, in the
 * transaction's turn among writers: whoever commits later finds the mark and adds by itself what it writes before it
 * (`upkeep.ts`). Gives how many there were.
 */
export async function foldNext(tx: Tx, max: number): Promise<number> {
  await takeTurn(tx, CHAIN);
  const { statementId: after, folds } = await markIn(tx);
  const ids = await statementsAfter(tx, after, max);
  const last = ids.at(-1);
  if (last === undefined) return 0;
  await foldBetween(tx, after, last);
  await setMark(tx, { statementId: last, folds: folds + 1 });
  return ids.length;
}

/** Makes the summaries from nothing, in one transaction. Other writes wait meanwhile. */
export async function rebuildSummaries(tx: Tx): Promise<void> {
  await takeTurn(tx, CHAIN);
  for (const name of ['tallies', 'tallyMembers', 'tallySizes'] as const)
    await tx.query(`forget all ${name}`, ({ db, t }) => db.delete(t[name]));
  const { folds } = await markIn(tx);
  const last = (await lastStatement(tx)) ?? '';
  await foldBetween(tx, '', last);
  await setMark(tx, { statementId: last, folds: folds + 1 });
}

/** How many statements are after the mark; counted no further than `max`. */
export async function countUnfolded(from: Handle, max: number): Promise<number> {
  const { statementId: after } = await markIn(from);
  const rows = await from.query(
    'count of statements after the mark',
    ({ db, t, param }) => {
      const some = db
        .select({ one: sql`1`.as('one') })
        .from(t.statements)
        .where(gt(t.statements.id, param('after')))
        .limit(sql.placeholder('limit'))
        .as('some');
      return db.select({ n: sql`count(*)`.mapWith(Number) }).from(some);
    },
    { after, limit: max },
  );
  return rows[0]?.n ?? 0;
}

async function foldBetween(tx: Tx, after: string, last: string): Promise<void> {
  const between = { after, last };
  for (const part of PARTS) {
    const { sums } = ofPart(tx.t, part);
    for (const [name, granularity] of sums) {
      await tx.query(
        `fold ${name} by ${granularity}`,
        (build) => {
          const { db, t } = build;
          const rows = rowsOfSum(t, name, granularity, isBetween(build));
          return db
            .insert(t.tallies)
            .select(
              sql`select subject, granularity, period, side_id, kind, count(*) as n from (${rows}) as added
                where true group by subject, granularity, period, side_id, kind`,
            )
            .onConflictDoUpdate({
              target: [t.tallies.subject, t.tallies.granularity, t.tallies.period, t.tallies.sideId, t.tallies.kind],
              set: { n: sql`${t.tallies.n} + excluded.n` },
            });
        },
        between,
      );
    }
  }
  for (const [at, members] of MEMBERS.entries()) {
    const name = `${at} ${members.kind} of ${members.of}`;
    // Before the members themselves: those that are not there yet make the size.
    await tx.query(
      `fold sizes ${name}`,
      (build) => {
        const { db, t } = build;
        const { subject, kind, member } = t.tallyMembers;
        const rows = rowsOfMembers(t, members, isBetween(build));
        const isThere = sql`${subject} = added.subject and ${kind} = added.kind and ${member} = added.member`;
        return db
          .insert(t.tallySizes)
          .select(
            sql`select subject, kind, count(*) as n from (select distinct subject, kind, member from (${rows}) as every)
              as added where not exists (select 1 from ${t.tallyMembers} where ${isThere}) group by subject, kind`,
          )
          .onConflictDoUpdate({
            target: [t.tallySizes.subject, t.tallySizes.kind],
            set: { n: sql`${t.tallySizes.n} + excluded.n` },
          });
      },
      between,
    );
    await tx.query(
      `fold members ${name}`,
      (build) => {
        const { db, t } = build;
        return db
          .insert(t.tallyMembers)
          .select(
            sql`select subject, kind, member, count(*) as n from (${rowsOfMembers(t, members, isBetween(build))}) as added
              where true group by subject, kind, member`,
          )
          .onConflictDoUpdate({
            target: [t.tallyMembers.subject, t.tallyMembers.kind, t.tallyMembers.member],
            set: { n: sql`${t.tallyMembers.n} + excluded.n` },
          });
      },
      between,
    );
  }
}

function isBetween({ param, rarely }: Build<Tables>): Within {
  return (statementId) =>
    sql`${rarely(sql`${statementId} > ${param('after')}`)} and ${rarely(sql`${statementId} <= ${param('last')}`)}`;
}

async function statementsAfter(from: Handle, after: string, limit: number): Promise<string[]> {
  const rows = await from.query(
    'statements after the mark',
    ({ db, t, param }) =>
      db
        .select({ id: t.statements.id })
        .from(t.statements)
        .where(gt(t.statements.id, param('after')))
        .orderBy(asc(t.statements.id))
        .limit(sql.placeholder('limit')),
    { after, limit },
  );
  return rows.map(({ id }) => id);
}

async function lastStatement(from: Handle): Promise<string | null> {
  const rows = await from.query('last statement', ({ db, t }) =>
    db.select({ id: sql<string | null>`max(${t.statements.id})` }).from(t.statements),
  );
  return rows[0]?.id ?? null;
}
