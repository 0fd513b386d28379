import { beginsClause, negationOf } from './language.ts';
import { fitsContext } from './places.ts';
import type { PreparedText } from './prepared.ts';
import { quotationAround } from './quotations.ts';
import { type QuoteAsked, type QuoteWarning, quoteWarnings } from './quote.ts';
import type { Place } from './standing.ts';
import { isUnspaced, wordsIn } from './words.ts';

/** What a verified quote's editor should look at, of a place or of an elided quote's places in order. */
export function warningsOf(
  text: PreparedText,
  whole: Place,
  parts: readonly (Place & { readonly afterOmission: boolean })[],
  asked: QuoteAsked,
): QuoteWarning[] {
  const found = new Set<QuoteWarning>(whole.warnings);
  const pieces = parts.length === 0 ? [whole] : parts;
  if ((asked.quoteType ?? 'direct') === 'direct' && pieces.some((place) => !isQuoted(text, place))) {
    found.add('outside-quotation-marks');
  }
  if (!fitsContext(text, whole, asked)) found.add('context-differs');
  if (parts.length > 1) {
    const language = asked.language ?? text.language;
    for (const [at, { from }] of parts.entries()) {
      const before = parts[at - 1];
      if (before === undefined) continue;
      if (negates(text.text.slice(before.to, from), language)) found.add('skips-negation');
      if (isFarApart(text, before.to, from)) found.add('far-apart');
    }
    if (hasShortPart(text, parts)) found.add('short-part');
  }
  return quoteWarnings.filter((warning) => found.has(warning));
}

function isQuoted(text: PreparedText, { from, to }: Place): boolean {
  if (quotationAround(text.quotations, from, to) !== -1) return true;
  const bare = /^[\s\S]*?(?=[\p{L}\p{N}\p{S}])/u.exec(text.text.slice(from, to))?.[0].length ?? 0;
  const { starts, ends } = text.quotations;
  const first = starts.findIndex((_, at) => (ends[at] as number) > from + bare);
  let covered = first === -1 ? -1 : (starts[first] as number) <= from + bare ? (ends[first] as number) : -1;
  for (let at = first + 1; covered !== -1 && covered < to && at < starts.length; at++) {
    if (/[\p{L}\p{N}]/u.test(text.text.slice(covered, starts[at]))) return false;
    covered = ends[at] as number;
  }
  return covered !== -1 && !/[\p{L}\p{N}]/u.test(text.text.slice(covered, to));
}

function isFarApart({ text, hasBlankLines }: PreparedText, from: number, to: number): boolean {
  const between = text.slice(from, to);
  return /\n[ \t\r]*\n/.test(between) || (!hasBlankLines && /[.?!…”"»]\s*\n/u.test(between));
}

const shortWords = 3;

/** Parts with only insertions between them are one. */
function hasShortPart(
  { text }: PreparedText,
  parts: readonly (Place & { readonly afterOmission: boolean })[],
): boolean {
  const counts: number[] = [];
  let isAlone = false;
  for (const { from, to, afterOmission } of parts) {
    const words = text.slice(from, to);
    if (Array.from(words).some(isUnspaced)) isAlone = true;
    const count = wordsIn(words).length;
    if (counts.length === 0 || afterOmission) counts.push(count);
    else counts[counts.length - 1] = (counts.at(-1) ?? 0) + count;
  }
  return counts.length > 1 && !isAlone && counts.some((count) => count < shortWords);
}

/** How far from the words that are kept a negation may stand to be one of theirs, in words. */
const nearWords = 3;
/** Negating determiners and pronouns negate what stands right beside them. */
const determiner = new Set([
  'no',
  'none',
  'nobody',
  'nothing',
  'kein',
  'keine',
  'keinen',
  'keinem',
  'keiner',
  'aucun',
  'aucune',
  'ningún',
  'ninguna',
  'nessun',
  'nessuna',
  'geen',
  'ni',
  'nor',
  'neither',
  'without',
  'ohne',
  'sans',
  'sin',
  'senza',
  'sem',
  'без',
  'bez',
  'zonder',
  'utan',
]);

/**
 * Whether what an elision leaves out negates what is kept: a negation near one of its ends, with no sign of another clause
 * between. False for a language of which it is not known how it denies.
 */
function negates(omitted: string, language: string | undefined): boolean {
  const negation = negationOf(language);
  if (negation === undefined) return false;
  const tag = language?.toLowerCase().split('-')[0] ?? '';
  if (tag === 'zh' || tag === 'ja' || tag === 'ko') {
    const clauses = omitted.split(/[。、，；！？.,;!?「」"“”]/u);
    return [clauses[0], clauses.at(-1)].some((clause = '') => negation.negatorsIn(clause).length > 0);
  }
  const clauses = omitted.toLowerCase().split(/[.,;:?!()[\]"“”«»„…—–]+|\s-\s/u);
  const [first = '', last = ''] = [clauses[0], clauses.at(-1)];
  const head = wordsIn(first);
  const tail = wordsIn(last);
  const clause = head.findIndex((word) => beginsClause(word, tag));
  const near = (words: readonly string[], fromEnd: boolean) =>
    words.some((word, at) => {
      if (!negation.isNegator(word)) return false;
      const away = fromEnd ? words.length - 1 - at : at;
      if (clauses.length === 1 && clause !== -1 && at > clause) return false;
      return away <= (determiner.has(word) ? 0 : nearWords);
    });
  return near(head, false) || near(tail, true);
}

const entity = /&(?:amp|lt|gt|quot|apos|nbsp|[mn]dash|[lr][sd]quo|hellip|#\d{2,6}|#x[0-9a-f]{2,6});/i;
const tag =
  /<\/?(?:p|br|a|b|i|u|em|strong|span|div|h[1-6]|ul|ol|li|blockquote|q|cite|img|figure|figcaption|table|t[rdh]|sup|sub|html|head|body|script|style|article|section|main|header|footer)(?:\s[^<>]*)?\/?>/i;

/** Whether a text is markup: quotes are looked up in what a reader sees, and not between tags. */
export function isMarkup(text: string): boolean {
  return entity.test(text) || tag.test(text);
}
