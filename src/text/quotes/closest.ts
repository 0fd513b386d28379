import { indexText, type TextIndex, toOffset, toPoint } from '../../kernel/span.ts';
import { alphabetOf, symbolsOf } from './alphabet.ts';
import { type Folded, type FoldedPiece, isEdge, originEnd, originStart } from './fold.ts';
import { anchoredErrors, compilePattern, editDistance, likelyEnds, type Pattern, type Work } from './myers.ts';
import { fitPassage, foldedRange, rawDifference } from './passage.ts';
import type { PreparedText } from './prepared.ts';
import { type Closest, similarityMin } from './quote.ts';
import { charAt, charBefore, isWordChar } from './typography.ts';
import { candidateWindows } from './windows.ts';
import { isWordEdge } from './words.ts';

/** Up to so many steps the whole text is aligned with the quote; beyond, only the windows that share most with it. */
export const alignStepsMax = 64_000_000;
/** How many steps may go into finding where the likeliest passages begin. */
const startStepsMax = 16_000_000;

/** A piece of a quote, and the quote as it was given. */
export type GivenPiece = FoldedPiece & { readonly given: string };

/**
 * The passage of whole words with the least edit distance to a quote, if it is similar enough; else nothing.
 *
 * Among equally close passages those win whose ends are the same kind of character as the quote's, then the one nearest
 * to the quote's length, then to `near` (a folded offset), then the first.
 *
 * The first difference is told in the code points of the quote as given.
 *
 * Time: a step aligns 32 characters of the quote with one of the text. Up to {@link alignStepsMax} of them
 * (quote / 32 × text) the least distance is exact, but where dozens of other places are about as close. Beyond, in texts
 * of 200 KB and more for a quote of 10,000 characters, the passage is the closest in the few windows of the text that
 * share most sequences of six characters with the quote.
 */
export function closestPassage(
  text: PreparedText,
  quote: GivenPiece,
  { near }: { near?: number } = {},
  work: Work = { steps: 0 },
): Closest | undefined {
  const foldedText = indexText(text.folded.text);
  const wanted = quote.folded.text;
  const alphabet = alphabetOf(wanted);
  const symbols = symbolsOf(wanted, alphabet);
  const found = search(text, foldedText, { symbols, alphabet, wanted }, near, work);
  if (found === undefined) return undefined;
  const [from, to] = [originStart(text.folded, found.from), originEnd(text.folded, found.to)];
  const closest = passageAt(text, quote, from, to, work);
  return closest !== undefined && closest.similarity >= similarityMin ? closest : undefined;
}

/** The passage `[from, to)` of the text as written, set against a quote; nothing if they do not differ. */
export function passageAt(
  text: PreparedText,
  quote: GivenPiece,
  from: number,
  to: number,
  work: Work = { steps: 0 },
): Closest | undefined {
  const fitted = fitPassage(text, quote, from, to);
  if (fitted === undefined) return undefined;
  const piece = { ...fitted.piece, given: quote.given };
  const range = foldedRange(text, fitted.from, fitted.to);
  const closest = comparePassage(text, piece, range, work);
  if (closest !== undefined) return closest;
  const there = text.text.slice(fitted.from, fitted.to);
  if (there === piece.text) return undefined;
  return {
    text: there,
    start: toPoint(text, fitted.from),
    end: toPoint(text, fitted.to),
    similarity: 1,
    firstDifference: rawDifference(there, piece.text, piece.offset, quote.given),
  };
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
): Candidate | undefined {
  const errorsMax = Math.floor(symbols.length / 3);
  if (symbols.length === 0 || index.length < symbols.length - errorsMax) return undefined;
  const all = symbolsOf(index.text, alphabet);
  const size = alphabet.size + 1;
  const pattern = compilePattern(symbols, size);
  const reversed = compilePattern(symbols.toReversed(), size);
  const windows =
    pattern.blocks * all.length <= (work.alignMax ?? alignStepsMax)
      ? [{ from: 0, to: all.length }]
      : candidateWindows(all, symbols, symbols.length + 2 * errorsMax);
  const target = near === undefined ? undefined : toPoint(index, near);
  let best: Candidate | undefined;
  let startSteps = 0;
  for (const { from, to } of windows) {
    const wantedEnds = {
      errorsMax: best?.keys[0] ?? errorsMax,
      near: target === undefined ? 0 : target - from + symbols.length,
      mayEnd: (column: number) => isEndOfWord(text, toOffset(index, from + column)),
    };
    const ends = likelyEnds(pattern, all.subarray(from, to), wantedEnds, work);
    const starts = { pattern: reversed, all, target };
    for (const { end, errors } of ends) {
      if (best !== undefined && errors > best.keys[0]) break;
      if (startSteps > startStepsMax) break;
      const before = work.steps;
      best = withBestStart(text, index, wanted, from + end, starts, best, errorsMax, work);
      startSteps += work.steps - before;
    }
  }
  return best;
}

/** A passage in folded UTF-16 offsets, and what speaks against it, the gravest first. */
type Candidate = {
  readonly from: number;
  readonly to: number;
  readonly keys: readonly [number, number, number, number];
};

/** The passage that ends at a column and begins with a word, if it is better than the best one known. */
function withBestStart(
  text: PreparedText,
  index: TextIndex,
  wanted: string,
  end: number,
  { pattern, all, target }: { pattern: Pattern; all: Uint16Array; target: number | undefined },
  known: Candidate | undefined,
  errorsMax: number,
  work: Work,
): Candidate | undefined {
  let best = known;
  const to = toOffset(index, end);
  const reach = pattern.length + errorsMax;
  const errors = anchoredErrors(pattern, all.slice(Math.max(0, end - reach), end).reverse(), work);
  for (let length = 1; length < errors.length; length++) {
    const distance = errors[length] ?? 0;
    if (distance > errorsMax || distance > (best?.keys[0] ?? errorsMax)) continue;
    const start = end - length;
    const from = toOffset(index, start);
    if (!isStartOfWord(text, from)) continue;
    const faults = Number(differs(text, wanted, from, 'start')) + Number(differs(text, wanted, to, 'end'));
    const away = target === undefined ? start : Math.abs(start - target);
    const keys = [distance, faults, Math.abs(length - pattern.length), away] as const;
    if (best === undefined || isLess(keys, best.keys)) best = { from, to, keys };
  }
  return best;
}

function isStartOfWord({ text, folded, grouping }: PreparedText, at: number): boolean {
  return folded.text[at] !== ' ' && isEdge(folded, at) && isWordEdge(text, originStart(folded, at), grouping);
}

function isEndOfWord({ text, folded, grouping }: PreparedText, at: number): boolean {
  return folded.text[at - 1] !== ' ' && isEdge(folded, at) && isWordEdge(text, originEnd(folded, at), grouping);
}

function isLess(keys: readonly number[], than: readonly number[]): boolean {
  for (const [place, key] of keys.entries()) {
    const other = than[place] ?? 0;
    if (key !== other) return key < other;
  }
  return false;
}

/** A letter where the quote begins or ends with none, or the reverse. */
function differs({ folded }: PreparedText, wanted: string, at: number, side: 'start' | 'end'): boolean {
  return side === 'start'
    ? isWordChar(charAt(folded.text, at)) !== isWordChar(charAt(wanted, 0))
    : isWordChar(charBefore(folded.text, at)) !== isWordChar(charBefore(wanted, wanted.length));
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
