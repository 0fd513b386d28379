import type { Author } from '../../history/change.ts';
import { createEntity, deleteEntity, type Expected, reviseEntity, rowToRevise } from '../../history/record.ts';
import { normalizeUrl } from '../../kernel/address.ts';
import { mergedAndChecked } from '../../kernel/merge.ts';
import type { Tx } from '../../platform/engine/tables.ts';
import { idInPath } from '../references.ts';
import { refuseWhileReferredTo } from '../references-to.ts';
import { slugFor } from '../slugs.ts';
import { NewOutlet, type Outlet } from './outlet.ts';

export async function recordOutlet(tx: Tx, body: NewOutlet, by: Author): Promise<Outlet> {
  return createEntity(tx, 'outlet', await columnsFor(tx, body, null), by);
}

export async function reviseOutlet(
  tx: Tx,
  reference: string,
  expected: Expected,
  patch: unknown,
  by: Author,
): Promise<Outlet> {
  const row = await rowToRevise(tx, 'outlet', await idInPath(tx, 'outlet', reference), expected);
  const { slug, name, homepage, kind, country } = row;
  const body = mergedAndChecked(NewOutlet, { slug, name, homepage, kind, country }, patch);
  return reviseEntity(tx, 'outlet', row, await columnsFor(tx, body, row), by);
}

async function columnsFor(tx: Tx, body: NewOutlet, before: Outlet | null) {
  const { name, homepage, kind, country } = body;
  const slug = await slugFor(tx, 'outlet', before, body.slug, name);
  return { slug, name, homepage: homepage && normalizeUrl(homepage), kind, country };
}

/** Fails with `in-use` while an article is of it. */
export async function removeOutlet(tx: Tx, reference: string, expected: Expected, by: Author): Promise<void> {
  const row = await rowToRevise(tx, 'outlet', await idInPath(tx, 'outlet', reference), expected);
  await refuseWhileReferredTo(tx, 'outlet', row.id);
  await deleteEntity(tx, 'outlet', row, by);
}
