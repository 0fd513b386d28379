import { toOffset } from '../../kernel/span.ts';
import { closestPassage } from './closest.ts';
import { type Arrangement, arrangements, partPlaces, partsOf, spansOf } from './elision.ts';
import { type FoldedPiece, foldedOffset, foldPiece, originEnd, originStart } from './fold.ts';
import type { Work } from './myers.ts';
import { choosePlace, exactPlaces, foldedPlaces, hasHints, type Place, type PreparedText, spanOf } from './places.ts';
import { type Closest, occurrencesMax, type QuoteCheck, type QuoteHints } from './quote.ts';
import { anchorAt } from './surroundings.ts';

export { type PreparedText, prepareText } from './places.ts';

/**
 * Looks a quote up in a text: where it stands and how, or else what stands there instead.
 *
 * Tried in this order: the quote's own characters; its words, typography apart, then without white space and paired
 * quotation marks around them; its parts between marks of omission and insertion; the closest passage.
 * An answer never points at other words than the quote's: a letter of another case or script is a difference.
 */
export function checkQuote(text: PreparedText, quote: string, hints: QuoteHints = {}, work?: Work): QuoteCheck {
  const forms = formsOf(quote);
  const standing = checkWords(text, quote, forms, hints) ?? checkElided(text, forms, hints);
  if (standing !== undefined) return standing;
  const closest = findClosest(text, quote, forms, hints, work);
  return closest === undefined ? { result: 'not-found' } : { result: 'altered', closest };
}

/** How many pairs of quotation marks are taken off, one in another. */
const wrappingsMax = 3;

/** The quote without white space around it, then without the quotation marks around that, as a reader takes it. */
export function formsOf(quote: string): FoldedPiece[] {
  const forms: FoldedPiece[] = [];
  let form = foldPiece(quote);
  while (form !== undefined && forms.length <= wrappingsMax) {
    forms.push(form);
    const { folded, offset } = form;
    const last = folded.text.length - 1;
    const isWrapped = last > 0 && /["']/.test(folded.text[0] ?? '') && folded.text[0] === folded.text[last];
    form = isWrapped ? foldPiece(quote, offset + originEnd(folded, 1), offset + originStart(folded, last)) : undefined;
  }
  return forms;
}

/** The quote in one piece. Hints choose among all its places; without a choice those in its own characters go first. */
function checkWords(
  text: PreparedText,
  quote: string,
  forms: readonly FoldedPiece[],
  hints: QuoteHints,
): QuoteCheck | undefined {
  const exact = exactPlaces(text, quote);
  if (exact.length > 0 && !hasHints(hints)) return verdict(text, exact);
  const all = wordPlaces(text, quote, forms, exact);
  const chosen = choosePlace(text, all, hints);
  return verdict(text, chosen ? [chosen] : exact.length > 0 ? exact : all);
}

/** Every place where the quote stands in one piece, in its own characters or not. */
export function wordPlaces(
  text: PreparedText,
  quote: string,
  forms: readonly FoldedPiece[],
  exact = exactPlaces(text, quote),
): Place[] {
  let places: Place[] = [];
  for (const form of forms) {
    if (places.length === 0) places = foldedPlaces(text, form.folded.text);
  }
  return exact.length === 0 ? places : union(exact, places);
}

/** All places in order, those within an exact one left out. Both lists ascend, and exact places are of one length. */
function union(exact: readonly Place[], places: readonly Place[]): Place[] {
  let last = -1;
  const others = places.filter(({ from, to }) => {
    while (last + 1 < exact.length && (exact[last + 1]?.from ?? 0) <= from) last++;
    return (exact[last]?.to ?? -1) < to;
  });
  return [...exact, ...others].sort((a, b) => a.from - b.from);
}

function verdict(text: PreparedText, places: readonly Place[]): QuoteCheck | undefined {
  const [first] = places;
  if (first === undefined) return undefined;
  const anchor = anchorAt(text, first);
  if (places.length === 1) return { result: first.exact ? 'exact' : 'normalized', anchor };
  return { result: 'ambiguous', anchor, ...occurrencesOf(text, places) };
}

function occurrencesOf(text: PreparedText, places: readonly Place[]) {
  const occurrences = places.slice(0, occurrencesMax).map((place) => spanOf(text, place));
  return { occurrences, occurrencesTotal: places.length };
}

/** The quote in parts: the arrangement that hints choose, else the tightest; ambiguous if several are equally tight. */
function checkElided(text: PreparedText, forms: readonly FoldedPiece[], hints: QuoteHints): QuoteCheck | undefined {
  const places = elidedPlaces(text, forms);
  const chosen = choosePlace(text, places, hints) as Arrangement | undefined;
  const tightest = places.reduce((least, { from, to }) => Math.min(least, to - from), Infinity);
  const candidates = chosen ? [chosen] : places.filter(({ from, to }) => to - from === tightest);
  const [first] = candidates;
  if (first === undefined) return undefined;
  const found = { anchor: anchorAt(text, first), parts: spansOf(text, first) };
  if (candidates.length === 1) return { result: 'elided', ...found };
  return { result: 'ambiguous', ...found, ...occurrencesOf(text, candidates) };
}

/** Every arrangement of an elided quote's parts; none when the quote is in one piece. */
export function elidedPlaces(text: PreparedText, forms: readonly FoldedPiece[]): Arrangement[] {
  for (const form of forms) {
    const parts = partsOf(form.text);
    const places = parts.length === 0 ? [] : arrangements(text, parts);
    if (places.length > 0) return places;
  }
  return [];
}

/** The passage closest to the quote; of an elided one, to the first of its parts that does not stand in the text. */
export function findClosest(
  text: PreparedText,
  quote: string,
  forms: readonly FoldedPiece[],
  hints: { start?: number | undefined },
  work?: Work,
): Closest | undefined {
  const form = forms.at(-1);
  if (form === undefined) return undefined;
  const near = hints.start === undefined ? {} : { near: foldedOffset(text.folded, toOffset(text, hints.start)) };
  const part = partsOf(form.text).find((candidate) => partPlaces(text, candidate).length === 0);
  if (part !== undefined) {
    const piece = { ...part, offset: form.offset + part.offset, given: quote };
    const closest = closestPassage(text, piece, { ...near, wholeWords: 'demanded' }, work);
    if (closest !== undefined) return closest;
  }
  return closestPassage(text, { ...form, given: quote }, { ...near, wholeWords: 'preferred' }, work);
}
