import { Failure } from '../../kernel/failure.ts';
import { countPoints, type Span } from '../../kernel/span.ts';
import type { QuoteChecker } from '../../text/quotes/checker.ts';
import type { QuoteCheck } from '../../text/quotes/quote.ts';
import type { Sighting, Sought } from '../../text/quotes/sighting.ts';
import type { Source } from './sources.ts';

/** Where a quote appears, or what does instead, by its check in one of the sources. */
export type Sight = { source: Source; check: QuoteCheck };
/** Of one quote: the sources in which it appears; else what is closest; else the runs that it is put together from. */
export type LookedUp = { standing: Sight[]; closest: Sight | null; runs: { source: Source; span: Span }[] };

/** Texts in which the closest passage to one quote is looked for: those that have most of its words. */
const CLOSE_TEXTS_MAX = 3;
const SHARED_MIN = 0.2;
/** How much text runs are looked for in at once, in UTF-16 units. */
const RUNS_TEXT_MAX = 1_048_576;
/** Hundreds of quotes in long texts that are like them may take minutes; then fewer are to be asked for. */
const TIME_MAX_MS = 30_000;
const APART = '\n\n';

/**
 * Looks every quote up in every source, one text at a time, so that others have a worker, too. What is dear, the closest
 * passage and runs, is asked only of quotes that appear nowhere, and of the likeliest texts.
 */
export async function lookUpAll(
  checker: QuoteChecker,
  sources: readonly Source[],
  quotes: readonly string[],
): Promise<LookedUp[]> {
  const all = quotes.map((): LookedUp => ({ standing: [], closest: null, runs: [] }));
  const shares = quotes.map((): { source: Source; shared: number }[] => []);
  const started = performance.now();
  for (const source of sources) {
    refuseAfter(started);
    const sightings = await ask(checker, await source.load(), 'standing', quotes);
    for (const [at, sighting] of sightings.entries()) {
      if (!('standing' in sighting)) continue;
      if (sighting.standing !== null) all[at]?.standing.push({ source, check: sighting.standing });
      else if (sighting.shared >= SHARED_MIN) shares[at]?.push({ source, shared: sighting.shared });
    }
  }
  const likely = shares.map((some, at) =>
    all[at]?.standing.length === 0
      ? some
          .toSorted((a, b) => b.shared - a.shared)
          .slice(0, CLOSE_TEXTS_MAX)
          .map(({ source }) => source)
      : [],
  );
  for (const source of sources) {
    const asked = quotes.flatMap((quote, at) => (likely[at]?.includes(source) ? { quote, at } : []));
    if (asked.length === 0) continue;
    refuseAfter(started);
    const sightings = await ask(
      checker,
      await source.load(),
      'instead',
      asked.map(({ quote }) => quote),
    );
    for (const [of, sighting] of sightings.entries()) {
      const one = all[asked[of]?.at ?? -1];
      if (one && 'instead' in sighting) keepCloser(one, { source, check: sighting.instead });
    }
  }
  await lookForRuns(checker, quotes, all, likely);
  return all;
}

function refuseAfter(started: number): void {
  if (performance.now() - started > TIME_MAX_MS)
    throw new Failure(
      'overloaded',
      'Looking up so many quotations in so much text takes too long. Name fewer sources.',
    );
}

function ask(checker: QuoteChecker, text: string, what: Sought['ask'], quotes: readonly string[]): Promise<Sighting[]> {
  return checker.sight(
    text,
    quotes.map((quote) => ({ ask: what, quote })),
  );
}

function keepCloser(one: LookedUp, sight: Sight): void {
  const { closest } = sight.check;
  if (closest !== undefined && closest.similarity > (one.closest?.check.closest?.similarity ?? -1)) one.closest = sight;
}

/** In the likeliest texts together, since a quote may be put together from several. */
async function lookForRuns(
  checker: QuoteChecker,
  quotes: readonly string[],
  all: readonly LookedUp[],
  likely: readonly (readonly Source[])[],
): Promise<void> {
  const missing = quotes.flatMap((quote, at) =>
    all[at]?.standing.length === 0 && all[at]?.closest === null ? { quote, at } : [],
  );
  const wanted = Map.groupBy(
    missing.flatMap(({ at }) => likely[at] ?? []),
    (source) => source,
  );
  const ordered = [...wanted].sort(([, a], [, b]) => b.length - a.length).map(([source]) => source);
  const parts: { source: Source; text: string; start: number }[] = [];
  let [units, points] = [0, 0];
  for (const source of ordered) {
    const text = await source.load();
    if (parts.length > 0 && units + text.length > RUNS_TEXT_MAX) break;
    parts.push({ source, text, start: points });
    units += text.length + APART.length;
    points += countPoints(text) + APART.length;
  }
  if (parts.length === 0) return;
  const sightings = await ask(
    checker,
    parts.map(({ text }) => text).join(APART),
    'runs',
    missing.map(({ quote }) => quote),
  );
  for (const [of, sighting] of sightings.entries()) {
    const one = all[missing[of]?.at ?? -1];
    if (!one || !('runs' in sighting) || sighting.runs === null) continue;
    one.runs = sighting.runs.flatMap(({ start, end }) => {
      const part = parts.findLast((each) => each.start <= start);
      return part ? { source: part.source, span: { start: start - part.start, end: end - part.start } } : [];
    });
  }
}
