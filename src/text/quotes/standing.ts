import { splitsPair } from '../../kernel/span.ts';
import { ending, type Openness, reachUnits } from './ending.ts';
import { compareGaps, type Sign, signsIn } from './gap.ts';
import { visitOccurrences } from './occurrences.ts';
import type { PreparedText } from './prepared.ts';
import type { QuoteWarning } from './quote.ts';
import { type Skeleton, skeletonOf } from './skeleton.ts';
import { isInCompound, isWordEdge } from './words.ts';

/**
 * A piece of a quote made ready to be looked up in one text: its letters, and the signs before the first and after the
 * last of them. `offset` is where the piece begins in the quote.
 */
export type Sought = {
  readonly text: string;
  readonly skeleton: Skeleton;
  /** From the first letter to the last, as written. */
  readonly core: string;
  readonly head: readonly Sign[];
  readonly tail: readonly Sign[];
};

/** The piece as it is sought in a text, or nothing where it has no letter, digit or symbol. */
export function soughtIn({ forms }: PreparedText, piece: string): Sought | undefined {
  const skeleton = skeletonOf(piece, forms);
  const count = skeleton.letters.length;
  if (count === 0) return undefined;
  const [start, end] = [skeleton.start[0] ?? 0, skeleton.end[count - 1] ?? 0];
  return {
    text: piece,
    skeleton,
    core: piece.slice(start, end),
    head: signsIn(piece, 0, start),
    tail: signsIn(piece, end, piece.length),
  };
}

/** A place in a text, in UTF-16 offsets of the text as written. */
export type Place = {
  readonly from: number;
  readonly to: number;
  /** The text's own characters are the quote's. */
  readonly exact: boolean;
  /** How well it answers to the quote: 0 in its own characters, 1 in other typography, 2 and more where one is warned. */
  readonly grade: number;
  readonly warnings: readonly QuoteWarning[];
};

/** How many characters may be compared beside the searches; beyond, only the quote's own characters are found. */
export type Effort = { left: number };
export const effortMax = 20_000_000;

/** Every place where a piece stands in whole words, in the text's order. */
export function standingPlaces(
  text: PreparedText,
  sought: Sought,
  effort: Effort,
  open: Openness = {},
  max = Infinity,
): Place[] {
  const places: Place[] = [];
  const isExact = exactStarts(text.text, sought.core);
  visitOccurrences(text.skeleton.letters, sought.skeleton.letters, (unit) => {
    const place = placeAt(text, sought, unit, isExact(text.skeleton.start[unit] ?? 0), effort, open);
    if (place !== undefined) places.push(place);
    return places.length < max;
  });
  return places;
}

/** Tells, of offsets that are asked for in ascending order, whether a piece's own characters stand there. */
function exactStarts(text: string, core: string): (offset: number) => boolean {
  const starts: number[] = [];
  visitOccurrences(text, core, (at) => starts.push(at) > 0);
  let next = 0;
  return (offset) => {
    while (next < starts.length && (starts[next] ?? 0) < offset) next++;
    return starts[next] === offset;
  };
}

/** The places where a piece's letters stand in whole words, whatever their case, accents and signs: as units. */
export function lettersAt(text: PreparedText, skeleton: Skeleton, sought: Sought, max: number): number[] {
  const units: number[] = [];
  visitOccurrences(skeleton.letters, sought.skeleton.letters, (unit) => {
    if (bounds(text, skeleton, sought, unit, {}) !== undefined) units.push(unit);
    return units.length < max;
  });
  return units;
}

/** Where the letters from a unit on begin and end, if words and characters do there. */
export function bounds(
  text: PreparedText,
  skeleton: Skeleton,
  sought: Sought,
  unit: number,
  open: Openness,
): { from: number; to: number } | undefined {
  const next = unit + sought.skeleton.letters.length;
  if (splitsCharacter(skeleton, unit) || splitsCharacter(skeleton, next)) return undefined;
  let from = skeleton.start[unit] ?? 0;
  const to = skeleton.end[next - 1] ?? 0;
  const lead = open.lead ?? '';
  if (lead !== '' && text.text.slice(from - lead.length, from).toLowerCase() === lead) from -= lead.length;
  if (!open.start && !isWordEdge(text.text, from, text.grouping)) return undefined;
  if (!open.end && !isWordEdge(text.text, to, text.grouping) && !endsElision(text, sought, to)) return undefined;
  if (splitsPair(text.text, from) || splitsPair(text.text, to)) return undefined;
  return { from, to };
}

/** `de l'` ends after its apostrophe. */
function endsElision(text: PreparedText, { tail }: Sought, to: number): boolean {
  return tail[0]?.form === "'" && signsIn(text.text, to, to + 1)[0]?.form === "'" && isWordEdge(text.text, to + 1);
}

function placeAt(
  text: PreparedText,
  sought: Sought,
  unit: number,
  beginsExact: boolean,
  effort: Effort,
  open: Openness,
): Place | undefined {
  const { skeleton } = text;
  const edges = bounds(text, skeleton, sought, unit, open);
  if (edges === undefined) return undefined;
  const start = skeleton.start[unit] ?? 0;
  const isExact = beginsExact && edges.to - start === sought.core.length;
  if (!isExact && !differsInTypographyAlone(text, sought, unit, effort)) return undefined;
  const before = beginning(text, sought.head, unit, edges.from);
  if (before === undefined) return undefined;
  const after = ending(text, sought.tail, unit + sought.skeleton.letters.length, edges.to, open);
  if (after === undefined) return undefined;
  const warnings: QuoteWarning[] = [];
  if (!open.start && isInCompound(text.text, edges.from, 'start')) warnings.push('cut-compound');
  else if (!open.end && isInCompound(text.text, edges.to, 'end')) warnings.push('cut-compound');
  if (after.endsEarly) warnings.push('ends-early');
  const isBare = sought.core.length === sought.text.length;
  const exact =
    isExact && (isBare ? before === start && after.to === edges.to : text.text.slice(before, after.to) === sought.text);
  return { from: before, to: after.to, exact, grade: Number(!isExact) + 2 * warnings.length, warnings };
}

function differsInTypographyAlone(
  { skeleton, forms }: PreparedText,
  { skeleton: given }: Sought,
  unit: number,
  effort: Effort,
): boolean {
  const count = given.letters.length;
  if (effort.left < 0) return false;
  effort.left -= count >> 3;
  if (skeleton.cased.slice(unit, unit + count) !== given.cased) return false;
  if (skeleton.accents.slice(unit, unit + count) !== given.accents) return false;
  const last = count - 1;
  if (skeleton.gaps.slice(unit, unit + last) === given.gaps.slice(0, last)) return true;
  for (let at = 0; at < last; at++) {
    const there = skeleton.gaps.charCodeAt(unit + at);
    const here = given.gaps.charCodeAt(at);
    if (there === here && there < 0xd000) continue;
    effort.left -= at;
    const [one, other] = [forms.values[there] ?? '\0', forms.values[here] ?? '\0\0'];
    const difference = compareGaps(one, other, given.cased.charAt(at), given.cased.charAt(at + 1));
    if (difference !== 'typography') return false;
  }
  effort.left -= last;
  return true;
}

/** Where a place begins with the quote's own signs before its first word; nothing where the text has not those. */
function beginning(text: PreparedText, head: readonly Sign[], unit: number, from: number): number | undefined {
  if (head.length === 0) return from;
  const there = signsIn(text.text, Math.max(text.skeleton.end[unit - 1] ?? 0, from - reachUnits), from);
  if (there.length < head.length) return undefined;
  const offset = there.length - head.length;
  for (const [at, sign] of head.entries()) if (there[offset + at]?.form !== sign.form) return undefined;
  return there[offset]?.from;
}

/** Whether a unit and the one before it come from one character, so that no place begins between them. */
function splitsCharacter({ start, end }: Skeleton, unit: number): boolean {
  if (unit <= 0 || unit >= start.length) return false;
  return (start[unit] ?? 0) < (end[unit - 1] ?? 0);
}
