import type { Page } from '../../kernel/page.ts';
import { conditionsOf } from '../../platform/engine/filters.ts';
import { isOneOf, type Paging } from '../../platform/engine/pages.ts';
import { rowById } from '../../platform/engine/rows.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import { idInPath } from '../references.ts';
import { type Updated, wasUpdated } from '../updated.ts';
import { pageWithWords } from '../with-words.ts';
import type { Outlet } from './outlet.ts';

export type OutletFilter = { kind?: string[]; country?: string[]; q?: string } & Updated;

/** Oldest first. */
export async function listOutlets(
  from: Handle,
  { q, ...filter }: OutletFilter,
  paging: Paging,
): Promise<Page<Outlet, readonly string[]>> {
  const conditions = await conditionsOf<Omit<OutletFilter, 'q'>, Tables>(filter, {
    kind: (kinds) => isOneOf('kind', (t: Tables) => t.outlets.kind, kinds),
    country: (countries) => isOneOf('country', (t: Tables) => t.outlets.country, countries),
    ...wasUpdated((t) => t.outlets.updatedAt),
  });
  return pageWithWords<Outlet>(
    from,
    {
      table: 'outlets',
      select: ({ db, t }) => db.select().from(t.outlets).$dynamic(),
      conditions,
      texts: ({ name }) => [name],
    },
    q,
    paging,
  );
}

/** By id or slug; fails with `not-found`. */
export async function getOutlet(from: Handle, reference: string): Promise<Outlet> {
  return (await rowById(from, 'outlets', await idInPath(from, 'outlet', reference))) as Outlet;
}
