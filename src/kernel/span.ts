import { z } from 'zod';

/**
 * A half-open range [start, end) of a text in Unicode code points, as the W3C TextPositionSelector counts.
 *
 * JavaScript counts UTF-16 units, in which an astral character is two; whatever leaves this service is in code points.
 */
export const Span = z
  .object({ start: z.int().min(0), end: z.int().min(0) })
  .refine((span) => span.start <= span.end, 'A span ends where it starts or later.')
  .meta({ id: 'TextSpan' });
export type Span = z.infer<typeof Span>;

/**
 * A text whose code points and UTF-16 offsets convert into each other without walking the text.
 *
 * `checkpoints[b]` is the number of code points that begin before unit `b * 512`;
 * it is null for a text without surrogates, in which both counts are the same.
 */
export type TextIndex = {
  readonly text: string;
  /** In code points. */
  readonly length: number;
  readonly checkpoints: Uint32Array | null;
};

const blockUnits = 512;

/** Takes one pass over the text, and none when it holds no surrogates. */
export function indexText(text: string): TextIndex {
  if (!/[\ud800-\udfff]/.test(text)) return { text, length: text.length, checkpoints: null };
  const checkpoints = new Uint32Array(Math.floor(text.length / blockUnits) + 1);
  let points = 0;
  for (let offset = 0; offset < text.length; offset++) {
    if (offset % blockUnits === 0) checkpoints[offset / blockUnits] = points;
    if (!splitsPair(text, offset)) points++;
  }
  if (text.length % blockUnits === 0) checkpoints[text.length / blockUnits] = points;
  return { text, length: points, checkpoints };
}

/** True between the two halves of a surrogate pair: no place in a text. A lone surrogate is a code point of its own. */
export function splitsPair(text: string, offset: number): boolean {
  return (text.charCodeAt(offset) & 0xfc00) === 0xdc00 && (text.charCodeAt(offset - 1) & 0xfc00) === 0xd800;
}

/** The code points that begin before a UTF-16 offset. Beyond the text's end it is the text's length. */
export function toPoint({ text, length, checkpoints }: TextIndex, offset: number): number {
  if (offset >= text.length) return length;
  if (checkpoints === null) return Math.max(0, offset);
  const block = Math.floor(Math.max(0, offset) / blockUnits);
  let points = checkpoints[block] ?? 0;
  for (let at = block * blockUnits; at < offset; at++) if (!splitsPair(text, at)) points++;
  return points;
}

/** The UTF-16 offset at which a code point begins. Beyond the text's end it is the text's length in UTF-16 units. */
export function toOffset({ text, length, checkpoints }: TextIndex, point: number): number {
  if (point >= length) return text.length;
  if (checkpoints === null || point <= 0) return Math.max(0, point);
  let low = 0;
  let high = checkpoints.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((checkpoints[middle] ?? 0) <= point) low = middle;
    else high = middle - 1;
  }
  let offset = low * blockUnits;
  if (splitsPair(text, offset)) offset++;
  for (let points = checkpoints[low] ?? 0; points < point; points++) {
    offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
  }
  return offset;
}

/** The characters of a span. What lies outside the text is left out. */
export function sliceSpan(text: string | TextIndex, span: Span): string {
  const index = typeof text === 'string' ? indexText(text) : text;
  return index.text.slice(toOffset(index, span.start), toOffset(index, span.end));
}

/** A text's length in code points, without making an array of them. */
export function countPoints(text: string): number {
  return indexText(text).length;
}
