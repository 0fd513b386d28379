import { indexText, type TextIndex, toOffset, toPoint } from '../../kernel/span.ts';
import { type Folded, type FoldedPiece, isEdge, originEnd, originStart } from './fold.ts';
import { compilePattern, editDistance, findEnds, type Pattern, type Work } from './myers.ts';
import type { PreparedText } from './places.ts';
import { type Closest, similarityMin } from './quote.ts';
import { charAt, charBefore, cutsWord, isWordChar } from './typography.ts';
import { candidateWindows } from './windows.ts';

/** Up to so many steps the whole text is aligned with the quote; beyond, only the windows that share most with it. */
export const alignStepsMax = 64_000_000;
/** How many steps may go into choosing between passages that are equally close. */
const tieStepsMax = 16_000_000;
const tiesMax = 32;

/** A piece of a quote, and the quote as it was given. */
export type GivenPiece = FoldedPiece & { readonly given: string };

/** A passage of the folded text, in folded UTF-16 offsets, and its edit distance to the quote in code points. */
type Passage = { readonly from: number; readonly to: number; readonly distance: number };

/**
 * The passage with the least edit distance to a quote, if it is similar enough; else nothing. Where whole words are
 * preferred it is extended to them, unless it is not similar enough then; where they are demanded, always.
 *
 * Among equally close passages those win whose ends cut no word and end in the same kind of character as the quote's,
 * then the one nearest to the quote's length, then to `near` (a folded offset), then the first.
 *
 * The first difference is told in the code points of the quote as given.
 *
 * Time: a step aligns 32 characters of the quote with one of the text. Up to {@link alignStepsMax} of them
 * (quote / 32 × text) the least distance is exact. Beyond, in texts of 200 KB and more for a quote of 10,000 characters,
 * the passage is the closest in the few windows of the text that share most sequences of six characters with the quote.
 */
export function closestPassage(
  text: PreparedText,
  quote: GivenPiece,
  options: { near?: number; wholeWords?: 'preferred' | 'demanded' } = {},
  work: Work = { steps: 0 },
): Closest | undefined {
  const foldedText = indexText(text.folded.text);
  const wanted = quote.folded.text;
  const alphabet = alphabetOf(wanted);
  const symbols = symbolsOf(wanted, alphabet);
  const found = search(text, foldedText, { symbols, alphabet, wanted }, options.near, work);
  if (found === undefined) return undefined;
  const compare = (words: boolean) => {
    const closest = comparePassage(text, quote, whole(text.folded, found, words), work);
    return closest !== undefined && closest.similarity >= similarityMin ? closest : undefined;
  };
  if (options.wholeWords === undefined) return compare(false);
  return compare(true) ?? (options.wholeWords === 'preferred' ? compare(false) : undefined);
}

/** How a passage, given in folded UTF-16 offsets, differs from a quote; nothing if it does not. */
export function comparePassage(
  text: PreparedText,
  quote: GivenPiece,
  passage: { from: number; to: number },
  work: Work = { steps: 0 },
): Closest | undefined {
  const alphabet = alphabetOf(quote.folded.text);
  const symbols = symbolsOf(quote.folded.text, alphabet);
  const there = symbolsOf(text.folded.text.slice(passage.from, passage.to), alphabet);
  const distance = editDistance(compilePattern(symbols, alphabet.size + 1), there, work);
  if (distance === 0) return undefined;
  return describe(text, quote, passage, 1 - distance / Math.max(symbols.length, there.length));
}

type Wanted = {
  readonly symbols: Uint16Array;
  readonly alphabet: ReadonlyMap<number, number>;
  readonly wanted: string;
};

function search(
  text: PreparedText,
  index: TextIndex,
  { symbols, alphabet, wanted }: Wanted,
  near: number | undefined,
  work: Work,
): Passage | undefined {
  const errorsMax = Math.floor(symbols.length / 3);
  if (symbols.length === 0 || index.length < symbols.length - errorsMax) return undefined;
  const all = symbolsOf(index.text, alphabet);
  const size = alphabet.size + 1;
  const pattern = compilePattern(symbols, size);
  const reversed = compilePattern(symbols.toReversed(), size);
  const windows =
    pattern.blocks * all.length <= alignStepsMax
      ? [{ from: 0, to: all.length }]
      : candidateWindows(all, symbols, symbols.length + 2 * errorsMax);
  const target = near === undefined ? undefined : toPoint(index, near);
  let best: Passage | undefined;
  for (const { from, to } of windows) {
    const bound = best === undefined ? errorsMax : best.distance - 1;
    const options = {
      errorsMax: bound,
      anchored: false,
      ...(target === undefined ? {} : { near: target - from + symbols.length }),
    };
    const found = findEnds(pattern, all.subarray(from, to), options, work);
    if (found === undefined) continue;
    const ends = found.ends.map((end) => from + end);
    const starts = { pattern: reversed, errors: found.errors, all };
    best = chooseAmongTies(text.folded, index, wanted, ends, starts, target, work);
  }
  return best;
}

/** Every start of an equally close passage, for the ends that look best; and of those passages the best. */
function chooseAmongTies(
  folded: Folded,
  index: TextIndex,
  wanted: string,
  ends: readonly number[],
  { pattern, errors, all }: { pattern: Pattern; errors: number; all: Uint16Array },
  target: number | undefined,
  work: Work,
): Passage {
  const reach = pattern.length + errors;
  const affordable = Math.max(1, Math.min(tiesMax, Math.floor(tieStepsMax / (reach * pattern.blocks))));
  const away = (start: number) => (target === undefined ? start : Math.abs(start - target));
  const faultOfEnd = (end: number) => endFault(folded, wanted, toOffset(index, end));
  const likely = ends
    .map((end) => ({ end, fault: faultOfEnd(end) }))
    .sort((a, b) => a.fault - b.fault || away(a.end - pattern.length) - away(b.end - pattern.length))
    .slice(0, affordable);
  let best = { from: 0, to: 0, keys: [Infinity] };
  for (const { end, fault } of likely) {
    const before = all.slice(Math.max(0, end - reach), end).reverse();
    const options = { errorsMax: errors, anchored: true, endsMax: 256 };
    const lengths = errors === pattern.length ? [0] : (findEnds(pattern, before, options, work)?.ends ?? []);
    for (const length of lengths) {
      const from = toOffset(index, end - length);
      const faults = fault + startFault(folded, wanted, from);
      const keys = [faults, Math.abs(length - pattern.length), away(end - length)];
      if (isLess(keys, best.keys)) best = { from, to: toOffset(index, end), keys };
    }
  }
  return { from: best.from, to: best.to, distance: errors };
}

function isLess(keys: readonly number[], than: readonly number[]): boolean {
  for (const [place, key] of keys.entries()) {
    const other = than[place] ?? 0;
    if (key !== other) return key < other;
  }
  return false;
}

/** What speaks against a passage's end: half a character, half a word, a letter where the quote has none or the reverse. */
function endFault(folded: Folded, wanted: string, at: number): number {
  const differs = isWordChar(charBefore(folded.text, at)) !== isWordChar(charBefore(wanted, wanted.length));
  return (isEdge(folded, at) ? 0 : 4) + Number(cutsWord(folded.text, at)) + Number(differs);
}

function startFault(folded: Folded, wanted: string, at: number): number {
  const differs = isWordChar(charAt(folded.text, at)) !== isWordChar(charAt(wanted, 0));
  return (isEdge(folded, at) ? 0 : 4) + Number(cutsWord(folded.text, at)) + Number(differs);
}

/** How far a passage is extended to the ends of its words, in folded UTF-16 units: no word that people read is longer. */
const wordUnitsMax = 64;

/** The passage extended to whole characters, and to whole words where these are asked for. */
function whole(folded: Folded, passage: Passage, words: boolean): { from: number; to: number } {
  let { from, to } = passage;
  const [first, last] = words ? [from - wordUnitsMax, to + wordUnitsMax] : [from, to];
  while (!isEdge(folded, from) || (from > first && cutsWord(folded.text, from))) from--;
  while (!isEdge(folded, to) || (to < last && cutsWord(folded.text, to))) to++;
  return { from, to };
}

/** The closest passage as the text writes it, with the first character that differs. */
function describe(
  text: PreparedText,
  quote: GivenPiece,
  passage: { from: number; to: number },
  similarity: number,
): Closest {
  const from = originStart(text.folded, passage.from);
  const to = originEnd(text.folded, passage.to);
  const there = text.folded.text.slice(passage.from, passage.to);
  let same = 0;
  while (same < there.length && there[same] === quote.folded.text[same]) same++;
  while (!isEdge(text.folded, passage.from + same) || !isEdge(quote.folded, same)) same--;
  const inText = unitAt(text.folded, text.text, passage.from + same, passage.to);
  const inQuote = unitAt(quote.folded, quote.text, same, quote.folded.text.length);
  return {
    text: text.text.slice(from, to),
    start: toPoint(text, from),
    end: toPoint(text, to),
    similarity,
    firstDifference: {
      at: toPoint(indexText(quote.given), quote.offset + inQuote.from),
      expected: inText.char,
      found: inQuote.char,
    },
  };
}

/** How much of one character is shown: one base may carry any number of marks. In UTF-16 units. */
const shownUnits = 32;

/** The whole character at a folded offset as it was written, with where it begins; at the end nothing. */
function unitAt(folded: Folded, original: string, offset: number, end: number): { from: number; char: string } {
  if (offset >= end) return { from: originEnd(folded, end), char: '' };
  let start = offset;
  while (!isEdge(folded, start)) start--;
  let stop = offset + 1;
  while (!isEdge(folded, stop)) stop++;
  const from = originStart(folded, start);
  const char = original.slice(from, originEnd(folded, stop));
  return { from, char: folded.text[start] === ' ' ? ' ' : char.slice(0, shownUnits).toWellFormed() };
}

function alphabetOf(text: string): Map<number, number> {
  const alphabet = new Map<number, number>();
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at) ?? 0;
    if (point > 0xffff) at++;
    if (!alphabet.has(point)) alphabet.set(point, alphabet.size + 1);
  }
  return alphabet;
}

/** One symbol for each code point, 0 for those that the alphabet lacks. */
function symbolsOf(text: string, alphabet: ReadonlyMap<number, number>): Uint16Array {
  const symbols = new Uint16Array(text.length);
  const known = new Uint16Array(0x10000);
  for (const [point, symbol] of alphabet) if (point <= 0xffff) known[point] = symbol;
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at) ?? 0;
    if (point > 0xffff) at++;
    symbols[length++] = point > 0xffff ? (alphabet.get(point) ?? 0) : (known[point] ?? 0);
  }
  return symbols.subarray(0, length);
}
