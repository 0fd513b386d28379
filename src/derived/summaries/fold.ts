import { asc, gt, sql } from 'drizzle-orm';
import { CHAIN } from '../../history/store.ts';
import { advisoryLock } from '../../platform/engine/advisory-lock.ts';
import type { Build } from '../../platform/engine/engine.ts';
import type { Handle, Tables, Tx } from '../../platform/engine/tables.ts';
import { MEMBERS, ofPart, PARTS, rowsOfMembers, rowsOfSum, subjectsOf, type Within } from './description.ts';
import { markIn, setMark } from './mark.ts';
import { markAllRepeated } from './repeated.ts';
import { freshIn } from './rest.ts';
import { keyOf, nameSubjectsIn } from './subjects.ts';

/**
 * Adds the next statements after the mark to the summaries, at most so many, and sets the mark behind them, in the
 * transaction's turn among writers: whoever commits later finds the mark and adds by itself what it writes before it
 * (`upkeep.ts`). Gives how many there were.
 */
export async function foldNext(tx: Tx, max: number): Promise<number> {
  await advisoryLock(tx, CHAIN);
  const { statementId: after, folds } = await markIn(tx);
  const ids = await statementsAfter(tx, after, max);
  const last = ids.at(-1);
  if (last === undefined) return 0;
  const range = { after, last };
  await nameSubjects(tx, range);
  await foldSums(tx, range);
  await foldSizes(tx, range);
  await foldMembers(tx, range);
  await setMark(tx, { statementId: last, folds: folds + 1 });
  return ids.length;
}

/** Makes the summaries from nothing, in one transaction. Other writes wait meanwhile. */
export async function rebuildSummaries(tx: Tx): Promise<void> {
  await advisoryLock(tx, CHAIN);
  for (const name of ['tallies', 'tallyMembers', 'tallySizes', 'tallySubjects'] as const)
    await tx.query(`forget all ${name}`, ({ db, t }) => db.delete(t[name]));
  await markAllRepeated(tx);
  const { folds } = await markIn(tx);
  const last = await lastStatement(tx);
  if (last !== null) {
    const all = { after: '', last };
    await nameSubjects(tx, all);
    await foldSums(tx, all);
    await foldSizes(tx, all);
    await foldMembers(tx, all);
  }
  await setMark(tx, { statementId: last ?? '', folds: folds + 1 });
}

/** How many statements are after the mark; counted no further than `max`. */
export async function countUnfolded(from: Handle, max: number): Promise<number> {
  const { statementId: after } = await markIn(from);
  const rows = await from.query(
    'count of statements after the mark',
    ({ db, t, param, bound }) => {
      const some = db
        .select({ one: sql`1`.as('one') })
        .from(t.statements)
        .where(gt(t.statements.id, param('after')))
        .limit(bound('limit'))
        .as('some');
      return db.select({ n: sql`count(*)`.mapWith(Number) }).from(some);
    },
    { after, limit: max },
  );
  return rows[0]?.n ?? 0;
}

/** The statements that are folded in: those after the first id, up to the last. */
type Range = { after: string; last: string };

/** So that each has its number before anything is added to it. */
async function nameSubjects(tx: Tx, range: Range): Promise<void> {
  for (const part of PARTS)
    await nameSubjectsIn(tx, `of ${part}`, (build) => subjectsOf(build, part, isBetween(build)), range);
}

async function foldSums(tx: Tx, range: Range): Promise<void> {
  for (const [name, granularity] of PARTS.flatMap((part) => ofPart(tx.t, part).sums))
    await tx.query(
      `fold ${name} by ${granularity}`,
      (build) => {
        const { subject, granularity: by, period, sideId, kind, n } = build.t.tallies;
        const rows = rowsOfSum(build, name, granularity, isBetween(build));
        return build.db
          .insert(build.t.tallies)
          .select(
            sql`select ${keyOf(build)}, granularity, period, side_id, ${build.codeOfWord(kind, sql`kind`)} as kind, n
              from (select subject, granularity, period, side_id, kind, count(*) as n from (${rows}) as every_one
                group by subject, granularity, period, side_id, kind) as added where true`,
          )
          .onConflictDoUpdate({ target: [subject, by, period, sideId, kind], set: { n: sql`${n} + excluded.n` } });
      },
      range,
    );
}

/** Before the members themselves are: those that are not there yet make the size. */
async function foldSizes(tx: Tx, range: Range): Promise<void> {
  for (const [at, members] of MEMBERS.entries())
    await tx.query(
      `fold sizes ${at}`,
      (build) => {
        const { tallySizes } = build.t;
        const fresh = freshIn(build, rowsOfMembers(build, members, isBetween(build)));
        return build.db
          .insert(tallySizes)
          .select(sql`select ${keyOf(build)}, kind, n from (${fresh}) as added where true`)
          .onConflictDoUpdate({
            target: [tallySizes.subject, tallySizes.kind],
            set: { n: sql`${tallySizes.n} + excluded.n` },
          });
      },
      range,
    );
}

async function foldMembers(tx: Tx, range: Range): Promise<void> {
  for (const [at, members] of MEMBERS.entries())
    await tx.query(
      `fold members ${at}`,
      (build) => {
        const { subject, kind, member, n } = build.t.tallyMembers;
        const rows = rowsOfMembers(build, members, isBetween(build));
        return build.db
          .insert(build.t.tallyMembers)
          .select(
            sql`select ${keyOf(build)}, kind, member, n from (select subject, kind, member, count(*) as n
              from (${rows}) as every_one where member is not null group by subject, kind, member) as added where true`,
          )
          .onConflictDoUpdate({ target: [subject, kind, member], set: { n: sql`${n} + excluded.n` } });
      },
      range,
    );
}

function isBetween({ param, rarely }: Build<Tables>): Within {
  return (statementId) =>
    sql`${rarely(sql`${statementId} > ${param('after')}`)} and ${rarely(sql`${statementId} <= ${param('last')}`)}`;
}

async function statementsAfter(from: Handle, after: string, limit: number): Promise<string[]> {
  const rows = await from.query(
    'statements after the mark',
    ({ db, t, param, bound }) =>
      db
        .select({ id: t.statements.id })
        .from(t.statements)
        .where(gt(t.statements.id, param('after')))
        .orderBy(asc(t.statements.id))
        .limit(bound('limit')),
    { after, limit },
  );
  return rows.map(({ id }) => id);
}

async function lastStatement(from: Handle): Promise<string | null> {
  const rows = await from.query('last statement', ({ db, t }) =>
    db.select({ id: sql<string | null>`max(${t.statements.id})`.mapWith(t.statements.id) }).from(t.statements),
  );
  return rows[0]?.id ?? null;
}
