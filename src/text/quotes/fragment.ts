import { type Span, toOffset } from '../../kernel/span.ts';
import { newForms } from './forms.ts';
import { visitOccurrences } from './occurrences.ts';
import { type PreparedText, prepareText } from './prepared.ts';
import { skeletonOf } from './skeleton.ts';

import { isWordEdge } from './words.ts';

/** A longer passage is named by its first and last words, as browsers' own link generators do. In UTF-16 units. */
const wholeUnitsMax = 300;
/** How much of a long passage's beginning and of its end is named, in words. */
const edgeWords = 8;
/** An end that stands earlier in its passage is named by more words, up to so many. */
const endWordsMax = 128;

const words = new Intl.Segmenter('und', { granularity: 'word' });

/** What stands around a passage, as far as it is to be named. */
export type Around = { prefix?: string | undefined; suffix?: string | undefined };
/** A directive's terms, not encoded; an empty one is left out. */
type Terms = { prefix: string; start: string; end: string; suffix: string };

/**
 * A link that opens a page at a passage: a URL text fragment, `#:~:text=[prefix-,]start[,end][,-suffix]`.
 *
 * WICG, "URL Fragment Text Directives". Browsers match whole words within one block of a page, so a passage that is
 * long or has a line break is named by its first and last words, and prefix and suffix lose the word that they cut.
 * An element's fragment in the URL is kept before the directive; a directive that is already there is replaced.
 */
export function textFragment(url: string, passage: string, around: Around = {}): string {
  return written(url, termsOf(passage, around));
}

/** How much context is named, in words on each side, until a link leads to the passage meant. */
const contexts = [0, 2, 4, 8, 16, 32, 64];
const contextUnits = 1_000;

/**
 * The same for a span of a text (in code points), with as much of what stands around it as tells it from every other
 * place of that text. Where nothing does, as between two equal lines in equal lines, the link with most of it.
 */
export function linkTo(url: string, text: string | PreparedText, span: Span): string {
  const prepared = typeof text === 'string' ? prepareText(text) : text;
  const [from, to] = [toOffset(prepared, span.start), toOffset(prepared, span.end)];
  const passage = prepared.text.slice(from, to);
  const before = prepared.text.slice(Math.max(0, from - contextUnits), from);
  const after = prepared.text.slice(to, to + contextUnits);
  let terms: Terms | undefined;
  for (const count of contexts) {
    const around = count === 0 ? {} : { prefix: lastWords(before, count), suffix: firstWords(after, count) };
    terms = termsOf(passage, around);
    if (terms.start === '' || leadsTo(prepared, terms, from, to)) break;
  }
  return terms === undefined ? url : written(url, terms);
}

function termsOf(passage: string, around: Around): Terms {
  const [start, end] = rangeOf(passage);
  return { start, end, prefix: prefixOf(around.prefix ?? '', passage), suffix: suffixOf(around.suffix ?? '', passage) };
}

function written(url: string, { prefix, start, end, suffix }: Terms): string {
  if (start === '') return url;
  const terms = [
    ...(prefix === '' ? [] : [`${encode(prefix)}-`]),
    encode(start),
    ...(end === '' ? [] : [encode(end)]),
    ...(suffix === '' ? [] : [`-${encode(suffix)}`]),
  ];
  const [page = '', element = ''] = splitOnce(url, '#');
  return `${page}#${splitOnce(element, ':~:')[0]}:~:text=${terms.join(',')}`;
}

/** The last words of a text, with one more that may be cut: so that the last of its line is whole. */
function lastWords(text: string, count: number): string {
  const start = wordsOf(text).at(-count - 1)?.start;
  return start === undefined ? text : text.slice(start);
}

function firstWords(text: string, count: number): string {
  const end = wordsOf(text)[count]?.end;
  return end === undefined ? text : text.slice(0, end);
}

function lettersOf(text: string): string {
  return skeletonOf(text, newForms()).letters;
}

/**
 * Whether a browser that reads the text as the page goes to `[from, to)`: the first place where all terms are met. It
 * compares words without case and accents; of several ends the first that the suffix follows counts.
 */
function leadsTo(text: PreparedText, terms: Terms, from: number, to: number): boolean {
  const { letters, start, end } = text.skeleton;
  const [prefix, first, last, suffix] = [terms.prefix, terms.start, terms.end, terms.suffix].map(lettersOf) as [
    string,
    string,
    string,
    string,
  ];
  let reached: boolean | undefined;
  visitOccurrences(letters, first, (at) => {
    const begin = start[at] ?? 0;
    if (!letters.slice(0, at).endsWith(prefix) || !isWordEdge(text.text, begin)) return true;
    let stop = at + first.length;
    if (last !== '') {
      do stop = letters.indexOf(last, stop);
      while (stop !== -1 && !isEnd(text, stop, last, suffix) && ++stop);
      if (stop === -1) return true;
      stop += last.length;
    } else if (!letters.startsWith(suffix, stop) || !isWordEdge(text.text, end[stop - 1] ?? 0)) return true;
    reached = isSame(text.text, begin, from) && isSame(text.text, end[stop - 1] ?? 0, to);
    return false;
  });
  return reached ?? first === '';
}

function isEnd(
  { skeleton: { letters, start, end }, text }: PreparedText,
  at: number,
  last: string,
  suffix: string,
): boolean {
  const stop = at + last.length;
  return (
    letters.startsWith(suffix, stop) &&
    isWordEdge(text, start[at] ?? 0) &&
    isWordEdge(text, end[stop - 1] ?? text.length)
  );
}

/** Two offsets between which no letter or digit stands. */
function isSame(text: string, one: number, other: number): boolean {
  const between = text.slice(Math.min(one, other), Math.max(one, other));
  return between.length < 64 && !/[\p{L}\p{N}]/u.test(between);
}

function splitOnce(text: string, mark: string): [string, string] {
  const at = text.indexOf(mark);
  return at === -1 ? [text, ''] : [text.slice(0, at), text.slice(at + mark.length)];
}

/** The comma, the ampersand and the hyphen are syntax of the directive; the hyphen is not of a URL and is left by others. */
function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D');
}

/** The passage as one term, or its first and last words as two. */
function rangeOf(passage: string): [start: string, end: string] {
  const blocks = passage
    .split(/[\n\r\u2028\u2029]+/)
    .map(oneLine)
    .filter((block) => block !== '');
  const first = blocks[0] ?? '';
  const last = blocks.at(-1) ?? '';
  if (blocks.length <= 1 && first.length <= wholeUnitsMax) return [first, ''];
  const start = first.slice(0, endOfWords(first));
  return [start, endTerm(lettersOf(oneLine(passage)).slice(lettersOf(start).length), last)];
}

/**
 * The last words of a passage: as many as tell its end from any earlier place in it, where a browser would end the range.
 * `rest` is what follows the range's first words, as letters.
 */
function endTerm(rest: string, last: string): string {
  for (let count = edgeWords; ; count *= 2) {
    const start = startOfWords(last, count);
    const term = last.slice(start);
    const letters = lettersOf(term);
    const isFirst = rest.indexOf(letters) === rest.length - letters.length;
    if (isFirst || start === 0 || count > endWordsMax) return term;
  }
}

function oneLine(text: string): string {
  return text.replace(/[\t\f ]+/g, ' ').trim();
}

/** Where the first words end. */
function endOfWords(text: string): number {
  const found = wordsOf(text.slice(0, wholeUnitsMax));
  return found[Math.min(edgeWords, found.length) - 1]?.end ?? Math.min(text.length, wholeUnitsMax);
}

/** Where the last words begin. */
function startOfWords(text: string, count: number): number {
  const skipped = Math.max(0, text.length - Math.max(wholeUnitsMax, count * 40));
  const found = wordsOf(text.slice(skipped)).filter(({ start }) => isWordEdge(text, skipped + start));
  return skipped + (found.at(-count)?.start ?? found[0]?.start ?? 0);
}

function wordsOf(text: string): { start: number; end: number }[] {
  return Array.from(words.segment(text))
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ start: index, end: index + segment.length }));
}

/** The last line of the text before a passage, from its first whole word on. */
function prefixOf(text: string, passage: string): string {
  const line =
    text
      .trimEnd()
      .split(/[\n\r]/)
      .at(-1) ?? '';
  const isCut = line.length === text.trimEnd().length;
  const whole = isCut ? line.slice(wordsOf(line)[1]?.start ?? line.length) : line;
  const joined = text + passage;
  return isWordEdge(joined, text.length) ? oneLine(whole) : '';
}

/** The first line of the text after a passage, up to its last whole word. */
function suffixOf(text: string, passage: string): string {
  const line = text.trimStart().split(/[\n\r]/)[0] ?? '';
  const isCut = line.length === text.trimStart().length;
  const whole = isCut ? line.slice(0, wordsOf(line).at(-2)?.end ?? 0) : line;
  return isWordEdge(passage + text, passage.length) ? oneLine(whole) : '';
}
