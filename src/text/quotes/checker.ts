import { workersFor } from '../../platform/workers.ts';
import { checkQuote, prepareText } from './check.ts';
import type { AnchoredQuote } from './drift.ts';
import type { Drift, QuoteAsked, QuoteCheck } from './quote.ts';
import type { Sighting, Sought } from './sighting.ts';

/** One quote to look up in a text: anew, or to see what became of an anchored one. */
export type Lookup = { ask: 'check'; quote: string; hints: QuoteAsked } | ({ ask: 'drift' } & AnchoredQuote);
export type Finding = { check: QuoteCheck } | { drift: Drift };

/** Looks quotes up; what is large is done in a worker, off the event loop. */
export type QuoteChecker = {
  check(text: string, quote: string, hints: QuoteAsked): Promise<QuoteCheck>;
  /** Looks many quotes up in one text, in their order. */
  lookUp(text: string, lookups: readonly Lookup[]): Promise<Finding[]>;
  /** Looks quotes of a whole text up in one of many texts, in their order. */
  sight(text: string, sought: readonly Sought[]): Promise<Sighting[]>;
  close(): Promise<void>;
};

/** Characters of the text times characters of the quote up to which the event loop is not worth sparing: about 2 ms. */
const INLINE_MAX = 2_000_000;
const WAITING_MAX = 1000;

export function quoteChecker(): QuoteChecker {
  const workers = workersFor<{ text: string; lookups: readonly (Lookup | Sought)[] }, (Finding | Sighting)[]>(
    new URL('./worker.ts', import.meta.url),
    { threads: 2, waitingMax: WAITING_MAX, idleMs: 30_000, busy: 'Too many quotes are being looked up.' },
  );

  async function lookUp(text: string, lookups: readonly Lookup[]): Promise<Finding[]> {
    return lookups.length === 0 ? [] : ((await workers.run({ text, lookups })) as Finding[]);
  }

  return {
    lookUp,
    async sight(text, sought) {
      return sought.length === 0 ? [] : ((await workers.run({ text, lookups: sought })) as Sighting[]);
    },
    async check(text, quote, hints) {
      if (text.length * quote.length <= INLINE_MAX) return checkQuote(prepareText(text), quote, hints);
      const [finding] = await lookUp(text, [{ ask: 'check', quote, hints }]);
      return (finding as { check: QuoteCheck }).check;
    },
    close: workers.close,
  };
}
