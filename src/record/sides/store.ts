import type { Page } from '../../kernel/page.ts';
import { type Paging, pageInOrderOfCreation } from '../../platform/engine/pages.ts';
import { rowById } from '../../platform/engine/rows.ts';
import type { Handle } from '../../platform/engine/tables.ts';
import { idInPath } from '../references.ts';
import type { Side } from './side.ts';

/** Oldest first. */
export function listSides(from: Handle, paging: Paging): Promise<Page<Side, readonly string[]>> {
  return pageInOrderOfCreation(from, 'sides', ({ db, t }) => db.select().from(t.sides).$dynamic(), [], paging);
}

/** By id or slug; fails with `not-found`. */
export async function getSide(from: Handle, reference: string): Promise<Side> {
  return (await rowById(from, 'sides', await idInPath(from, 'side', reference))) as Side;
}
