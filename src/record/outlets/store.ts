import type { Page } from '../../kernel/page.ts';
import { conditionsOf } from '../../platform/engine/filters.ts';
import { isOneOf, type Paging, pageInOrderOfCreation } from '../../platform/engine/pages.ts';
import { rowById } from '../../platform/engine/rows.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import { idInPath } from '../references.ts';
import type { Outlet } from './outlet.ts';

export type OutletFilter = { kind?: string[]; country?: string[] };

/** Oldest first. */
export async function listOutlets(
  from: Handle,
  filter: OutletFilter,
  paging: Paging,
): Promise<Page<Outlet, readonly string[]>> {
  const conditions = await conditionsOf<OutletFilter, Tables>(filter, {
    kind: (kinds) => isOneOf('kind', (t: Tables) => t.outlets.kind, kinds),
    country: (countries) => isOneOf('country', (t: Tables) => t.outlets.country, countries),
  });
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
