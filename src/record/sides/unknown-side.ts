import { idFromKey } from '../../kernel/id.ts';
import { insertRow, rowById } from '../../platform/engine/rows.ts';
import type { Tx } from '../../platform/engine/tables.ts';

/**
 * What a draft refers to of which it is not known for whom its speaker spoke. It is nobody's side: no list has it, no
 * reference leads to it, answers say null in its place, and nothing is published with it. Its key is given to nothing else.
 */
export const UNKNOWN_SIDE = idFromKey('side', 0);
/** No slug that anybody can write. */
const NAME = '-';

/** Gives its id, and makes sure that there is a row to refer to. */
export async function unknownSide(tx: Tx): Promise<string> {
  if ((await rowById(tx, 'sides', UNKNOWN_SIDE)) === null) {
    const { now } = tx;
    await insertRow(tx, 'sides', {
      id: UNKNOWN_SIDE,
      revision: 1,
      createdAt: now,
      updatedAt: now,
      slug: NAME,
      name: NAME,
    });
  }
  return UNKNOWN_SIDE;
}
