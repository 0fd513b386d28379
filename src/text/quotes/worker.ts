import { prepareText } from './check.ts';
import type { Finding, Lookup } from './checker.ts';
import { driftOf } from './drift.ts';
<<<<<<< HEAD
import { checkedIn, placeOfQuote } from './looking.ts';
=======
import { splicerOf } from './spliced-runs.ts';
>>>>>>> m-inout

/** What a worker does with one text: it is prepared once for all its quotes. */
export default function lookUpAll({ text, lookups }: { text: string; lookups: readonly Lookup[] }): Finding[] {
  const prepared = prepareText(text);
<<<<<<< HEAD
  return lookups.map((lookup) => {
    if (lookup.ask === 'check') return checkedIn(prepared, lookup.quote, lookup.hints);
    if (lookup.ask === 'place') return { place: placeOfQuote(prepared, lookup.quote) };
    return { drift: driftOf(prepared, lookup) };
=======
  let splices: ((quote: string) => boolean) | null = null;
  return lookups.map((lookup) => {
    if (lookup.ask === 'check') return { check: checkQuote(prepared, lookup.quote, lookup.hints) };
    if (lookup.ask === 'drift') return { drift: driftOf(prepared, lookup) };
    splices ??= splicerOf(text);
    return { isSpliced: splices(lookup.quote) };
>>>>>>> m-inout
  });
}
