import { sql } from 'drizzle-orm';
import { CHAIN } from '../../history/store.ts';
import { rowsToWrite } from '../../platform/engine/rows.ts';
import type { Tx } from '../../platform/engine/tables.ts';
import { takeTurn } from '../../platform/engine/turn.ts';
import { applyChanges, type Changes, changesIn } from './changes.ts';
import { ofPart, PARTS, type Part, rowsOfMembers, rowsOfSum, unionAll, type Within } from './description.ts';
import { markIn } from './mark.ts';

/**
 * What a transaction does to statements that the summaries have already: what their rows added before is taken off at its
 * end and what they add then is added. What comes after the mark is nothing to the summaries until it is folded in.
 */
type Pending = {
  /** The statements that this transaction recorded, which added nothing before. */
  recorded: Set<string>;
  /** Of each part the statements whose rows are rewritten. */
  revised: Record<Part, Set<string>>;
  /** What those added before that were before the mark then, with the sign of what is taken off. */
  taken: Changes;
  /** What others would take off, should the mark come to be behind them before the commit; on PostgreSQL alone. */
  perhaps: { statementId: string; changes: Changes }[];
  settle: () => Promise<void>;
};

const pending = new WeakMap<Tx, Pending>();
/** Statements whose rows are read in one query. */
const AT_ONCE = 500;

/** To be told of each statement that is recorded, so that it counts even where its id is before the mark. */
export function recorded(tx: Tx, statementId: string): void {
  pendingIn(tx).recorded.add(statementId);
}

/**
 * To be told before rows are rewritten that add to summaries, once a transaction or oftener. The rows of `usages` and
 * `answers` are rewritten in the transaction's turn among writers only; those of `statements` are kept from others here.
 */
export async function revising(tx: Tx, part: Part, statementIds: readonly string[]): Promise<void> {
  const { recorded, revised, taken, perhaps } = pendingIn(tx);
  const fresh = [...new Set(statementIds)].filter((id) => !recorded.has(id) && !revised[part].has(id)).sort();
  if (fresh.length === 0) return;
  for (const id of fresh) revised[part].add(id);
  if (part === 'statements' && tx.engine === 'postgres') await rowsToWrite(tx, 'statements', fresh);
  const { statementId: mark } = await markIn(tx);
  await addContributions(
    tx,
    part,
    fresh.filter((id) => id <= mark),
    -1,
    taken,
  );
  // SQLite has one writer at a time: there the mark stays where it is until this transaction ends.
  if (tx.engine === 'sqlite') return;
  for (const statementId of fresh.filter((id) => id > mark)) {
    const changes = changesIn();
    await addContributions(tx, part, [statementId], -1, changes);
    perhaps.push({ statementId, changes });
  }
}

function pendingIn(tx: Tx): Pending {
  const known = pending.get(tx);
  if (known && tx.last.includes(known.settle)) return known;
  // Else it was said in a part of the transaction that was undone, and what was locked for it is not any more.
  const made = newPending(tx);
  tx.last.push(made.settle);
  return made;
}

function newPending(tx: Tx): Pending {
  const settle = async () => {
    // What comes later may write more, and waits for others in an order of its own.
    if (tx.last.at(-1) !== settle) tx.last.push(settle);
    else await settleSummaries(tx);
  };
  const made: Pending = {
    recorded: new Set(),
    revised: { statements: new Set(), usages: new Set(), answers: new Set() },
    taken: changesIn(),
    perhaps: [],
    settle,
  };
  pending.set(tx, made);
  return made;
}

/** Brings the summaries up to what the transaction wrote; the last thing before its commit. */
export async function settleSummaries(tx: Tx): Promise<void> {
  const known = pending.get(tx);
  if (!known) return;
  const { recorded, revised, taken, perhaps } = known;
  pending.delete(tx);
  await takeTurn(tx, CHAIN);
  const { statementId: mark } = await markIn(tx);
  for (const { statementId, changes } of perhaps) if (statementId <= mark) taken.addAll(changes);
  for (const part of PARTS) {
    const ids = [...recorded, ...revised[part]].filter((id) => id <= mark);
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
      changes.members.add([subject, kind, member], sign);
  }
}

function sumRowsOf(tx: Tx, part: Part, ids: readonly string[]) {
  return tx.query(
    `sums of ${part}`,
    ({ db, t, oneOf }) => {
      const within: Within = (statementId) => oneOf(statementId, 'ids');
      const rows = ofPart(t, part).sums.map(([name, granularity]) => rowsOfSum(t, name, granularity, within));
      return db
        .select({
          subject: sql<string>`subject`,
          granularity: sql<string>`granularity`,
          period: sql<string>`period`,
          sideId: sql<string>`side_id`,
          kind: sql<string>`kind`,
        })
        .from(sql`(${unionAll(rows)}) as added`);
    },
    { ids: [...ids] },
  );
}

function memberRowsOf(tx: Tx, part: Part, ids: readonly string[]) {
  return tx.query(
    `members of ${part}`,
    ({ db, t, oneOf }) => {
      const rows = ofPart(t, part).members.map((members) =>
        rowsOfMembers(t, members, (statementId) => oneOf(statementId, 'ids')),
      );
      return db
        .select({ subject: sql<string>`subject`, kind: sql<string>`kind`, member: sql<string>`member` })
        .from(sql`(${unionAll(rows)}) as added`);
    },
    { ids: [...ids] },
  );
}
