import { isNode, type Node } from './json-ld.ts';
import { jsonValues } from './json-values.ts';
import { digestOf, disputeFor, externalId, isNobody, outletOf, speakerOf, titleOf } from './made.ts';
import { addressOf, dateOf, siteOf, storable, wordsOf } from './plain.ts';
import { type Context, type ForeignRow, faulty, type ReadRow, rowsOf, type SaidLine, type Source } from './row.ts';

/** How likely a speaker must be to be taken for the one who said it. */
export const PROBABILITY_MIN = 0.5;

/**
 * Quotebank, by quotation (`quotes-YYYY`) and by article (`quotebank-YYYY`): a row is a quotation, and becomes a draft.
 *
 * `date` is when the article appeared in which the quotation was found first, so nothing says when the words were said.
 * The quotation is the longest of the forms found, and no text is held to check it: it waits for one.
 */
export async function* readQuotebank(source: Source, context: Context): AsyncGenerator<ForeignRow> {
  for await (const read of jsonValues(source)) {
    if ('failure' in read) yield read;
    else if (!isNode(read.value)) yield { line: read.line, pointer: read.pointer, failure: faulty('', 'is no object') };
    else if (Array.isArray(read.value.quotations)) yield* ofArticle(read.value, read, context);
    else {
      const { value, line, pointer } = read;
      yield* rowsOf(line, pointer, () => [ofQuotation(value, read, context)]);
    }
  }
}

type Place = { line: number; pointer: string; warnings: string[] };

function ofQuotation(row: Node, place: Place, context: Context): ReadRow {
  const warnings = [...place.warnings];
  const { quoteId, quote } = quotedIn(row);
  const probas = candidates(row.probas);
  const name = wordsOf(row.speaker) ?? probas[0]?.name ?? null;
  const speaker = speakerIn(name, probas, itemsIn(row.qids, probas[0]?.qids), '/speaker');
  const urls = (Array.isArray(row.urls) ? row.urls : [row.urls]).flatMap((one) => addressOf(one) ?? []);
  const [url, ...others] = [...new Set(urls)];
  if (url === undefined) throw faulty('/urls', 'is needed: an article that has the quotation');
  const publishedAt = dateOf(row.date);
  if (publishedAt === null) throw faulty('/date', 'is needed: when an article had the quotation first');
  if (others.length > 0) warnings.push('article-of-date-unknown');
  const article = articleAt(url, null, publishedAt);
  const note = others.length === 0 ? '' : ` Also at ${others.slice(0, 50).join(' ')}`;
  return {
    ...{ line: place.line, pointer: place.pointer, warnings },
    records: statementOf(
      {
        id: externalId('quotebank', quoteId),
        quote,
        speaker,
        article,
        note: `Quotebank ${quoteId}${shareOf(probas)}.${note}`,
        phase: row.phase,
      },
      context,
      warnings,
    ),
  };
}

/** An article's quotations, each a row; their offsets count tokens, and so are no places in a text. */
function* ofArticle(article: Node, place: Place, context: Context): Generator<ForeignRow> {
  const { line, pointer } = place;
  const known = { url: addressOf(article.url), publishedAt: dateOf(article.date), title: wordsOf(article.title) };
  const articleId = wordsOf(article.articleID) ?? (known.url === null ? '' : digestOf(known.url));
  for (const [at, one] of (article.quotations as unknown[]).entries()) {
    const itsPointer = `${pointer}/quotations/${at}`;
    yield* rowsOf(line, itsPointer, () => {
      if (!isNode(one)) throw faulty('', 'is no object');
      if (known.url === null) throw faulty('/url', 'is needed: the address of the article');
      if (known.publishedAt === null) throw faulty('/date', 'is needed: when the article appeared');
      const { quoteId, quote } = quotedIn(one);
      const local = candidates(one.localProbas);
      const probas = local.length > 0 ? local : candidates(one.globalProbas);
      const name = wordsOf(one.localTopSpeaker) ?? wordsOf(one.globalTopSpeaker) ?? probas[0]?.name ?? null;
      const isLocal = name !== null && !isNone(name);
      const likely = isLocal ? name : wordsOf(one.globalTopSpeaker);
      const speaker = speakerIn(
        likely,
        isLocal ? probas : candidates(one.globalProbas),
        itemsIn(undefined, probas[0]?.qids),
        '/localTopSpeaker',
      );
      const warnings = [...place.warnings];
      const made = {
        id: externalId('quotebank', quoteId, articleId),
        ...{ quote, speaker, phase: article.phase },
        article: articleAt(known.url, known.title, known.publishedAt),
        note: `Quotebank ${quoteId}${shareOf(probas)}.`,
        context: contextOf(one, quote),
      };
      return [{ line, pointer: itsPointer, records: statementOf(made, context, warnings), warnings }];
    });
  }
}

function quotedIn(row: Node): { quoteId: string; quote: string } {
  const quoteId = wordsOf(row.quoteID);
  if (quoteId === null) throw faulty('/quoteID', 'is needed');
  const quote = typeof row.quotation === 'string' ? storable(row.quotation).trim() : '';
  if (quote === '') throw faulty('/quotation', 'is needed');
  return { quoteId, quote };
}

type Candidate = { name: string; probability: number; qids: unknown };

/** `[name, "0.9254"]`, or `{ speaker, proba, qids }` as the pipeline writes them; the likeliest first. */
function candidates(probas: unknown): Candidate[] {
  if (!Array.isArray(probas)) return [];
  return probas
    .flatMap((one) => {
      const [name, share, qids] = Array.isArray(one) ? one : isNode(one) ? [one.speaker, one.proba, one.qids] : [];
      const probability = Number(share);
      return typeof name === 'string' && Number.isFinite(probability) ? [{ name, probability, qids }] : [];
    })
    .sort((one, other) => other.probability - one.probability);
}

function isNone(name: string): boolean {
  return name.toLowerCase() === 'none';
}

function speakerIn(name: string | null, probas: Candidate[], wikidata: string | null, pointer: string) {
  if (name === null || isNone(name))
    throw faulty(pointer, 'names nobody: the quotation has no speaker', 'unprocessable');
  const probability = probas.find((one) => one.name === name)?.probability;
  if (probability !== undefined && probability < PROBABILITY_MIN)
    throw faulty(
      '/probas',
      `${name} is the speaker with a probability of ${probability}, which is less than ${PROBABILITY_MIN}`,
      'unprocessable',
    );
  return speakerOf(name, { wikidata: isNobody(name) ? null : wikidata });
}

/** The one item that bears the name; of several that share it, none is meant. */
function itemsIn(qids: unknown, beside: unknown): string | null {
  const all = Array.isArray(qids) && qids.length > 0 ? qids : Array.isArray(beside) ? beside : [];
  return all.length === 1 && typeof all[0] === 'string' && /^Q[1-9]\d{0,11}$/.test(all[0]) ? all[0] : null;
}

function shareOf(probas: Candidate[]): string {
  return probas[0] === undefined ? '' : `, speaker with a probability of ${probas[0].probability}`;
}

function contextOf(row: Node, quote: string): string | null {
  const [before, after] = [wordsOf(row.leftContext), wordsOf(row.rightContext)];
  return before === null && after === null
    ? null
    : [before, quote, after]
        .filter((part) => part !== null)
        .join(' ')
        .slice(0, 4000);
}

function articleAt(url: string, title: string | null, publishedAt: string) {
  const outlet = outletOf(siteOf(url), null);
  const line: Extract<SaidLine, { type: 'article' }> = {
    ...{ type: 'article', url, title: title ?? titleOf(url), outlet: outlet.slug, publishedAt },
  };
  return { outlet, line };
}

type Made = {
  id: string;
  quote: string;
  speaker: ReturnType<typeof speakerOf>;
  article: ReturnType<typeof articleAt>;
  note: string;
  phase: unknown;
  context?: string | null;
};

function statementOf(made: Made, context: Context, warnings: string[]): SaidLine[] {
  if (typeof made.phase === 'string' && made.phase !== 'E') warnings.push('text-of-low-fidelity');
  const { dispute, records } = disputeFor(context);
  return [
    ...records,
    made.article.outlet,
    made.article.line,
    made.speaker,
    {
      type: 'statement',
      id: made.id,
      article: made.article.line.url,
      speaker: made.speaker.slug,
      dispute,
      ...(context.side !== undefined && { side: context.side }),
      quote: made.quote,
      quoteType: 'direct',
      ...(made.context && { context: made.context }),
      status: 'draft',
      note: made.note.slice(0, 4900),
    },
  ];
}
