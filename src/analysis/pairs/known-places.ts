import { comparePlaces, indexAfter, laterOf, type Place } from './place.ts';
import type { Ordered } from './reader.ts';

/** Places that are known already, as a source; `rows` are in order. */
export function knownPlaces<Row extends Place>(rows: readonly Row[]): Ordered<Row> {
  return {
    peek: (place) => rows[indexAfter(rows, place)] ?? null,
    fill: async () => {},
  };
}

/** A source that begins right after a place. */
export function readAfter<Row extends Place>(reader: Ordered<Row>, start: Place): Ordered<Row> {
  return {
    peek: (place) => reader.peek(laterOf(place, start)),
    fill: (place) => reader.fill(laterOf(place, start)),
  };
}

/** A source up to a place, that one included. */
export function readUpTo<Row extends Place>(reader: Ordered<Row>, end: Place): Ordered<Row> {
  return {
    peek(place) {
      if (comparePlaces(place, end) >= 0) return null;
      const row = reader.peek(place);
      return row && comparePlaces(row, end) > 0 ? null : row;
    },
    fill: (place) => reader.fill(place),
  };
}
