import { type Sign, signsIn } from './gap.ts';
import type { PreparedText } from './prepared.ts';
import { isWordEdge } from './words.ts';

/** At which of its ends a piece may lie inside a word, because an editor's bracket stands for the rest of it. */
export type Openness = { readonly start?: boolean; readonly end?: boolean; readonly lead?: string };

/** How much is read for the signs before the first and after the last word, in UTF-16 units. */
export const reachUnits = 64;
const stop = /^[.,;:。、，；：．،؛۔।։·]$/;
const asks = /^[?!？！؟⁇⁈⁉‼;՞՜]$/;
const notes = /^(?:[ \u00a0]?\[[^[\]\n]{1,16}\]|[¹²³⁰⁴-⁹*†‡])+/u;

/**
 * Where a place ends with the quote's own signs after its last word. A stop is met by another, by a closing mark, by the
 * end of a paragraph, and by a further word with a warning; never by `?` or `!`. The place ends before what is not the
 * quote's.
 */
export function ending(
  text: PreparedText,
  tail: readonly Sign[],
  unit: number,
  end: number,
  open: Openness,
): { to: number; endsEarly: boolean } | undefined {
  if (tail.length === 0) return { to: end, endsEarly: false };
  const next = text.skeleton.start[unit] ?? text.text.length;
  const there = signsIn(text.text, end, Math.min(next, end + reachUnits));
  let at = 0;
  let to = end;
  while (
    at < tail.length &&
    there[at] !== undefined &&
    there[at]?.form === tail[at]?.form &&
    !isSignOf(text, there[at], next)
  ) {
    to = there[at++]?.to ?? to;
  }
  const rest = tail.slice(at);
  if (rest.length === 0) return { to, endsEarly: false };
  if (open.end) return undefined;
  const met = rest.some(({ form }) => stop.test(form)) ? metBy(text, to, next) : 'stop';
  if (met === 'question') return undefined;
  const others = there.slice(at).map(({ form }) => form);
  for (const { form } of rest) {
    if (stop.test(form)) continue;
    const found = others.indexOf(form);
    if (found === -1) return undefined;
    others.splice(0, found + 1);
  }
  return { to, endsEarly: met === 'word' };
}

/** A point before a digit is no stop: it is that number's. */
function isSignOf(text: PreparedText, sign: Sign | undefined, next: number): boolean {
  return (
    sign !== undefined && sign.to === next && /^[.,]$/.test(sign.form) && !isWordEdge(text.text, sign.to, text.grouping)
  );
}

function metBy(text: PreparedText, end: number, next: number): 'stop' | 'question' | 'word' {
  const note = notes.exec(text.text.slice(end, end + reachUnits));
  const from = end + (note?.[0].length ?? 0);
  const to = note === null ? next : firstLetter(text, from);
  const after = signsIn(text.text, from, Math.min(to, from + reachUnits));
  const [first] = after;
  if (first === undefined) return isParagraphEnd(text, from, to) ? 'stop' : 'word';
  if (first.form === "'" && isOpening(text.text, first, to, from))
    return isParagraphEnd(text, from, first.from) ? 'stop' : 'word';
  if (first.form === ';' && /\p{Script=Greek}$/u.test(text.text.slice(Math.max(0, end - 2), end))) return 'question';
  if (asks.test(first.form) && first.form !== ';') return 'question';
  if (stop.test(first.form) || first.form === "'" || first.form === '…' || first.form === ')') return 'stop';
  return isParagraphEnd(text, from, first.from) ? 'stop' : 'word';
}

function firstLetter(text: PreparedText, from: number): number {
  const found = /[\p{L}\p{N}\p{S}]/u.exec(text.text.slice(from, from + reachUnits));
  return found === null ? Math.min(text.text.length, from + reachUnits) : from + found.index;
}

/** A mark with a space before it and a word right after it opens a quotation. */
function isOpening(text: string, { from, to }: Sign, next: number, end: number): boolean {
  return from > end && to === next && next < text.length;
}

export function isParagraphEnd(text: PreparedText, from: number, to: number): boolean {
  if (to >= text.text.length) return true;
  const gap = text.text.slice(from, to);
  return /\n[ \t\r]*\n/.test(gap) || (!text.hasBlankLines && gap.includes('\n'));
}
