import { randomBytes } from 'node:crypto';
import { desc } from 'drizzle-orm';
import { advisoryLock } from '../platform/engine/advisory-lock.ts';
import { insertRows } from '../platform/engine/rows.ts';
import type { Follower, Tables, Tx } from '../platform/engine/tables.ts';
import { digestOf, hashOf, type Line } from './change.ts';
import { storeWhatRowsTold, toldByRows } from './whole-lines.ts';

/** The turn that every write takes before it commits; whoever holds it is the only one to write. */
export const CHAIN = 'chain of history';

/** What makes the digest of a line impossible to guess. */
const SALT_BYTES = 16;

/** The end of the chain: the number and hash of its last line. */
type End = { seq: number; hash: string };

/**
 * Writes the lines of history: right before the commit, since the chain lets only one writer through at a time.
 * Whoever follows after it is the only one to write.
 */
export const chain: Follower = {
  name: 'chain of history',
  async follow(tx, written) {
    const lines = written.flatMap(({ line }) => line ?? []);
    if (lines.length === 0) return;
    // Before the turn: a redaction that has one of these lines takes its turn later.
    await storeWhatRowsTold(tx, written);
    await advisoryLock(tx, CHAIN);
    const toldByRow = toldByRows(written);
    let end = await lastLine(tx);
    const salts = randomBytes(SALT_BYTES * lines.length).toString('hex');
    const rows = lines.map((line, at) => {
      const salt = salts.slice(2 * SALT_BYTES * at, 2 * SALT_BYTES * (at + 1));
      const row = rowOf(tx, line, end, { salt, toldByRow: toldByRow(line) });
      end = row;
      return row;
    });
    await insertRows(tx, 'changes', rows);
  },
};

function rowOf(
  tx: Tx,
  { by: { actor, comment }, patch, ...change }: Line,
  end: End,
  { salt, toldByRow }: { salt: string; toldByRow: number | null },
): Tables['changes']['$inferSelect'] {
  const seq = end.seq + 1;
  const digest = digestOf(salt, patch, comment);
  const hash = hashOf(end.hash, { ...change, seq, at: tx.now, actor, digest });
  const told = { patch: toldByRow === null ? patch : null, toldByRow };
  return { ...change, ...told, seq, at: tx.now, actor, comment, salt, digest: null, hash, redacted: false };
}

async function lastLine(tx: Tx): Promise<End> {
  const rows = await tx.query('last line of history', ({ db, t }) =>
    db.select({ seq: t.changes.seq, hash: t.changes.hash }).from(t.changes).orderBy(desc(t.changes.seq)).limit(1),
  );
  return rows[0] ?? { seq: 0, hash: '' };
}
