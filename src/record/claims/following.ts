import { eq } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Author } from '../../history/change.ts';
import { type RowOf, reviseEntity } from '../../history/record.ts';
import { rowsToWrite } from '../../platform/engine/rows.ts';
import type { Tx } from '../../platform/engine/tables.ts';
import { KINDS } from '../kinds.ts';
import { mergeTargetsOf } from './merge-targets.ts';
import type { Regrouping } from './regrouping.ts';

/** Lets what is about one claim follow its merge, and go back when it is undone. */
export async function regroupAbout(
  tx: Tx,
  kind: 'review' | 'correction',
  { action, from }: Regrouping,
  by: Author,
): Promise<void> {
  const { table: name } = KINDS[kind];
  const found = await tx.query(
    `${name} to follow a claim`,
    ({ db, t, param }) => {
      const table = t[name];
      return db
        .select({ id: table.id })
        .from(table as SQLiteTable)
        .where(eq(table.claimId as SQLiteColumn, param('claim')));
    },
    { claim: from },
  );
  const rows: RowOf<typeof kind>[] = await rowsToWrite(
    tx,
    name,
    found.map(({ id }) => id),
  );
  const placeOf = await mergeTargetsOf(
    tx,
    rows.flatMap(({ ownClaimId }) => ownClaimId ?? []),
  );
  for (const row of rows) {
    // Another transaction may have made it a note on something else since.
    if (row.claimId !== from) continue;
    const claimId = row.ownClaimId === null ? null : placeOf(row.ownClaimId).root;
    await reviseEntity(tx, kind, row, { claimId }, by, { action });
  }
}
