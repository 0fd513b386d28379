import { type Span, splitsPair, type TextIndex, toOffset, toPoint } from '../../kernel/span.ts';
import { fold, foldedOffset } from './fold.ts';
import { newForms } from './forms.ts';
import { visitOccurrences } from './occurrences.ts';
import type { PreparedText } from './prepared.ts';
import type { QuoteHints } from './quote.ts';
import { type Skeleton, skeletonOf } from './skeleton.ts';
import { type Effort, type Place, soughtIn, standingPlaces } from './standing.ts';
import { isGraphemeEdge } from './surroundings.ts';

/** Every place where a piece of a quote stands in whole words; of one without letters, in its own characters. */
export function placesOf(text: PreparedText, piece: string, effort: Effort, max = Infinity): Place[] {
  const sought = soughtIn(text, piece);
  return sought === undefined ? signPlaces(text.text, piece) : standingPlaces(text, sought, effort, {}, max);
}

/** Signs alone stand where they are written, in whole characters; dots and marks that mean an omission or a quote do not. */
function signPlaces(text: string, piece: string): Place[] {
  const signs = piece.trim();
  const places: Place[] = [];
  if (/^[\s.…"'“”«»[\]()]*$/u.test(signs) && signs !== piece.trim().normalize('NFD')) return places;
  visitOccurrences(text, signs, (from) => {
    const to = from + signs.length;
    const isWhole =
      !splitsPair(text, from) && !splitsPair(text, to) && isGraphemeEdge(text, from) && isGraphemeEdge(text, to);
    if (isWhole) places.push({ from, to, exact: signs === piece, grade: 0, warnings: [] });
    return true;
  });
  return places;
}

/**
 * The place that the hints choose, if they choose one.
 *
 * Each hint fits some of the places. One that fits none is left aside; a place is chosen when it alone fits all others.
 */
export function choosePlace<P extends Range>(
  text: PreparedText,
  places: readonly P[],
  hints: QuoteHints,
): P | undefined {
  const fits = hintTests(text, hints);
  let useful = 0;
  const masks = places.map((place) => {
    let mask = 0;
    for (const [bit, test] of fits.entries()) if (test(place)) mask |= 1 << bit;
    useful |= mask;
    return mask;
  });
  if (useful === 0) return undefined;
  const chosen = masks.indexOf(useful);
  return chosen === -1 || masks.includes(useful, chosen + 1) ? undefined : places[chosen];
}

type Range = { readonly from: number; readonly to: number };

export function hasHints(hints: QuoteHints): boolean {
  return Boolean(hints.prefix || hints.suffix) || hints.start !== undefined || hints.end !== undefined;
}

/** How much of a prefix or suffix is compared, in UTF-16 units after folding. */
const hintUnits = 256;

function hintTests(text: PreparedText, hints: QuoteHints): ((place: Range) => boolean)[] {
  const tests: ((place: Range) => boolean)[] = [];
  const prefix = fold(hints.prefix ?? '')
    .text.trim()
    .slice(-hintUnits);
  const suffix = fold(hints.suffix ?? '')
    .text.trim()
    .slice(0, hintUnits);
  if (prefix !== '') tests.push(({ from }) => followsPrefix(text, prefix, from));
  if (suffix !== '') tests.push(({ to }) => precedesSuffix(text, suffix, to));
  if (hints.start !== undefined || hints.end !== undefined) {
    const start = hints.start === undefined ? undefined : toOffset(text, hints.start);
    const end = hints.end === undefined ? undefined : toOffset(text, hints.end);
    tests.push(({ from, to }) => isSlight(text.text, start, from) && isSlight(text.text, to, end));
  }
  return tests;
}

function followsPrefix({ folded }: PreparedText, prefix: string, from: number): boolean {
  const at = foldedOffset(folded, from);
  const end = folded.text[at - 1] === ' ' ? at - 1 : at;
  return end >= prefix.length && folded.text.slice(end - prefix.length, end) === prefix;
}

function precedesSuffix({ folded }: PreparedText, suffix: string, to: number): boolean {
  const at = foldedOffset(folded, to);
  const start = folded.text[at] === ' ' ? at + 1 : at;
  return folded.text.slice(start, start + suffix.length) === suffix;
}

/** Whether a prefix and a suffix, so far as they are given, have the words that stand around a place. */
export function fitsContext(
  text: PreparedText,
  { from, to }: Range,
  { prefix = '', suffix = '' }: QuoteHints,
): boolean {
  const before = lettersOf(prefix).letters;
  const after = lettersOf(suffix).letters;
  if (before !== '') {
    const there = lettersOf(text.text.slice(Math.max(0, from - 2 * prefix.length - hintUnits), from)).letters;
    const length = Math.min(before.length, hintUnits, from > 0 ? hintUnits : 0);
    if (length === 0 || !there.endsWith(before.slice(-length))) return false;
  }
  if (after === '') return true;
  const there = lettersOf(text.text.slice(to, to + 2 * suffix.length + hintUnits)).letters;
  return there.startsWith(after.slice(0, hintUnits));
}

function lettersOf(text: string): Skeleton {
  return skeletonOf(text, newForms());
}

/** How far a hinted position may be from the quote, over white space and signs alone, in UTF-16 units. */
const slackUnits = 8;

/** Nothing but white space, quotation marks and stops stands between a hinted edge and the quote's own. */
function isSlight(text: string, from: number | undefined, to: number | undefined): boolean {
  if (from === undefined || to === undefined || from === to) return true;
  const [first, last] = from < to ? [from, to] : [to, from];
  if (last - first > slackUnits) return false;
  return /^[' .,;:]*$/.test(fold(text.slice(first, last)).text);
}

export function spanOf(text: TextIndex, place: Range): Span {
  return { start: toPoint(text, place.from), end: toPoint(text, place.to) };
}
