import { splitsPair } from '../../kernel/span.ts';

/**
 * What counts as typography and not as words, character by character.
 *
 * Letters are never typography: a change of case, an accent or a lookalike of another script is a difference.
 */

/** What a character is to folding. `plain` stands for itself and is most of any text; 0 is kept for "not looked up". */
export const kinds = { plain: 1, space: 2, zero: 3, dash: 4, mark: 5, other: 6 } as const;

/**
 * Soft hyphen, joiners and non-joiners, direction marks, variation selectors: they take no room of their own. The Arabic
 * tatweel takes room and stands for nothing.
 */
const zeroWidth =
  /^(?:[\u00ad\u0640\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]|\u034f|\p{Variation_Selector})$/u;
/** Hyphen-minus, Armenian and Hebrew hyphens, U+2010 to U+2015, minus, two- and three-em dashes, upright, small and full width. */
const dash = /^[-\u058a\u05be\u2010-\u2015\u2212\u2e3a\u2e3b\ufe31\ufe32\ufe58\ufe63\uff0d]$/u;
/**
 * What joins the character before it in a normal form: combining marks, the voicing of half-width kana, Hangul vowels and
 * finals, Kirat Rai vowels.
 */
const joining = /^[\p{M}\uff9e\uff9f\u1160-\u11ff\ud7b0-\ud7fb\u{16d63}\u{16d67}-\u{16d6a}]$/u;
const space = /^\p{White_Space}$/u;

/** Quotation marks of every kind, and what is typed for them. Many are apostrophes too. */
const quotationMarks = '\'‘’‚‛′‹›❛❜ʻʼ`´＇׳"“”„‟″«»❝❞＂״「」『』｢｣〝〞〟﹁﹂﹃﹄';
/** One mark stands for all kinds: which of them is set is the house's style. */
export const mark = "'";
const quotationMark = new Set(quotationMarks);

export function isQuotationMark(char: string): boolean {
  return quotationMark.has(char);
}

export function isInvisible(char: string): boolean {
  return zeroWidth.test(char);
}

export function isSpace(char: string): boolean {
  return space.test(char);
}

export function isDash(char: string): boolean {
  return dash.test(char);
}

/** Superscripts, subscripts, fractions and enclosed characters: their compatibility forms are other words. */
const ownForm = /^[ª²³¹º¼-¾ʰ-ʸˠ-ˤᴬ-ᵪᵸᶛ-ᶿ⁰-₟™℠⅐-⅟↉①-⓿❶-➓ⱼⱽ㈀-㋿ꚜꚝꝰꟲ-ꟴꟸꟹꭜ-ꭟ\u{1f100}-\u{1f1ff}\u{1f200}-\u{1f2ff}]$/u;

export function keepsForm(char: string): boolean {
  return ownForm.test(char);
}

/**
 * The compatibility form of a character (ligatures, widths, presentation forms, the micro sign, the Armenian և), composed.
 * What would become a space with a mark, as a spacing accent does, is kept.
 */
export function compatible(char: string): string {
  if (ownForm.test(char)) return char;
  const form = char.normalize('NFKC');
  return form.startsWith(' ') ? char : form;
}

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
  return quotationMark.has(char) || char.normalize('NFKC') !== char ? kinds.other : kinds.plain;
}

/** The folded form of one unit: see {@link fold}. */
export function foldUnit(unit: string, kind: number): string {
  if (kind === kinds.zero) return '';
  const chars = Array.from(unit.normalize('NFC')).filter((char) => !zeroWidth.test(char));
  if (kind === kinds.space) return chars.some((char) => dash.test(char)) ? '-' : ' ';
  if (kind === kinds.dash && chars.every((char) => dash.test(char) || space.test(char))) return '-';
  return chars.map(foldChar).join('').normalize('NFC');
}

/** What a compatibility form is made of is folded too: of a triple prime the primes, of a vowel mark's own form the tatweel. */
function foldChar(char: string): string {
  if (zeroWidth.test(char)) return '';
  if (quotationMark.has(char)) return mark;
  if (dash.test(char)) return '-';
  const form = compatible(char);
  return form === char ? char : Array.from(form, foldChar).join('');
}

/** Letters, digits and their marks: what words are made of. */
const wordChar = /^[\p{L}\p{N}\p{M}]$/u;

export function isWordChar(char: string): boolean {
  return wordChar.test(char);
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
