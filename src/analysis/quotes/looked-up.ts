import { countPoints, type Span } from '../../kernel/span.ts';
import type { Sight as LookUp } from '../../text/quotes/checker.ts';
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
const APART = '\n\n';

/**
 * Looks every quote up in every source, one text at a time, so that others have a worker, too. What is dear, the closest
 * passage and runs, is asked only of quotes that appear nowhere, and of the likeliest texts.
 */
export async function lookUpAll(
  sight: LookUp,
  sources: readonly Source[],
  quotes: readonly string[],
): Promise<LookedUp[]> {
  const all = quotes.map((): LookedUp => ({ standing: [], closest: null, runs: [] }));
  const shares = quotes.map((): { source: Source; shared: number }[] => []);
  for (const source of sources) {
    const sightings = await ask(sight, await source.load(), 'standing', quotes);
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
    const sightings = await ask(
      sight,
      await source.load(),
      'instead',
      asked.map(({ quote }) => quote),
    );
    for (const [of, sighting] of sightings.entries()) {
      const one = all[asked[of]?.at ?? -1];
      if (one && 'instead' in sighting) keepCloser(one, { source, check: sighting.instead });
    }
  }
  await lookForRuns(sight, quotes, all, likely);
  return all;
}

function ask(sight: LookUp, text: string, what: Sought['ask'], quotes: readonly string[]): Promise<Sighting[]> {
  return sight(
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
  sight: LookUp,
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
    sight,
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
