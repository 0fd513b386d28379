/** Where a statement stands in the order of pairs: by its date, then by its id. */
export type DatePosition = { sort: string; id: string };

/** Before every statement, and after every one. */
export const START: DatePosition = { sort: '', id: '' };
export const END: DatePosition = { sort: '~', id: '~' };

export function comparePlaces(one: DatePosition, other: DatePosition): number {
  if (one.sort !== other.sort) return one.sort < other.sort ? -1 : 1;
  if (one.id === other.id) return 0;
  return one.id < other.id ? -1 : 1;
}

export function laterOf<Somewhere extends DatePosition>(one: Somewhere, other: Somewhere): Somewhere {
  return comparePlaces(one, other) < 0 ? other : one;
}

/** The index of the first row after a place, in rows that are in order. */
export function indexAfter(rows: readonly DatePosition[], place: DatePosition): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (comparePlaces(rows[middle] as DatePosition, place) > 0) high = middle;
    else low = middle + 1;
  }
  return low;
}
