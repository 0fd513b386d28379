import { eq } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { type RowOf, reviseEntity } from '../../history/record.ts';
import { KINDS } from '../kinds.ts';
import type { ClaimFollower } from './merge-actions.ts';
import { placesOf } from './places.ts';

/** Lets what is about one claim follow its merge, and go back when it is undone. */
export function followsMerge(kind: 'review' | 'correction'): ClaimFollower {
  return async (tx, { action, from }, by) => {
    const rows = (await tx.query(
      `${KINDS[kind].table} to follow a claim`,
      ({ db, t, param }) => {
        const table = t[KINDS[kind].table];
        return db
          .select()
          .from(table as SQLiteTable)
          .where(eq(table.claimId as SQLiteColumn, param('claim')))
          .orderBy(table.id);
      },
      { claim: from },
    )) as RowOf<typeof kind>[];
    const placeOf = await placesOf(
      tx,
      rows.flatMap(({ ownClaimId }) => ownClaimId ?? []),
    );
    for (const row of rows) {
      const claimId = row.ownClaimId === null ? null : placeOf(row.ownClaimId).root;
      await reviseEntity(tx, kind, row, { claimId }, by, { action });
    }
  };
}
