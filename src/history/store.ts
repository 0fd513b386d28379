import { randomBytes } from 'node:crypto';
import { desc } from 'drizzle-orm';
import type { Operation } from 'rfc6902';
import type { Once } from '../idempotency/once.ts';
import { claimOnce } from '../idempotency/store.ts';
import { insertRow } from '../platform/engine/rows.ts';
import type { Tx } from '../platform/engine/tables.ts';
import { takeTurn } from '../platform/engine/turn.ts';
import { type By, type ChangeAction, digestOf, hashOf } from './change.ts';

/** The turn that every write takes before it commits; whoever holds it is the only one to write. */
export const CHAIN = 'chain of history';

export type PendingChange = {
  action: ChangeAction;
  entityType: string;
  entityId: string;
  revision: number;
  draft: boolean;
  patch: Operation[];
};

/** The end of the chain as one transaction has extended it. */
const ends = new WeakMap<Tx['last'], { seq: number; hash: string }>();

type Task = Tx['last'][number];

/** The changes that tasks write down, and the tasks that claim a request. */
const changesOf = new WeakMap<Task, PendingChange>();
const claims = new WeakSet<Task>();

/**
 * Takes a transaction: a change that is not written with the record it describes is a lie.
 *
 * The line is written right before the commit, since the chain lets only one writer through at a time. A request that
 * is to be carried out once is claimed before the first line of it is written.
 */
export function appendChange(tx: Tx, change: PendingChange, by: By): void {
  if (by.once && !tx.last.some((task) => claims.has(task))) tx.last.push(claimOf(tx, by.once));
  const task = () => writeLine(tx, change, by);
  changesOf.set(task, change);
  tx.last.push(task);
}

/** Claims the request for what it makes, or else for what it changes first. */
function claimOf(tx: Tx, once: Once): Task {
  const task = () => {
    const changes = tx.last.map((other) => changesOf.get(other)).filter((change) => change !== undefined);
    const made = changes.find(({ action }) => action === 'create') ?? (changes[0] as PendingChange);
    return claimOnce(tx, once, made.entityId);
  };
  claims.add(task);
  return task;
}

async function writeLine(tx: Tx, change: PendingChange, { actor, comment }: By): Promise<void> {
  const end = ends.get(tx.last) ?? (await endOfChain(tx));
  const seq = end.seq + 1;
  const salt = randomBytes(16).toString('hex');
  const digest = digestOf(salt, change.patch, comment);
  const hash = hashOf(end.hash, { ...change, seq, at: tx.now, actor, digest });
  const written = { ...change, seq, at: tx.now, actor, comment, salt, digest, hash, redacted: false };
  await insertRow(tx, 'changes', written);
  ends.set(tx.last, { seq, hash });
}

async function endOfChain(tx: Tx): Promise<{ seq: number; hash: string }> {
  await takeTurn(tx, CHAIN);
  return lastLine(tx);
}

async function lastLine(tx: Tx): Promise<{ seq: number; hash: string }> {
  const rows = await tx.query('last line of history', ({ db, t }) =>
    db.select({ seq: t.changes.seq, hash: t.changes.hash }).from(t.changes).orderBy(desc(t.changes.seq)).limit(1),
  );
  return rows[0] ?? { seq: 0, hash: '' };
}
