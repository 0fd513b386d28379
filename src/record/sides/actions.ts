import type { Author } from '../../history/change.ts';
import { createEntity, deleteEntity, type Expected, reviseEntity, rowToRevise } from '../../history/record.ts';
import { mergedAndChecked } from '../../kernel/merge.ts';
import type { Tx } from '../../platform/engine/tables.ts';
import { idInPath } from '../references.ts';
import { refuseWhileReferredTo } from '../references-to.ts';
import { slugFor } from '../slugs.ts';
import { NewSide, type Side } from './side.ts';

export async function recordSide(tx: Tx, body: NewSide, by: Author): Promise<Side> {
  return createEntity(tx, 'side', await columnsFor(tx, body, null), by);
}

export async function reviseSide(
  tx: Tx,
  reference: string,
  expected: Expected,
  patch: unknown,
  by: Author,
): Promise<Side> {
  const row = await rowToRevise(tx, 'side', await idInPath(tx, 'side', reference), expected);
  const body = mergedAndChecked(NewSide, { name: row.name, slug: row.slug }, patch);
  return reviseEntity(tx, 'side', row, await columnsFor(tx, body, row), by);
}

/** Fails with `in-use` while a dispute, a speaker or a statement refers to it. */
export async function removeSide(tx: Tx, reference: string, expected: Expected, by: Author): Promise<void> {
  const row = await rowToRevise(tx, 'side', await idInPath(tx, 'side', reference), expected);
  await refuseWhileReferredTo(tx, 'side', row.id);
  await deleteEntity(tx, 'side', row, by);
}

async function columnsFor(tx: Tx, { name, slug }: NewSide, before: Side | null) {
  return { slug: await slugFor(tx, 'side', before, slug, name), name };
}
