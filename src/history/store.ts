import { randomBytes } from 'node:crypto';
import { desc, sql } from 'drizzle-orm';
import type { Operation } from 'rfc6902';
import { insertRow } from '../platform/engine/rows.ts';
import type { Tx } from '../tables.ts';
import { type By, type ChangeAction, digestOf, hashOf } from './change.ts';

/** Any number will do, as long as every process of this service asks for the same one. */
const CHAIN_LOCK = 4_827_114;

export type PendingChange = {
  action: ChangeAction;
  entityType: string;
  entityId: string;
  revision: number;
  draft: boolean;
  patch: Operation[];
};

const pending = new WeakMap<Tx['last'], [PendingChange, By][]>();

/**
 * Takes a transaction: a change that is not written with the record it describes is a lie.
 *
 * The lines are written right before the commit, since the chain lets only one writer through at a time.
 */
export function appendChange(tx: Tx, change: PendingChange, by: By): void {
  const known = pending.get(tx.last);
  if (known) {
    known.push([change, by]);
    return;
  }
  const lines: [PendingChange, By][] = [[change, by]];
  pending.set(tx.last, lines);
  tx.last.push(() => writeLines(tx, lines));
}

async function writeLines(tx: Tx, lines: [PendingChange, By][]): Promise<void> {
  if (tx.engine === 'postgres') await tx.query('lock the chain', ({ db }) => db.select({ locked: sql`pg_advisory_xact_lock(${sql.raw(String(CHAIN_LOCK))})` }).from(sql`(select 1) as one`));
  let { seq, hash } = await lastLine(tx);
  for (const [change, { actor, comment }] of lines) {
    seq += 1;
    const salt = randomBytes(16).toString('hex');
    const digest = digestOf(salt, change.patch, comment);
    hash = hashOf(hash, { ...change, seq, at: tx.now, actor, digest });
    await insertRow(tx, 'changes', { ...change, seq, at: tx.now, actor, comment, salt, digest, hash });
  }
}

async function lastLine(tx: Tx): Promise<{ seq: number; hash: string }> {
  const rows = await tx.query('last line of history', ({ db, t }) =>
    db.select({ seq: t.changes.seq, hash: t.changes.hash }).from(t.changes).orderBy(desc(t.changes.seq)).limit(1),
  );
  return rows[0] ?? { seq: 0, hash: '' };
}
