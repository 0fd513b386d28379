const SECONDS_TO_1970 = 62_135_596_800n;

/** So many entries of the index may have their date in one second. */
export const PLACES_OF_SECOND = 1n << 24n;

/** The first place of the second in which a date lies, given as RFC 3339 in UTC. */
export function firstPlaceAt(date: string): bigint {
  return (BigInt(Math.floor(Date.parse(date) / 1000)) + SECONDS_TO_1970) * PLACES_OF_SECOND;
}

/** [from, before): nothing that was said from `first` on and before `end` has another place. */
export type PlaceRange = { from: bigint; before: bigint };

export function placesBetween(first: string | null, end: string | null): PlaceRange {
  return {
    from: first === null ? 0n : firstPlaceAt(first),
    before: end === null ? 2n ** 63n - 1n : firstPlaceAt(end) + PLACES_OF_SECOND,
  };
}
