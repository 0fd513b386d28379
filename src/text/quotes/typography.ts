import { splitsPair } from '../../kernel/span.ts';

/**
 * What counts as typography and not as words, character by character.
 *
 * Letters are never typography: a change of case, an accent or a lookalike of another script is a difference.
 */

/** What a character is to folding. `plain` stands for itself and is most of any text; 0 is kept for "not looked up". */
export const kinds = { plain: 1, space: 2, zero: 3, dash: 4, mark: 5, other: 6 } as const;

/** Soft hyphen, joiners and non-joiners, direction marks, variation selectors: they take no room of their own. */
const zeroWidth =
  /^(?:[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]|\u034f|\p{Variation_Selector})$/u;
/** Hyphen-minus, Armenian and Hebrew hyphens, U+2010 to U+2015, minus, two- and three-em dashes, small and full width. */
const dash = /^[-\u058a\u05be\u2010-\u2015\u2212\u2e3a\u2e3b\ufe58\ufe63\uff0d]$/u;
/** What joins the character before it in a normal form: combining marks, Hangul vowels and finals, Kirat Rai vowels. */
const joining = /^[\p{M}\u1160-\u11ff\ud7b0-\ud7fb\u{16d63}\u{16d67}-\u{16d6a}]$/u;
const space = /^\p{White_Space}$/u;

const replacements = new Map<string, string>([
  ...Array.from('‘’‚‛′‹›❛❜ʻʼ`´＇׳', (mark): [string, string] => [mark, "'"]),
  ...Array.from('“”„‟″«»❝❞＂״', (mark): [string, string] => [mark, '"']),
  ['…', '...'],
]);

const known = new Uint8Array(0x10000);

/** The kind of the character that begins at a UTF-16 offset. */
export function classOf(text: string, offset: number): number {
  const code = text.charCodeAt(offset);
  const seen = known[code];
  if (seen) return seen;
  const point = text.codePointAt(offset) ?? 0;
  const kind = classify(String.fromCodePoint(point));
  if (point <= 0xffff && (code & 0xf800) !== 0xd800) known[code] = kind;
  return kind;
}

function classify(char: string): number {
  if (space.test(char)) return kinds.space;
  if (zeroWidth.test(char)) return kinds.zero;
  if (dash.test(char)) return kinds.dash;
  if (joining.test(char)) return kinds.mark;
  return replacements.has(char) || char.normalize('NFC') !== char ? kinds.other : kinds.plain;
}

/** The folded form of one unit: see {@link fold}. */
export function foldUnit(unit: string, kind: number): string {
  if (kind === kinds.space) return ' ';
  if (kind === kinds.zero) return '';
  const composed = Array.from(unit.normalize('NFC')).filter((char) => !zeroWidth.test(char));
  if (kind === kinds.dash && composed.every((char) => dash.test(char))) return '-';
  return composed
    .map((char) => replacements.get(char) ?? (dash.test(char) ? '-' : char))
    .join('')
    .normalize('NFC');
}

/** Letters, digits and their marks: what words are made of. */
const wordChar = /^[\p{L}\p{N}\p{M}]$/u;
/** Scripts that do not put spaces between words: there every place may be a word's edge. */
const unspaced =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]$/u;

export function isWordChar(char: string): boolean {
  return wordChar.test(char);
}

/** Whether a UTF-16 offset of a folded text lies inside a word: `un|able`, `can|'t`, `can'|t`. */
export function cutsWord(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return false;
  const before = charBefore(text, offset);
  const after = charAt(text, offset);
  if (isSpacedWordChar(before)) {
    return isSpacedWordChar(after) || (after === "'" && isSpacedWordChar(charAt(text, offset + 1)));
  }
  return before === "'" && isSpacedWordChar(after) && isSpacedWordChar(charBefore(text, offset - 1));
}

function isSpacedWordChar(char: string): boolean {
  return wordChar.test(char) && !unspaced.test(char);
}

/** The whole character at a UTF-16 offset, or nothing beyond the end. */
export function charAt(text: string, offset: number): string {
  const point = text.codePointAt(offset);
  return point === undefined ? '' : String.fromCodePoint(point);
}

/** The whole character that ends at a UTF-16 offset, or nothing at the beginning. */
export function charBefore(text: string, offset: number): string {
  if (offset <= 0) return '';
  return splitsPair(text, offset - 1) ? text.slice(offset - 2, offset) : text.charAt(offset - 1);
}
