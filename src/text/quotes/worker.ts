import { checkQuote, prepareText } from './check.ts';
import type { Finding, Lookup } from './checker.ts';
import { driftOf } from './drift.ts';
import { splicerOf } from './spliced-runs.ts';

/** What a worker does with one text: it is prepared once for all its quotes. */
export default function lookUpAll({ text, lookups }: { text: string; lookups: readonly Lookup[] }): Finding[] {
  const prepared = prepareText(text);
  let splices: ((quote: string) => boolean) | null = null;
  return lookups.map((lookup) => {
    if (lookup.ask === 'check') return { check: checkQuote(prepared, lookup.quote, lookup.hints) };
    if (lookup.ask === 'drift') return { drift: driftOf(prepared, lookup) };
    splices ??= splicerOf(text);
    return { isSpliced: splices(lookup.quote) };
  });
}
