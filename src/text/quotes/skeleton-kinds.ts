import { isInvisible, isQuotationMark, isSpace, keepsForm } from './typography.ts';

/** What a character is to a skeleton. */
export const kinds = { unit: 1, complex: 2, gap: 3, accent: 4, joining: 5, none: 6 } as const;

/** Marks that are accents or vowel marks, which many writers leave out. Others are letters. */
const accent =
  /^[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0730-\u074a\u0483-\u0487]$/u;
/** What makes one letter with the letter before it. */
const joining = /^[\u3099\u309a\uff9e\uff9f\u1160-\u11ff\ud7b0-\ud7fb]$/u;
/** Letters with marks that are letters of their own. */
export const whole = /^[йЙїЇўЎѓЃќЌ\uac00-\ud7a3\u3040-\u30ff]$/u;
const kept = /^[\p{L}\p{N}\p{M}\p{S}%٪‰&＆@#§€]$/u;
/** What a vowel mark that is printed by itself comes apart into: it stays what it is. */
const markAlone = /^[ \u0640]\p{M}*$/u;
const dropped = /^[|<>^~\u00a8\u00af\u00b8\u02d8-\u02dd＾｜＜＞～]$/u;

/** Which of these kinds a character is of. */
export function classify(char: string): number {
  if (isQuotationMark(char) || isSpace(char)) return kinds.gap;
  if (isInvisible(char)) return kinds.none;
  if (accent.test(char)) return kinds.accent;
  if (joining.test(char)) return kinds.joining;
  if (/^\p{Cs}$/u.test(char)) return kinds.complex;
  if (!kept.test(char) || dropped.test(char)) return kinds.gap;
  if (char.length > 1) return kinds.complex;
  const apart = char.normalize('NFKD');
  if (whole.test(char) || keepsForm(char) || apart === char || markAlone.test(apart)) return kinds.unit;
  return kinds.complex;
}
