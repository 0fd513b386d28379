import { isDash, isInvisible, isQuotationMark, isSpace } from './typography.ts';
import { isDigit, isUnspaced } from './words.ts';

/**
 * What stands between two letters or digits: spaces, punctuation and marks, in one form for each way to set them.
 *
 * A form is the signs without the spaces around them; of spaces alone one, of nothing nothing. Quotation marks and
 * apostrophes are `'`, dashes `-`, a minus sign `−`, dots of omission `…`, and a line break is kept where it may explain a
 * sign: before a mark that begins a paragraph, and after a hyphen that cuts a word.
 */

/** One sign of a gap, and where it stands in the text. */
export type Sign = { readonly form: string; readonly from: number; readonly to: number };

const dot = /^[.․]$/;

/** The signs in `[from, to)`. White space and invisible characters are passed over. */
export function signsIn(text: string, from: number, to: number): Sign[] {
  const signs: Sign[] = [];
  for (let at = from; at < to; ) {
    const point = text.codePointAt(at) ?? 0;
    const char = String.fromCodePoint(point);
    const end = at + char.length;
    if (char === '…' || char === '⋯' || char === '‥') signs.push({ form: '…', from: at, to: end });
    else if (isQuotationMark(char)) pushMark(signs, text, char, at, end);
    else if (isDash(char)) pushDash(signs, text, at, end);
    else if (!isSpace(char) && !isInvisible(char)) signs.push({ form: char.normalize('NFKC'), from: at, to: end });
    at = end;
  }
  return signs.some(({ form }) => dot.test(form)) ? withDots(signs) : signs;
}

/** Two single marks of one kind are a double one that was typed so. */
function pushMark(signs: Sign[], text: string, char: string, at: number, end: number): void {
  const last = signs.at(-1);
  if (last?.to === at && /^['`´‘’]$/.test(char) && text.slice(last.from, last.to) === char) {
    signs[signs.length - 1] = { ...last, to: end };
  } else signs.push({ form: "'", from: at, to: end });
}

function pushDash(signs: Sign[], text: string, at: number, end: number): void {
  const last = signs.at(-1);
  if (last?.form === '-' && text.slice(last.to, at).trim() === '') signs[signs.length - 1] = { ...last, to: end };
  else signs.push({ form: '-', from: at, to: end });
}

/** Three dots and more are an omission, with spaces between them or not. */
function withDots(signs: readonly Sign[]): Sign[] {
  const joined: Sign[] = [];
  for (let at = 0; at < signs.length; ) {
    let end = at;
    while (end < signs.length && dot.test(signs[end]?.form ?? '')) end++;
    const [first, last] = [signs[at] as Sign, signs[Math.max(at, end - 1)] as Sign];
    if (end - at >= 3) joined.push({ form: '…', from: first.from, to: last.to });
    else joined.push(...signs.slice(at, Math.max(end, at + 1)));
    at = Math.max(end, at + 1);
  }
  return joined;
}

/** The form of the gap `[from, to)` between two characters. */
export function gapForm(text: string, from: number, to: number): string {
  const gap = text.slice(from, to);
  if (/^\s+$/.test(gap)) return ' ';
  const signs = signsIn(text, from, to);
  if (signs.length === 0) return softened(gap) === '' ? '' : ' ';
  const forms = signs.map(({ form }) => form);
  const last = signs.at(-1) as Sign;
  if (last.form === '-' && last.to === to && isMinus(text, from, last)) forms[forms.length - 1] = '−';
  const opens = signs.length - 1;
  if (last.form === "'" && last.to === to && hasBreak(text.slice(signs[opens - 1]?.to ?? from, last.from))) {
    forms.splice(opens, 0, '\n');
  }
  if (forms.length === 1 && last.form === '-' && last.from === from && hasBreak(text.slice(last.to, to)))
    forms.push('\n');
  return forms.join('');
}

/** A gap without what takes no room: invisible characters, and the line break after a soft hyphen. */
function softened(gap: string): string {
  const joined = gap.includes('\u00ad') ? gap.replace(/\u00ad[ \t]*\r?\n\s*/g, '') : gap;
  return Array.from(joined)
    .filter((char) => !isInvisible(char) && !/\p{M}/u.test(char))
    .join('');
}

function hasBreak(text: string): boolean {
  return /[\n\r\u2028\u2029]/.test(text);
}

/** A minus sign stands right before a digit, and neither letter nor digit right before it. */
function isMinus(text: string, from: number, { from: at, to }: Sign): boolean {
  return at > from && isDigit(text.charAt(to)) && /^[-\u2212\uff0d\ufe63]$/.test(text.slice(at, to));
}

/** How two gaps differ, the characters before and after them being the same. */
export type GapDifference = 'typography' | 'numbers' | 'brackets' | 'punctuation' | 'words';

/**
 * Whether two forms differ in typography alone: a mark repeated at a paragraph, a word cut at a line's end, spaces where
 * the script has none. Else what the difference is.
 */
export function compareGaps(there: string, given: string, before: string, after: string): GapDifference {
  const isNumber = isDigit(before) && isDigit(after);
  const [one, other] = [unbroken(there), unbroken(given)];
  if (one === other) return 'typography';
  if (continued(there) === other || continued(given) === one) return 'typography';
  if (isCut(there, other) || isCut(given, one)) return isNumber ? 'numbers' : 'typography';
  if (one.trim() === '' && other.trim() === '') {
    if (isUnspaced(before) || isUnspaced(after)) return isNumber ? 'numbers' : 'typography';
    return isNumber ? 'punctuation' : 'words';
  }
  if (isNumber) return 'numbers';
  if (/[−]/.test(one) !== /[−]/.test(other) && isDigit(after)) return 'numbers';
  const bare = (form: string) => form.replace(/[[\]*†‡]/g, '') || ' ';
  if (bare(one) === bare(other) || bare(one).trim() === bare(other).trim()) return 'brackets';
  return 'punctuation';
}

function unbroken(form: string): string {
  return form.replace('\n', '');
}

/** The form without the mark that begins its paragraph, or nothing where it has none. */
function continued(form: string): string | undefined {
  if (!form.endsWith("\n'")) return undefined;
  return form.slice(0, -2) || ' ';
}

function isCut(form: string, other: string): boolean {
  return form === '-\n' && other === '';
}
