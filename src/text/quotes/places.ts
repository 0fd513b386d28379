import { indexText, type Span, splitsPair, type TextIndex, toOffset, toPoint } from '../../kernel/span.ts';
import { type Folded, fold, foldedOffset, isEdge, originEnd, originStart } from './fold.ts';
import type { QuoteHints } from './quote.ts';

/**
 * A text made ready to look many quotes up in, in one pass and a few bytes for each character that folding changes.
 * It is a {@link TextIndex} too, and goes wherever one is taken.
 */
export type PreparedText = TextIndex & { readonly folded: Folded };

export function prepareText(text: string): PreparedText {
  return { ...indexText(text), folded: fold(text) };
}

/** A place in a text, in UTF-16 offsets of the text as written. */
export type Place = { readonly from: number; readonly to: number; readonly exact: boolean };

/**
 * Visits every occurrence of a pattern, overlapping ones too, in order, until told to stop by `false`.
 *
 * Knuth, Morris and Pratt, "Fast pattern matching in strings", 1977: at most two comparisons for each unit of the text
 * whatever text and pattern are, where `indexOf` from each occurrence on multiplies their lengths.
 */
export function visitOccurrences(text: string, pattern: string, visit: (at: number) => boolean | undefined): void {
  if (pattern.length === 0) return;
  const fallback = new Int32Array(pattern.length + 1);
  fallback[0] = -1;
  for (let at = 1, known = 0; at < pattern.length; at++, known++) {
    fallback[at] = pattern[at] === pattern[known] ? (fallback[known] ?? -1) : known;
    while (known >= 0 && pattern[at] !== pattern[known]) known = fallback[known] ?? -1;
    fallback[at + 1] = known + 1;
  }
  const first = text.indexOf(pattern[0] ?? '');
  for (let at = Math.max(0, first), matched = 0; first >= 0 && at < text.length; at++) {
    const code = text.charCodeAt(at);
    while (matched >= 0 && code !== pattern.charCodeAt(matched)) matched = fallback[matched] ?? -1;
    matched++;
    if (matched < pattern.length) continue;
    if (visit(at + 1 - matched) === false) return;
    matched = fallback[matched] ?? 0;
  }
}

/** Every place where the quote's own characters stand, whatever they are. */
export function exactPlaces(text: TextIndex, quote: string): Place[] {
  const places: Place[] = [];
  visitOccurrences(text.text, quote, (from) => {
    const to = from + quote.length;
    if (!splitsPair(text.text, from) && !splitsPair(text.text, to)) places.push({ from, to, exact: true });
    return true;
  });
  return places;
}

/** Every place where a folded quote stands in whole characters: never `e` for half of `é`. */
export function foldedPlaces({ folded }: PreparedText, quote: string): Place[] {
  const places: Place[] = [];
  visitOccurrences(folded.text, quote, (at) => {
    const end = at + quote.length;
    if (isEdge(folded, at) && isEdge(folded, end)) {
      places.push({ from: originStart(folded, at), to: originEnd(folded, end), exact: false });
    }
    return true;
  });
  return places;
}

/**
 * The place that the hints choose, if they choose one.
 *
 * Each hint fits some of the places. One that fits none is left aside; a place is chosen when it alone fits all others.
 */
export function choosePlace(text: PreparedText, places: readonly Place[], hints: QuoteHints): Place | undefined {
  const fits = hintTests(text, hints);
  let useful = 0;
  const masks = places.map((place) => {
    let mask = 0;
    for (const [bit, test] of fits.entries()) if (test(place)) mask |= 1 << bit;
    useful |= mask;
    return mask;
  });
  const chosen = masks.indexOf(useful);
  return chosen === -1 || masks.includes(useful, chosen + 1) ? undefined : places[chosen];
}

export function hasHints(hints: QuoteHints): boolean {
  return Boolean(hints.prefix || hints.suffix) || hints.start !== undefined || hints.end !== undefined;
}

/** How much of a prefix or suffix is compared, in UTF-16 units after folding. */
const hintUnits = 256;

function hintTests(text: PreparedText, hints: QuoteHints): ((place: Place) => boolean)[] {
  const { folded } = text;
  const tests: ((place: Place) => boolean)[] = [];
  const prefix = fold(hints.prefix ?? '')
    .text.trim()
    .slice(-hintUnits);
  const suffix = fold(hints.suffix ?? '')
    .text.trim()
    .slice(0, hintUnits);
  if (prefix !== '') {
    tests.push(({ from }) => {
      const at = foldedOffset(folded, from);
      const end = folded.text[at - 1] === ' ' ? at - 1 : at;
      return end >= prefix.length && folded.text.slice(end - prefix.length, end) === prefix;
    });
  }
  if (suffix !== '') {
    tests.push(({ to }) => {
      const at = foldedOffset(folded, to);
      const start = folded.text[at] === ' ' ? at + 1 : at;
      return folded.text.slice(start, start + suffix.length) === suffix;
    });
  }
  if (hints.start !== undefined || hints.end !== undefined) {
    const start = hints.start === undefined ? undefined : toOffset(text, hints.start);
    const end = hints.end === undefined ? undefined : toOffset(text, hints.end);
    tests.push(({ from, to }) => isSlight(text.text, start, from) && isSlight(text.text, to, end));
  }
  return tests;
}

/** How far a hinted position may be from the quote, over white space and quotation marks alone, in UTF-16 units. */
const slackUnits = 8;

/** Nothing but white space and quotation marks stands between a hinted edge and the quote's own. */
function isSlight(text: string, from: number | undefined, to: number | undefined): boolean {
  if (from === undefined || to === undefined || from === to) return true;
  if (to < from || to - from > slackUnits) return false;
  return /^["' ]*$/.test(fold(text.slice(from, to)).text);
}

export function spanOf(text: TextIndex, place: { from: number; to: number }): Span {
  return { start: toPoint(text, place.from), end: toPoint(text, place.to) };
}
