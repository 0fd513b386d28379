import { sql } from 'drizzle-orm';
import type { Tx } from './engine.ts';

/**
 * Waits for the transactions that took their turn under this name, and keeps later ones waiting until this one ends.
 * On SQLite, which has one writer at a time, every transaction has its turn already.
 */
export async function advisoryLock<Tables>(tx: Tx<Tables>, name: string): Promise<void> {
  if (tx.engine === 'sqlite') return;
  await tx.query(
    'take a turn',
    ({ db, param }) =>
      db
        .select({ locked: sql`pg_advisory_xact_lock(hashtextextended(${param('name')}, 0))` })
        .from(sql`(select 1) as one`),
    { name },
  );
}
