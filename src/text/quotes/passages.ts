import { quotationsIn } from './quotations.ts';

/** A quotation of a text: where its words stand, without the marks around them, in UTF-16 units, and what they are. */
export type Passage = { readonly from: number; readonly to: number; readonly quote: string };

const closing = /[”“"»«›‹’‘」』｣＂']$/u;

/**
 * What a text sets in quotation marks, in order, with at least a letter or a digit in it. What stands between backticks
 * is a name or code. A mark that is never closed quotes the rest of its line and no more: a paragraph may hold a whole text.
 */
export function passagesIn(text: string): Passage[] {
  const passages: Passage[] = [];
  const { starts, ends } = quotationsIn(text, { dialogue: false });
  for (const [at, start] of starts.entries()) {
    const whole = text.slice(start, ends[at]);
    if (whole.startsWith('`')) continue;
    const isClosed = whole.length > 1 && closing.test(whole);
    const line = isClosed ? whole.length : whole.indexOf('\n');
    const inner = whole.slice(1, isClosed ? -1 : line === -1 ? whole.length : line);
    const quote = inner.trim();
    if (!/[\p{L}\p{N}]/u.test(quote)) continue;
    const from = start + 1 + (inner.length - inner.trimStart().length);
    passages.push({ from, to: from + quote.length, quote });
  }
  return passages;
}
