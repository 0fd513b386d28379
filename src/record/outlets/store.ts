import type { Page } from '../../kernel/page.ts';
import { conditionsOf } from '../../platform/engine/filters.ts';
import { isOneOf, type Paging, pageInOrderOfCreation } from '../../platform/engine/pages.ts';
import { rowById } from '../../platform/engine/rows.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import { idInPath } from '../references.ts';
import type { Outlet, OutletBrief } from './outlet.ts';

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

/** The outlets as other answers name them, by id. */
export async function outletBriefs(from: Handle, ids: readonly string[]): Promise<Map<string, OutletBrief>> {
  if (ids.length === 0) return new Map();
  const rows = await from.query(
    'briefs of outlets',
    ({ db, t, oneOf }) =>
      db
        .select({ id: t.outlets.id, slug: t.outlets.slug, name: t.outlets.name })
        .from(t.outlets)
        .where(oneOf(t.outlets.id, 'ids')),
    { ids: [...new Set(ids)] },
  );
  return new Map(rows.map((row) => [row.id, row]));
}
