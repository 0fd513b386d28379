import { indexText, type Span, type TextIndex, toOffset, toPoint } from '../../kernel/span.ts';

/** The longest text that is shown around a quote, the quote included, in code points. A longer quote stands alone. */
export const sentencePointsMax = 600;

/** How far beyond the quote sentences are looked for, in code points. */
const reachPoints = sentencePointsMax;

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * The sentence around a span, or the sentences if it spans several, without white space at the ends.
 *
 * Sentences end as UAX #29 says for the language (BCP 47), and at every line break. What would be longer than 600 code
 * points is cut between words, evenly on both sides of the span; the span itself is never cut.
 */
export function sentenceAround(text: string | TextIndex, span: Span, language = 'en'): Span & { text: string } {
  const index = typeof text === 'string' ? indexText(text) : text;
  const from = toOffset(index, span.start);
  const to = toOffset(index, span.end);
  const reachFrom = toOffset(index, Math.max(0, span.start - reachPoints));
  const reachTo = toOffset(index, span.end + reachPoints);
  let start = reachFrom;
  let end = to;
  for (const { index: at, segment } of segmenterOf(language).segment(index.text.slice(reachFrom, reachTo))) {
    const segmentStart = reachFrom + at;
    if (segmentStart <= from) start = segmentStart;
    end = segmentStart + segment.length;
    if (end >= to) break;
  }
  const room = Math.max(0, sentencePointsMax - (span.end - span.start));
  const before = toPoint(index, from) - toPoint(index, start);
  const after = toPoint(index, end) - toPoint(index, to);
  if (before + after > room) {
    const left = Math.min(before, Math.max(room >> 1, room - after));
    start = wordStart(index.text, toOffset(index, span.start - left), from);
    end = wordEnd(index.text, toOffset(index, span.end + Math.min(after, room - left)), to);
  }
  while (start < from && /\s/.test(index.text[start] ?? '')) start++;
  while (end > to && /\s/.test(index.text[end - 1] ?? '')) end--;
  return { start: toPoint(index, start), end: toPoint(index, end), text: index.text.slice(start, end) };
}

function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known !== undefined) return known;
  const made = new Intl.Segmenter(Intl.Segmenter.supportedLocalesOf(language)[0] ?? 'en', { granularity: 'sentence' });
  if (segmenters.size < 100) segmenters.set(language, made);
  return made;
}

/** The first beginning of a word from an offset on, at most `limit`. */
function wordStart(text: string, offset: number, limit: number): number {
  if (offset === 0 || /\s/.test(text[offset - 1] ?? '')) return offset;
  const gap = text.slice(offset, limit).search(/\s/);
  return gap === -1 ? limit : offset + gap;
}

/** The last end of a word up to an offset, at least `limit`. */
function wordEnd(text: string, offset: number, limit: number): number {
  if (offset >= text.length || /\s/.test(text[offset] ?? '')) return offset;
  return limit + text.slice(limit, offset).search(/\s\S*$/) + (/\s/.test(text.slice(limit, offset)) ? 0 : 1);
}

/** Fewer words tell nothing of a place: the sentence beyond is taken, too. */
const tellingWords = 4;

/**
 * What stands around a span in its sentence and, where that is little, in the sentence before or after it: what is to be
 * found again around the same words in a later text.
 */
export function sentencesBeside(
  index: TextIndex,
  span: Span,
  language?: string,
): { readonly before: string; readonly after: string } {
  const own = sentenceAround(index, span, language);
  const [from, to] = [toOffset(index, span.start), toOffset(index, span.end)];
  let start = Math.min(from, toOffset(index, own.start));
  let end = Math.max(to, toOffset(index, own.end));
  if (isLittle(index.text.slice(start, from))) {
    const last = index.text.slice(Math.max(0, start - 2 * reachPoints), start).trimEnd().length;
    const at = Math.max(0, start - 2 * reachPoints) + last;
    if (last > 0) start = toOffset(index, sentenceAround(index, spanAt(index, at - 1, at), language).start);
  }
  if (isLittle(index.text.slice(to, end))) {
    const rest = index.text.slice(end, end + 2 * reachPoints);
    const at = end + rest.length - rest.trimStart().length;
    if (rest.trim() !== '') end = toOffset(index, sentenceAround(index, spanAt(index, at, at + 1), language).end);
  }
  return { before: index.text.slice(Math.min(start, from), from), after: index.text.slice(to, Math.max(end, to)) };
}

function isLittle(text: string): boolean {
  return text.split(/[^\p{L}\p{N}\p{M}]+/u).filter((word) => word !== '').length < tellingWords;
}

function spanAt(index: TextIndex, from: number, to: number): Span {
  return { start: toPoint(index, from), end: Math.max(toPoint(index, from) + 1, toPoint(index, to)) };
}
