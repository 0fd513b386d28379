import type { By } from '../../history/change.ts';
import { createEntity, deleteEntity, type Expected, reviseEntity, rowToRevise } from '../../history/record.ts';
import { mergedAndChecked } from '../../kernel/merge.ts';
import type { Tx } from '../../platform/engine/tables.ts';
import { idInPath } from '../references.ts';
import { refuseWhileReferredTo } from '../references-to.ts';
import { freeSlug, revisedSlug } from '../slugs.ts';
import { NewSide, type Side } from './side.ts';

export async function recordSide(tx: Tx, { name, slug }: NewSide, by: By): Promise<Side> {
  return createEntity(tx, 'side', { name, slug: await freeSlug(tx, 'side', slug, name) }, by);
}

export async function reviseSide(tx: Tx, reference: string, expected: Expected, patch: unknown, by: By): Promise<Side> {
  const row = await rowToRevise(tx, 'side', await idInPath(tx, 'side', reference), expected);
  const { name, slug } = mergedAndChecked(NewSide, { name: row.name, slug: row.slug }, patch);
  return reviseEntity(tx, 'side', row, { name, slug: await revisedSlug(tx, 'side', row.slug, slug, name) }, by);
}

/** Fails with `in-use` while a dispute, a speaker or a statement refers to it. */
export async function removeSide(tx: Tx, reference: string, expected: Expected, by: By): Promise<void> {
  const row = await rowToRevise(tx, 'side', await idInPath(tx, 'side', reference), expected);
  await refuseWhileReferredTo(tx, 'side', row.id);
  await deleteEntity(tx, 'side', row, by);
}
