import { indexText, type Span, toOffset } from '../../kernel/span.ts';
import type { AnchorState } from '../../record/statements/anchor.ts';
import type { QuoteType } from '../../record/statements/statement.ts';
import { quotationsIn, type Range } from '../../text/terms/quotations.ts';
import { tokenize } from '../../text/words/token.ts';
import { occurrencesIn, type Wanted } from './counting.ts';

/** Where the words of a statement come from. */
export type Reported = { quoteType: QuoteType; anchor: Pick<AnchorState, 'snapshot' | 'start' | 'end' | 'parts'> };

/** Whether the article's text tells who worded it: of a mixed quote that stands in one. */
export function isToldByText({ quoteType, anchor }: Reported): boolean {
  return quoteType === 'mixed' && anchor.snapshot !== null && anchor.start !== null && anchor.end !== null;
}

/**
 * Whether the statement's words with the term are the reporter's, and not the speaker's: those of an indirect quote; of a
 * mixed one those that stand in no quotation marks of the article's text, given where that tells it.
 */
export function isParaphrased(reported: Reported, text: string | null, variants: Wanted['variants']): boolean {
  if (text === null || !isToldByText(reported)) return reported.quoteType === 'indirect';
  const { start, end, parts } = reported.anchor;
  const index = indexText(text);
  const spans = parts ?? [{ start, end } as Span];
  const ranges = spans.map((span) => ({ start: toOffset(index, span.start), end: toOffset(index, span.end) }));
  const quotations = quotationsAround(text, ranges);
  const places = ranges.flatMap((range) => placesIn(text, range, variants));
  return places.length > 0 && !places.some((place) => quotations.some((one) => isWithin(place, one)));
}

function placesIn(text: string, { start, end }: Range, variants: Wanted['variants']): Range[] {
  const tokens = tokenize(text.slice(start, end));
  return occurrencesIn(tokens, variants).map(({ from, to }) => ({
    start: start + (tokens[from]?.start ?? 0),
    end: start + (tokens[to - 1]?.end ?? 0),
  }));
}

/** Quotations end with their paragraph at the latest, unless the next one goes on with a mark: no more is looked at. */
function quotationsAround(text: string, ranges: readonly Range[]): Range[] {
  const first = Math.min(...ranges.map(({ start }) => start));
  const last = Math.max(...ranges.map(({ end }) => end));
  const from = paragraphStart(text, first);
  const after = /\n\s*\n\s*\S/u.exec(text.slice(last));
  const to = after === null ? text.length : last + after.index + after[0].length;
  return quotationsIn(text.slice(from, to)).map(({ start, end }) => ({ start: start + from, end: end + from }));
}

/** After the last blank line before an offset. */
function paragraphStart(text: string, offset: number): number {
  for (let line = text.lastIndexOf('\n', offset - 1); line > 0; ) {
    const previous = text.lastIndexOf('\n', line - 1);
    if (previous !== -1 && text.slice(previous, line).trim() === '') return line + 1;
    line = previous;
  }
  return 0;
}

function isWithin(place: Range, { start, end }: Range): boolean {
  return start <= place.start && place.end <= end;
}
