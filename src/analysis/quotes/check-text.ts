import { Failure } from '../../kernel/failure.ts';
import { countPoints, indexText, type Span, toPoint } from '../../kernel/span.ts';
import type { Engine, Handle } from '../../platform/engine/tables.ts';
import { statementBriefs } from '../../record/statements/show.ts';
import { attributionsIn } from '../../text/quotes/attribution.ts';
import type { QuoteChecker, Sight } from '../../text/quotes/checker.ts';
import { passagesIn } from '../../text/quotes/passages.ts';
import { quotePointsMax } from '../../text/quotes/quote.ts';
import { type Judged, judge, type Recording } from './judgement.ts';
import { lookUpAll } from './looked-up.ts';
import type { Recorded } from './recorded-store.ts';
import { refuseOver, type Source, sourcesFor } from './sources.ts';
import { type Named, speakersNamed } from './speakers-named.ts';
import {
  type CheckedQuotation,
  FOUND_MAX,
  type FoundAt,
  QUOTATIONS_MAX,
  quotationResults,
  type TextCheck,
  type TextToCheck,
} from './text-check.ts';

type Means = {
  engine: Pick<Engine, 'read'>;
  checker: Pick<QuoteChecker, 'admitted'>;
  /** Aborted when who asked has gone: then nothing more is looked up. */
  signal?: AbortSignal | undefined;
  /** Whether more than a sentence of an article's text may be told. */
  seesTexts: boolean;
};

type Quotation = Pick<CheckedQuotation, 'start' | 'end' | 'quote' | 'attributedTo'>;

/**
 * Looks up every quotation of a text, in the texts that are named or in those of the record that are likeliest to have
 * them, and says whose words the record says that they are. Keeps nothing, and tells of no draft.
 *
 * Fails with `too-large` for a text over 1 MiB, or with too many quotations or one that is too long; with `invalid` for
 * too many sources; with `unknown-reference`; with `overloaded` when too much is looked up already, or takes too long.
 */
export async function checkText(asked: TextToCheck, { checker, signal, ...means }: Means): Promise<TextCheck> {
  refuseOver(asked.text, '/text');
  const length = [asked, ...(asked.texts ?? [])].reduce((sum, { text }) => sum + text.length, 0);
  return checker.admitted(length, signal, (sight) => checkAll(asked, sight, means));
}

async function checkAll(
  asked: TextToCheck,
  sight: Sight,
  { engine, seesTexts }: Pick<Means, 'engine' | 'seesTexts'>,
): Promise<TextCheck> {
  const quotations = quotationsOf(asked.text);
  const quotes = quotations.map(({ quote }) => quote);
  const { sources, of } = await sourcesFor(engine.read, asked, quotes);
  const lookedUp = quotes.length === 0 ? [] : await lookUpAll(sight, sources, quotes);
  const recordings = new Map<Source, Promise<Recorded[]>>();
  const recordedIn = (source: Source) => {
    const known = recordings.get(source) ?? source.recorded();
    recordings.set(source, known);
    return known;
  };
  const speakers = new Map<string, Named[]>();
  const judged: Judged[] = [];
  for (const [at, one] of lookedUp.entries()) {
    const { quote, attributedTo } = quotations[at] as Quotation;
    const named =
      attributedTo === null ? [] : (speakers.get(attributedTo) ?? (await speakersNamed(engine.read, attributedTo)));
    if (attributedTo !== null) speakers.set(attributedTo, named);
    judged.push(await judge(quote, one, { named, recordedIn, seesTexts }));
  }
  const shown = await showing(engine.read, judged);
  const checked = quotations.map((quotation, at): CheckedQuotation => {
    const { found, ...told } = judged[at] as Judged;
    return { ...quotation, ...told, found: found.slice(0, FOUND_MAX).map(shown) };
  });
  const counts = Object.fromEntries(
    quotationResults.map((result) => [result, checked.filter((one) => one.result === result).length]),
  ) as TextCheck['counts'];
  return { quotations: checked, counts, searched: { texts: quotes.length === 0 ? 0 : sources.length, of } };
}

/** What stands in quotation marks, and to whom the text attributes it. */
function quotationsOf(text: string): Quotation[] {
  const passages = passagesIn(text);
  if (passages.length > QUOTATIONS_MAX)
    throw tooLarge(`it has ${passages.length} quotations, and may have at most ${QUOTATIONS_MAX}`);
  const index = indexText(text);
  const attributions = attributionsIn(text, passages);
  return passages.map(({ from, to, quote }, at) => {
    const start = toPoint(index, from);
    if (quote.length > quotePointsMax && countPoints(quote) > quotePointsMax)
      throw tooLarge(`the quotation at ${start} has more than ${quotePointsMax} characters`);
    return { start, end: toPoint(index, to), quote, attributedTo: attributions[at] ?? null };
  });
}

function tooLarge(detail: string): Failure {
  return new Failure('too-large', `/text: ${detail}.`, { faults: [{ pointer: '/text', detail }] });
}

/** Places as the answer shows them: with the article or text, and with the statement recorded there. */
async function showing(from: Handle, judged: readonly Judged[]) {
  const ids = judged.flatMap(({ found }) => found.flatMap(({ statement }) => statement ?? []));
  const briefs = await statementBriefs(from, [...new Set(ids)], { drafts: false });
  return ({ source: { article, snapshot, text }, span, statement: id }: Recording & { span: Span }): FoundAt => {
    const statement = id === null ? undefined : briefs.get(id);
    return {
      ...(article && { article, snapshot }),
      ...(text && { text }),
      start: span.start,
      end: span.end,
      ...(statement && { statement, speaker: statement.speaker }),
    };
  };
}
