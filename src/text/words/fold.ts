/**
 * What a character contributes to the words of a text.
 *
 * `letter` joins the word it stands in; `alone` is a word by itself; `mark` belongs to the character before it, with
 * no text where it is folded away; `gap` ends a word. A character that contributes nothing has no pieces at all.
 */
export type Piece = { kind: 'letter' | 'alone' | 'mark' | 'gap'; text: string };

const GAP: Piece[] = [{ kind: 'gap', text: '' }];

/**
 * Scripts that are written without spaces between words, and Hangul, whose particles are written onto the word: each
 * character is a word, so that any part of such a text is found as a phrase.
 */
const ALONE =
  /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Bopo}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** A Hangul vowel or final consonant, which completes the syllable before it. */
const JAMO_AFTER_FIRST = /[\u1160-\u11ff]/u;

/** Accents and vowel points that writers may leave out. Vowel signs of Indic scripts are none. */
const LEFT_OUT_MARKS: readonly (readonly [from: number, to: number])[] = [
  [0x0300, 0x036f],
  [0x0483, 0x0489],
  [0x0591, 0x05c7],
  [0x0610, 0x061a],
  [0x064b, 0x065f],
  [0x0670, 0x0670],
  [0x06d6, 0x06ed],
  [0x0730, 0x074a],
  [0x08ca, 0x08ff],
  [0x1ab0, 0x1aff],
  [0x1dc0, 0x1dff],
  [0x20d0, 0x20ff],
  [0xa66f, 0xa67d],
  [0xfe20, 0xfe2f],
];

/** The Arabic tatweel, and the Armenian signs of stress, question and exclamation, which stand inside words. */
const INSIDE_WORDS = /[\u0640\u055b\u055c\u055e\u055f\p{Cf}]/u;
/** Letters by their class that are written as apostrophes. */
const APOSTROPHE = /[\u02b9-\u02c1\u02ee]/u;

/** What is the same letter to those who search, though Unicode takes neither apart. */
const SAME_AS: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ł: 'l',
  ŧ: 't',
  ı: 'i',
  ə: 'e',
  ς: 'σ',
  '\u0671': '\u0627',
  '\u0649': '\u064a',
  '\u06cc': '\u064a',
  '\u06a9': '\u0643',
  '\u0629': '\u0647',
  '\u06c1': '\u0647',
  '\u06be': '\u0647',
  '\u06d5': '\u0647',
};

const known = new Map<number, readonly Piece[]>();

/** The pieces of one code point. */
export function piecesOf(point: number): readonly Piece[] {
  let pieces = known.get(point);
  if (pieces === undefined) {
    pieces = fold(String.fromCodePoint(point));
    known.set(point, pieces);
  }
  return pieces;
}

function fold(character: string): Piece[] {
  if (INSIDE_WORDS.test(character)) return [];
  if (!/[\p{L}\p{N}\p{M}]/u.test(character)) return GAP;
  const parts = Array.from(character.normalize('NFKD').toLowerCase().normalize('NFKD'));
  return parts.filter((part) => !INSIDE_WORDS.test(part)).map(pieceOf);
}

function pieceOf(part: string): Piece {
  if (isLeftOut(part)) return { kind: 'mark', text: '' };
  if (/\p{M}/u.test(part) || JAMO_AFTER_FIRST.test(part)) return { kind: 'mark', text: part };
  if (/\p{Nd}/u.test(part)) return { kind: 'letter', text: digitOf(part) };
  if (!/[\p{L}\p{N}]/u.test(part) || APOSTROPHE.test(part)) return { kind: 'gap', text: '' };
  return { kind: ALONE.test(part) ? 'alone' : 'letter', text: SAME_AS[part] ?? part };
}

function isLeftOut(part: string): boolean {
  const point = part.codePointAt(0) as number;
  return /\p{M}/u.test(part) && LEFT_OUT_MARKS.some(([from, to]) => point >= from && point <= to);
}

/** The value of a decimal digit of any script; Unicode keeps the ten of a script in a row, from 0 to 9. */
function digitOf(digit: string): string {
  const point = digit.codePointAt(0) as number;
  let zero = point;
  while (point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(point - zero);
}
