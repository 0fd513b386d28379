import { Failure } from '../../kernel/failure.ts';
import { sliceSpan } from '../../kernel/span.ts';
import { rowById } from '../../platform/engine/rows.ts';
import type { Handle } from '../../platform/engine/tables.ts';
import type { QuoteChecker } from '../../text/quotes/checker.ts';
import { textFragment } from '../../text/quotes/fragment.ts';
import type { QuoteCheck, QuoteHints } from '../../text/quotes/quote.ts';
import { findSnapshot } from '../articles/store.ts';
import type { AnchorState, QuoteType } from './statement.ts';

/** Where a quote stands in the newest text of its article, and which article and text that was. */
export type Anchored = { articleId: string; snapshot: number; anchor: AnchorState };

/** Looks the quote up in the article's newest snapshot; `no-text` when there is none yet. */
export async function anchorQuote(
  from: Handle,
  checker: QuoteChecker,
  articleId: string,
  quote: string,
  hints: QuoteHints | null,
): Promise<Anchored> {
  const article = await rowById(from, 'articles', articleId);
  const snapshot = article?.snapshots ?? 0;
  const text = snapshot === 0 ? null : await findSnapshot(from, articleId, snapshot);
  if (text === null) return { articleId, snapshot: 0, anchor: withoutText(hints) };
  const check = await checker.check(text.text, quote, hints ?? {});
  return { articleId, snapshot, anchor: anchorState(check, text.text, snapshot, hints) };
}

/** Fails with `quote-altered` or `quote-not-found`, with what was found, unless the words are the reporter's or a draft. */
export function refuseUnfoundQuote(
  { result, closest }: AnchorState,
  quoteType: QuoteType,
  status: string,
  pointer = '',
): void {
  if (quoteType === 'indirect' || status !== 'published') return;
  if (result !== 'altered' && result !== 'not-found') return;
  const detail =
    result === 'altered' && closest
      ? `the article has “${shorten(closest.text)}” instead`
      : 'does not stand in the newest text of the article';
  throw new Failure(
    result === 'altered' ? 'quote-altered' : 'quote-not-found',
    `${pointer}/quote: ${detail}. Correct the quote, say that it is indirect, or record it as a draft.`,
    { faults: [{ pointer: `${pointer}/quote`, detail }], help: { result, ...(closest && { closest }) } },
  );
}

function withoutText(hints: QuoteHints | null): AnchorState {
  return {
    result: 'no-text',
    snapshot: null,
    start: null,
    end: null,
    prefix: null,
    suffix: null,
    fragment: null,
    hints,
  };
}

/** What a statement keeps of a check of its quote in one snapshot. */
export function anchorState(check: QuoteCheck, text: string, snapshot: number, hints: QuoteHints | null): AnchorState {
  const { result, anchor, parts, occurrences, closest } = check;
  const exact = anchor ? (parts ?? [anchor]).map((span) => sliceSpan(text, span)) : [];
  return {
    result,
    snapshot,
    start: anchor?.start ?? null,
    end: anchor?.end ?? null,
    prefix: anchor?.prefix ?? null,
    suffix: anchor?.suffix ?? null,
    ...(parts && { parts }),
    ...(occurrences && { occurrences }),
    ...(closest && { closest }),
    ...(result !== 'exact' && anchor && { exact }),
    fragment: anchor ? fragmentOf(text, anchor, result === 'ambiguous' || hints !== null) : null,
    hints,
  };
}

/** What follows `#` in the deep link. The surroundings are named where the words alone could lead elsewhere. */
function fragmentOf(text: string, anchor: NonNullable<QuoteCheck['anchor']>, isRepeated: boolean): string | null {
  const link = textFragment('', sliceSpan(text, anchor), isRepeated ? anchor : {});
  return link === '' ? null : link.replace(/^#/, '');
}

function shorten(text: string): string {
  const points = Array.from(text);
  return points.length > 300 ? `${points.slice(0, 300).join('')}…` : text;
}
