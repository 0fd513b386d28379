import { normalizeUrl } from '../../kernel/address.ts';
import { lengthInCodePoints } from '../../kernel/text.ts';
import { startOf } from '../../kernel/time.ts';

const NAMED: Record<string, string> = Object.fromEntries(
  (
    'amp:& lt:< gt:> quot:" apos:\' nbsp:\u00a0 shy:\u00ad ndash:– mdash:— lsquo:‘ rsquo:’ sbquo:‚ ldquo:“ rdquo:” bdquo:„ ' +
    'laquo:« raquo:» lsaquo:‹ rsaquo:› hellip:… bull:• middot:· euro:€ pound:£ yen:¥ cent:¢ copy:© reg:® trade:™ deg:° ' +
    'sect:§ para:¶ iexcl:¡ iquest:¿ times:× divide:÷ plusmn:± frac12:½ frac14:¼ frac34:¾ sup2:² sup3:³ micro:µ ' +
    'ordf:ª ordm:º szlig:ß aelig:æ AElig:Æ oslash:ø Oslash:Ø aring:å Aring:Å eth:ð ETH:Ð thorn:þ THORN:Þ oelig:œ OElig:Œ ' +
    'zwnj:\u200c zwj:\u200d lrm:\u200e rlm:\u200f thinsp:\u2009 ensp:\u2002 emsp:\u2003'
  )
    .split(' ')
    .map((pair) => [pair.slice(0, pair.indexOf(':')), pair.slice(pair.indexOf(':') + 1)]),
);
const MARKS: Record<string, string> = {
  grave: '\u0300',
  acute: '\u0301',
  circ: '\u0302',
  tilde: '\u0303',
  uml: '\u0308',
  cedil: '\u0327',
  caron: '\u030c',
};

/** A text with its HTML character references resolved; one that nobody knows stays as it is. */
export function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z][a-zA-Z\d]{1,9}));/g,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return NAMED[name] ?? accented(name) ?? whole;
      const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff) ? String.fromCodePoint(point) : whole;
    },
  );
}

function accented(name: string): string | undefined {
  const mark = MARKS[name.slice(1)];
  return mark && `${name[0]}${mark}`.normalize('NFC');
}

const TAG = /<\/?[a-zA-Z][^<>]{0,2000}>|<!--[\s\S]{0,10000}?-->/g;

/** One line of plain text: no tags, no character references (escaped twice, too), no control characters, single spaces. */
export function plainLine(text: string): string {
  const bare = withoutEntities(withoutEntities(text).replace(TAG, ' ')).replace(TAG, ' ');
  return storable(bare)
    .replace(/[\p{Cc}\s\u2028\u2029]+/gu, (space) => (space === '\u00a0' || space === '\u202f' ? space : ' '))
    .trim();
}

/** The text without what no engine keeps: NUL, and halves of surrogate pairs. */
export function storable(text: string): string {
  const whole = text.includes('\0') ? text.replaceAll('\0', '') : text;
  return whole.isWellFormed() ? whole : whole.toWellFormed();
}

const BLOCK =
  /<(?:\/(?:p|div|h[1-6]|li|ul|ol|tr|table|blockquote|section|article|header|footer|figure|figcaption|pre|dd|dt|title)|br\s*\/?|hr\s*\/?)\s*[^<>]*>/gi;
const UNREAD = /<(script|style|head|template|noscript)\b[\s\S]*?<\/\1\s*>/gi;

/** The text of a piece of HTML: each block is a paragraph of its own, and no-break spaces stay what they are. */
export function textOfHtml(html: string): string {
  const marked = html
    .replace(UNREAD, '')
    .replace(/[\t\n\f\r ]+/g, ' ')
    .replace(BLOCK, '\n')
    .replace(TAG, '');
  return paragraphs(withoutEntities(marked));
}

/** The text with blank lines and the spaces around line ends left out, and no control characters but line ends. */
export function paragraphs(text: string): string {
  return storable(text)
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/[^\P{Cc}\n]+/gu, ' ')
    .split('\n')
    .map((line) => line.replace(/ {2,}/g, ' ').replace(/^ +| +$/g, ''))
    .filter((line) => /\S/.test(line))
    .join('\n');
}

/** What a JSON-LD value says in words: a string, a number, `{"@value": …}`, or the first of a list that says anything. */
export function wordsOf(value: unknown): string | null {
  if (typeof value === 'string') return plainLine(value) || null;
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  if (Array.isArray(value)) {
    for (const one of value.slice(0, 100)) {
      const words = Array.isArray(one) ? null : wordsOf(one);
      if (words !== null) return words;
    }
    return null;
  }
  if (typeof value !== 'object' || value === null) return null;
  const { '@value': said } = value as { '@value'?: unknown };
  return typeof said === 'object' ? null : wordsOf(said);
}

/** The text, cut at a word with an ellipsis when it has more code points than that. */
export function shortened(text: string, max: number): string {
  if (text.length <= max || lengthInCodePoints(text) <= max) return text;
  const cut = [...text.slice(0, max * 2)].slice(0, max - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > max / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}

/** An address on the web; a bare host is taken for one. Null when it is none. */
export function addressOf(text: unknown): string | null {
  if (typeof text !== 'string') return null;
  const bare = withoutEntities(text).trim();
  if (/^https?:\/\//i.test(bare)) return normalizeUrl(bare);
  return /^(?:\/\/)?(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:\/\S*)?$/u.test(bare)
    ? normalizeUrl(`https://${bare.replace(/^\/\//, '')}`)
    : null;
}

/** A host without `www.`, as Google's `site` is. */
export function siteOf(address: string): string {
  return new URL(address).hostname.replace(/^www\./, '');
}

/**
 * A date as it is written, as far as it is one: with its time only where its offset is said, since a time without one is
 * no moment. Seconds or milliseconds since 1970 are read too. Null when it is no date.
 */
export function dateOf(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value) : wordsOf(value);
  if (text === null) return null;
  if (/^-?\d{9,13}$/.test(text)) return dateOfEpoch(Number(text));
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact) return existing(`${compact[1]}-${compact[2]}-${compact[3]}`);
  const [, day, time, offset] =
    /^(\d{4}(?:-\d{2}){0,2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?))?\s?(Z|[+-]\d{2}:?\d{2})?$/i.exec(text) ?? [];
  if (day === undefined) return null;
  if (time === undefined || offset === undefined) return existing(day);
  const zone = offset.length === 5 ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset.toUpperCase();
  return existing(`${day}T${time.replace(/(\.\d{9})\d+$/, '$1')}${zone}`) ?? existing(day);
}

function dateOfEpoch(count: number): string | null {
  const time = new Date(Math.abs(count) < 1e11 ? count * 1000 : count);
  return Number.isNaN(time.getTime()) ? null : existing(time.toISOString());
}

function existing(date: string): string | null {
  return startOf(date) === null ? null : date;
}
