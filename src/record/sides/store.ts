import type { Page } from '../../kernel/page.ts';
import { type Paging, pageInOrderOfCreation } from '../../platform/engine/pages.ts';
import { rowById } from '../../platform/engine/rows.ts';
import type { Handle } from '../../platform/engine/tables.ts';
import { idInPath } from '../references.ts';
import type { Side, SideBrief } from './side.ts';

/** Oldest first. */
export function listSides(from: Handle, paging: Paging): Promise<Page<Side, readonly string[]>> {
  return pageInOrderOfCreation(from, 'sides', ({ db, t }) => db.select().from(t.sides).$dynamic(), [], paging);
}

/** By id or slug; fails with `not-found`. */
export async function getSide(from: Handle, reference: string): Promise<Side> {
  return (await rowById(from, 'sides', await idInPath(from, 'side', reference))) as Side;
}

/** The sides as other answers name them, by id. */
export async function sideBriefs(from: Handle, ids: readonly string[]): Promise<Map<string, SideBrief>> {
  if (ids.length === 0) return new Map();
  const rows = await from.query(
    'briefs of sides',
    ({ db, t, oneOf }) =>
      db
        .select({ id: t.sides.id, slug: t.sides.slug, name: t.sides.name })
        .from(t.sides)
        .where(oneOf(t.sides.id, 'ids')),
    { ids: [...new Set(ids)] },
  );
  return new Map(rows.map((row) => [row.id, row]));
}
