import { ne } from 'drizzle-orm';
import type { Page } from '../../kernel/page.ts';
import { conditionsOf } from '../../platform/engine/filters.ts';
import { type Paging, pageInOrderOfCreation } from '../../platform/engine/pages.ts';
import { rowById } from '../../platform/engine/rows.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import { idInPath } from '../references.ts';
import { type Updated, wasUpdated } from '../updated.ts';
import type { Side } from './side.ts';
import { UNKNOWN_SIDE } from './unknown-side.ts';

export type SideFilter = Updated;

/** Oldest first. */
export async function listSides(
  from: Handle,
  filter: SideFilter,
  paging: Paging,
): Promise<Page<Side, readonly string[]>> {
  const conditions = await conditionsOf<SideFilter, Tables>(
    filter,
    wasUpdated((t) => t.sides.updatedAt),
  );
  conditions.push({
    name: 'known',
    values: { unknown: UNKNOWN_SIDE },
    holds: ({ t, param }) => ne(t.sides.id, param('unknown')),
  });
  return pageInOrderOfCreation(from, 'sides', ({ db, t }) => db.select().from(t.sides).$dynamic(), conditions, paging);
}

/** By id or slug; fails with `not-found`. */
export async function getSide(from: Handle, reference: string): Promise<Side> {
  return (await rowById(from, 'sides', await idInPath(from, 'side', reference))) as Side;
}
