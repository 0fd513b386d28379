import { eq } from 'drizzle-orm';
import type { ClaimFollower } from '../claims/merge-actions.ts';
import { placesOf } from '../claims/places.ts';
import { type RowOf, reviseEntity } from '../history/record.ts';

/** Lets the corrections of a claim follow its merge, and go back when it is undone. */
export const correctionsFollow: ClaimFollower = async (tx, { action, from }, by) => {
  const rows: RowOf<'correction'>[] = await tx.query(
    'corrections to follow a claim',
    ({ db, t, param }) =>
      db
        .select()
        .from(t.corrections)
        .where(eq(t.corrections.claimId, param('claim')))
        .orderBy(t.corrections.id),
    { claim: from },
  );
  const placeOf = await placesOf(
    tx,
    rows.flatMap(({ ownClaimId }) => ownClaimId ?? []),
  );
  for (const row of rows) {
    const claimId = row.ownClaimId === null ? null : placeOf(row.ownClaimId).root;
    await reviseEntity(tx, 'correction', row, { claimId }, by, { action });
  }
};
