import { rangeWritten, type WrittenRange } from '../../kernel/written-date.ts';
import { Stance } from '../../record/statements/statement.ts';
import { verifiedResults } from '../../text/quotes/quote.ts';
import { wordsOf } from '../../text/words/token.ts';
import type { FilteredBy } from './matching.ts';

/**
 * A filter as far as what it leaves is kept counted: the published statements that take a stance on claims, or on claims
 * of questions, that belong to disputes, take any stance or are answered there, or have terms, or all of the record; of some
 * sides, of some kinds, said on some days. The kind is the stance on the claim, the usage of the term, or in a dispute whether the quote is verified.
 */
export type SummaryFilter = {
  of:
    | 'claim'
    | 'undated on claim'
    | 'question'
    | 'dispute'
    | 'stances in dispute'
    | 'answered in dispute'
    | 'term'
    | 'record';
  /** None where it is the whole record. */
  subjects: readonly string[];
  sides?: readonly string[] | undefined;
  kinds?: readonly string[] | undefined;
  /** Days by which the range begins and ends. */
  said?: WrittenRange | undefined;
};

/** What of a filter of statements may be kept counted; whatever else is asked for is not. */
type Summable = {
  dispute?: unknown;
  question?: unknown;
  claim?: unknown;
  term?: readonly string[] | undefined;
  side?: unknown;
  stance?: readonly Stance[] | undefined;
  anchor?: readonly string[] | undefined;
  saidFrom?: string | undefined;
  saidTo?: string | undefined;
  status?: string | undefined;
};

/**
 * The filter as far as what it leaves may be kept counted; null when it asks for what is not. Whether the sums tell it is
 * found by `findKept`, and of terms whether all that has them is counted by now by `areTermsKept`.
 */
export function summaryFilterOf(filter: Summable, ids: FilteredBy): SummaryFilter | null {
  const { dispute, question, claim, term, side, stance, anchor, saidFrom, saidTo, status, ...others } = filter;
  const terms = term?.map((one) => wordsOf(one).join(' '));
  const named = { claim: ids.claim, question: ids.question, dispute: ids.dispute, term: terms };
  const [of = 'record', ...more] = (['claim', 'question', 'dispute', 'term'] as const).filter(
    (name) => named[name] !== undefined,
  );
  const isMore = more.length > 0 || Object.values(others).some((value) => value !== undefined);
  const said = saidOn(saidFrom, saidTo);
  if (isMore || status !== 'published' || said === null) return null;
  // A claim and another that was merged into it are one.
  const subjects = of === 'record' ? [] : [...new Set(named[of])];
  const kept: SummaryFilter = { of, subjects, sides: ids.side, said };
  if (stance === undefined && anchor === undefined) return kept;
  if (of === 'claim' && anchor === undefined) return { ...kept, kinds: stance };
  if ((of === 'dispute' || of === 'record') && stance === undefined)
    return isAll(verifiedResults, anchor) ? { ...kept, kinds: ['verified'] } : null;
  if (of === 'dispute' && anchor === undefined)
    return isAll(Stance.options, stance) ? { ...kept, of: 'stances in dispute' } : null;
  return null;
}

function isAll(all: readonly string[], some: readonly string[] = []): boolean {
  return new Set(some).size === all.length && some.every((one) => all.includes(one));
}

/** Null where a range begins or ends within a day, or before it begins. */
function saidOn(from: string | undefined, to: string | undefined): SummaryFilter['said'] | null {
  if (from === undefined && to === undefined) return undefined;
  const range = rangeWritten(from, to);
  const isByDays = range !== null && [range.from, range.to].every((end) => end === null || end.instant === null);
  return isByDays ? range : null;
}

/** Whether nothing of the subjects is left out. */
export function isEverything({ sides, kinds, said }: SummaryFilter): boolean {
  return sides === undefined && kinds === undefined && said === undefined;
}
