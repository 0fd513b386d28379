import type { Span } from '../../kernel/span.ts';
import type { Openness } from './ending.ts';
import { type FoldedPiece, foldPiece } from './fold.ts';
import { spanOf } from './places.ts';
import type { PreparedText } from './prepared.ts';
import type { QuoteWarning } from './quote.ts';
import { type Effort, type Place, soughtIn, standingPlaces } from './standing.ts';
import { isWordChar } from './typography.ts';

/** A piece of a quote between two marks of omission or insertion. */
export type Part = FoldedPiece & {
  /** The text of a bracket that touches its first letter, as in `[H]e said`: letters that the editor replaced. */
  readonly lead: string;
  /** A bracket stands within a word before it, as in `organi[s]ation`: it goes on in the word in which the part before ends. */
  readonly goesOn: boolean;
  /** A bracket touches its last letter, as in `walk[ed]`: it may end inside a word. */
  readonly openEnd: boolean;
  /** What stands before it marks an omission, not only an insertion. */
  readonly afterOmission: boolean;
};

/** A quote of more parts is not taken for an elided one. */
export const partsMax = 32;
/** How much an omission may skip, in UTF-16 units: about two printed pages. Farther apart it is two quotes. */
export const omissionMax = 5_000;
/** How much an insertion may replace, and how far a part shorter than `shortPart` may stand from its neighbour. */
export const insertionMax = 300;
const shortPart = 12;
/** Of each part so many places are considered, the first ones in the text. */
const placesMax = 16_384;
/** How many letters a bracket in a word may stand for. */
const bracketLetters = 12;

const dots = '(?:…|\\.{3,}|\\.(?:[\\s]\\.){2,})';
const marks = new RegExp(`\\[[^\\[\\]]{0,200}\\]|\\(\\s*${dots}\\s*\\)|${dots}\\.?`, 'gu');
const omission = new RegExp(dots, 'u');

/** The parts of a quote that marks of omission or insertion split; none when there is no mark or no word beside it. */
export function partsOf(quote: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  let lead = '';
  let isInWord = false;
  let afterOmission = false;
  const take = (to: number, openEnd: boolean) => {
    const piece = foldPiece(quote, from, to);
    if (piece === undefined || !/[\p{L}\p{N}]/u.test(piece.folded.text)) return false;
    const touches = piece.offset === from && isWordChar(quote.charAt(from));
    parts.push({ ...piece, lead: touches ? lead : '', goesOn: touches && isInWord, openEnd, afterOmission });
    return true;
  };
  let marked = false;
  for (const match of quote.matchAll(marks)) {
    marked = true;
    const found = match[0];
    const bracket = found.startsWith('[') && !omission.test(found);
    const letters = bracket ? found.slice(1, -1).trim() : '';
    const openEnd = letters !== '' && /[\p{L}\p{N}\p{M}]$/u.test(quote.slice(from, match.index));
    const taken = take(match.index, openEnd);
    afterOmission = !bracket || (!taken && afterOmission);
    lead = letters.toLowerCase();
    isInWord = openEnd && taken;
    from = match.index + found.length;
  }
  if (!marked) return [];
  take(quote.length, false);
  return parts.length > partsMax ? [] : parts;
}

/** One arrangement of an elided quote's parts, in order, in UTF-16 offsets of the text as written. */
export type Arrangement = Place & { readonly last: Chain };

/** A part's place, after the nearest chain of the parts before it. */
export type Chain = { readonly place: Place; readonly first: number; readonly before: Chain | undefined };

/**
 * The arrangements in which the parts stand in order, each in whole words and whole characters, none within another.
 *
 * Takes one pass over the text for each part and one over the places found, of which there are at most
 * `partsMax` × 16,384.
 */
export function arrangements(text: PreparedText, parts: readonly Part[], effort: Effort): Arrangement[] {
  let chains: Chain[] = [];
  for (const [index, part] of parts.entries()) {
    const found = partPlaces(text, part, effort);
    chains =
      index === 0
        ? found.map((place) => ({ place, first: place.from, before: undefined }))
        : extend(text.text, chains, found, part, gapBetween(parts[index - 1], part));
    if (chains.length === 0) return [];
  }
  return chains.filter((chain, index) => index === 0 || chains[index - 1]?.first !== chain.first).map(arrange);
}

/** Both lists ascend, so the last chain that ends before a place begins is the tightest one for it. */
function extend(text: string, chains: readonly Chain[], found: readonly Place[], part: Part, gapMax: number): Chain[] {
  const extended: Chain[] = [];
  let last = -1;
  for (const place of found) {
    while (last + 1 < chains.length && (chains[last + 1]?.place.to ?? 0) <= place.from) last++;
    const before = chains[last];
    if (before === undefined || place.from - before.place.to > gapMax) continue;
    if (part.goesOn && !isOneWord(text, before.place.to, place.from)) continue;
    extended.push({ place, first: before.first, before });
  }
  return extended;
}

/** Nothing but the letters that a bracket stands for lies between two parts of one word. */
function isOneWord(text: string, from: number, to: number): boolean {
  return to - from <= bracketLetters && /^[\p{L}\p{M}\p{N}]*$/u.test(text.slice(from, to));
}

function gapBetween(before: Part | undefined, after: Part): number {
  const short = Math.min(before?.folded.text.length ?? 0, after.folded.text.length) < shortPart;
  return after.afterOmission && !short ? omissionMax : insertionMax;
}

/** Where a part stands in whole words, but for the letters that brackets at its ends replace. */
export function partPlaces(text: PreparedText, part: Part, effort: Effort): Place[] {
  const open: Openness = { start: part.goesOn, end: part.openEnd, lead: part.goesOn ? '' : part.lead };
  for (const piece of piecesOf(part)) {
    const sought = soughtIn(text, piece);
    const places = sought === undefined ? [] : standingPlaces(text, sought, effort, open, placesMax);
    if (places.length > 0) return part.openEnd ? places.filter(({ to }) => endsInWord(text.text, to)) : places;
  }
  return [];
}

/** A part as it is written, else without the stop that the mark of omission leaves before its first word. */
function piecesOf({ text }: Part): string[] {
  const bare = text.replace(/^[.,;:\s]+/u, '');
  return bare === text ? [text] : [text, bare];
}

/** A bracket stands for the rest of a word: letters, and not many. */
function endsInWord(text: string, at: number): boolean {
  const rest = /^[\p{L}\p{M}\p{N}]*/u.exec(text.slice(at, at + 64))?.[0] ?? '';
  return rest.length <= bracketLetters && !/^['’ʼ][\p{L}]/u.test(text.slice(at + rest.length, at + rest.length + 2));
}

function arrange(last: Chain): Arrangement {
  const warnings = new Set<QuoteWarning>();
  let grade = 1;
  for (let chain: Chain | undefined = last; chain !== undefined; chain = chain.before) {
    for (const warning of chain.place.warnings) warnings.add(warning);
    grade = Math.max(grade, chain.place.grade);
  }
  return { from: last.first, to: last.place.to, exact: false, grade, warnings: [...warnings], last };
}

/** Each part's place of an arrangement, in order. */
export function placesIn({ last }: Arrangement): Place[] {
  const places: Place[] = [];
  for (let chain: Chain | undefined = last; chain !== undefined; chain = chain.before) places.push(chain.place);
  return places.reverse();
}

/** Where each part of an arrangement stands, in order. */
export function spansOf(text: PreparedText, arrangement: Arrangement): Span[] {
  return placesIn(arrangement).map((place) => spanOf(text, place));
}
