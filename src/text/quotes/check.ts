import { toOffset } from '../../kernel/span.ts';
import { type Altered, alteredIn, formsOf } from './altered.ts';
import { type Arrangement, arrangements, type Part, partsOf, placesIn, spansOf } from './elision.ts';
import type { FoldedPiece } from './fold.ts';
import type { Work } from './myers.ts';
import { choosePlace, hasHints, placesOf, spanOf } from './places.ts';
import type { PreparedText } from './prepared.ts';
import { occurrencesMax, type QuoteAsked, type QuoteCheck } from './quote.ts';
import { type Effort, effortMax, type Place } from './standing.ts';
import { anchorAt } from './surroundings.ts';
import { isMarkup, warningsOf } from './warnings.ts';

export { type PreparedText, prepareText } from './prepared.ts';
export { formsOf };

/**
 * Looks a quote up in a text: where it stands and how, or else what stands there instead.
 *
 * Tried in this order: the quote in one piece, then without paired quotation marks around it; its parts between marks of
 * omission and insertion; what has its letters, or its clauses, set otherwise; the closest passage.
 * An answer never points at other words than the quote's, nor into a word or number: a letter of another case or script
 * is a difference.
 */
export function checkQuote(text: PreparedText, quote: string, given: QuoteAsked = {}, work?: Work): QuoteCheck {
  const asked = given.language === 'und' ? { ...given, language: undefined } : given;
  const check = standingCheck(text, quote, asked) ?? alteredCheck(text, quote, asked, work);
  return isMarkup(text.text) ? { ...check, warnings: [...check.warnings, 'markup'] } : check;
}

/** The verdict on a quote that stands in the text, once or more often. */
export function standingCheck(text: PreparedText, quote: string, asked: QuoteAsked = {}): QuoteCheck | undefined {
  const forms = formsOf(quote);
  const effort: Effort = { left: effortMax };
  return checkWords(text, forms, quote, asked, effort) ?? checkElided(text, forms, asked, effort);
}

function alteredCheck(text: PreparedText, quote: string, asked: QuoteAsked, work?: Work): QuoteCheck {
  const near = asked.start === undefined ? undefined : toOffset(text, asked.start);
  const altered = alteredIn(text, quote, { near, language: asked.language }, work);
  if (altered === undefined) return { result: 'not-found', warnings: [] };
  return { result: 'altered', warnings: [], ...answerOf(text, altered) };
}

/** What is told of an altered quote. What is suggested stands in the text: sent back, it is verified. */
export function answerOf(text: PreparedText, { closest, difference, suggestions }: Altered) {
  const suggestion = suggestions.find((each) => isStanding(text, each));
  return {
    ...(difference !== undefined && { difference }),
    ...(suggestion !== undefined && { suggestion }),
    closest,
  };
}

function isStanding(text: PreparedText, quote: string): boolean {
  const forms = formsOf(quote);
  const effort: Effort = { left: effortMax };
  return (
    forms.some((form) => placesOf(text, form.text, effort, 1).length > 0) || elidedPlaces(text, forms).places.length > 0
  );
}

/** The quote in one piece. Hints choose among all its places; without a choice those that answer to it best go first. */
function checkWords(
  text: PreparedText,
  forms: readonly FoldedPiece[],
  quote: string,
  asked: QuoteAsked,
  effort: Effort,
): QuoteCheck | undefined {
  const places = wordPlaces(text, forms, quote, effort, hasHints(asked));
  const chosen = choosePlace(text, places, asked);
  const candidates = chosen === undefined ? bestOf(places) : [chosen];
  const [first] = candidates;
  if (first === undefined) return undefined;
  const anchor = anchorAt(text, first);
  if (candidates.length > 1) return { result: 'ambiguous', anchor, ...occurrencesOf(text, candidates), warnings: [] };
  const warnings = warningsOf(text, first, [], asked);
  return { result: first.exact ? 'exact' : 'normalized', anchor, warnings };
}

/**
 * Every place where the quote stands in one piece: in its first form that stands at all, or in all of them. Without
 * quotation marks around it, a quote has its own characters too.
 */
export function wordPlaces(
  text: PreparedText,
  forms: readonly FoldedPiece[],
  quote: string,
  effort: Effort = { left: effortMax },
  inAllForms = false,
): Place[] {
  let places: Place[] = [];
  for (const form of forms) {
    const found = placesOf(text, form.text, effort).map((place) =>
      place.exact && form.text !== quote ? { ...place, exact: false } : place,
    );
    places = places.length === 0 ? found : union(places, found);
    if (places.length > 0 && !inAllForms) break;
  }
  return places;
}

/** All places in order, those left out that hold or lie in one of the first. */
function union(places: readonly Place[], others: readonly Place[]): Place[] {
  let last = 0;
  const more = others.filter(({ from, to }) => {
    while (last < places.length && (places[last]?.to ?? 0) <= from) last++;
    return (places[last]?.from ?? Infinity) >= to;
  });
  return [...places, ...more].sort((a, b) => a.from - b.from);
}

function bestOf(places: readonly Place[]): readonly Place[] {
  const least = places.reduce((grade, place) => Math.min(grade, place.grade), Infinity);
  return places.filter(({ grade }) => grade === least);
}

export function occurrencesOf(text: PreparedText, places: readonly Place[]) {
  const occurrences = places.slice(0, occurrencesMax).map((place) => spanOf(text, place));
  return { occurrences, occurrencesTotal: places.length };
}

/** The quote in parts: the arrangement that hints choose, else the tightest; ambiguous if several are equally tight. */
function checkElided(
  text: PreparedText,
  forms: readonly FoldedPiece[],
  asked: QuoteAsked,
  effort: Effort,
): QuoteCheck | undefined {
  const { parts, places } = elidedPlaces(text, forms, effort);
  const chosen = choosePlace(text, places, asked);
  const tightest = places.reduce((least, { from, to }) => Math.min(least, to - from), Infinity);
  const candidates = chosen ? [chosen] : places.filter(({ from, to }) => to - from === tightest);
  const [first] = candidates;
  if (first === undefined) return undefined;
  const found = { anchor: anchorAt(text, first), parts: spansOf(text, first) };
  if (candidates.length > 1) return { result: 'ambiguous', ...found, ...occurrencesOf(text, candidates), warnings: [] };
  const pieces = placesIn(first).map((place, at) => ({ ...place, afterOmission: parts[at]?.afterOmission ?? false }));
  return { result: 'elided', ...found, warnings: warningsOf(text, first, pieces, asked) };
}

/** Every arrangement of an elided quote's parts; none when the quote is in one piece. */
export function elidedPlaces(
  text: PreparedText,
  forms: readonly FoldedPiece[],
  effort: Effort = { left: effortMax },
): { parts: readonly Part[]; places: Arrangement[] } {
  for (const form of forms) {
    const parts = partsOf(form.text);
    const places = parts.length === 0 ? [] : arrangements(text, parts, effort);
    if (places.length > 0) return { parts, places };
  }
  return { parts: [], places: [] };
}
