import { closestPassage, passageAt } from './closest.ts';
import { differenceOf, gravest } from './difference.ts';
import { type Part, partPlaces, partsOf } from './elision.ts';
import { type FoldedPiece, foldedOffset, foldPiece, originEnd, originStart } from './fold.ts';
import type { Work } from './myers.ts';
import type { PreparedText } from './prepared.ts';
import { type Closest, type QuoteDifference, quoteDifferences } from './quote.ts';
import { splicedIn } from './splice.ts';
import { bounds, effortMax, lettersAt, soughtIn } from './standing.ts';

/** What stands in a text instead of a quote, how that differs, and what may be sent in its place, the best first. */
export type Altered = {
  readonly closest: Closest;
  readonly difference: QuoteDifference | undefined;
  readonly suggestions: readonly string[];
};

export type Nearness = { readonly near?: number | undefined; readonly language?: string | undefined };

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
    const stops = /'[.,;:]*$/.exec(folded.text)?.[0].length ?? 0;
    const isWrapped = stops > 0 && last > 0 && folded.text[0] === "'" && last >= stops;
    if (!isWrapped) break;
    const end = folded.text.length - stops;
    form = foldPiece(quote, offset + originEnd(folded, 1), offset + originStart(folded, end));
  }
  return forms;
}

/**
 * What a text has instead of a quote that does not stand in it: its letters set otherwise, whatever the similarity; its
 * clauses with an attribution between them; the closest passage, of an elided quote to the first of its parts that does
 * not stand. Nothing where nothing is close.
 */
export function alteredIn(
  text: PreparedText,
  quote: string,
  { near, language: told }: Nearness = {},
  work?: Work,
): Altered | undefined {
  const form = formsOf(quote).at(-1);
  if (form === undefined) return undefined;
  const language = () => told ?? text.language;
  const alike = alikeIn(text, quote, form, near, language) ?? splicedPassage(text, quote, form, language);
  if (alike !== undefined) return alike;
  const folded = near === undefined ? {} : { near: foldedOffset(text.folded, near) };
  const part = partsOf(form.text).find((each) => partPlaces(text, each, { left: effortMax }).length === 0);
  if (part !== undefined) {
    const altered = alteredPart(text, quote, form, part, { near, language }, work);
    if (altered !== undefined) return altered;
  }
  const closest = closestPassage(text, { ...form, given: quote }, folded, work);
  if (closest === undefined) return undefined;
  return { closest, difference: differenceOf(closest.text, form.text, language()), suggestions: [closest.text] };
}

/** The closest passage to a part, and the quote with that in the part's place. */
function alteredPart(
  text: PreparedText,
  quote: string,
  form: FoldedPiece,
  part: Part,
  { near, language }: { near: number | undefined; language: () => string | undefined },
  work?: Work,
): Altered | undefined {
  const piece = { ...part, offset: form.offset + part.offset };
  const alike = alikeIn(text, quote, piece, near, language);
  const folded = near === undefined ? {} : { near: foldedOffset(text.folded, near) };
  const closest = alike?.closest ?? closestPassage(text, { ...piece, given: quote }, folded, work);
  if (closest === undefined) return undefined;
  const { offset, text: given } = part;
  const mended = form.text.slice(0, offset) + closest.text + form.text.slice(offset + given.length);
  const difference = alike?.difference ?? differenceOf(closest.text, given, language());
  return { closest, difference, suggestions: [mended, closest.text] };
}

/** How many places with a quote's letters are compared with it. */
const alikeMax = 32;

/** The place that has the quote's letters in whole words and differs from it least, then the nearest, then the first. */
function alikeIn(
  text: PreparedText,
  quote: string,
  form: FoldedPiece,
  near: number | undefined,
  language: () => string | undefined,
): Altered | undefined {
  const sought = soughtIn(text, form.text);
  if (sought === undefined) return undefined;
  for (const skeleton of [text.skeleton, text.bare]) {
    if (skeleton === undefined) continue;
    const found = lettersAt(text, skeleton, sought, alikeMax).flatMap((unit) => {
      const place = bounds(text, skeleton, sought, unit, {});
      const closest = place && passageAt(text, { ...form, given: quote }, place.from, place.to);
      if (closest === undefined || place === undefined) return [];
      const difference = differenceOf(closest.text, form.text, language());
      const rank = -quoteDifferences.indexOf(difference ?? 'case');
      return [{ closest, difference, rank, away: near === undefined ? unit : Math.abs(place.from - near) }];
    });
    found.sort((a, b) => a.rank - b.rank || a.away - b.away);
    const [best] = found;
    if (best !== undefined) return { ...best, suggestions: [best.closest.text] };
  }
  return undefined;
}

/** The clauses of a quote, with an attribution between them, and the quote with its omission marked. */
function splicedPassage(
  text: PreparedText,
  quote: string,
  form: FoldedPiece,
  language: () => string | undefined,
): Altered | undefined {
  const sought = soughtIn(text, form.text);
  const pieces = sought && splicedIn(text, sought);
  const [first, last] = [pieces?.[0], pieces?.at(-1)];
  if (pieces === undefined || first === undefined || last === undefined) return undefined;
  const closest = passageAt(text, { ...form, given: quote }, first.there.from, last.there.to);
  if (closest === undefined) return undefined;
  const differences = new Set<QuoteDifference>(['punctuation']);
  const suggested = pieces.map(({ there, given }) => {
    const words = text.text.slice(there.from, there.to);
    const difference = differenceOf(words, form.text.slice(given.from, given.to), language());
    if (difference !== undefined) differences.add(difference);
    return words;
  });
  return { closest, difference: gravest(differences), suggestions: [suggested.join(' … '), closest.text] };
}
