import { toPoint } from '../../kernel/span.ts';
import { elidedPlaces, findClosest, formsOf, wordPlaces } from './check.ts';
import { comparePassage } from './closest.ts';
import { type Arrangement, spansOf } from './elision.ts';
import { fold, foldedOffset } from './fold.ts';
import { type Place, type PreparedText, visitOccurrences } from './places.ts';
import type { Anchor, Closest, Drift } from './quote.ts';
import { anchorAt } from './surroundings.ts';

/** A quote with the anchor that it had in an earlier text. */
export type AnchoredQuote = Anchor & { readonly quote: string };

/**
 * What became of an anchored quote in a later text of the same article.
 *
 * `unchanged`: the quote's words begin where they began. `moved`: they stand elsewhere; of several places the one with
 * most of the old surroundings, then the one nearest to the old place. `altered`: other words stand between the old
 * surroundings, whatever else stands elsewhere, or else a passage is close to the quote's words. `gone`: nothing is.
 */
export function driftOf(later: PreparedText, old: AnchoredQuote): Drift {
  const places = standingPlaces(later, old.quote);
  const there = places.find((place) => toPoint(later, place.from) === old.start);
  if (there !== undefined) return stands(later, 'unchanged', there);
  const moved = bestPlace(later, places, old);
  if (moved?.isLikely) return stands(later, 'moved', moved.place);
  const instead = betweenSurroundings(later, old);
  if (instead !== undefined) return { drift: 'altered', result: 'altered', closest: instead };
  if (moved !== undefined) return stands(later, 'moved', moved.place);
  const closest = findClosest(later, old.quote, formsOf(old.quote), { start: old.start });
  if (closest === undefined) return { drift: 'gone', result: 'not-found' };
  return { drift: 'altered', result: 'altered', closest };
}

function standingPlaces(text: PreparedText, quote: string): (Place | Arrangement)[] {
  const forms = formsOf(quote);
  const places = wordPlaces(text, quote, forms);
  return places.length > 0 ? places : elidedPlaces(text, forms);
}

function stands(text: PreparedText, drift: 'unchanged' | 'moved', place: Place | Arrangement): Drift {
  const anchor = anchorAt(text, place);
  if ('last' in place) return { drift, result: 'elided', anchor, parts: spansOf(text, place) };
  return { drift, result: place.exact ? 'exact' : 'normalized', anchor };
}

/** How much of the surroundings is compared on each side, in UTF-16 units after folding. */
const surroundingUnits = 64;

/** The old surroundings after folding, as far from the quote as they are compared. */
function surroundingsOf(old: AnchoredQuote): { prefix: string; suffix: string } {
  return {
    prefix: fold(old.prefix).text.trim().slice(-surroundingUnits),
    suffix: fold(old.suffix).text.trim().slice(0, surroundingUnits),
  };
}

/** The place that shares most with the old surroundings, then the nearest to the old one; likely if it shares half. */
function bestPlace(text: PreparedText, places: readonly (Place | Arrangement)[], old: AnchoredQuote) {
  const { prefix, suffix } = surroundingsOf(old);
  const { folded } = text;
  let best: { place: Place | Arrangement; keys: [number, number, number] } | undefined;
  for (const place of places) {
    const before = folded.text
      .slice(0, foldedOffset(folded, place.from))
      .slice(-surroundingUnits - 1)
      .trimEnd();
    const at = foldedOffset(folded, place.to);
    const after = folded.text.slice(at, at + surroundingUnits + 1).trimStart();
    const score = sameEnd(before, prefix) + sameStart(after, suffix);
    const keys: [number, number, number] = [
      -score,
      place.to - place.from,
      Math.abs(toPoint(text, place.from) - old.start),
    ];
    const other = best?.keys;
    const difference = other === undefined ? -1 : keys[0] - other[0] || keys[1] - other[1] || keys[2] - other[2];
    if (difference < 0) best = { place, keys };
  }
  return best && { place: best.place, isLikely: -2 * best.keys[0] >= prefix.length + suffix.length };
}

function sameStart(text: string, start: string): number {
  let same = 0;
  while (same < start.length && text[same] === start[same]) same++;
  return same;
}

function sameEnd(text: string, end: string): number {
  let same = 0;
  while (same < end.length && text[text.length - 1 - same] === end[end.length - 1 - same]) same++;
  return same;
}

/** Surroundings shorter than this, in UTF-16 units after folding, could stand anywhere. */
const surroundingMin = 12;

/** What stands between the old surroundings now, if they stand once and hold about as much as the quote. */
function betweenSurroundings(text: PreparedText, old: AnchoredQuote): Closest | undefined {
  const { prefix, suffix } = surroundingsOf(old);
  const piece = formsOf(old.quote).at(-1);
  if (piece === undefined || Math.min(prefix.length, suffix.length) < surroundingMin) return undefined;
  const words = text.folded.text;
  const starts: number[] = [];
  visitOccurrences(words, prefix, (at) => starts.push(at + prefix.length) < 2);
  const [start] = starts;
  if (start === undefined || starts.length > 1) return undefined;
  const reach = start + 2 * piece.folded.text.length + surroundingUnits;
  const end = words.slice(start, reach + suffix.length).indexOf(suffix);
  const between = words.slice(start, start + Math.max(0, end));
  if (between.trim() === '') return undefined;
  const from = start + between.length - between.trimStart().length;
  return comparePassage(text, { ...piece, given: old.quote }, { from, to: from + between.trim().length });
}
