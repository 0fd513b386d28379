import type { Author } from '../history/change.ts';
import type { Tx } from '../platform/engine/tables.ts';
import { regroupAbout } from './claims/following.ts';
import { type Regrouping, regroupRelations } from './claims/regrouping.ts';
import { regroupStances } from './statements/following.ts';

/**
 * Everything in the record that stands on a claim follows its merge, and goes back when that is undone. In this order,
 * which is the order of the lines of history.
 */
export async function followMerge(tx: Tx, regrouping: Regrouping, by: Author): Promise<void> {
  await regroupRelations(tx, regrouping, by);
  await regroupStances(tx, regrouping, by);
  await regroupAbout(tx, 'review', regrouping, by);
  await regroupAbout(tx, 'correction', regrouping, by);
}
