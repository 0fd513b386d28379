import { countPoints } from '../../kernel/span.ts';
import type { Closest } from '../../text/quotes/quote.ts';

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * What may be told of a passage to those who may not read the text: of several sentences the first that the quote does
 * not have, which is where they differ.
 */
export function inOneSentence(
  quote: string,
  closest: Closest,
  suggestion: string | undefined,
): { closest: Closest; suggestion?: string } {
  const parts = [...sentences.segment(closest.text)].filter(({ segment }) => segment.trim() !== '');
  if (parts.length < 2) {
    const isOne = suggestion !== undefined && countSentences(suggestion) < 2;
    return { closest, ...(isOne && { suggestion }) };
  }
  const differing =
    parts.find(({ segment }) => !plain(quote).includes(plain(segment))) ?? (parts[0] as Intl.SegmentData);
  const text = differing.segment.trim();
  const lead = differing.segment.length - differing.segment.trimStart().length;
  const start = closest.start + countPoints(closest.text.slice(0, differing.index + lead));
  return { closest: { ...closest, text, start, end: start + countPoints(text) }, suggestion: text };
}

function countSentences(text: string): number {
  return [...sentences.segment(text)].filter(({ segment }) => segment.trim() !== '').length;
}

function plain(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim();
}
