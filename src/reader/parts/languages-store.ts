import type { Handle } from '../../platform/engine/tables.ts';

/** The languages of statements that were read in brief, by their ids. */
export async function languagesOf(from: Handle, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await from.query(
    'languages of statements',
    ({ db, t, oneOf }) =>
      db
        .select({ id: t.statements.id, language: t.statements.language })
        .from(t.statements)
        .where(oneOf(t.statements.id, 'ids')),
    { ids: [...new Set(ids)] },
  );
  return new Map(rows.map(({ id, language }) => [id, language]));
}
