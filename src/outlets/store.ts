import type { Page } from '../kernel/page.ts';
import { isOneOf, type Paging, pageInOrderOfCreation } from '../platform/engine/pages.ts';
import { rowById } from '../platform/engine/rows.ts';
import { idInPath } from '../references.ts';
import type { Handle, Tables } from '../tables.ts';
import type { Outlet } from './outlet.ts';

export type OutletFilter = { kind?: string[]; country?: string[] };

/** Oldest first. */
export function listOutlets(
  from: Handle,
  { kind, country }: OutletFilter,
  paging: Paging,
): Promise<Page<Outlet, readonly string[]>> {
  const conditions = [
    ...isOneOf('kind', (t: Tables) => t.outlets.kind, kind),
    ...isOneOf('country', (t: Tables) => t.outlets.country, country),
  ];
  return pageInOrderOfCreation(
    from,
    'outlets',
    ({ db, t }) => db.select().from(t.outlets).$dynamic(),
    conditions,
    paging,
  );
}

/** By id or slug; fails with `not-found`. */
export async function getOutlet(from: Handle, reference: string): Promise<Outlet> {
  return (await rowById(from, 'outlets', await idInPath(from, 'outlet', reference))) as Outlet;
}
