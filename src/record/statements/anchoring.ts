import { desc, eq } from 'drizzle-orm';
import { Failure } from '../../kernel/failure.ts';
import { sliceSpan } from '../../kernel/span.ts';
import { rowById } from '../../platform/engine/rows.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import type { QuoteChecker } from '../../text/quotes/checker.ts';
import type { Checked } from '../../text/quotes/looking.ts';
import type { Elsewhere, QuoteAsked, QuoteHints } from '../../text/quotes/quote.ts';
import { findSnapshot } from '../articles/store.ts';
import { NO_ANCHOR } from '../kinds.ts';
import type { AnchorState } from './anchor.ts';
import type { QuoteType } from './statement.ts';

type ArticleRow = Tables['articles']['$inferSelect'];

/** Where a quote stands in the newest text of its article, and which article and text that was. */
export type Anchored = { articleId: string; snapshot: number; anchor: AnchorState };

/** What is looked up: the words, whose they are said to be, their language where it is known, and hints. */
export type SoughtQuote = {
  quote: string;
  quoteType: QuoteType;
  language: string | undefined;
  hints: QuoteHints | null;
};

/** What a quote is looked up with, whoever asks: a statement that is written, a new text, a check anew. */
export function askedOf({ quoteType, language, hints }: Omit<SoughtQuote, 'quote'>): QuoteAsked {
  return { ...hints, quoteType, language };
}

/** Looks the quote up in the article's newest snapshot, if no other is named; `no-text` when there is none yet. */
export async function anchorQuote(
  from: Handle,
  checker: QuoteChecker,
  articleId: string,
  sought: SoughtQuote,
  snapshot: number | null = null,
): Promise<Anchored> {
  const article = await rowById(from, 'articles', articleId);
  const number = snapshot ?? article?.newest ?? 0;
  const text = number === 0 ? null : await findSnapshot(from, articleId, number);
  if (!article || text === null) return { articleId, snapshot: 0, anchor: { ...NO_ANCHOR, hints: sought.hints } };
  const asked = askedOf({ ...sought, language: sought.language ?? article.language });
  const checked = await checker.anchor(text.text, sought.quote, asked);
  const anchor = anchorState(checked, text.text, number, sought.hints);
  const elsewhere = isFound(anchor) ? [] : await elsewhereIn(from, checker, article, sought.quote);
  return { articleId, snapshot: number, anchor: { ...anchor, ...(elsewhere.length > 0 && { elsewhere }) } };
}

function isFound({ result }: AnchorState): boolean {
  return result !== 'altered' && result !== 'not-found';
}

/** Earlier texts in which words are looked for that the newest has not: the ones that came last. */
const OTHER_TEXTS_MAX = 20;

/** Where the words are that the newest text of the article has not: in its title, and in its other texts. */
export async function elsewhereIn(
  from: Handle,
  checker: QuoteChecker,
  article: ArticleRow,
  quote: string,
): Promise<Elsewhere[]> {
  const found: Elsewhere[] = [];
  const inTitle = await checker.place(article.title, quote);
  if (inTitle) found.push({ in: 'title', ...inTitle });
  if (article.snapshots < 2) return found;
  const others = await from.query(
    'numbers of the last texts of an article',
    ({ db, t, param }) =>
      db
        .select({ number: t.snapshots.number })
        .from(t.snapshots)
        .where(eq(t.snapshots.articleId, param('article')))
        .orderBy(desc(t.snapshots.number))
        .limit(OTHER_TEXTS_MAX),
    { article: article.id },
  );
  for (const { number } of others) {
    const other = number === article.newest ? null : await findSnapshot(from, article.id, number);
    const place = other && (await checker.place(other.text, quote));
    if (place) found.push({ in: 'snapshot', snapshot: number, ...place });
  }
  return found;
}

/** Fails with `quote-altered` or `quote-not-found`, with what was found, unless the words are the reporter's or a draft. */
export function refuseUnfoundQuote(anchor: AnchorState, quoteType: QuoteType, status: string, pointer = ''): void {
  if (quoteType === 'indirect' || status !== 'published' || isFound(anchor)) return;
  const { result, difference, suggestion, closest, elsewhere } = anchor;
  const isAltered = result === 'altered' && closest !== undefined;
  const detail = isAltered
    ? `the article has “${shorten(closest.text)}” instead${difference ? ` (${NAMED[difference]})` : ''}`
    : 'does not appear in the newest text of the article';
  const also = elsewhere?.[0] ? ` It appears ${placeInWords(elsewhere[0])}.` : '';
  const next =
    suggestion === undefined
      ? 'Correct the quote, say that it is indirect, or record it as a draft'
      : 'Send the suggestion, correct the quote, say that it is indirect, or record it as a draft';
  throw new Failure(isAltered ? 'quote-altered' : 'quote-not-found', `${pointer}/quote: ${detail}.${also} ${next}.`, {
    faults: [{ pointer: `${pointer}/quote`, detail }],
    help: {
      result,
      ...(difference && { difference }),
      ...(suggestion !== undefined && { suggestion }),
      ...(closest && { closest }),
      ...(elsewhere && { elsewhere }),
    },
  });
}

/** What differs, in words. */
const NAMED = {
  negation: 'one of them is negated',
  numbers: 'numbers differ',
  words: 'words differ',
  brackets: 'a note mark or a bracket differs',
  accents: 'accents differ',
  punctuation: 'the punctuation differs',
  case: 'upper and lower case differ',
} as const satisfies Record<NonNullable<AnchorState['difference']>, string>;

function placeInWords({ in: where, snapshot }: Elsewhere): string {
  if (where === 'title') return 'in the title';
  return where === 'snapshot' ? `in snapshot ${snapshot}` : 'elsewhere in the text';
}

/** What a statement keeps of a check of its quote in one snapshot. */
export function anchorState(
  { check, fragment }: Checked,
  text: string,
  snapshot: number,
  hints: QuoteHints | null,
): AnchorState {
  const { result, anchor, parts, occurrences, occurrencesTotal, difference, suggestion, closest, warnings } = check;
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
    ...(occurrencesTotal !== undefined && { occurrencesTotal }),
    ...(difference && { difference }),
    ...(suggestion !== undefined && { suggestion }),
    ...(closest && { closest }),
    ...(result !== 'exact' && anchor && { exact }),
    ...(warnings.length > 0 && { warnings }),
    fragment,
    hints,
  };
}

function shorten(text: string): string {
  const points = Array.from(text);
  return points.length > 300 ? `${points.slice(0, 300).join('')}…` : text;
}
