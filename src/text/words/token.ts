import { piecesOf } from './fold.ts';

/** A word of a text as it is searched for, and where it stands there: [start, end) in UTF-16 units. */
export type Token = { token: string; start: number; end: number };

/** Words are told apart by their first 100 UTF-16 units. */
export const TOKEN_UNITS_MAX = 100;

/**
 * The words of a text, folded: case, accents, vowel points and variants of letters make no difference.
 *
 * Words are runs of letters, digits and their marks; hyphens, apostrophes and every other sign end one, so `Armenia's`
 * is `armenia` and `s`, and `3,000` is `3` and `000`. Invisible characters, the tatweel and the Armenian signs that
 * stand inside words are passed over. Chinese, Japanese, Korean, Thai, Lao, Khmer and Burmese text gives one token for
 * each character. Tokens hold letters, digits and marks only.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let open: (Token & { alone: boolean }) | null = null;
  const close = () => {
    if (open !== null) tokens.push({ token: finish(open.token), start: open.start, end: open.end });
    open = null;
  };
  const put = (word: string, start: number, end: number, alone: boolean) => {
    if (open !== null && !alone && !open.alone) {
      open.token += word;
      open.end = end;
    } else {
      close();
      open = { token: word, start, end, alone };
    }
  };
  for (let at = 0; at < text.length; ) {
    const run = plainRunEnd(text, at);
    if (run > at) {
      put(text.slice(at, run).toLowerCase(), at, run, false);
      at = run;
      continue;
    }
    const point = text.codePointAt(at) as number;
    const next = at + (point > 0xffff ? 2 : 1);
    for (const { kind, text: folded } of piecesOf(point)) {
      if (kind === 'gap') close();
      else if (kind !== 'mark') put(folded, at, next, kind === 'alone');
      else if (open !== null) {
        (open as Token).token += folded;
        (open as Token).end = next;
      }
    }
    at = next;
  }
  close();
  return tokens;
}

/** What ends a word wherever it stands. */
const ENDS_WORDS = /[\s.,;:!?()。、，]/gu;
/** So many UTF-16 units are split in a millisecond or two. */
const PART_UNITS = 32_768;

/** The same, part by part: what is given between two parts counts for nothing, and lets others have a turn. */
export function* tokenizing(text: string, partUnits = PART_UNITS): Generator<void, Token[]> {
  const tokens: Token[] = [];
  for (let from = 0; from < text.length; ) {
    ENDS_WORDS.lastIndex = from + partUnits;
    const to = ENDS_WORDS.test(text) ? ENDS_WORDS.lastIndex : text.length;
    for (const { token, start, end } of tokenize(text.slice(from, to)))
      tokens.push({ token, start: from + start, end: from + end });
    from = to;
    yield;
  }
  return tokens;
}

/** Where the run of ASCII letters and digits that begins here ends. */
function plainRunEnd(text: string, from: number): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    const isPlain = (unit > 96 && unit < 123) || (unit > 64 && unit < 91) || (unit > 47 && unit < 58);
    if (!isPlain) break;
  }
  return at;
}

function finish(token: string): string {
  if (/^[a-z0-9]*$/.test(token)) return cut(token);
  // The Armenian ligature comes apart into ech and yiwn; reformed spelling writes its capitals with vew.
  return cut(token.normalize('NFC').replaceAll('\u0565\u057e', '\u0565\u0582'));
}

function cut(token: string): string {
  if (token.length <= TOKEN_UNITS_MAX) return token;
  const short = token.slice(0, TOKEN_UNITS_MAX);
  return short.isWellFormed() ? short : short.slice(0, -1);
}

/** The tokens of a text without their places. */
export function wordsOf(text: string): string[] {
  return tokenize(text).map(({ token }) => token);
}

/**
 * Words that stand one after another; of a `prefix`, the last one is the beginning of a word. A single word may stand
 * there in other forms, too.
 */
export type Wording = { tokens: readonly string[]; prefix: boolean; forms?: readonly string[] };

/** Where a wording stands among the words of a text: the index of its first word, each time; places do not overlap. */
export function findWording(words: readonly string[], { tokens, prefix, forms }: Wording): number[] {
  const found: number[] = [];
  const last = tokens.length - 1;
  if (last < 0) return found;
  for (let at = 0; at + last < words.length; at += 1) {
    let same = 0;
    while (same < last && words[at + same] === tokens[same]) same += 1;
    if (same < last) continue;
    const [word, wanted] = [words[at + last] as string, tokens[last] as string];
    if (word !== wanted && !(prefix && word.startsWith(wanted)) && !forms?.includes(word)) continue;
    found.push(at);
    at += last;
  }
  return found;
}

/** Where a phrase stands in a tokenized text, each time, as [start, end) in UTF-16 units. */
export function findPhrase(tokens: readonly Token[], phrase: readonly string[]): { start: number; end: number }[] {
  const words = tokens.map(({ token }) => token);
  return findWording(words, { tokens: phrase, prefix: false }).map((at) => ({
    start: (tokens[at] as Token).start,
    end: (tokens[at + phrase.length - 1] as Token).end,
  }));
}
