import { Failure } from '../../kernel/failure.ts';
import type { Span } from '../../kernel/span.ts';
import { admission, queueOf } from '../../platform/queue.ts';
import { workersFor } from '../../platform/workers.ts';
import { type PackedRead, readText, type TextRead, unpacked } from '../read-text.ts';
import { checkQuote } from './check.ts';
import type { AnchoredQuote } from './drift.ts';
import { type Checked, checkedIn, placeOfQuote } from './looking.ts';
import type { Drift, QuoteAsked, QuoteCheck } from './quote.ts';
import { recentTexts } from './recent-texts.ts';
import type { Sighting, Sought } from './sighting.ts';

/** One quote to look up in a text: anew, to see what became of an anchored one, or only whether and where it appears. */
export type Lookup =
  | { ask: 'check'; quote: string; hints: QuoteAsked }
  | ({ ask: 'drift' } & AnchoredQuote)
  | { ask: 'place'; quote: string };
export type Finding = Checked | { drift: Drift } | { place: Span | null };

/** Looks quotes up, and reads texts; what is large is done in a worker, off the event loop. */
export type QuoteChecker = {
  /** For a caller who keeps nothing: admitted as below. */
  check(text: string, quote: string, hints: QuoteAsked, signal?: AbortSignal): Promise<QuoteCheck>;
  /** The same, with what follows `#` in a link that opens a page of this text at the quote. */
  anchor(text: string, quote: string, hints: QuoteAsked): Promise<Checked>;
  /** Where a quote appears in a text, if it does. */
  place(text: string, quote: string): Promise<Span | null>;
  /** Looks many quotes up in one text, in their order. */
  lookUp(text: string, lookups: readonly Lookup[]): Promise<Finding[]>;
  /** What is read of a text that is about to be stored. */
  read(text: string): Promise<TextRead>;
  /**
   * Takes on what a caller asks of many texts, who sends `length` characters, or refuses it at once with `overloaded`.
   * Each of its lookups waits its turn with those of other callers; what is recorded does not wait behind them. Once
   * `signal` is aborted none begins, and what runs is stopped; so it is when all have taken too long together.
   */
  admitted<Result>(
    length: number,
    signal: AbortSignal | undefined,
    work: (sight: Sight) => Promise<Result>,
  ): Promise<Result>;
  close(): Promise<void>;
};

/** Looks quotes of a whole text up in one of many texts, in their order. */
export type Sight = (text: string, sought: readonly Sought[]) => Promise<Sighting[]>;

/** What a worker does with one text: looks quotes up in it, or reads it. */
export type Task = { text: string; lookups: readonly (Lookup | Sought)[] } | { text: string };
export type Result = (Finding | Sighting)[] | PackedRead;
type LookingUp = Extract<Task, { lookups: unknown }>;

/** Characters of the text times characters of the quote up to which the event loop is not worth sparing: about 2 ms. */
const INLINE_MAX = 2_000_000;
/** Characters of a text that are read in a few milliseconds, which the event loop is not spared either. */
const READ_INLINE_MAX = 64 * 1024;
const WAITING_MAX = 1000;
const THREADS = 2;
/** What callers may have looked up at once or waiting: so many checks, of so many characters together. */
const CHECKS_MAX = 100;
const CHECKED_LENGTH_MAX = 32 * 1024 * 1024;
/** How long the lookups of one check may take: hundreds of quotes in long texts that are like them would take minutes. */
const CHECK_MAX_MS = 30_000;

const TAKES_TOO_LONG = new Failure(
  'overloaded',
  'Looking up so many quotations in so much text takes too long. Name fewer sources.',
);

export function quoteChecker(): QuoteChecker {
  const busy = 'Too many quotes are being looked up.';
  const workers = workersFor<Task, Result>(new URL('../worker.ts', import.meta.url), {
    threads: THREADS,
    waitingMax: WAITING_MAX,
    idleMs: 30_000,
    busy,
  });
  const prepared = recentTexts();
  const admit = admission({ piecesMax: CHECKS_MAX, lengthMax: CHECKED_LENGTH_MAX, busy });
  // One at a time for each check, so that those who ask for much take turns with the others.
  const turns = queueOf({ atOnce: THREADS, waitingMax: CHECKS_MAX, busy });

  /** Runs tasks of one check in turn, as long as it has time left. */
  function inTurn(signal: AbortSignal | undefined): (task: LookingUp) => Promise<(Finding | Sighting)[]> {
    let leftMs = CHECK_MAX_MS;
    return async (task) => {
      const leave = await turns.enter(signal);
      const late = new AbortController();
      const timer = setTimeout(() => late.abort(TAKES_TOO_LONG), Math.max(0, leftMs));
      const began = performance.now();
      try {
        const either = signal ? AbortSignal.any([signal, late.signal]) : late.signal;
        return (await workers.run(task, either)) as (Finding | Sighting)[];
      } finally {
        clearTimeout(timer);
        leftMs -= performance.now() - began;
        leave();
      }
    };
  }

  async function lookUp(text: string, lookups: readonly Lookup[]): Promise<Finding[]> {
    return lookups.length === 0 ? [] : ((await workers.run({ text, lookups })) as Finding[]);
  }

  const isSmall = (text: string, quote: string) => text.length * quote.length <= INLINE_MAX;

  async function anchor(text: string, quote: string, hints: QuoteAsked): Promise<Checked> {
    if (isSmall(text, quote)) return checkedIn(prepared(text), quote, hints);
    const [finding] = await lookUp(text, [{ ask: 'check', quote, hints }]);
    return finding as Checked;
  }

  return {
    lookUp,
    anchor,
    async read(text) {
      if (text.length <= READ_INLINE_MAX) return readText(text);
      return await unpacked((await workers.run({ text })) as PackedRead);
    },
    admitted: (length, signal, work) =>
      admit(length, () => {
        const run = inTurn(signal);
        return work(async (text, sought) =>
          sought.length === 0 ? [] : ((await run({ text, lookups: sought })) as Sighting[]),
        );
      }),
    async check(text, quote, hints, signal) {
      if (isSmall(text, quote)) return checkQuote(prepared(text), quote, hints);
      const lookups: Lookup[] = [{ ask: 'check', quote, hints }];
      const [finding] = await admit(text.length, () => inTurn(signal)({ text, lookups }));
      return (finding as Checked).check;
    },
    async place(text, quote) {
      if (isSmall(text, quote)) return placeOfQuote(prepared(text), quote);
      const [finding] = await lookUp(text, [{ ask: 'place', quote }]);
      return (finding as { place: Span | null }).place;
    },
    close: workers.close,
  };
}
