import { sql } from 'drizzle-orm';
import { updateRow } from '../platform/engine/rows.ts';
import type { Follower, Tx } from '../platform/engine/tables.ts';
import { forgetInReports } from './report-store.ts';

const WITHHELD = 'What was wrong is not told any more: the words in it were removed.';

/** Import jobs quote what they refuse; where that has words that are redacted, only the fault's place is kept. */
export const forgetting: Follower = {
  name: 'import jobs forget redacted words',
  async follow(tx, written) {
    for (const { gone } of written) if (gone) await forget(tx, gone);
  },
};

async function forget(tx: Tx, words: readonly string[]): Promise<void> {
  const jobs = await tx.query('imports with faults', ({ db, t }) =>
    db
      .select({ id: t.imports.id, errors: t.imports.errors })
      .from(t.imports)
      .where(sql`cast(${t.imports.errors} as text) <> '[]'`),
  );
  for (const { id, errors } of jobs) {
    const kept = errors.map((fault) =>
      words.some((text) => fault.detail.includes(text)) ? { ...fault, detail: WITHHELD } : fault,
    );
    if (JSON.stringify(kept) !== JSON.stringify(errors)) await updateRow(tx, 'imports', id, { errors: kept });
  }
  await forgetInReports(tx, words, WITHHELD);
}
