import { searchRecord } from '../../analysis/search/store.ts';
import { indexText, type TextIndex, toPoint } from '../../kernel/span.ts';
import type { Engine } from '../../platform/engine/tables.ts';
import type { ArticleBrief } from '../../record/articles/article.ts';
import { newestText } from '../../record/articles/store.ts';
import type { QuoteChecker } from '../../text/quotes/checker.ts';
import { isVerified, type QuoteCheck, quotePointsMax } from '../../text/quotes/quote.ts';
import { quotationsIn } from '../../text/terms/quotations.ts';

/** One quotation of a text and what became of looking it up; places are code points of the text. */
export type CheckedQuotation = {
  start: number;
  end: number;
  quote: string;
  attributedTo?: string | null;
  result: string;
  found: { article?: ArticleBrief; statement?: { id: string }; speaker?: { name: string } }[];
  difference?: string | null;
  suggestion?: string | null;
  closest?: { text: string };
};

export type TextCheck = { quotations: CheckedQuotation[]; searched: { texts: number } };

export const QUOTATIONS_MAX = 100;
/** Texts that the quotations of one text are looked up in: those that search finds likeliest. */
const TEXTS_MAX = 10;
const CANDIDATES_A_QUOTATION = 3;
const WORDS_MAX = 12;
/** Shorter ones are names and single words in marks. */
const WORDS_MIN = 2;

type Sources = { engine: Engine; checker: QuoteChecker };
type Quotation = { start: number; end: number; quote: string };

/** Finds what stands in quotation marks and looks each of it up in the texts that are likeliest to have it. Keeps nothing. */
export async function checkText(text: string, { engine, checker }: Sources): Promise<TextCheck> {
  const index = indexText(text);
  const quotations = quotationsIn(text)
    .map((range) => quotationAt(index, range))
    .filter(({ quote }) => quote.split(/\s+/).length >= WORDS_MIN && quote.length <= quotePointsMax)
    .slice(0, QUOTATIONS_MAX);
  const articles = await likeliestFor(engine, quotations);
  const best = quotations.map((quotation): CheckedQuotation => ({ ...quotation, result: 'not-found', found: [] }));
  let texts = 0;
  for (const article of articles) {
    const snapshot = await newestText(engine.read, article.id);
    if (snapshot === null) continue;
    texts += 1;
    const findings = await checker.lookUp(
      snapshot.text,
      quotations.map(({ quote }) => ({ ask: 'check' as const, quote, hints: {} })),
    );
    for (const [at, finding] of findings.entries())
      if ('check' in finding) better(best[at] as CheckedQuotation, finding.check, article);
  }
  return { quotations: best, searched: { texts } };
}

/** Without the marks around it, and without space at its ends. */
function quotationAt(index: TextIndex, { start, end }: { start: number; end: number }): Quotation {
  const inner = index.text.slice(start + 1, end - 1);
  const from = start + 1 + (inner.length - inner.trimStart().length);
  const quote = inner.trim();
  return { start: toPoint(index, from), end: toPoint(index, from + quote.length), quote };
}

async function likeliestFor(engine: Engine, quotations: readonly Quotation[]): Promise<ArticleBrief[]> {
  const found = new Map<string, { article: ArticleBrief; n: number }>();
  for (const { quote } of quotations) {
    const words = quote
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .toSorted((a, b) => b.length - a.length)
      .slice(0, WORDS_MAX)
      .filter((word) => word !== '' && word !== 'OR');
    if (words.length === 0) continue;
    const { items } = await searchRecord(engine, words.join(' OR '), ['article', 'statement'], {
      limit: CANDIDATES_A_QUOTATION,
      after: null,
      count: false,
    });
    for (const item of items) {
      const article =
        item.kind === 'article' ? item.article : item.kind === 'statement' ? item.statement.article : null;
      if (article === null) continue;
      const known = found.get(article.id);
      if (known) known.n += 1;
      else found.set(article.id, { article, n: 1 });
    }
  }
  return [...found.values()]
    .toSorted((a, b) => b.n - a.n)
    .slice(0, TEXTS_MAX)
    .map(({ article }) => article);
}

const RANK = ['not-found', 'altered', 'ambiguous', 'elided', 'normalized', 'exact'];

/** Keeps the better of what was found so far and what another text has. */
function better(quotation: CheckedQuotation, check: QuoteCheck, article: ArticleBrief): void {
  const { result, closest, ...more } = check;
  const { difference, suggestion } = more as { difference?: string; suggestion?: string };
  if (isVerified(result) && quotation.result === result) quotation.found.push({ article });
  if (RANK.indexOf(result) <= RANK.indexOf(quotation.result)) return;
  quotation.result = result;
  quotation.found = [{ article }];
  quotation.difference = difference ?? null;
  quotation.suggestion = suggestion ?? null;
  if (closest) quotation.closest = closest;
  else delete quotation.closest;
}
