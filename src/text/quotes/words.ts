import { splitsPair } from '../../kernel/span.ts';
import { isGraphemeEdge } from './surroundings.ts';
import { charAt, charBefore, isInvisible, isQuotationMark, isSpace } from './typography.ts';

/**
 * Where a quote, or a part of one, may begin and end: between words, numbers and characters as readers see them.
 *
 * All offsets are UTF-16, in the text as written.
 */

const word = /^[\p{L}\p{N}\p{M}_]$/u;
const letter = /^[\p{L}\p{M}]$/u;
const digit = /^\p{Nd}$/u;
const number = /^\p{N}$/u;
/** Scripts that do not put spaces between words: there every place may be a word's edge. */
const unspaced =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}\u30fc\uff70]$/u;
/** Numerals that are written like words; beside each other or beside digits they are one number. */
const hanNumeral = /^[〇零一二三四五六七八九十百千万萬億亿兆两兩壱弐参]$/u;
const hanMagnitude = /^[十百千万萬億亿兆]$/u;
/** What joins the digits of one number, time, date or fraction. */
const joinsDigits = /^[.,:/'’⁄٫٬·．，：\u066b\u066c]$/u;
const groupSpace = /^[\u00a0\u2007\u2009\u202f]$/u;
const sign = /^[-\u2212\uff0d\ufe63]$/u;
const currency = /^\p{Sc}$/u;
const superscript = /^[¹²³⁰⁴-⁹]$/u;
const units =
  /^(?:km|cm|mm|nm|kg|mg|ml|cl|ha|kW|MW|GW|kWh|MWh|GWh|TWh|Hz|kHz|MHz|GHz|kB|KB|MB|GB|TB|mph|kmh|ft|lbs?|oz|am|pm|px|C|F|км|см|мм|кг|га|кВт|МВт|USD|EUR|GBP|CHF|AMD|AZN|GEL|RUB|UAH|TRY)(?![\p{L}\p{N}])/u;
const currencyCode = /(?<![\p{L}\p{N}])(?:USD|EUR|GBP|CHF|AMD|AZN|GEL|RUB|UAH|TRY|US|Rs)$/u;
const poweredUnit = /(?<!\p{L})(?:m|km|cm|mm|ft|м|км|см|мм)$/u;
/** French, Italian and Catalan words that are written together with the next one. */
const elided =
  /(?<![\p{L}\p{M}\p{N}])(?:[cdjlmnstv]|qu|jusqu|lorsqu|puisqu|quoiqu|gl|un|quest|quell|bell|sant|anch|(?:d|n|s)?(?:all|ell|ull)|coll|tutt|c|nient|senz|mezz|dov|com|cos|quant)$/iu;
const hyphens = /^[-\u2010\u2011\u058a\u05be]$/u;

export function isUnspaced(char: string): boolean {
  return unspaced.test(char);
}

export function isDigit(char: string): boolean {
  return digit.test(char);
}

/** How a text's language writes numbers: with an ordinary space between groups of three digits, or not. */
export type Grouping = { readonly bySpace: boolean };
const noGrouping: Grouping = { bySpace: true };

/** Letters and digits of ASCII of which two make no edge: letters beside letters; a digit beside a letter may. */
const plain = new Uint8Array(0x10000);
for (const char of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz') plain[char.charCodeAt(0)] = 1;

/** Whether a word, a number or a character may begin or end at an offset: never in `un|able`, `can|'t`, `1,|200`, `-|5`. */
export function isWordEdge(text: string, offset: number, grouping = noGrouping): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  const [code, earlier] = [text.charCodeAt(offset), text.charCodeAt(offset - 1)];
  if (plain[code] === 1) {
    if (plain[earlier] === 1) return false;
    if (earlier === 0x20 && plain[text.charCodeAt(offset - 2)] === 1) return true;
  } else if (code === 0x20 && plain[earlier] === 1) return true;
  if (splitsPair(text, offset) || !isGraphemeEdge(text, offset)) return false;
  const from = visibleEnd(text, offset);
  const to = visibleStart(text, offset);
  const before = charBefore(text, from);
  const after = charAt(text, to);
  if (before === '' || after === '') return true;
  const isAfterWord = word.test(before);
  const isBeforeWord = word.test(after);
  if (isAfterWord && isBeforeWord) return isBetweenWords(text, from, to, before, after);
  if (isAfterWord) return !isJoined(text, from, before, to + after.length, after, true, grouping);
  if (isBeforeWord) {
    const earlier = visibleEnd(text, from - before.length);
    return (
      !isJoined(text, earlier, charBefore(text, earlier), to, before, false, grouping) &&
      !isSigned(text, from, before, to, after)
    );
  }
  return !(currency.test(after) && isSigned(text, from, before, to + after.length, charAt(text, to + after.length)));
}

/** The end of the last visible character before an offset. A soft hyphen at a line's end hides the break, too. */
function visibleEnd(text: string, offset: number): number {
  let at = offset;
  for (;;) {
    const char = charBefore(text, at);
    if (char !== '' && isInvisible(char)) at -= char.length;
    else if (/[\n\r]/.test(char) && /\u00ad[ \t]*\r?\n?[ \t]*$/.test(text.slice(Math.max(0, at - 8), at))) at -= 1;
    else return at;
  }
}

function visibleStart(text: string, offset: number): number {
  let at = offset;
  for (;;) {
    const char = charAt(text, at);
    if (char === '' || !isInvisible(char)) return at;
    at += char.length;
    if (char !== '\u00ad') continue;
    const lineBreak = /^[ \t]*[\r\n]\s*/.exec(text.slice(at, at + 16));
    if (lineBreak) at += lineBreak[0].length;
  }
}

function isBetweenWords(text: string, from: number, to: number, before: string, after: string): boolean {
  if (/^\p{M}$/u.test(after)) return false;
  if (number.test(before) && number.test(after)) return false;
  if (hanNumeral.test(before) && hanNumeral.test(after)) return false;
  if (digit.test(before) && hanMagnitude.test(after)) return false;
  if (unspaced.test(before) || unspaced.test(after)) return true;
  if (digit.test(before) && letter.test(after)) return units.test(text.slice(to, to + 8));
  if (letter.test(before) && digit.test(after)) return currencyCode.test(text.slice(Math.max(0, from - 6), from));
  if (superscript.test(after)) return letter.test(before) && !poweredUnit.test(text.slice(Math.max(0, from - 3), from));
  return superscript.test(before) && letter.test(after);
}

/**
 * Whether a sign joins what stands before and after it to one word or number: `didn't`, `1,200`, `10:30`, `1 200`, `U.S.`,
 * `col·lecció`, `צה"ל`, and a word that is cut at a line's end.
 *
 * `before` ends at `from`, the sign follows, and what comes next begins at `to`. `isBeforeSign` tells on which side of
 * the sign the edge lies: an elision (`l'|été`) has one after it and none before.
 */
function isJoined(
  text: string,
  from: number,
  before: string,
  to: number,
  joint: string,
  isBeforeSign: boolean,
  grouping: Grouping,
): boolean {
  const next = isBeforeSign ? visibleStart(text, to) : to;
  const after = charAt(text, next);
  if (digit.test(before) && digit.test(after)) {
    if (joinsDigits.test(joint)) return true;
    if (isSpace(joint)) return isGroup(text, from, next, joint, grouping);
  }
  if (!isBeforeSign && joint === '.' && digit.test(after))
    return before === '' || /^[\s\p{Sc}([+\u2212-]$/u.test(before);
  if (joint === '[' || joint === ']') return isBracketInWord(text, isBeforeSign ? from : to, isBeforeSign);
  if (joint === '-' || joint === '\u2010' || isSpace(joint)) return isCutAtLine(text, from, next, isBeforeSign);
  if (!word.test(before)) return false;
  if (!word.test(after)) return false;
  if (isQuotationMark(joint)) {
    if (joint === '"' || joint === '״') return isGershayim(text, before, next, after);
    if (!isApostrophe(joint)) return false;
    if (unspaced.test(before) || unspaced.test(after)) return false;
    return isBeforeSign || !elided.test(text.slice(Math.max(0, from - 8), from));
  }
  if (/^[·‧\u055a-\u055f]$/.test(joint)) return letter.test(before) && letter.test(after);
  if (joint !== '.') return false;
  return isLoneLetter(text, from - before.length, from) && isLoneLetter(text, next, next + after.length);
}

const apostrophes = new Set("'’ʼ‘＇`´′׳");

function isApostrophe(char: string): boolean {
  return apostrophes.has(char);
}

/** The mark before the last letter of a Hebrew acronym. */
function isGershayim(text: string, before: string, next: number, after: string): boolean {
  const hebrew = /^\p{Script=Hebrew}$/u;
  return hebrew.test(before) && hebrew.test(after) && !letter.test(charAt(text, next + after.length));
}

/** A letter that no other stands beside, as in an acronym. */
function isLoneLetter(text: string, from: number, to: number): boolean {
  return letter.test(text.slice(from, to)) && !word.test(charBefore(text, from)) && !word.test(charAt(text, to));
}

/** `1 200`: one to three digits, then groups of three. */
function isGroup(text: string, from: number, next: number, joint: string, { bySpace }: Grouping): boolean {
  if (!groupSpace.test(joint) && !(bySpace && joint === ' ')) return false;
  if (text.slice(from, next).length !== 1) return false;
  return (
    /(?<![\p{N}.,])\d{1,3}(?:[ \u00a0\u2007\u2009\u202f]\d{3})*$/u.test(text.slice(Math.max(0, from - 24), from)) &&
    /^\d{3}(?!\d)/.test(text.slice(next, next + 4))
  );
}

/** `infra-` at a line's end and `structure` on the next one. */
function isCutAtLine(text: string, from: number, next: number, isBeforeSign: boolean): boolean {
  const gap = isBeforeSign
    ? /^[-\u2010][ \t]*\r?\n[ \t]*\p{Ll}/u.exec(text.slice(from, from + 24))
    : /\p{L}[-\u2010][ \t]*\r?\n[ \t]*$/u.exec(text.slice(Math.max(0, next - 24), next));
  if (!gap) return false;
  return isBeforeSign ? letter.test(charBefore(text, from)) : /^\p{Ll}$/u.test(charAt(text, next));
}

/** The text's own bracket in a word: `[T]he`, `close[d]`. `[sic]` and note marks are none. */
function isBracketInWord(text: string, at: number, isBeforeSign: boolean): boolean {
  const bracket = isBeforeSign
    ? /^\[(\p{L}{1,12})\]/u.exec(text.slice(at, at + 32))
    : /\[(\p{L}{1,12})\]$/u.exec(text.slice(Math.max(0, at - 32), at));
  const inner = isBeforeSign ? charBefore(text, at) : charAt(text, at);
  return bracket !== null && bracket[1] !== 'sic' && letter.test(inner);
}

/** A minus sign belongs to its number, unless a letter or digit stands before it: `737-800`, `3-5`. */
function isSigned(text: string, from: number, before: string, to: number, after: string): boolean {
  if (!digit.test(after) || !sign.test(before)) return false;
  if (to !== from && !currency.test(text.slice(from, to))) return false;
  return !word.test(charBefore(text, from - before.length));
}

/** Whether a hyphen joins the word at this edge to another: `non-|binding`, `3-|5`. */
export function isInCompound(text: string, offset: number, side: 'start' | 'end'): boolean {
  if (text.charCodeAt(side === 'start' ? offset - 1 : offset) === 0x20) return false;
  const [joint, beyond] =
    side === 'start'
      ? [charBefore(text, offset), charBefore(text, offset - 1)]
      : [charAt(text, offset), charAt(text, offset + 1)];
  const inner = side === 'start' ? charAt(text, offset) : charBefore(text, offset);
  if (!word.test(beyond) || !word.test(inner)) return false;
  return hyphens.test(joint) || (/^[–\u2212]$/u.test(joint) && digit.test(beyond) && digit.test(inner));
}

/** The words and numbers of a text, which here need no care for signs: to count and to compare. */
export function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+(?:['’ʼ.,][\p{L}\p{M}\p{N}]+)*/gu) ?? [];
}
