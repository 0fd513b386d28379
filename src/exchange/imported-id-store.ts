import { and, eq } from 'drizzle-orm';
import { insertRow } from '../platform/engine/rows.ts';
import type { Handle, Tx } from '../platform/engine/tables.ts';

/** The record that an external id became; null when it was not read before. */
export async function importedId(from: Handle, kind: string, externalId: string): Promise<string | null> {
  return (await importedAs(from, kind, externalId))?.id ?? null;
}

/** The same, and whether the record was there already when its line was read. */
export async function importedAs(
  from: Handle,
  kind: string,
  externalId: string,
): Promise<{ id: string; isAlias: boolean } | null> {
  const rows = await from.query(
    'imported id',
    ({ db, t, param }) =>
      db
        .select({ id: t.importedIds.entityId, isAlias: t.importedIds.isAlias })
        .from(t.importedIds)
        .where(and(eq(t.importedIds.kind, param('kind')), eq(t.importedIds.externalId, param('external')))),
    { kind, external: externalId },
  );
  return rows[0] ?? null;
}

export async function rememberImported(
  tx: Tx,
  kind: string,
  externalId: string,
  entityId: string,
  isAlias = false,
): Promise<void> {
  await insertRow(tx, 'importedIds', { kind, externalId, entityId, isAlias });
}
