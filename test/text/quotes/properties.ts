import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { checkQuote, prepareText } from '../../../src/text/quotes/check.ts';
import { isVerified, type QuoteCheck } from '../../../src/text/quotes/quote.ts';

/**
 * What must hold of any text and any quote, with texts of which it is known by construction where words and numbers begin
 * and end. `node test/text/quotes/properties.ts --cases 1000000` tries as many.
 */

const words = [
  'the',
  'road',
  'was',
  'never',
  'closed',
  'unlimited',
  'limited',
  'access',
  'didn’t',
  "can't",
  'able',
  'unable',
  'illegal',
  'blockade',
  'we',
  'said',
  'résumé',
  're\u0301sume\u0301',
  'oﬃce',
  'office',
  'US',
  'corridor’s',
  'no',
  'nobody',
  'дорога',
  'незаконно',
  'законно',
  'об’єкт',
  'ещё',
  'մենք',
  'և',
  'الطريق',
  'הכביש',
  'צה"ל',
  'straße',
  'İzmir',
  '길이',
  '😀',
  '👩‍🚀',
  '🇦🇲',
];
const numbers = ['1,200', '200', '0.5', '5', '15', '−5', '40', '400', '10:30', '1\u00a0200', '3/4', '12.05.2023', '½'];
const separators = [
  ' ',
  ' ',
  ' ',
  ' ',
  ', ',
  '. ',
  '; ',
  '? ',
  ' – ',
  '—',
  '\n',
  '\n\n',
  '\u00a0',
  '… ',
  ' “',
  '” ',
  ' (',
  ') ',
  ': "',
  '," ',
];

type Piece = { readonly piece: string; readonly separator: string };
const piece = fc.record({
  piece: fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...words) },
    { weight: 1, arbitrary: fc.constantFrom(...numbers) },
  ),
  separator: fc.constantFrom(...separators),
});

/** A text, and where each of its words and numbers begins and ends in UTF-16 offsets. */
function textOf(pieces: readonly Piece[]) {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  for (const { piece, separator } of pieces) {
    // A sign after a letter, and digits after digits and a space, would make another number.
    if (/^[−\d½]/u.test(piece) && /[\p{L}\p{N}\p{M}][\u00a0 —]?$/u.test(text)) text += '; ';
    starts.push(text.length);
    text += piece;
    ends.push(text.length);
    text += separator;
  }
  return { text, starts, ends };
}

const changes: readonly ((quote: string, seed: number) => string)[] = [
  (quote) => quote,
  (quote) => quote.replace(/[“”"]/g, '„').replace(/’/g, "'"),
  (quote) => quote.replace(/["“”]/g, '‘'),
  (quote) => quote.replace(/\s+/g, '\u00a0\n'),
  (quote) => quote.replace(/ – |—/g, ' -- '),
  (quote) => quote.replace(/ – /g, '—'),
  (quote) => quote.normalize('NFC'),
  (quote) => quote.normalize('NFD'),
  (quote) => quote.replace(/(\p{Ll})(?=\p{Ll})/gu, '$1\u00ad'),
  (quote) => quote.replace(/ﬃ/g, 'ffi').replace(/և/g, 'եւ'),
  (quote) => quote.replace(/ا/g, 'ا\u0640'),
  (quote) => `“${quote}”`,
  (quote) => `  ${quote}\n`,
];

const stand = fc.record({
  pieces: fc.array(piece, { minLength: 2, maxLength: 24 }),
  from: fc.nat(),
  count: fc.nat({ max: 9 }),
  change: fc.nat(),
  cut: fc.nat(),
  side: fc.boolean(),
  other: fc.constantFrom(...words, ...numbers),
});

type Case = { pieces: Piece[]; from: number; count: number; change: number; cut: number; side: boolean; other: string };

function placesIn({ result, anchor, occurrences, parts }: QuoteCheck): { start: number; end: number }[] {
  if (!isVerified(result) && result !== 'ambiguous') return [];
  return parts ?? occurrences ?? (anchor ? [anchor] : []);
}

/** What is told of a text and a quote, in its essence: letters and digits in their order, case and accents kept. */
function essence(text: string): string {
  return text
    .replace(/[\u00ad\u0640\u200b-\u200f]/g, '')
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}\p{M}\p{S}]/gu, '');
}

function fail(message: string, details: object): never {
  throw new Error(`${message}: ${JSON.stringify(details)}`);
}

/** Fails when one of the promises is broken for a case. */
export function checkCase({ pieces, from, count, change, cut, side, other }: Case): void {
  const { text, starts, ends } = textOf(pieces);
  const prepared = prepareText(text);
  const first = from % pieces.length;
  const last = Math.min(pieces.length - 1, first + count);
  const [start, end] = [starts[first] as number, ends[last] as number];
  const points = (offset: number) => Array.from(text.slice(0, offset)).length;
  const whole = text.slice(start, end);

  const quote = (changes[change % changes.length] as (typeof changes)[number])(whole, cut);
  const found = checkQuote(prepared, quote);
  if (!isVerified(found.result) && found.result !== 'ambiguous')
    fail('whole words are not verified', { text, quote, found });
  if (found.result === 'ambiguous' && (found.occurrences?.length ?? 0) < 100) {
    const isThere = found.occurrences?.some((place) => place.start <= points(start) && place.end >= points(end));
    // Places with the quote's own characters go first; the others are not listed beside them.
    const isBetter = found.occurrences?.every((place) =>
      [whole, quote].some((own) => sliceOf(text, place).includes(own)),
    );
    if (!isThere && !isBetter && !found.parts) fail('the place is not among the occurrences', { text, quote, found });
  }
  checkPlaces(text, quote, found, starts, ends);

  const middle = pieces[side ? first : last]?.piece ?? '';
  const isCuttable = Array.from(middle).length > 1;
  if (isCuttable) {
    const letters = Array.from(middle);
    const part = letters.slice(0, 1 + (cut % Math.max(1, letters.length - 1))).join('').length;
    const at = (side ? start : end - middle.length) + part;
    const inside = side ? text.slice(at, end) : text.slice(start, at);
    if (/[\p{L}\p{N}]/u.test(inside)) {
      const cutFound = checkQuote(prepared, inside);
      checkPlaces(text, inside, cutFound, starts, ends);
      checkSuggestion(prepared, text, inside, cutFound);
    }
  }

  const mixed = [...pieces.slice(first, last + 1).map(({ piece }) => piece)];
  mixed[cut % mixed.length] = other;
  const changed = mixed.join(' ');
  const altered = checkQuote(prepared, changed);
  checkPlaces(text, changed, altered, starts, ends);
  checkSuggestion(prepared, text, changed, altered);
}

/** Each place begins and ends with a word or number of the text, and has the quote's letters and digits. */
function checkPlaces(
  text: string,
  quote: string,
  found: QuoteCheck,
  starts: readonly number[],
  ends: readonly number[],
): void {
  const points = Array.from(text);
  const offsets = (point: number) => points.slice(0, point).join('').length;
  for (const place of placesIn(found)) {
    const there = sliceOf(text, place);
    if (found.parts === undefined && essence(there) !== essence(quote))
      fail('a place has other words', { text, quote, found });
    const lead = /^[^\p{L}\p{N}\p{M}\p{S}]*/u.exec(there)?.[0].length ?? 0;
    const trail = /[^\p{L}\p{N}\p{M}\p{S}]*$/u.exec(there)?.[0].length ?? 0;
    const [from, to] = [offsets(place.start) + lead, offsets(place.end) - trail];
    const begins = starts.some(
      (start, at) =>
        start === from ||
        (pieceAt(text, start, ends[at]).startsWith('−') && start + 1 === from && there[lead - 1] === '−'),
    );
    if (!begins || !ends.includes(to)) fail('a place cuts a word or number', { text, quote, found });
  }
}

function pieceAt(text: string, start: number, end = start): string {
  return text.slice(start, end);
}

function sliceOf(text: string, { start, end }: { start: number; end: number }): string {
  return Array.from(text).slice(start, end).join('');
}

/** What is suggested is verified when it is sent, and a closest passage is the text's. */
function checkSuggestion(
  prepared: ReturnType<typeof prepareText>,
  text: string,
  quote: string,
  found: QuoteCheck,
): void {
  if (found.result !== 'altered') return;
  const { closest, suggestion, difference } = found;
  if (closest === undefined || difference === undefined)
    fail('an altered quote is not explained', { text, quote, found });
  if (sliceOf(text, closest) !== closest.text) fail('a closest passage is not the text’s', { text, quote, found });
  if (suggestion === undefined) fail('nothing is suggested', { text, quote, found });
  const { result } = checkQuote(prepared, suggestion);
  if (!isVerified(result) && result !== 'ambiguous')
    fail('a suggestion is not verified', { text, quote, found, result });
}

/** Tries so many cases; a failing one is made as small as it gets. */
export function checkProperties(cases: number, seed?: number): void {
  fc.assert(
    fc.property(stand, (one) => checkCase(one)),
    { numRuns: cases, ...(seed !== undefined && { seed }) },
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({
    options: { cases: { type: 'string', default: '1000000' }, seed: { type: 'string' } },
  });
  const started = Date.now();
  checkProperties(Number(values.cases), values.seed === undefined ? undefined : Number(values.seed));
  console.log(`${values.cases} cases hold, in ${Math.round((Date.now() - started) / 1000)} s.`);
}
