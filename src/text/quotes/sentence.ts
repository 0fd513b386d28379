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
