const SECONDS_TO_1970 = 62_135_596_800n;

/** So many entries of the index may have their date in one second. */
export const PLACES_OF_SECOND = 1n << 24n;

/** The first place of the second in which a date lies, given as RFC 3339 in UTC. */
export function firstPlaceAt(date: string): bigint {
  return (BigInt(Math.floor(Date.parse(date) / 1000)) + SECONDS_TO_1970) * PLACES_OF_SECOND;
}

/** Of each second the second half is for statements, so that their order among themselves has room. */
export function statementPlacesIn(date: string): { first: bigint; end: bigint } {
  return statementPlacesAround(firstPlaceAt(date));
}

/** Those of the second to which a place belongs. */
export function statementPlacesAround(place: bigint): { first: bigint; end: bigint } {
  const end = (place / PLACES_OF_SECOND + 1n) * PLACES_OF_SECOND;
  return { first: end - PLACES_OF_SECOND / 2n, end };
}

/** The second in which a date lies: when it begins, and when the next does. */
export function secondOf(date: string): [begins: string, ends: string] {
  const begins = Math.floor(Date.parse(date) / 1000) * 1000;
  return [new Date(begins).toISOString(), new Date(begins + 1000).toISOString()];
}

/** [from, before): nothing that was said from `first` on and before `end` has another place. */
export type PlaceRange = { from: bigint; before: bigint };

export function placesBetween(first: string | null, end: string | null): PlaceRange {
  return {
    from: first === null ? 0n : firstPlaceAt(first),
    before: end === null ? 2n ** 63n - 1n : firstPlaceAt(end) + PLACES_OF_SECOND,
  };
}
