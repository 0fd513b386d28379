import type { By } from '../../history/change.ts';
import { createEntity, deleteEntity, type Expected, reviseEntity, rowToRevise } from '../../history/record.ts';
import { normalizeUrl } from '../../kernel/address.ts';
import { mergedAndChecked } from '../../kernel/merge.ts';
import type { Tx } from '../../platform/engine/tables.ts';
import { idInPath } from '../references.ts';
import { refuseWhileReferredTo } from '../references-to.ts';
import { freeSlug, revisedSlug } from '../slugs.ts';
import { NewOutlet, type Outlet } from './outlet.ts';

export async function recordOutlet(tx: Tx, body: NewOutlet, by: By): Promise<Outlet> {
  const slug = await freeSlug(tx, 'outlet', body.slug, body.name);
  return createEntity(tx, 'outlet', { ...body, homepage: body.homepage && normalizeUrl(body.homepage), slug }, by);
}

export async function reviseOutlet(
  tx: Tx,
  reference: string,
  expected: Expected,
  patch: unknown,
  by: By,
): Promise<Outlet> {
  const row = await rowToRevise(tx, 'outlet', await idInPath(tx, 'outlet', reference), expected);
  const { slug, name, homepage, kind, country } = row;
  const body = mergedAndChecked(NewOutlet, { slug, name, homepage, kind, country }, patch);
  const changes = { ...body, homepage: body.homepage && normalizeUrl(body.homepage) };
  return reviseEntity(
    tx,
    'outlet',
    row,
    { ...changes, slug: await revisedSlug(tx, 'outlet', slug, body.slug, body.name) },
    by,
  );
}

/** Fails with `in-use` while an article is of it. */
export async function removeOutlet(tx: Tx, reference: string, expected: Expected, by: By): Promise<void> {
  const row = await rowToRevise(tx, 'outlet', await idInPath(tx, 'outlet', reference), expected);
  await refuseWhileReferredTo(tx, 'outlet', row.id);
  await deleteEntity(tx, 'outlet', row, by);
}
