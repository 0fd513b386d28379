import { comparePlaces, type DatePosition, indexAfter, laterOf } from './date-position.ts';
import type { Ordered } from './reader.ts';

/** Places that are known already, as a source; `rows` are in order. */
export function knownPlaces<Row extends DatePosition>(rows: readonly Row[]): Ordered<Row> {
  return {
    peek: (place) => rows[indexAfter(rows, place)] ?? null,
    fill: async () => {},
  };
}

/** A source that begins right after a place. */
export function readAfter<Row extends DatePosition>(reader: Ordered<Row>, start: DatePosition): Ordered<Row> {
  return {
    peek: (place) => reader.peek(laterOf(place, start)),
    fill: (place) => reader.fill(laterOf(place, start)),
  };
}

/** A source up to a place, that one included. */
export function readUpTo<Row extends DatePosition>(reader: Ordered<Row>, end: DatePosition): Ordered<Row> {
  return {
    peek(place) {
      if (comparePlaces(place, end) >= 0) return null;
      const row = reader.peek(place);
      return row && comparePlaces(row, end) > 0 ? null : row;
    },
    fill: (place) => reader.fill(place),
  };
}
