import { checkQuote, prepareText } from './check.ts';
import type { Finding, Lookup } from './checker.ts';
import { driftOf } from './drift.ts';

/** What a worker does with one text: it is prepared once for all its quotes. */
export default function lookUpAll({ text, lookups }: { text: string; lookups: readonly Lookup[] }): Finding[] {
  const prepared = prepareText(text);
  return lookups.map((lookup) =>
    lookup.ask === 'check'
      ? { check: checkQuote(prepared, lookup.quote, lookup.hints) }
      : { drift: driftOf(prepared, lookup) },
  );
}
