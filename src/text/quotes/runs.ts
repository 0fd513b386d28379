import type { Span } from '../../kernel/span.ts';
import { spanOf } from './places.ts';
import type { PreparedText } from './prepared.ts';
import { skeletonOf } from './skeleton.ts';
import { isWordEdge } from './words.ts';

/** Fewer words are found together anywhere. */
export const runWordsMin = 3;
/** How many beginnings of runs are looked up, and how many places of each are tried. */
const seedsMax = 24;
const placesMax = 8;
/** A seed is looked for by so many of its letters, then compared whole. */
const seedLettersMax = 64;
/** Farther apart than this, in UTF-16 units, no two runs stand in one sentence. */
const sentenceMax = 4_000;

const words = new Intl.Segmenter('und', { granularity: 'word' });
const sentences = new Intl.Segmenter('und', { granularity: 'sentence' });

type Range = { readonly from: number; readonly to: number };
/** The words of a quote from one on, as far as a text has them on end: each place, with how many words it holds. */
type Run = { readonly words: number; readonly places: readonly Range[] };

/**
 * The runs of words that a quote is put together from: at least two, of three or more words each, which in the quote's
 * order make up all of it, and stand in different sentences of the text, each given by its place. Nothing where it is not
 * so. Case, accents and signs make no difference.
 */
export function runsIn(text: PreparedText, quote: string): Span[] | undefined {
  const given = skeletonOf(quote, text.forms);
  const edges = wordEdges(quote, given.start);
  const count = edges.length - 1;
  if (count < 2 * runWordsMin) return undefined;
  let seeds = 0;
  const known = new Map<number, Run | undefined>();
  const dead = new Set<number>();
  const runAt = (word: number): Run | undefined => {
    if (!known.has(word) && seeds++ < seedsMax) known.set(word, longestRun(text, given.letters, edges, word));
    return known.get(word);
  };
  const cover = (word: number): Run[] | undefined => {
    if (word === count) return [];
    if (count - word < runWordsMin || dead.has(word)) return undefined;
    const run = runAt(word);
    for (let length = run?.words ?? 0; length >= runWordsMin; length--) {
      const rest = cover(word + length);
      if (rest !== undefined) return [shortened(text, run as Run, edges, word, length), ...rest];
    }
    dead.add(word);
    return undefined;
  };
  const runs = cover(0);
  if (runs === undefined || runs.length < 2) return undefined;
  return inDifferentSentences(text, runs)?.map((range) => spanOf(text, range));
}

/** Where words of the quote begin among its letters, and where the last ends. */
function wordEdges(quote: string, start: Int32Array): number[] {
  const edges: number[] = [];
  let unit = 0;
  for (const { index, isWordLike } of words.segment(quote)) {
    if (!isWordLike) continue;
    while (unit < start.length && (start[unit] ?? 0) < index) unit++;
    if (unit < start.length && edges.at(-1) !== unit) edges.push(unit);
  }
  edges.push(start.length);
  return edges;
}

function longestRun(text: PreparedText, letters: string, edges: readonly number[], word: number): Run | undefined {
  const { skeleton } = text;
  const from = edges[word] ?? 0;
  const seed = letters.slice(from, Math.min(edges[word + runWordsMin] ?? letters.length, from + seedLettersMax));
  let best = 0;
  let places: Range[] = [];
  let tries = 0;
  for (let unit = skeleton.letters.indexOf(seed); unit !== -1; unit = skeleton.letters.indexOf(seed, unit + 1)) {
    if (++tries > placesMax * placesMax) break;
    const start = skeleton.start[unit] ?? 0;
    if (!isWordEdge(text.text, start, text.grouping)) continue;
    let same = 0;
    while (from + same < letters.length && skeleton.letters.charCodeAt(unit + same) === letters.charCodeAt(from + same))
      same++;
    let length = lastWordWithin(edges, word, from + same);
    const endOf = (words: number) => skeleton.end[unit + (edges[word + words] ?? 0) - from - 1] ?? 0;
    while (length >= runWordsMin && !isWordEdge(text.text, endOf(length), text.grouping)) length--;
    if (length < runWordsMin || length < best) continue;
    if (length > best) [best, places] = [length, []];
    if (places.length < placesMax) places.push({ from: start, to: endOf(length) });
  }
  return best === 0 ? undefined : { words: best, places };
}

/** How many words from one on end up to a unit. */
function lastWordWithin(edges: readonly number[], word: number, unit: number): number {
  let length = 0;
  while (word + length + 1 < edges.length && (edges[word + length + 1] ?? 0) <= unit) length++;
  return length;
}

function shortened(text: PreparedText, run: Run, edges: readonly number[], word: number, length: number): Run {
  if (length === run.words) return run;
  const { start, end } = text.skeleton;
  const units = (edges[word + length] ?? 0) - (edges[word] ?? 0);
  const places = run.places.map(({ from }) => {
    const unit = firstUnit(start, from, text.skeleton.letters.length);
    return { from, to: end[unit + units - 1] ?? from };
  });
  return { words: length, places };
}

function firstUnit(start: Int32Array, from: number, length: number): number {
  let [low, high] = [0, length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((start[middle] ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A place for each run, two of them in different sentences; nothing where all stand in one. */
function inDifferentSentences(text: PreparedText, runs: readonly Run[]): Range[] | undefined {
  const first = runs.map(({ places }) => places[0] as Range);
  for (const [at, run] of runs.entries()) {
    for (const place of run.places) {
      const chosen = first.with(at, place);
      if (chosen.some((one) => chosen.some((other) => isSentenceBetween(text.text, one, other)))) return chosen;
    }
  }
  return undefined;
}

function isSentenceBetween(text: string, one: Range, other: Range): boolean {
  if (one.to > other.from) return false;
  if (other.from - one.to > sentenceMax) return true;
  const slice = text.slice(one.from, other.to);
  for (const { index } of sentences.segment(slice)) {
    const at = one.from + index;
    if (at >= one.to && at <= other.from) return true;
  }
  return false;
}
