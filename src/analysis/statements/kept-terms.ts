import type { Handle } from '../../platform/engine/tables.ts';

/** Whether claims list all of these wordings, and all that has them is counted. */
export async function areTermsKept(from: Handle, wordings: readonly string[]): Promise<boolean> {
  const rows = await from.query(
    'whole terms named',
    ({ db, t, oneOf }) =>
      db.select({ isWhole: t.terms.isWhole }).from(t.terms).where(oneOf(t.terms.wording, 'wordings')),
    { wordings: [...wordings] },
  );
  return rows.length === wordings.length && rows.every(({ isWhole }) => isWhole);
}
