import { indexText, toPoint } from '../../kernel/span.ts';
import { type FoldedPiece, foldedOffset, foldPiece } from './fold.ts';
import { type Sign, signsIn } from './gap.ts';
import type { PreparedText } from './prepared.ts';
import { soughtIn } from './standing.ts';

/** A passage of a text and the piece of a quote that is set against it, both in UTF-16 offsets. */
export type Fitted = { readonly from: number; readonly to: number; readonly piece: FoldedPiece };

/**
 * A passage from its first letter to its last, with those signs at its ends that the quote has there, too: a comma or a
 * closing mark that is the text's alone is not shown as if it were to be copied. What ends with `?` or `!` in one of the
 * two does so in both.
 */
export function fitPassage(text: PreparedText, form: FoldedPiece, from: number, to: number): Fitted | undefined {
  const given = soughtIn(text, form.text);
  const there = soughtIn(text, text.text.slice(from, to));
  if (given === undefined || there === undefined) return undefined;
  const start = from + (there.skeleton.start[0] ?? 0);
  const end = from + (there.skeleton.end.at(-1) ?? 0);
  const gapBefore =
    /[^\p{L}\p{N}\p{S}\p{M}]*$/u.exec(text.text.slice(Math.max(0, start - reachUnits), start))?.[0].length ?? 0;
  const gapAfter = /^[^\p{L}\p{N}\p{S}\p{M}]*/u.exec(text.text.slice(end, end + reachUnits))?.[0].length ?? 0;
  const before = signsIn(text.text, start - gapBefore, start);
  const after = signsIn(text.text, end, end + gapAfter);
  const signed =
    /[-\u2212\uff0d]$/.test(text.text.slice(Math.max(from, start - 1), start)) &&
    /\p{Nd}/u.test(text.text.charAt(start));
  const [headThere, headGiven] = sharedHead(before, given.head);
  const [tailThere, tailGiven] = sharedTail(after, given.tail);
  const pieceFrom = headGiven?.from ?? given.skeleton.start[0] ?? 0;
  const pieceTo = tailGiven?.to ?? given.skeleton.end.at(-1) ?? form.text.length;
  const piece = foldPiece(form.text, pieceFrom, pieceTo);
  if (piece === undefined) return undefined;
  const bracketed = withBrackets(text.text, headThere?.from ?? (signed ? start - 1 : start), tailThere?.to ?? end);
  return {
    ...bracketed,
    piece: { ...piece, offset: form.offset + piece.offset },
  };
}

/** A passage does not end between the brackets of its first or last word: `[T]he`, `close[d]`. */
function withBrackets(text: string, from: number, to: number): { from: number; to: number } {
  const inner = text.slice(from, to);
  const isClosed =
    text[from - 1] === '[' && inner.indexOf(']') !== -1 && inner.indexOf(']') < (inner.indexOf('[') + 1 || Infinity);
  const isOpened = text[to] === ']' && inner.lastIndexOf('[') > inner.lastIndexOf(']');
  return { from: isClosed ? from - 1 : from, to: isOpened ? to + 1 : to };
}

const reachUnits = 16;

/** A sign of the text and the sign of the quote that answers to it. */
type Pair = readonly [(Sign | undefined)?, (Sign | undefined)?];

/** The outermost of the signs before a passage that both have. */
function sharedHead(there: readonly Sign[], given: readonly Sign[]): Pair {
  let shared: Pair = [];
  for (let at = 1; at <= Math.min(there.length, given.length); at++) {
    const [one, other] = [there.at(-at), given.at(-at)];
    if (one?.form !== other?.form) break;
    shared = [one, other];
  }
  return shared;
}

/** The outermost of the signs after a passage that both have; or the question and the stop that stands for it. */
function sharedTail(there: readonly Sign[], given: readonly Sign[]): Pair {
  let shared: Pair = [];
  let at = 0;
  while (at < Math.min(there.length, given.length) && there[at]?.form === given[at]?.form) {
    shared = [there[at], given[at]];
    at++;
  }
  const [one, other] = [there[at], given[at]];
  const isAsked = (sign?: Sign) => sign !== undefined && /^[?!？！؟]$/.test(sign.form);
  if (other !== undefined && isAsked(one)) return [one, other];
  if (isAsked(other)) return [shared[0], other];
  return shared;
}

/** The first character in which the two differ as they are written, spaces apart, where folding makes them equal. */
export function rawDifference(there: string, given: string, offset: number, whole: string) {
  let [one, other] = [0, 0];
  while (one < there.length && other < given.length) {
    if (there[one] === given[other]) {
      one++;
      other++;
    } else if (/\s/.test(there[one] ?? '')) one++;
    else if (/\s/.test(given[other] ?? '')) other++;
    else break;
  }
  const char = (text: string, at: number) => (at >= text.length ? '' : String.fromCodePoint(text.codePointAt(at) ?? 0));
  const [expected, found] = [char(there, one), char(given, other)];
  return { at: toPoint(indexText(whole), offset + other), expected, found: expected === found ? '' : found };
}

export function foldedRange({ folded }: PreparedText, from: number, to: number): { from: number; to: number } {
  return { from: foldedOffset(folded, from), to: to === 0 ? 0 : foldedOffset(folded, to) };
}
