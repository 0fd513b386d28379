import { splitsPair, type TextIndex, toOffset, toPoint } from '../../kernel/span.ts';
import type { Anchor } from './quote.ts';

/** How much of the text before and after a quote an anchor keeps, in code points. */
export const surroundingPoints = 32;

/** How far around a cut the text is read to find where a character begins, in UTF-16 units. */
const lookUnits = 256;

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The anchor of a place, with what surrounds it, cut between grapheme clusters (UAX #29). */
export function anchorAt(text: TextIndex, place: { from: number; to: number }): Anchor {
  const start = toPoint(text, place.from);
  const end = toPoint(text, place.to);
  const earliest = toOffset(text, Math.max(0, start - surroundingPoints));
  const latest = toOffset(text, end + surroundingPoints);
  return {
    start,
    end,
    prefix: text.text.slice(graphemeStart(text.text, earliest, place.from), place.from),
    suffix: text.text.slice(place.to, graphemeEnd(text.text, latest, place.to)),
  };
}

/** Letters and marks of scripts in which one letter is one character, whatever stands before it. */
const alone = /^[\p{Lu}\p{Ll}\p{Nd}\p{P}\p{Zs}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u;

/** Whether an offset lies between two characters as readers see them (UAX #29), and not in a flag or before an accent. */
export function isGraphemeEdge(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  const code = text.charCodeAt(offset);
  const before = text.charCodeAt(offset - 1);
  if (code < 0x300) return code !== 0x0a || before !== 0x0d;
  if ((before < 0x600 || (before > 0x2e80 && before < 0xa000)) && code < 0xd800 && alone.test(text.charAt(offset)))
    return true;
  return lastBoundary(text, offset) === offset || graphemeEnd(text, offset, -1) === offset;
}

/** The first grapheme boundary from an offset on, at most `limit`. */
function graphemeStart(text: string, offset: number, limit: number): number {
  const at = lastBoundary(text, offset);
  if (at === offset) return offset;
  for (const { index } of graphemes.segment(text.slice(at, limit + lookUnits))) {
    if (at + index >= offset) return Math.min(limit, at + index);
  }
  return limit;
}

/** The last grapheme boundary up to an offset, at least `limit`. */
function graphemeEnd(text: string, offset: number, limit: number): number {
  if (offset >= text.length) return text.length;
  const at = lastBoundary(text, offset);
  if (at === offset) return offset;
  let end = limit;
  for (const { index } of graphemes.segment(text.slice(at, offset + lookUnits))) {
    if (at + index > offset) break;
    end = Math.max(end, at + index);
  }
  return end;
}

/** The nearest place up to an offset at which a grapheme surely begins: before a printable ASCII character. */
function lastBoundary(text: string, offset: number): number {
  const earliest = Math.max(0, offset - lookUnits);
  for (let at = offset; at > earliest; at--) {
    const code = text.charCodeAt(at);
    const before = text.charCodeAt(at - 1);
    if (code >= 0x20 && code < 0x7f && before < 0x300) return at;
  }
  return splitsPair(text, earliest) ? earliest + 1 : earliest;
}
