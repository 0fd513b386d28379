import { and, eq } from 'drizzle-orm';
import { kindOfId } from '../kernel/id.ts';
import { insertRow, insertRows } from '../platform/engine/rows.ts';
import type { Handle, Tx } from '../platform/engine/tables.ts';
import { idReferred, unknownReference } from '../record/references.ts';
import type { NewStatement } from '../record/statements/statement.ts';
import { type ImportedKind, importedIdOf } from './table.ts';

/** The record that an external id became; null when it was not read before. */
export async function importedId(from: Handle, kind: ImportedKind, externalId: string): Promise<string | null> {
  return (await importedAs(from, kind, externalId))?.id ?? null;
}

/** The same, and whether the record was there already when its line was read. */
export async function importedAs(from: Handle, kind: ImportedKind, externalId: string): Promise<Imported | null> {
  const rows = await from.query(
    'imported id',
    ({ db, t, param }) =>
      db
        .select({ entityId: t.importedIds.entityId, isAlias: t.importedIds.isAlias })
        .from(t.importedIds)
        .where(and(eq(t.importedIds.kind, param('kind')), eq(t.importedIds.externalId, param('external')))),
    { kind, external: externalId },
  );
  return rows[0] ? { id: importedIdOf({ kind, ...rows[0] }), isAlias: rows[0].isAlias } : null;
}

/** What a line became, or what was there already when it was read. */
export type Imported = { id: string; isAlias: boolean };

/** Those of the external ids that were read before, and what they became. */
export async function allImportedAs(
  from: Handle,
  kind: ImportedKind,
  externalIds: readonly string[],
): Promise<Map<string, Imported>> {
  if (externalIds.length === 0) return new Map();
  const rows = await from.query(
    'imported ids among some',
    ({ db, t: { importedIds }, oneOf, param }) =>
      db
        .select({ externalId: importedIds.externalId, entityId: importedIds.entityId, isAlias: importedIds.isAlias })
        .from(importedIds)
        .where(and(eq(importedIds.kind, param('kind')), oneOf(importedIds.externalId, 'externals'))),
    { kind, externals: [...new Set(externalIds)] },
  );
  return new Map(
    rows.map(({ externalId, entityId, isAlias }) => [externalId, { id: importedIdOf({ kind, entityId }), isAlias }]),
  );
}

export async function rememberImported(
  tx: Tx,
  kind: ImportedKind,
  externalId: string,
  entityId: string,
  isAlias = false,
): Promise<void> {
  await insertRow(tx, 'importedIds', { kind, externalId, entityId, isAlias });
}

/** Statements by their external ids: those that were there before a batch, and those that it has just made. */
export type ImportedStatements = { before: ReadonlyMap<string, Imported>; just: Map<string, Imported> };

/** For later lines of the batch, and to be stored with it. */
export function rememberWithBatch(tx: Tx, { just }: ImportedStatements, externalId: string, as: Imported): void {
  just.set(externalId, as);
  tx.onUndo(() => just.delete(externalId));
}

/** Stores what several lines became. */
export async function rememberAllImported(
  tx: Tx,
  kind: ImportedKind,
  imported: Iterable<[externalId: string, as: Imported]>,
): Promise<void> {
  const rows = [...imported].map(([externalId, { id: entityId, isAlias }]) => ({
    kind,
    externalId,
    entityId,
    isAlias,
  }));
  await insertRows(tx, 'importedIds', rows);
}

/**
 * The draft with the external ids of other statements replaced by the ids they have here: those that were just imported,
 * and those that are remembered.
 */
export async function internalReferences(
  from: Handle,
  draft: NewStatement,
  just: ReadonlyMap<string, Imported> = new Map(),
): Promise<NewStatement> {
  const rebuts = [];
  const internal = async (reference: string, pointer: string) =>
    just.get(reference)?.id ?? (await internalId(from, reference, pointer));
  for (const [at, link] of draft.rebuts.entries()) {
    rebuts.push({ ...link, statement: await internal(link.statement, `/rebuts/${at}/statement`) });
  }
  return { ...draft, rebuts, repeats: draft.repeats === null ? null : await internal(draft.repeats, '/repeats') };
}

/** The statement that an external id, or an id, in a line refers to: fails with `unknown-reference`. */
export async function internalId(from: Handle, reference: string, pointer: string): Promise<string> {
  const imported = await importedId(from, 'statement', reference);
  if (imported !== null) return imported;
  if (kindOfId(reference) === 'statement') return idReferred(from, 'statement', reference, pointer);
  throw await unknownReference(from, 'statement', reference, pointer);
}
