import { prepareText } from './check.ts';
import type { Finding, Lookup } from './checker.ts';
import { driftOf } from './drift.ts';
import { checkedIn, placeOfQuote } from './looking.ts';
import { type Sighting, type Sought, sightings } from './sighting.ts';

/** What a worker does with one text: it is prepared once for all its quotes. */
export default function lookUpAll({
  text,
  lookups,
}: {
  text: string;
  lookups: readonly (Lookup | Sought)[];
}): (Finding | Sighting)[] {
  const prepared = prepareText(text);
  const look = sightings(prepared);
  return lookups.map((lookup) => {
    if (lookup.ask === 'check') return checkedIn(prepared, lookup.quote, lookup.hints);
    if (lookup.ask === 'place') return { place: placeOfQuote(prepared, lookup.quote) };
    return lookup.ask === 'drift' ? { drift: driftOf(prepared, lookup) } : look(lookup);
  });
}
