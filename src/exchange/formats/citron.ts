import { isNode, type Node, nodeOf } from './json-ld.ts';
import { jsonValues } from './json-values.ts';
import { digestOf, disputeFor, externalId, isPronoun, outletOf, speakerOf, titleOf } from './made.ts';
import { addressOf, dateOf, siteOf, wordsOf } from './plain.ts';
import { type Context, type ForeignRow, faulty, rowsOf, type SaidLine, type Source } from './row.ts';

type Span = { start: number; end: number; text: string };

/**
 * What Citron found in a text: a document a value, `{ quotes, text? }`. A quote is a row and becomes a draft, since a machine found it.
 *
 * Citron does not say of which article its text is: the caller names it (`article`), or the document has `url`, `title` and
 * `publishedAt` beside `quotes`. Where coreference resolution succeeded, `sources` holds the resolved mention and
 * `coreferences` the pronoun of the text, so the speaker is always the source.
 */
export async function* readCitron(source: Source, context: Context): AsyncGenerator<ForeignRow> {
  for await (const read of jsonValues(source)) {
    if ('failure' in read) yield read;
    else yield* ofDocument(read.value, read, context);
  }
}

type Place = { line: number; pointer: string; warnings: string[] };

function* ofDocument(value: unknown, { line, pointer, warnings }: Place, context: Context): Generator<ForeignRow> {
  if (!isNode(value) || !Array.isArray(value.quotes)) {
    yield { line, pointer, failure: faulty('/quotes', 'is needed: the list of quotes') };
    return;
  }
  const article = rowsOf(line, pointer, () => {
    const records = articleIn(value, context);
    return [{ line, pointer, records, warnings }];
  })[0] as ForeignRow;
  if ('failure' in article) {
    yield article;
    return;
  }
  const reference = referenceOf(article.records) ?? (context.article as string);
  if (article.records.length > 0) yield article;
  for (const [at, quote] of value.quotes.entries()) {
    const itsPointer = `${pointer}/quotes/${at}`;
    yield* rowsOf(line, itsPointer, () => {
      const told: string[] = [];
      const records = statementOf(quote, { reference, hasText: typeof value.text === 'string' }, context, told);
      return [{ line, pointer: itsPointer, records, warnings: told }];
    });
  }
}

function referenceOf(records: readonly SaidLine[]): string | null {
  const line = records.find((one) => one.type === 'article' || one.type === 'snapshot');
  return line?.type === 'article' ? line.url : line?.type === 'snapshot' ? line.article : null;
}

function articleIn(document: Node, { article }: Context): SaidLine[] {
  const text = typeof document.text === 'string' && /\S/.test(document.text) ? document.text : null;
  const snapshot = (of: string): SaidLine[] => (text === null ? [] : [{ type: 'snapshot', article: of, text }]);
  if (article !== undefined) return snapshot(article);
  const about = nodeOf(document.article) ?? document;
  const url = addressOf(about.url) ?? addressOf(document.article);
  if (url === null)
    throw faulty(
      '/url',
      'is needed: Citron does not say of which article the text is; name it by `article`, or in the document by `url`',
    );
  const publishedAt = dateOf(about.publishedAt ?? about.datePublished ?? about.date);
  if (publishedAt === null) throw faulty('/publishedAt', 'is needed: when the article was published');
  const outlet = outletOf(siteOf(url), wordsOf(about.outlet));
  return [
    outlet,
    { type: 'article', url, title: wordsOf(about.title) ?? titleOf(url), outlet: outlet.slug, publishedAt },
    ...snapshot(url),
  ];
}

function statementOf(
  quote: unknown,
  article: { reference: string; hasText: boolean },
  context: Context,
  warnings: string[],
): SaidLine[] {
  if (!isNode(quote)) throw faulty('', 'is no object');
  const contents = spansIn(quote.contents, '/contents');
  const [first] = contents;
  if (first === undefined) throw faulty('/contents', 'is needed: the words that were quoted');
  const source =
    spansIn(quote.sources ?? [], '/sources')
      .map(({ text }) => wordsOf(text))
      .find((text) => text !== null) ?? null;
  const isKnown = source !== null && !isPronoun(source);
  if (!isKnown) warnings.push('speaker-unknown');
  const speaker = isKnown ? speakerOf(source) : speakerOf('Unknown speaker', { kind: 'unattributed' });
  const { dispute, records } = disputeFor(context);
  const cue = wordsOf(nodeOf(quote.cue)?.text);
  const confidence = Number(quote.confidence);
  const words = wordsIn(contents);
  const last = contents.at(-1) as Span;
  return [
    ...records,
    speaker,
    {
      type: 'statement',
      id: externalId('citron', digestOf(article.reference), `${first.start}-${last.end}`),
      article: article.reference,
      speaker: speaker.slug,
      dispute,
      ...(context.side !== undefined && { side: context.side }),
      ...words,
      ...(cue !== null && { cue: cue.slice(0, 200) }),
      ...(article.hasText && { anchor: { start: first.start, end: last.end } }),
      status: 'draft',
      note: `Found by Citron${Number.isFinite(confidence) && quote.confidence !== undefined ? ` with a confidence of ${confidence}` : ''}.`,
    },
  ];
}

const MARKED = /^["“”„«»‘’'「『].*["“”«»‘’'」』][,.;:!?]?$/su;

/** The words without the quotation marks around them; parts that do not touch are parted by an ellipsis. */
function wordsIn(contents: Span[]): { quote: string; quoteType: 'direct' | 'indirect' | 'mixed' } {
  const texts = contents.map(({ text }) => text.trim());
  const isMarked = texts.map((text) => MARKED.test(text));
  const quote = texts.map((text, at) => (isMarked[at] ? bare(text) : text)).join(' … ');
  const hasMarks = texts.some((text) => /["“”„«»「『]/u.test(text));
  return { quote, quoteType: isMarked.every(Boolean) ? 'direct' : hasMarks ? 'mixed' : 'indirect' };
}

function bare(text: string): string {
  return text.replace(/^["“”„«»‘’'「『]\s?/u, '').replace(/\s?["“”«»‘’'」』](?=[,.;:!?]?$)/u, '');
}

function spansIn(value: unknown, pointer: string): Span[] {
  if (!Array.isArray(value)) throw faulty(pointer, 'must be a list of spans');
  return value.map((span, at) => {
    const { start, end, text } = isNode(span) ? span : ({} as Node);
    const isSpan =
      Number.isSafeInteger(start) &&
      Number.isSafeInteger(end) &&
      (start as number) >= 0 &&
      (end as number) > (start as number);
    if (!isSpan || typeof text !== 'string' || text.trim() === '')
      throw faulty(`${pointer}/${at}`, 'must have start, end and text');
    return { start: start as number, end: end as number, text };
  });
}
