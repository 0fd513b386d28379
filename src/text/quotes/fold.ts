import { splitsPair } from '../../kernel/span.ts';
import { classOf, foldUnit, kinds } from './typography.ts';

/**
 * A text in which typography no longer differs, with the way back to the text as written.
 *
 * The text is read in *units*: a base character with its combining marks, a run of white space, a run of dashes with the
 * white space around it, or a single character; each becomes its folded form, zero-width characters nothing. Segment `s` of the folded text begins
 * at folded offset `at[s]` and comes from `[from[s], to[s])` of the original. A segment is either `whole` (one unit,
 * matched whole or not at all) or a stretch in which one UTF-16 unit stands for one. All offsets are UTF-16.
 */
export type Folded = {
  readonly text: string;
  readonly at: readonly number[];
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly whole: readonly boolean[];
};

/** Takes one pass over the text. Folding is idempotent, and folding a slice of whole units gives that slice folded. */
export function fold(text: string): Folded {
  const state: Folding = { text, pieces: [], copied: 0, length: 0, opened: 0, at: [], from: [], to: [], whole: [] };
  let place = 0;
  while (place < text.length) {
    const code = text.charCodeAt(place);
    const kind = classOf(text, place);
    const size = (code & 0xfc00) === 0xd800 && splitsPair(text, place + 1) ? 2 : 1;
    const next = place + size < text.length ? classOf(text, place + size) : kinds.plain;
    if (kind === kinds.plain && next !== kinds.mark && next !== kinds.zero) place += size;
    else if (code === 0x20 && next !== kinds.space && next !== kinds.zero && next !== kinds.dash) place++;
    else place = takeUnit(state, place, kind, size);
  }
  closeStretch(state, text.length);
  copy(state, text.length);
  return { text: state.pieces.join(''), at: state.at, from: state.from, to: state.to, whole: state.whole };
}

/** A piece of a text without the white space around it, folded, and where it begins in the text. */
export type FoldedPiece = { readonly text: string; readonly offset: number; readonly folded: Folded };

/** The piece `[from, to)` of a text, less white space and zero-width characters at its ends; nothing if that is all. */
export function foldPiece(text: string, from = 0, to = text.length): FoldedPiece | undefined {
  const folded = fold(text.slice(from, to));
  const end = folded.text.trimEnd().length;
  if (end === 0) return undefined;
  const offset = from + originStart(folded, folded.text.length - folded.text.trimStart().length);
  const piece = text.slice(offset, from + originEnd(folded, end));
  return { text: piece, offset, folded: fold(piece) };
}

type Folding = {
  readonly text: string;
  readonly pieces: string[];
  /** What of the original stands in the pieces. */
  copied: number;
  /** The folded length, as if the original were copied up to the place that is read. */
  length: number;
  /** Where the open one-to-one stretch began in the original; `length` is its folded beginning. */
  opened: number;
  readonly at: number[];
  readonly from: number[];
  readonly to: number[];
  readonly whole: boolean[];
};

function takeUnit(state: Folding, place: number, kind: number, size: number): number {
  const { text } = state;
  const end = unitEnd(text, place, kind, size);
  const folded = foldUnit(text.slice(place, end), kind);
  if (end - place === 1 && folded.length === 1) {
    if (folded !== text[place]) {
      copy(state, place);
      state.pieces.push(folded);
      state.copied = end;
    }
    return end;
  }
  if (size === end - place && folded === text.slice(place, end)) return end;
  closeStretch(state, place);
  copy(state, place);
  state.pieces.push(folded);
  if (folded !== '') pushSegment(state, place, end, true, folded.length);
  state.copied = end;
  state.opened = end;
  return end;
}

/** The longest run of combining marks that is kept with its base, as in UAX #15's stream-safe text format. */
const marksMax = 30;

/** Where the unit that begins at a place ends. */
function unitEnd(text: string, place: number, kind: number, size: number): number {
  if (kind === kinds.zero) return softBreakEnd(text, place) ?? place + size;
  if (kind === kinds.space || kind === kinds.dash) {
    const end = runEnd(text, place, kind);
    if (kind === kinds.space) {
      const next = invisibleEnd(text, end);
      if (next < text.length && classOf(text, next) === kinds.dash) {
        return spacedEnd(text, runEnd(text, next, kinds.dash));
      }
      return end;
    }
    const spaced = spacedEnd(text, end);
    if (spaced > place + size) return spaced;
  }
  let end = place + size;
  for (let at = end, marks = 0; at < text.length && marks < marksMax; ) {
    const next = classOf(text, at);
    if (next !== kinds.mark && next !== kinds.zero) break;
    at += splitsPair(text, at + 1) ? 2 : 1;
    if (next === kinds.mark) end = at;
    marks++;
  }
  return end;
}

/** Where a run of one kind ends, invisible characters within it left out. */
function runEnd(text: string, place: number, kind: number): number {
  let end = place;
  for (let at = place; at < text.length; at++) {
    const next = classOf(text, at);
    if (next === kind) end = at + 1;
    else if (next !== kinds.zero) break;
    else if (splitsPair(text, at + 1)) at++;
  }
  return end;
}

/** The end of the white space that follows, of a dash after that, and so on. */
function spacedEnd(text: string, end: number): number {
  const next = invisibleEnd(text, end);
  if (next >= text.length) return end;
  const kind = classOf(text, next);
  return kind === kinds.space || kind === kinds.dash ? spacedEnd(text, runEnd(text, next, kind)) : end;
}

/** The end of the invisible characters that follow. */
function invisibleEnd(text: string, end: number): number {
  let at = end;
  while (at < text.length && classOf(text, at) === kinds.zero) {
    at = softBreakEnd(text, at) ?? at + (splitsPair(text, at + 1) ? 2 : 1);
  }
  return at;
}

/** The end of the line break after a soft hyphen, which is where its word goes on; nothing where the line goes on. */
function softBreakEnd(text: string, place: number): number | undefined {
  if (text[place] !== '\u00ad' || place + 1 >= text.length || classOf(text, place + 1) !== kinds.space)
    return undefined;
  const end = runEnd(text, place + 1, kinds.space);
  return /[\n\r\u2028\u2029]/.test(text.slice(place, end)) ? end : undefined;
}

function copy(state: Folding, upTo: number): void {
  if (upTo > state.copied) state.pieces.push(state.text.slice(state.copied, upTo));
  state.copied = upTo;
}

function closeStretch(state: Folding, upTo: number): void {
  if (upTo > state.opened) pushSegment(state, state.opened, upTo, false, upTo - state.opened);
  state.opened = upTo;
}

function pushSegment(state: Folding, from: number, to: number, whole: boolean, length: number): void {
  state.at.push(state.length);
  state.from.push(from);
  state.to.push(to);
  state.whole.push(whole);
  state.length += length;
}

/** The last segment that begins at or before a folded offset. */
function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Whether a folded offset lies between two units, so that a match may begin or end there. */
export function isEdge(folded: Folded, offset: number): boolean {
  if (offset <= 0 || offset >= folded.text.length) return true;
  const segment = lastAtOrBefore(folded.at, offset);
  if (folded.at[segment] === offset) return true;
  return folded.whole[segment] === false && !splitsPair(folded.text, offset);
}

/** Where the unit at a folded offset begins in the original. */
export function originStart(folded: Folded, offset: number): number {
  if (folded.at.length === 0) return 0;
  if (offset >= folded.text.length) return folded.to.at(-1) ?? 0;
  const segment = lastAtOrBefore(folded.at, offset);
  const from = folded.from[segment] ?? 0;
  return folded.whole[segment] ? from : from + offset - (folded.at[segment] ?? 0);
}

/** Where the unit before a folded offset ends in the original. Zero-width characters after it are left out. */
export function originEnd(folded: Folded, offset: number): number {
  if (offset <= 0 || folded.at.length === 0) return 0;
  const segment = lastAtOrBefore(folded.at, offset - 1);
  if (folded.whole[segment]) return folded.to[segment] ?? 0;
  return (folded.from[segment] ?? 0) + offset - (folded.at[segment] ?? 0);
}

/** The folded offset of what stands at an original offset; inside a whole unit, of its beginning. */
export function foldedOffset(folded: Folded, original: number): number {
  if (folded.at.length === 0 || original <= (folded.from[0] ?? 0)) return 0;
  const segment = lastAtOrBefore(folded.from, original);
  const at = folded.at[segment] ?? 0;
  const next = folded.at[segment + 1] ?? folded.text.length;
  if (original >= (folded.to[segment] ?? 0)) return next;
  return folded.whole[segment] ? at : at + original - (folded.from[segment] ?? 0);
}
