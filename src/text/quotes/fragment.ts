import { cutsWord } from './typography.ts';

/** A longer passage is named by its first and last words, as browsers' own link generators do. In UTF-16 units. */
const wholeUnitsMax = 300;
/** How much of a long passage's beginning and of its end is named, in words. */
const edgeWords = 8;

const words = new Intl.Segmenter('und', { granularity: 'word' });

/**
 * A link that opens a page at a passage: a URL text fragment, `#:~:text=[prefix-,]start[,end][,-suffix]`.
 *
 * WICG, "URL Fragment Text Directives". Browsers match whole words within one block of a page, so a passage that is
 * long or has a line break is named by its first and last words, and prefix and suffix lose the word that they cut.
 * An element's fragment in the URL is kept before the directive; a directive that is already there is replaced.
 */
export function textFragment(
  url: string,
  passage: string,
  around: { prefix?: string | undefined; suffix?: string | undefined } = {},
): string {
  const [start, end] = rangeOf(passage);
  if (start === '') return url;
  const prefix = prefixOf(around.prefix ?? '', passage);
  const suffix = suffixOf(around.suffix ?? '', passage);
  const terms = [
    ...(prefix === '' ? [] : [`${encode(prefix)}-`]),
    encode(start),
    ...(end === '' ? [] : [encode(end)]),
    ...(suffix === '' ? [] : [`-${encode(suffix)}`]),
  ];
  const [page = '', element = ''] = splitOnce(url, '#');
  return `${page}#${splitOnce(element, ':~:')[0]}:~:text=${terms.join(',')}`;
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
  return [first.slice(0, endOfWords(first)), last.slice(startOfWords(last))];
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
function startOfWords(text: string): number {
  const skipped = Math.max(0, text.length - wholeUnitsMax);
  const found = wordsOf(text.slice(skipped)).filter(({ start }) => !cutsWord(text, skipped + start));
  return skipped + (found.at(-edgeWords)?.start ?? 0);
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
  return cutsWord(joined, text.length) ? '' : oneLine(whole);
}

/** The first line of the text after a passage, up to its last whole word. */
function suffixOf(text: string, passage: string): string {
  const line = text.trimStart().split(/[\n\r]/)[0] ?? '';
  const isCut = line.length === text.trimStart().length;
  const whole = isCut ? line.slice(0, wordsOf(line).at(-2)?.end ?? 0) : line;
  return cutsWord(passage + text, passage.length) ? '' : oneLine(whole);
}
