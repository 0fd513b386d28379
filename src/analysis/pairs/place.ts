/** Where a statement stands in the order of pairs: by its date, then by its id. */
export type Place = { sort: string; id: string };

/** Before every statement, and after every one. */
export const START: Place = { sort: '', id: '' };
export const END: Place = { sort: '~', id: '~' };

export function comparePlaces(one: Place, other: Place): number {
  if (one.sort !== other.sort) return one.sort < other.sort ? -1 : 1;
  if (one.id === other.id) return 0;
  return one.id < other.id ? -1 : 1;
}

export function laterOf<Somewhere extends Place>(one: Somewhere, other: Somewhere): Somewhere {
  return comparePlaces(one, other) < 0 ? other : one;
}

/** The index of the first row after a place, in rows that are in order. */
export function indexAfter(rows: readonly Place[], place: Place): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comparePlaces(rows[middle] as Place, place) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}
