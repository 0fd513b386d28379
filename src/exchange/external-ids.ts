import { and, eq } from 'drizzle-orm';
import { kindOfId } from '../kernel/id.ts';
import { insertRow } from '../platform/engine/rows.ts';
import type { Handle, Tx } from '../platform/engine/tables.ts';
import { idReferred, unknownReference } from '../record/references.ts';
import type { NewStatement } from '../record/statements/statement.ts';

/** The record that an external id became; null when it was not read before. */
export async function importedId(from: Handle, kind: string, externalId: string): Promise<string | null> {
  const rows = await from.query(
    'imported id',
    ({ db, t, param }) =>
      db
        .select({ id: t.importedIds.entityId })
        .from(t.importedIds)
        .where(and(eq(t.importedIds.kind, param('kind')), eq(t.importedIds.externalId, param('external')))),
    { kind, external: externalId },
  );
  return rows[0]?.id ?? null;
}

export async function rememberImported(tx: Tx, kind: string, externalId: string, entityId: string): Promise<void> {
  await insertRow(tx, 'importedIds', { kind, externalId, entityId });
}

/** The draft with the external ids of other statements replaced by the ids they have here. */
export async function internalReferences(tx: Tx, draft: NewStatement): Promise<NewStatement> {
  const rebuts = [];
  for (const [at, link] of draft.rebuts.entries()) {
    rebuts.push({ ...link, statement: await internalId(tx, link.statement, `/rebuts/${at}/statement`) });
  }
  return { ...draft, rebuts, repeats: draft.repeats === null ? null : await internalId(tx, draft.repeats, '/repeats') };
}

/** The statement that an external id, or an id, in a line refers to: fails with `unknown-reference`. */
export async function internalId(tx: Tx, reference: string, pointer: string): Promise<string> {
  const imported = await importedId(tx, 'statement', reference);
  if (imported !== null) return imported;
  if (kindOfId(reference) === 'statement') return idReferred(tx, 'statement', reference, pointer);
  throw await unknownReference(tx, 'statement', reference, pointer);
}
