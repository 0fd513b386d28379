import type { Span } from '../../kernel/span.ts';
import { checkQuote, type PreparedText, standingCheck } from './check.ts';
import { linkTo } from './fragment.ts';
import type { QuoteAsked, QuoteCheck } from './quote.ts';

/** A quote looked up in a text, with what follows `#` in a link to its place; null where it has none. */
export type Checked = { check: QuoteCheck; fragment: string | null };

/** Looks a quote up, and names its place for a link: told apart from every other place of the text. */
export function checkedIn(text: PreparedText, quote: string, asked: QuoteAsked): Checked {
  const check = checkQuote(text, quote, asked);
  const link = check.anchor ? linkTo('', text, check.anchor).replace(/^#/, '') : '';
  return { check, fragment: link === '' ? null : link };
}

/** Where a quote appears, if it does: at the first place of several. */
export function placeOfQuote(text: PreparedText, quote: string): Span | null {
  const anchor = standingCheck(text, quote)?.anchor;
  return anchor ? { start: anchor.start, end: anchor.end } : null;
}
