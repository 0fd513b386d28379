import { type Forms, newForms } from './forms.ts';
import { compareGaps } from './gap.ts';
import { guessLanguage, negationOf, numeralsIn } from './language.ts';
import { notesIn } from './notes.ts';
import { type QuoteDifference, quoteDifferences } from './quote.ts';
import { type Skeleton, skeletonOf } from './skeleton.ts';
import { isDigit, wordsIn } from './words.ts';

/**
 * The gravest way in which a quote differs from the passage that the text has instead, typography apart; nothing where it
 * does not. Words and numbers are compared in their order; what negates by how often it does.
 */
export function differenceOf(there: string, given: string, language?: string): QuoteDifference | undefined {
  const forms = newForms();
  const found = new Set<QuoteDifference>();
  const [one, other] = [skeletonOf(there, forms), skeletonOf(given, forms)];
  if (one.letters === other.letters) compareAlike(there, one, given, other, forms, found);
  else {
    const notes = notesIn(there);
    const bare = skeletonOf(there, forms, notes);
    if (bare.letters === other.letters) {
      found.add('brackets');
      compareAlike(there, bare, given, other, forms, found);
    } else compareWords(there, given, language ?? guessLanguage(`${there} ${given}`), found);
  }
  return gravest(found);
}

export function gravest(found: ReadonlySet<QuoteDifference>): QuoteDifference | undefined {
  return quoteDifferences.find((difference) => found.has(difference));
}

function compareAlike(
  there: string,
  one: Skeleton,
  given: string,
  other: Skeleton,
  { values }: Forms,
  found: Set<QuoteDifference>,
): void {
  if (one.cased !== other.cased) found.add('case');
  if (one.accents !== other.accents) found.add('accents');
  const last = one.letters.length - 1;
  for (let at = 0; at < last; at++) {
    const [a, b] = [one.gaps.charCodeAt(at), other.gaps.charCodeAt(at)];
    if (a === b) continue;
    const neighbours = [one.cased.charAt(at), one.cased.charAt(at + 1)] as const;
    const difference = compareGaps(values[a] ?? '', values[b] ?? '', ...neighbours);
    if (difference !== 'typography') found.add(difference);
  }
  if (last >= 0 && isSigned(there, one) !== isSigned(given, other)) found.add('numbers');
  if (found.size === 0 && last >= 0) compareEnds(there, one, given, other, found);
}

function isSigned(text: string, { start }: Skeleton): boolean {
  const from = start[0] ?? 0;
  return isDigit(text.charAt(from)) && /[-\u2212\uff0d]$/.test(text.slice(0, from));
}

function compareEnds(there: string, one: Skeleton, given: string, other: Skeleton, found: Set<QuoteDifference>): void {
  const ends = (text: string, { start, end }: Skeleton) => [text.slice(0, start[0]), text.slice(end.at(-1))];
  const [a, b] = [ends(there, one), ends(given, other)];
  if (a[0]?.trim() === b[0]?.trim() && a[1]?.trim() === b[1]?.trim()) return;
  const bare = (end = '') => end.replace(/[[\]\s]/g, '');
  found.add(bare(a[0]) === bare(b[0]) && bare(a[1]) === bare(b[1]) ? 'brackets' : 'punctuation');
}

function compareWords(there: string, given: string, language: string | undefined, found: Set<QuoteDifference>): void {
  const [one, other] = [foldedWords(there), foldedWords(given)];
  found.add('words');
  if (numbersIn(there).join() !== numbersIn(given).join()) found.add('numbers');
  if (numeralsIn(there, language).join() !== numeralsIn(given, language).join()) found.add('numbers');
  const negation = negationOf(language);
  if (negation === undefined) return;
  const negators = (text: string) => negation.negatorsIn(text).sort().join();
  if (negators(there) !== negators(given)) found.add('negation');
  else if (negatesByPrefix(surplus(one, other), surplus(other, one), negation.prefixes)) found.add('negation');
}

/** The words without what difference other than words they may have. */
function foldedWords(text: string): string[] {
  return wordsIn(text.normalize('NFKC').toLowerCase());
}

const number = /[-\u2212]?\p{Nd}+(?:[.,:/'’٫٬\u00a0\u202f]\p{Nd}+)*/gu;

/** The numbers of a text, without the signs that only group their digits. */
function numbersIn(text: string): string[] {
  return Array.from(text.normalize('NFKC').matchAll(number), ([found]) => {
    const value = found.replace('\u2212', '-');
    return /^-?\d{1,3}(?:[,'’ ]\d{3})+$/.test(value) ? value.replace(/[,'’ ]/g, '') : value;
  });
}

/** The words that the first list has more often than the second. */
function surplus(words: readonly string[], others: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const word of others) counts.set(word, (counts.get(word) ?? 0) + 1);
  return words.filter((word) => {
    const left = counts.get(word) ?? 0;
    counts.set(word, left - 1);
    return left <= 0;
  });
}

/** How long a word must be without its prefix: `port` and `import` are no opposites. */
const stemMin = 5;

function negatesByPrefix(words: readonly string[], others: readonly string[], prefixes: readonly string[]): boolean {
  const isOpposite = (some: readonly string[], rest: readonly string[]) => {
    const known = new Set(rest);
    return some.some((word) =>
      prefixes.some((prefix) => {
        const stem = word.startsWith(prefix) ? word.slice(prefix.length) : '';
        return stem.length >= stemMin && known.has(stem);
      }),
    );
  };
  return isOpposite(words, others) || isOpposite(others, words);
}
