import { eq } from 'drizzle-orm';
import type { ClaimFollower } from '../claims/merge-actions.ts';
import { placesOf } from '../claims/places.ts';
import { type RowOf, reviseEntity } from '../history/record.ts';

/** Lets reviews follow a merge of claims, and go back when it is undone. */
export const reviewsFollow: ClaimFollower = async (tx, { action, from }, by) => {
  const rows: RowOf<'review'>[] = await tx.query(
    'reviews of a claim',
    ({ db, t, param }) =>
      db
        .select()
        .from(t.reviews)
        .where(eq(t.reviews.claimId, param('claim')))
        .orderBy(t.reviews.id),
    { claim: from },
  );
  const placeOf = await placesOf(
    tx,
    rows.flatMap(({ ownClaimId }) => ownClaimId ?? []),
  );
  for (const row of rows) {
    const claimId = row.ownClaimId === null ? null : placeOf(row.ownClaimId).root;
    await reviseEntity(tx, 'review', row, { claimId }, by, { action });
  }
};
