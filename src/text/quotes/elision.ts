import type { Span } from '../../kernel/span.ts';
import { type FoldedPiece, fold, foldPiece, isEdge, originEnd, originStart } from './fold.ts';
import { type Place, type PreparedText, spanOf, visitOccurrences } from './places.ts';
import { charAt, cutsWord, isWordChar } from './typography.ts';

/**
 * A piece of a quote between two marks of omission or insertion.
 *
 * `lead` is the text of a bracket that touches its first letter, as in `[H]e said`: letters that the editor replaced.
 */
export type Part = FoldedPiece & {
  readonly lead: string;
  /** A bracket touches its last letter, as in `walk[ed]`: it may end inside a word. */
  readonly openEnd: boolean;
  /** What stands before it marks an omission, not only an insertion. */
  readonly afterOmission: boolean;
};

/** A quote of more parts is not taken for an elided one. */
export const partsMax = 32;
/** How much an omission may skip, in the normalized text: about two printed pages. Farther apart it is two quotes. */
export const omissionMax = 5_000;
/** How much an insertion may replace, and how far a part shorter than `shortPart` may stand from its neighbour. */
export const insertionMax = 300;
const shortPart = 12;
/** Of each part so many places are considered, the first ones in the text. */
const placesMax = 16_384;

const dots = '(?:…|\\.{3,}|\\.(?:[\\s]\\.){2,})';
const marks = new RegExp(`\\[[^\\[\\]]{0,200}\\]|\\(\\s*${dots}\\s*\\)|${dots}\\.?`, 'gu');
const omission = new RegExp(dots, 'u');

/** The parts of a quote that marks of omission or insertion split; none when there is no mark or no word beside it. */
export function partsOf(quote: string): Part[] {
  const parts: Part[] = [];
  let from = 0;
  let lead = '';
  let afterOmission = false;
  const take = (to: number, openEnd: boolean) => {
    const piece = foldPiece(quote, from, to);
    if (piece === undefined || !/[\p{L}\p{N}]/u.test(piece.folded.text)) return false;
    const touches = piece.offset === from && isWordChar(charAt(piece.folded.text, 0));
    parts.push({ ...piece, lead: touches ? lead : '', openEnd, afterOmission });
    return true;
  };
  let marked = false;
  for (const match of quote.matchAll(marks)) {
    marked = true;
    const mark = match[0];
    const bracket = mark.startsWith('[') && !omission.test(mark);
    const openEnd = bracket && /[\p{L}\p{N}\p{M}]$/u.test(quote.slice(from, match.index));
    const taken = take(match.index, openEnd);
    afterOmission = !bracket || (!taken && afterOmission);
    lead = bracket ? fold(mark.slice(1, -1)).text : '';
    from = match.index + mark.length;
  }
  if (!marked) return [];
  take(quote.length, false);
  return parts.length > partsMax ? [] : parts;
}

/** One arrangement of an elided quote's parts, in order, in UTF-16 offsets of the text as written. */
export type Arrangement = Place & { readonly last: Chain };

/**
 * The arrangements in which the parts stand in order, each in whole words and whole characters, none within another.
 *
 * Takes one pass over the text for each part and one over the places found, of which there are at most
 * `partsMax` × 16,384.
 */
export function arrangements(text: PreparedText, parts: readonly Part[]): Arrangement[] {
  let chains: Chain[] = [];
  for (const [index, part] of parts.entries()) {
    const found = partPlaces(text, part);
    chains =
      index === 0
        ? found.map(([from, to]) => ({ from, to, first: from, before: undefined }))
        : extend(chains, found, gapBetween(parts[index - 1], part));
    if (chains.length === 0) return [];
  }
  return chains
    .filter((chain, index) => index === 0 || chains[index - 1]?.first !== chain.first)
    .map((chain) => arrange(text, chain));
}

/** A part's place in folded offsets, after the nearest chain of the parts before it. */
type Chain = { readonly from: number; readonly to: number; readonly first: number; readonly before: Chain | undefined };

/** Both lists ascend, so the last chain that ends before a place begins is the tightest one for it. */
function extend(chains: readonly Chain[], found: readonly [number, number][], gapMax: number): Chain[] {
  const extended: Chain[] = [];
  let last = -1;
  for (const [from, to] of found) {
    while (last + 1 < chains.length && (chains[last + 1]?.to ?? 0) <= from) last++;
    const before = chains[last];
    if (before !== undefined && from - before.to <= gapMax) extended.push({ from, to, first: before.first, before });
  }
  return extended;
}

function gapBetween(before: Part | undefined, after: Part): number {
  const short = Math.min(before?.folded.text.length ?? 0, after.folded.text.length) < shortPart;
  return after.afterOmission && !short ? omissionMax : insertionMax;
}

/** Where a part stands in whole words, in folded offsets; with the letters that its leading bracket replaces. */
export function partPlaces({ folded }: PreparedText, part: Part): [number, number][] {
  const places: [number, number][] = [];
  const lead = part.lead.toLowerCase();
  visitOccurrences(folded.text, part.folded.text, (at) => {
    const end = at + part.folded.text.length;
    if (!part.openEnd && cutsWord(folded.text, end)) return true;
    const replaced = lead !== '' && at >= lead.length && folded.text.slice(at - lead.length, at).toLowerCase() === lead;
    const start = replaced ? at - lead.length : at;
    if (cutsWord(folded.text, start) || !isEdge(folded, start) || !isEdge(folded, end)) return true;
    places.push([start, end]);
    return places.length < placesMax;
  });
  return places;
}

function arrange({ folded }: PreparedText, last: Chain): Arrangement {
  return { from: originStart(folded, last.first), to: originEnd(folded, last.to), exact: false, last };
}

/** Where each part of an arrangement stands, in order. */
export function spansOf(text: PreparedText, { last }: Arrangement): Span[] {
  const spans: Span[] = [];
  for (let chain: Chain | undefined = last; chain !== undefined; chain = chain.before) {
    const place = { from: originStart(text.folded, chain.from), to: originEnd(text.folded, chain.to) };
    spans.push(spanOf(text, place));
  }
  return spans.reverse();
}
