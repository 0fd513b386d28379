import { Failure } from '../../kernel/failure.ts';
import { indexText, type Span, sliceSpan, type TextIndex, toPoint } from '../../kernel/span.ts';
import type { Engine } from '../../platform/engine/tables.ts';
import { attributionOf } from '../../text/quotes/attribution.ts';
import type { QuoteChecker } from '../../text/quotes/checker.ts';
import { type QuoteCheck, quotePointsMax } from '../../text/quotes/quote.ts';
import { sentenceAround } from '../../text/quotes/sentence.ts';
import { quotationsIn } from '../../text/terms/quotations.ts';
import { attributions } from './names.ts';
import { likeliestSources, namedSources, type Recorded, recordedIn, type Source } from './sources.ts';
import {
  type CheckedQuotation,
  countsOf,
  type Found,
  QUOTATIONS_MAX,
  rankOf,
  type TextCheck,
  type TextToCheck,
} from './text-check.ts';

type Deps = { engine: Engine; checker: QuoteChecker };
type IsAnother = ReturnType<typeof attributions>;

/**
 * Looks every quotation of a text up: in the sources that are named, or else in the texts of the record that are likeliest
 * to have it. Keeps nothing. Without `wholeTexts` no more than a sentence of an article is told.
 * Fails with `too-large` beyond 500 quotations, and with `unknown-reference`.
 */
export async function checkText(
  asked: TextToCheck,
  { engine, checker }: Deps,
  { wholeTexts }: { wholeTexts: boolean },
): Promise<TextCheck> {
  const quotations = quotationsOf(asked.text);
  if (quotations.length > QUOTATIONS_MAX)
    throw new Failure('too-large', `/text: at most ${QUOTATIONS_MAX} quotations are checked at once.`);
  const hasSources = asked.articles !== undefined || asked.texts !== undefined;
  const quotes = quotations.map(({ quote }) => quote);
  const { sources, of } = hasSources
    ? { sources: await namedSources(engine, asked), of: null }
    : await likeliestSources(engine, quotes, asked.dispute);
  const isAnother = attributions(engine);
  for (const source of sources) {
    const findings = await checker.lookUp(
      source.text,
      quotes.map((quote) => ({ ask: 'check' as const, quote, hints: {} })),
    );
    const isStanding = findings.some((finding) => 'check' in finding && finding.check.anchor);
    const recorded = isStanding ? await recordedIn(engine, source) : [];
    for (const [at, finding] of findings.entries()) {
      const quotation = quotations[at];
      if (quotation && 'check' in finding)
        keepBetter(quotation, await readingOf(quotation, finding.check, { source, recorded, isAnother, wholeTexts }));
    }
  }
  await findSplices(quotations, sources, checker);
  const searched = of === null ? {} : { searched: { texts: sources.length, of } };
  return { quotations, counts: countsOf(quotations), ...searched };
}

/** What stands in quotation marks and has a word in it, without the marks and the space around it. */
function quotationsOf(text: string): CheckedQuotation[] {
  const index = indexText(text);
  return quotationsIn(text).flatMap((range): CheckedQuotation[] => {
    const { start, end, quote } = wordsAt(index, range);
    if (!/[\p{L}\p{N}]/u.test(quote) || end - start > quotePointsMax) return [];
    return [{ start, end, quote, attributedTo: attributionOf(text, range), result: 'not-found', found: [] }];
  });
}

function wordsAt(index: TextIndex, { start, end }: Span): Span & { quote: string } {
  // A quotation that goes on in the next paragraph has no mark at its end.
  const last = /["'“”„«»‹›‘’‚「」『』]/u.test(index.text[end - 1] ?? '') ? end - 1 : end;
  const inner = index.text.slice(start + 1, last);
  const from = start + 1 + (inner.length - inner.trimStart().length);
  const quote = inner.trim();
  return { start: toPoint(index, from), end: toPoint(index, from + quote.length), quote };
}

type Reading = Pick<CheckedQuotation, 'result' | 'found' | 'difference' | 'suggestion' | 'closest'>;
type Around = { source: Source; recorded: readonly Recorded[]; isAnother: IsAnother; wholeTexts: boolean };

/** What one text says of a quotation. It is misattributed where each of its places has another speaker on record. */
async function readingOf(quotation: CheckedQuotation, check: QuoteCheck, around: Around): Promise<Reading> {
  const { source, recorded, isAnother, wholeTexts } = around;
  const { result, anchor, difference, suggestion, closest } = check;
  if (result === 'no-text') throw new Error('A quotation is looked up in a text.');
  if (!anchor) return { result, found: closest ? [foundAt(source, closest)] : [], ...toldOf() };
  const found = (check.occurrences ?? [anchor]).map((place) => foundAt(source, place, recorded));
  const { attributedTo } = quotation;
  const isForeign = async ({ speaker }: Found) =>
    speaker !== undefined && attributedTo !== null && (await isAnother(attributedTo, speaker.id));
  const foreign: boolean[] = [];
  for (const place of found) foreign.push(await isForeign(place));
  return { result: foreign.every(Boolean) ? 'misattributed' : result, found };

  function toldOf() {
    const isOpen = wholeTexts || !source.article;
    const sentence = closest && !isOpen ? withinSentence(source.text, closest) : null;
    const passage = sentence ?? closest;
    const isTold = suggestion !== undefined && (isOpen || suggestion.length <= (passage?.text.length ?? 0) + 2);
    return {
      ...(difference !== undefined && { difference }),
      ...(isTold && { suggestion }),
      ...(passage && { closest: passage }),
    };
  }
}

/** As much of a passage as the sentence holds in which it first differs. */
function withinSentence(text: string, closest: NonNullable<QuoteCheck['closest']>) {
  const index = indexText(text);
  const at = Math.min(closest.start + closest.firstDifference.at, closest.end - 1);
  const sentence = sentenceAround(index, { start: at, end: at + 1 });
  const span = { start: Math.max(closest.start, sentence.start), end: Math.min(closest.end, sentence.end) };
  return { ...closest, ...span, text: sliceSpan(index, span) };
}

function foundAt({ article, number }: Source, { start, end }: Span, recorded: readonly Recorded[] = []): Found {
  const statement = statementAt(recorded, { start, end });
  return {
    ...(article ? { article } : { text: number ?? 0 }),
    ...{ start, end },
    ...(statement && { statement, speaker: statement.speaker }),
  };
}

/** The statement whose words are most nearly those of the place; at least half of the shorter one are shared. */
function statementAt(recorded: readonly Recorded[], place: Span): Recorded['statement'] | undefined {
  const near = recorded.flatMap(({ start, end, statement }) => {
    const shared = Math.min(end, place.end) - Math.max(start, place.start);
    const [own, asked] = [end - start, place.end - place.start];
    const isNear = shared > 0 && shared * 2 >= Math.min(own, asked);
    return isNear ? [{ statement, likeness: shared / (own + asked - shared) }] : [];
  });
  return near.toSorted((one, other) => other.likeness - one.likeness)[0]?.statement;
}

function keepBetter(quotation: CheckedQuotation, reading: Reading): void {
  const [known, told] = [rankOf(quotation.result), rankOf(reading.result)];
  const isCloser = (reading.closest?.similarity ?? 0) > (quotation.closest?.similarity ?? 0);
  if (told < known || (told === known && reading.result === 'altered' && isCloser)) {
    for (const name of ['difference', 'suggestion', 'closest'] as const) delete quotation[name];
    Object.assign(quotation, reading);
  } else if (reading.result !== 'not-found' && reading.result !== 'altered' && quotation.found.length > 0)
    quotation.found.push(...reading.found);
}

async function findSplices(
  quotations: readonly CheckedQuotation[],
  sources: readonly Source[],
  checker: QuoteChecker,
): Promise<void> {
  for (const source of sources) {
    const left = quotations.filter(({ result }) => result === 'not-found');
    const findings = await checker.lookUp(
      source.text,
      left.map(({ quote }) => ({ ask: 'splice' as const, quote })),
    );
    for (const [at, finding] of findings.entries()) {
      const quotation = left[at];
      if (!quotation || !('isSpliced' in finding && finding.isSpliced)) continue;
      quotation.result = 'spliced';
      quotation.found = [];
    }
  }
}
