import { toOffset, toPoint } from '../../kernel/span.ts';
import { type Altered, alteredIn, formsOf } from './altered.ts';
import { answerOf, elidedPlaces, occurrencesOf, wordPlaces } from './check.ts';
import { passageAt } from './closest.ts';
import { differenceOf } from './difference.ts';
import { type Arrangement, spansOf } from './elision.ts';
import { fold, foldedOffset, originEnd, originStart } from './fold.ts';
import { visitOccurrences } from './occurrences.ts';
import { spanOf } from './places.ts';
import { type PreparedText, prepareText } from './prepared.ts';
import { type Anchor, type Closest, type Drift, occurrencesMax } from './quote.ts';
import type { Place } from './standing.ts';
import { anchorAt } from './surroundings.ts';
import { wordsIn } from './words.ts';

/**
 * A quote with the anchor that it had in an earlier text, and what else is known of its surroundings there: the sentences
 * before and after it (its own, without the quote, among them), and the names of its speaker.
 */
export type AnchoredQuote = Anchor & {
  readonly quote: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly names?: readonly string[] | undefined;
  readonly language?: string | undefined;
};

/**
 * What became of an anchored quote in a later text of the same article.
 *
 * `unchanged`: the quote's words begin where they began. `moved`: they stand elsewhere, in surroundings that share most of
 * their words with the old ones before or after the quote, or in a paragraph that names its speaker; of several places the
 * one with most of the old surroundings, and `occurrences` where none has more. `altered`: other words stand between the
 * old surroundings, or else a passage is close to the quote's words. `gone`: nothing is; where the words stand under other
 * surroundings, `elsewhere` says so.
 */
export function driftOf(later: PreparedText, old: AnchoredQuote): Drift {
  const places = standingPlaces(later, old.quote);
  const likely = places.filter((place) => isAmongOld(later, place, old));
  const there = likely.find((place) => toPoint(later, place.from) === old.start);
  if (there !== undefined) return stands(later, 'unchanged', there);
  const best = likeliest(later, likely, old);
  const [first] = best;
  const replaced = first === undefined || isBetween(later, first, old) ? undefined : betweenSurroundings(later, old);
  if (replaced !== undefined) return { drift: 'altered', result: 'altered', ...answerOf(later, replaced) };
  if (first !== undefined && best.length === 1) return stands(later, 'moved', first);
  if (first !== undefined) {
    return { drift: 'moved', result: 'ambiguous', anchor: anchorAt(later, first), ...occurrencesOf(later, best) };
  }
  const altered = insteadOf(later, old, places.length > 0);
  if (altered !== undefined) return { drift: 'altered', result: 'altered', ...answerOf(later, altered) };
  if (places.length === 0) return { drift: 'gone', result: 'not-found' };
  const elsewhere = places.slice(0, occurrencesMax).map((place) => ({ in: 'text' as const, ...spanOf(later, place) }));
  return { drift: 'gone', result: 'not-found', elsewhere };
}

function standingPlaces(text: PreparedText, quote: string): (Place | Arrangement)[] {
  const forms = formsOf(quote);
  const places = wordPlaces(text, forms, quote);
  return places.length > 0 ? places : elidedPlaces(text, forms).places;
}

function stands(text: PreparedText, drift: 'unchanged' | 'moved', place: Place | Arrangement): Drift {
  const anchor = anchorAt(text, place);
  if ('last' in place) return { drift, result: 'elided', anchor, parts: spansOf(text, place) };
  return { drift, result: place.exact ? 'exact' : 'normalized', anchor };
}

/** Whether most words before or after the quote are still there, or the place's paragraph names the speaker. */
function isAmongOld(text: PreparedText, { from, to }: Place, old: AnchoredQuote): boolean {
  const before = surroundingWords(old.before ?? old.prefix);
  const after = surroundingWords(old.after ?? old.suffix);
  if (before.length + after.length === 0) return true;
  const reach = 32 + Math.max((old.before ?? old.prefix).length, (old.after ?? old.suffix).length);
  if (sharesMost(before, text.text.slice(Math.max(0, from - reach), from))) return true;
  if (sharesMost(after, text.text.slice(to, to + reach))) return true;
  return (old.names ?? []).some((name) => paragraphAround(text.text, from, to).includes(fold(name).text.toLowerCase()));
}

function surroundingWords(text: string): string[] {
  return wordsIn(fold(text).text.toLowerCase());
}

function sharesMost(words: readonly string[], text: string): boolean {
  if (words.length === 0) return false;
  const left = new Map<string, number>();
  for (const word of surroundingWords(text)) left.set(word, (left.get(word) ?? 0) + 1);
  let shared = 0;
  for (const word of words) {
    const count = left.get(word) ?? 0;
    if (count > 0) shared++;
    left.set(word, count - 1);
  }
  return shared * 2 > words.length;
}

/** How much of a paragraph is read for a name, on each side of the quote. */
const paragraphUnits = 2_000;

function paragraphAround(text: string, from: number, to: number): string {
  const before = text.slice(Math.max(0, from - paragraphUnits), from);
  const after = text.slice(to, to + paragraphUnits);
  const start = before.lastIndexOf('\n') + 1;
  const end = after.indexOf('\n');
  return fold(
    before.slice(start) + text.slice(from, to) + after.slice(0, end === -1 ? undefined : end),
  ).text.toLowerCase();
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

/** The places that share most with the old surroundings: of those as like, the shortest. */
function likeliest(text: PreparedText, places: readonly (Place | Arrangement)[], old: AnchoredQuote) {
  const { prefix, suffix } = surroundingsOf(old);
  let best: { places: (Place | Arrangement)[]; keys: readonly [number, number, number] } | undefined;
  for (const place of places) {
    const keys = [-likeness(text, place, prefix, suffix), place.grade, place.to - place.from] as const;
    const difference =
      best === undefined ? -1 : keys[0] - best.keys[0] || keys[1] - best.keys[1] || keys[2] - best.keys[2];
    if (difference < 0) best = { places: [place], keys };
    else if (difference === 0) best?.places.push(place);
  }
  return best?.places ?? [];
}

/** Whether at least half of the old surroundings, letter by letter, are still around a place. */
function isBetween(text: PreparedText, place: Place | Arrangement, old: AnchoredQuote): boolean {
  const { prefix, suffix } = surroundingsOf(old);
  return 2 * likeness(text, place, prefix, suffix) >= prefix.length + suffix.length;
}

function likeness({ folded }: PreparedText, place: Place | Arrangement, prefix: string, suffix: string): number {
  const at = foldedOffset(folded, place.from);
  const before = folded.text.slice(Math.max(0, at - surroundingUnits - 1), at).trimEnd();
  const end = foldedOffset(folded, place.to);
  const after = folded.text.slice(end, end + surroundingUnits + 1).trimStart();
  return sameEnd(before, prefix) + sameStart(after, suffix);
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

/**
 * What stands there now: what is close to the quote, if that is what stands between the old surroundings or nothing does,
 * else what stands between them. Where the words stand in other surroundings, only what is close to the old ones.
 */
function insteadOf(later: PreparedText, old: AnchoredQuote, standsElsewhere: boolean): Altered | undefined {
  const between = betweenSurroundings(later, old);
  if (standsElsewhere) return between ?? besideSurroundings(later, old);
  const altered = alteredIn(later, old.quote, { near: toOffset(later, old.start), language: old.language });
  if (between === undefined || altered === undefined) return altered ?? between;
  const isThere = altered.closest.start < between.closest.end && between.closest.start < altered.closest.end;
  return isThere ? altered : between;
}

/** Surroundings shorter than this, in UTF-16 units after folding, could stand anywhere. */
const surroundingMin = 12;

/** What stands between the old surroundings now, if they stand once and hold about as much as the quote. */
function betweenSurroundings(text: PreparedText, old: AnchoredQuote): Altered | undefined {
  const { prefix, suffix } = surroundingsOf(old);
  const form = formsOf(old.quote).at(-1);
  if (form === undefined || Math.min(prefix.length, suffix.length) < surroundingMin) return undefined;
  const words = text.folded.text;
  const at = onlyPlace(words, prefix);
  if (at === undefined) return undefined;
  const start = at + prefix.length;
  const reach = start + 2 * form.folded.text.length + surroundingUnits;
  const end = words.slice(start, reach + suffix.length).indexOf(suffix);
  if (end <= 0) return undefined;
  const [from, to] = [originStart(text.folded, start), originEnd(text.folded, start + end)];
  const closest = passageAt(text, { ...form, given: old.quote }, from, to);
  if (closest === undefined) return undefined;
  const difference = differenceOf(closest.text, form.text, old.language ?? text.language);
  return { closest, difference, suggestions: [closest.text] };
}

/** What is close to the quote right after the old prefix or right before the old suffix, where one of them stands once. */
function besideSurroundings(text: PreparedText, old: AnchoredQuote): Altered | undefined {
  const { prefix, suffix } = surroundingsOf(old);
  const words = text.folded.text;
  const room = 2 * old.quote.length + surroundingUnits;
  const before = prefix.length < surroundingMin ? undefined : onlyPlace(words, prefix);
  if (before !== undefined) {
    const from = originStart(text.folded, before + prefix.length);
    const found = within(text, old, from, from + room);
    if (found !== undefined) return found;
  }
  const after = suffix.length < surroundingMin ? undefined : onlyPlace(words, suffix);
  if (after === undefined) return undefined;
  const to = originStart(text.folded, after);
  return within(text, old, Math.max(0, to - room), to);
}

function within(text: PreparedText, old: AnchoredQuote, from: number, to: number): Altered | undefined {
  const altered = alteredIn(prepareText(text.text.slice(from, to)), old.quote, {
    language: old.language ?? text.language,
  });
  if (altered === undefined) return undefined;
  const shift = toPoint(text, from);
  const { start, end } = altered.closest;
  const closest: Closest = { ...altered.closest, start: start + shift, end: end + shift };
  return { ...altered, closest };
}

/** Where a piece stands in a text if it does so once. */
function onlyPlace(text: string, piece: string): number | undefined {
  const places: number[] = [];
  visitOccurrences(text, piece, (at) => places.push(at) < 2);
  return places.length === 1 ? places[0] : undefined;
}
