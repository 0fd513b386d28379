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

/** Accents and vowel points that writers may leave out. The vowel signs of Indic and South-East Asian scripts are no such marks. */
const LEFT_OUT_MARK =
  /[\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0730-\u074a\u08ca-\u08ff\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ua66f-\ua67d\ufe20-\ufe2f]/u;

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
  if (!/[\p{L}\p{N}\p{M}]/u.test(character) || APOSTROPHE.test(character)) return GAP;
  const lower = character.normalize('NFKD').toLowerCase().normalize('NFKD');
  return Array.from(lower, pieceOf);
}

function pieceOf(part: string): Piece {
  if (LEFT_OUT_MARK.test(part)) return { kind: 'mark', text: '' };
  if (/\p{M}/u.test(part) || JAMO_AFTER_FIRST.test(part)) return { kind: 'mark', text: part };
  if (/\p{Nd}/u.test(part)) return { kind: 'letter', text: digitOf(part) };
  if (!/[\p{L}\p{N}]/u.test(part)) return { kind: 'gap', text: '' };
  return { kind: ALONE.test(part) ? 'alone' : 'letter', text: SAME_AS[part] ?? part };
}

/** The value of a decimal digit of any script; Unicode keeps the ten of a script in a row, from 0 to 9. */
function digitOf(digit: string): string {
  const point = digit.codePointAt(0) as number;
  let zero = point;
  while (point - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(point - zero);
}
