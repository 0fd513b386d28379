import { sql } from 'drizzle-orm';
import { CHAIN } from '../../history/store.ts';
import { advisoryLock } from '../../platform/engine/advisory-lock.ts';
import { rowsToWrite } from '../../platform/engine/rows.ts';
import type { Follower, Tx } from '../../platform/engine/tables.ts';
import type { Written } from '../../platform/engine/written.ts';
import { applyChanges, type Changes, changesIn } from './changes.ts';
import { ofPart, PARTS, type Part, rowsOfMembers, rowsOfSum, unionAll, type Within } from './description.ts';
import { markIn } from './mark.ts';
import { markRepeated, newlyRepeatedIn, unmarkedOf } from './repeated.ts';

/**
 * What a transaction does to statements that the summaries have already: what their rows added before is taken off at its
 * end and what they add then is added. What comes after the mark is nothing to the summaries until it is folded in.
 */
type Pending = {
  /** Of each part the statements whose rows are rewritten. */
  revised: Record<Part, Set<string>>;
  /** What those added before that were before the mark then, with the sign of what is taken off. */
  taken: Changes;
  /** What others would take off, should the mark come to be behind them before the commit; on PostgreSQL alone. */
  perhaps: Map<string, Changes>;
};

const pending = new WeakMap<readonly Written[], Pending>();
/** Those of which what a statement adds is another thing once another repeats it. */
const PARTS_WITH_MEMBERS = PARTS.filter((part) => part !== 'answers');
/** Statements whose rows are read in one query. */
const AT_ONCE = 500;

/** Keeps the summaries true to what was written; the last to follow, since what others keep adds to them, too. */
export const summaries: Follower = {
  name: 'summaries',
  async before(tx, kind, ids) {
    if (kind === 'statement') await revising(tx, 'statements', ids);
  },
  follow: settleSummaries,
};

/**
 * To be told before rows are rewritten that add to summaries, once a transaction or oftener. The rows of `usages` and
 * `answers` are rewritten in the transaction's turn among writers only; those of `statements` are kept from others here.
 */
export async function revising(tx: Tx, part: Part, statementIds: readonly string[]): Promise<void> {
  const { revised, taken, perhaps } = pendingIn(tx);
  const fromHere = recordedIn(tx);
  const fresh = [...new Set(statementIds)].filter((id) => !fromHere.has(id) && !revised[part].has(id)).sort();
  if (fresh.length === 0) return;
  for (const id of fresh) revised[part].add(id);
  if (part === 'statements' && tx.engine === 'postgres') await rowsToWrite(tx, 'statements', fresh);
  const { statementId: mark } = await markIn(tx);
  const changes = changesIn();
  const folded = fresh.filter((id) => id <= mark);
  await addContributions(tx, part, folded, -1, changes);
  taken.addAll(changes);
  // SQLite has one writer at a time, and usages and answers are rewritten in the turn of one: the mark stays where it is
  // until this transaction ends.
  const isMarkFixed = tx.engine === 'sqlite' || part !== 'statements';
  const later = isMarkFixed ? [] : fresh.filter((id) => id > mark);
  for (const statementId of later) {
    const own = changesIn();
    await addContributions(tx, part, [statementId], -1, own);
    perhaps.set(`${part} ${statementId}`, own);
  }
  // With the part that is undone goes the lock, too: others may write these rows before this transaction ends.
  tx.onUndo(() => {
    taken.addAll(changes, -1);
    for (const id of fresh) revised[part].delete(id);
    for (const statementId of later) perhaps.delete(`${part} ${statementId}`);
  });
}

function pendingIn(tx: Tx): Pending {
  const known = pending.get(tx.written);
  if (known) return known;
  const made: Pending = {
    revised: { statements: new Set(), usages: new Set(), answers: new Set() },
    taken: changesIn(),
    perhaps: new Map(),
  };
  pending.set(tx.written, made);
  return made;
}

/** Of what a transaction wrote, how much was looked through, and the statements found there. */
type Recorded = { seen: number; last: Written | undefined; ids: Set<string> };
const recorded = new WeakMap<readonly Written[], Recorded>();

/** The statements that this transaction recorded, which added nothing before. */
function recordedIn({ written }: Tx): ReadonlySet<string> {
  const known = recorded.get(written);
  // What was undone was written last, and is no longer there.
  const isWhole = known !== undefined && written[known.seen - 1] === known.last;
  const { seen, ids } = isWhole ? known : { seen: 0, ids: new Set<string>() };
  for (const { kind, before, after } of written.slice(seen))
    if (kind === 'statement' && before === null) ids.add((after as { id: string }).id);
  recorded.set(written, { seen: written.length, last: written.at(-1), ids });
  return ids;
}

/**
 * Brings the summaries up to what the transaction wrote; the last thing before its commit. Who rewrites `usages` or
 * `answers` without writing to the record calls it at the end.
 */
export async function settleSummaries(tx: Tx): Promise<void> {
  const known = pending.get(tx.written);
  const fromHere = recordedIn(tx);
  if (!known && fromHere.size === 0) return;
  const { revised, taken, perhaps } = known ?? pendingIn(tx);
  pending.delete(tx.written);
  await advisoryLock(tx, CHAIN);
  const { statementId: mark } = await markIn(tx);
  const repeated = await unmarkedOf(tx, [...new Set(newlyRepeatedIn(tx.written))]);
  // Who repeats a statement keeps others from rewriting its row, and it is the turn of this transaction: what these add
  // is what it was.
  for (const part of PARTS_WITH_MEMBERS) {
    const ids = repeated.filter((id) => id <= mark && !fromHere.has(id) && !revised[part].has(id));
    await addContributions(tx, part, ids, -1, taken);
    for (const id of ids) revised[part].add(id);
  }
  await markRepeated(tx, repeated);
  for (const [name, changes] of perhaps) if ((name.split(' ')[1] ?? '') <= mark) taken.addAll(changes);
  for (const part of PARTS) {
    const ids = [...fromHere, ...revised[part]].filter((id) => id <= mark);
    await addContributions(tx, part, ids, 1, taken);
  }
  await applyChanges(tx, taken);
}

async function addContributions(
  tx: Tx,
  part: Part,
  statementIds: readonly string[],
  sign: 1 | -1,
  changes: Changes,
): Promise<void> {
  for (let at = 0; at < statementIds.length; at += AT_ONCE) {
    const ids = statementIds.slice(at, at + AT_ONCE);
    for (const { subject, granularity, period, sideId, kind } of await sumRowsOf(tx, part, ids))
      changes.sums.add([subject, granularity, period, sideId, kind], sign);
    if (ofPart(tx.t, part).members.length === 0) continue;
    for (const { subject, kind, member } of await memberRowsOf(tx, part, ids))
      if (member === null) changes.sizes.add([subject, kind], sign);
      else changes.members.add([subject, kind, member], sign);
  }
}

function sumRowsOf(tx: Tx, part: Part, ids: readonly string[]) {
  return tx.query(
    `sums of ${part}`,
    (build) => {
      const { db, t, oneOf } = build;
      const within: Within = (statementId) => oneOf(statementId, 'ids');
      const rows = ofPart(t, part).sums.map(([name, granularity]) => rowsOfSum(build, name, granularity, within));
      return db
        .select({
          subject: sql<string>`subject`,
          granularity: sql`granularity`.mapWith(Number),
          period: sql<string>`period`,
          sideId: sql<number>`side_id`.mapWith(Number),
          kind: build.codeOfWord(t.tallies.kind, sql`kind`).mapWith(Number),
        })
        .from(sql`(${unionAll(rows)}) as added`);
    },
    { ids: [...ids] },
  );
}

function memberRowsOf(tx: Tx, part: Part, ids: readonly string[]) {
  return tx.query(
    `members of ${part}`,
    (build) => {
      const { db, t, oneOf } = build;
      const rows = ofPart(t, part).members.map((members) =>
        rowsOfMembers(build, members, (statementId) => oneOf(statementId, 'ids')),
      );
      return db
        .select({ subject: sql<string>`subject`, kind: sql`kind`.mapWith(Number), member: sql<string | null>`member` })
        .from(sql`(${unionAll(rows)}) as added`);
    },
    { ids: [...ids] },
  );
}
