import { prepareText } from './quotes/check.ts';
import type { Finding, Lookup, Result, Task } from './quotes/checker.ts';
import { driftOf } from './quotes/drift.ts';
import { checkedIn, placeOfQuote } from './quotes/looking.ts';
import { type Sighting, type Sought, sightings } from './quotes/sighting.ts';
import { packed, readText } from './read-text.ts';

/** What a worker does with one text: looks quotes up in it, or reads it. */
export default function work(task: Task): Result {
  return 'lookups' in task ? lookUpAll(task.text, task.lookups) : packed(readText(task.text));
}

/** The text is prepared once for all its quotes. */
function lookUpAll(text: string, lookups: readonly (Lookup | Sought)[]): (Finding | Sighting)[] {
  const prepared = prepareText(text);
  const look = sightings(prepared);
  return lookups.map((lookup) => {
    if (lookup.ask === 'check') return checkedIn(prepared, lookup.quote, lookup.hints);
    if (lookup.ask === 'place') return { place: placeOfQuote(prepared, lookup.quote) };
    return lookup.ask === 'drift' ? { drift: driftOf(prepared, lookup) } : look(lookup);
  });
}
