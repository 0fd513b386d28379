import type { Span } from '../../kernel/span.ts';
import { workersFor } from '../../platform/workers.ts';
import { checkQuote, prepareText } from './check.ts';
import type { AnchoredQuote } from './drift.ts';
import { type Checked, checkedIn, placeOfQuote } from './looking.ts';
import type { Drift, QuoteAsked, QuoteCheck } from './quote.ts';
import type { Sighting, Sought } from './sighting.ts';

/** One quote to look up in a text: anew, to see what became of an anchored one, or only whether and where it appears. */
export type Lookup =
  | { ask: 'check'; quote: string; hints: QuoteAsked }
  | ({ ask: 'drift' } & AnchoredQuote)
  | { ask: 'place'; quote: string };
export type Finding = Checked | { drift: Drift } | { place: Span | null };

/** Looks quotes up; what is large is done in a worker, off the event loop. */
export type QuoteChecker = {
  check(text: string, quote: string, hints: QuoteAsked): Promise<QuoteCheck>;
  /** The same, with what follows `#` in a link that opens a page of this text at the quote. */
  anchor(text: string, quote: string, hints: QuoteAsked): Promise<Checked>;
  /** Where a quote appears in a text, if it does. */
  place(text: string, quote: string): Promise<Span | null>;
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

  const isSmall = (text: string, quote: string) => text.length * quote.length <= INLINE_MAX;

  async function anchor(text: string, quote: string, hints: QuoteAsked): Promise<Checked> {
    if (isSmall(text, quote)) return checkedIn(prepareText(text), quote, hints);
    const [finding] = await lookUp(text, [{ ask: 'check', quote, hints }]);
    return finding as Checked;
  }

  return {
    lookUp,
    anchor,
    async sight(text, sought) {
      return sought.length === 0 ? [] : ((await workers.run({ text, lookups: sought })) as Sighting[]);
    },
    async check(text, quote, hints) {
      if (isSmall(text, quote)) return checkQuote(prepareText(text), quote, hints);
      return (await anchor(text, quote, hints)).check;
    },
    async place(text, quote) {
      if (isSmall(text, quote)) return placeOfQuote(prepareText(text), quote);
      const [finding] = await lookUp(text, [{ ask: 'place', quote }]);
      return (finding as { place: Span | null }).place;
    },
    close: workers.close,
  };
}
