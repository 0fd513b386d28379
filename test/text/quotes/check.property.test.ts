import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkQuote, prepareText } from '../../../src/text/quotes/check.ts';
import { fold } from '../../../src/text/quotes/fold.ts';
import { isVerified, Quote, QuoteCheck, QuotedText } from '../../../src/text/quotes/quote.ts';
import { isDash } from '../../../src/text/quotes/typography.ts';
import { isWordEdge } from '../../../src/text/quotes/words.ts';
import { checkProperties } from './properties.ts';

/** Words, marks, controls and scripts that make trouble, beside any other Unicode. */
const unit = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...'abcdeABC      .,;') },
  { weight: 2, arbitrary: fc.constantFrom('é', 'e\u0301', 'ȩ́', 'q\u0323\u0307', '각', '\u1100\u1161', 'Å', '\u212b') },
  { weight: 2, arbitrary: fc.constantFrom('“', '”', '"', '’', "'", '–', '-', '--', '…', '...', '[…]', '[x]', '(…)') },
  {
    weight: 1,
    arbitrary: fc.constantFrom('\u00a0', '\u2009', '\n\n', '\t', '\u00ad', '\u200b', '\u200d', '\ufe0f', '\u0301'),
  },
  { weight: 1, arbitrary: fc.constantFrom('😀', '👩‍🚀', '🇦🇲', '𝔸', 'שלום', 'سلام', '中文', 'ไทย') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', minLength: 1, maxLength: 2 }) },
);
const unicode = fc.array(unit, { minLength: 1, maxLength: 80 }).map((units) => units.join(''));
/** A text and a slice of it between two places where a word or character may begin and end, in code points. */
const sliced = fc
  .tuple(unicode, fc.nat(), fc.nat())
  .map(([text, a, b]) => {
    const points = Array.from(text);
    const offsets = [0];
    for (const point of points) offsets.push((offsets.at(-1) ?? 0) + point.length);
    const edges = offsets.flatMap((offset, at) => (isWordEdge(text, offset) ? [at] : []));
    const start = edges[a % (edges.length - 1)] ?? 0;
    const later = edges.filter((edge) => edge > start);
    const end = later[b % later.length] ?? points.length;
    return { text, start, end, quote: points.slice(start, end).join('') };
  })
  .filter(({ quote }) => /^[\p{L}\p{N}]/u.test(quote) && /[\p{L}\p{N}]$/u.test(quote));

/** A text of graphemes of several code points, and a place in it. */
const clustered = fc
  .tuple(
    fc.array(fc.constantFrom('a', ' ', 'e\u0301', '👩‍🚀', '🇦🇲', '각'.normalize('NFD'), '中'), { minLength: 60 }),
    fc.nat(),
  )
  .map(([units, at]) => {
    const before = units.slice(0, at % units.length).join('');
    const start = Array.from(before).length;
    const quote = units[at % units.length] ?? '';
    return { text: units.join(''), start, end: start + Array.from(quote).length, quote };
  });

const word = fc.string({ unit: fc.constantFrom(...'aeioubdgklmnrstв'), minLength: 2, maxLength: 9 });
/** Text whose words are all different, so that no passage is like another. */
const prose = fc
  .uniqueArray(word, { minLength: 12, maxLength: 40 })
  .map((words) =>
    words
      .map((each, place) => `${each}${['', ',', '’s', ' “so”', ' –', '.\n\n', ' 😀', ' e\u0301t'][place % 8]}`)
      .join(' '),
  );

function sliceOf(text: string, start: number, end: number): string {
  return Array.from(text).slice(Math.max(start, 0), end).join('');
}

describe('any slice of any Unicode text', () => {
  test('is exact, or ambiguous; exact at its place with its position', () => {
    fc.assert(
      fc.property(sliced, ({ text, start, end, quote }) => {
        const prepared = prepareText(text);
        const found = checkQuote(prepared, quote);
        const around = [sliceOf(text, start - 1, start), sliceOf(text, end, end + 1)];
        if (around.some(isDash) && found.result === 'normalized') {
          // A place that a hyphen joins to another word is left for one that is whole, though its typography differs.
          expect(found.anchor?.start).not.toBe(start);
        } else if (found.result !== 'ambiguous') {
          expect(found.result).toBe('exact');
          expect(sliceOf(text, found.anchor?.start ?? 0, found.anchor?.end ?? 0)).toBe(quote);
        }
        expect(checkQuote(prepared, quote, { start, end })).toMatchObject({ result: 'exact', anchor: { start, end } });
        QuoteCheck.parse(found);
        Quote.parse(quote);
        QuotedText.parse(text);
      }),
      { numRuns: 2_000 },
    );
  });

  test('has surroundings of at most 32 code points, cut between graphemes', () => {
    const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
    fc.assert(
      fc.property(fc.oneof(sliced, clustered), ({ text, start, end, quote }) => {
        const { anchor } = checkQuote(prepareText(text), quote, { start, end });
        fc.pre(anchor?.start === start && anchor.end === end);
        const { prefix, suffix } = anchor ?? { prefix: '', suffix: '' };
        const points = Array.from(text);
        const before = points.slice(0, start).join('');
        const after = points.slice(end).join('');
        expect(before.endsWith(prefix) && after.startsWith(suffix)).toBe(true);
        expect(Math.max(Array.from(prefix).length, Array.from(suffix).length)).toBeLessThanOrEqual(32);
        const edges = new Set(Array.from(graphemes.segment(text), ({ index }) => index)).add(text.length);
        const outer = [before.length - prefix.length, text.length - after.length + suffix.length];
        if (prefix !== '') expect(edges).toContain(outer[0]);
        if (suffix !== '') expect(edges).toContain(outer[1]);
        if (start <= 32) expect(prefix).toBe(before);
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('a slice in other typography', () => {
  const variants: [string, (text: string) => string][] = [
    ['straight quotation marks', (text) => text.replace(/[“”]/g, '"').replace(/’/g, "'")],
    ['other dashes', (text) => text.replace(/[-–]/g, '—')],
    ['other spaces', (text) => text.replace(/\s+/g, '\u00a0\n')],
    ['soft hyphens and zero-width spaces', (text) => text.replace(/(\p{L})(?=\p{L})/gu, '$1\u00ad\u200b')],
    ['the composed normal form', (text) => text.normalize('NFC')],
    ['the decomposed normal form', (text) => text.normalize('NFD')],
    ['three dots', (text) => text.replace(/…/g, '...')],
  ];
  test.each(variants)('is normalized at the same place: %s', (_name, change) => {
    fc.assert(
      fc.property(prose, fc.nat(), fc.nat(), (text, a, b) => {
        const starts = Array.from(text.matchAll(/(?<=^|\s)\S/gu), ({ index }) => index);
        const from = starts[a % (starts.length - 4)] ?? 0;
        const later = starts.filter((at) => at > from + 12);
        const to = later[b % later.length] ?? text.length;
        const quote = text.slice(from, to).trimEnd();
        const changed = change(quote);
        const start = Array.from(text.slice(0, from)).length;
        const end = start + Array.from(quote).length;
        const expected = changed === quote ? 'exact' : 'normalized';
        expect(checkQuote(prepareText(text), changed)).toMatchObject({ result: expected, anchor: { start, end } });
      }),
    );
  });
});

describe('a slice of whole words with one letter changed', () => {
  test.each([['z'], ['а'], ['É']])('is altered, names the letter and gives its place: %s', (letter) => {
    fc.assert(
      fc.property(prose, fc.nat(), fc.nat(), fc.nat(), (text, a, b, c) => {
        const points = Array.from(text);
        const isOf = (pattern: RegExp, at: number) => pattern.test(points[at] ?? ' ');
        let start = a % (points.length - 24);
        let end = start + 24 + (b % (points.length - start - 23));
        while (start > 0 && !isOf(/\s/, start - 1)) start -= 1;
        while (!isOf(/\s/, end)) end += 1;
        while (!isOf(/\p{L}/u, start)) start += 1;
        while (!isOf(/\p{L}/u, end - 1)) end -= 1;
        const slice = points.slice(start, end);
        const letters = slice.flatMap((char, at) => (/\p{L}/u.test(char) && slice[at + 1] !== '\u0301' ? [at] : []));
        const at = letters[c % letters.length] ?? 0;
        const quote = slice.with(at, letter).join('');
        const found = checkQuote(prepareText(text), quote);
        expect(found).toMatchObject({
          result: 'altered',
          closest: { text: slice.join(''), start, end, firstDifference: { at, expected: slice[at], found: letter } },
        });
        expect(found.closest?.similarity).toBeCloseTo(1 - 1 / Array.from(fold(quote).text).length);
      }),
      { numRuns: 300 },
    );
  });
});

describe('whatever the text and the quote', () => {
  test('a verified quote’s words are those at its anchor, and an altered one’s passage is the text’s and another', () => {
    const near = fc.tuple(sliced, unicode, fc.nat(), fc.boolean()).map(([{ text, quote }, other, at, mixes]) => {
      const points = Array.from(quote);
      const place = at % (points.length + 1);
      return { text, quote: mixes ? points.toSpliced(place, at % 3, other.slice(0, at % 4)).join('') : other };
    });
    fc.assert(
      fc.property(near, ({ text, quote }) => {
        const found = checkQuote(prepareText(text), quote);
        const words = (string: string) => fold(string).text.replace(/[^\p{L}\p{N}\p{M}\p{S}]/gu, '');
        if (found.result === 'exact')
          expect(sliceOf(text, found.anchor?.start ?? 0, found.anchor?.end ?? 0)).toBe(quote);
        if (found.result === 'normalized') {
          expect(words(sliceOf(text, found.anchor?.start ?? 0, found.anchor?.end ?? 0))).toBe(words(quote));
        }
        for (const part of found.parts ?? []) {
          const bare = words(sliceOf(text, part.start, part.end)).toLowerCase();
          expect(words(quote).toLowerCase()).toContain(bare);
        }
        if (found.closest) {
          const { closest } = found;
          expect(sliceOf(text, closest.start, closest.end)).toBe(closest.text);
          expect(closest.firstDifference.expected).not.toBe(closest.firstDifference.found);
        }
        expect([isVerified(found.result) || found.result === 'ambiguous', found.result === 'altered']).toEqual([
          'anchor' in found,
          'closest' in found,
        ]);
      }),
      { numRuns: 2_000 },
    );
  });

  test('a quote of letters that the text lacks is not found', () => {
    fc.assert(
      fc.property(
        unicode,
        fc.string({ unit: fc.constantFrom(...'ϞϠ϶Ϸ'), minLength: 1, maxLength: 40 }),
        (text, quote) => {
          fc.pre(!/[ϞϠ϶Ϸ]/.test(text));
          expect(checkQuote(prepareText(text), quote)).toEqual({ result: 'not-found', warnings: [] });
        },
      ),
    );
  });
});

describe('texts whose words and numbers are known', () => {
  test('verify spans of whole words in any typography, and no other; what is suggested is verified', () => {
    checkProperties(10_000);
  });
});

test.each(['\ufe70a', '\ufe71b', '\ufc5e ok'])(
  '%j, which begins with a vowel mark printed by itself, is exact',
  (quote) => {
    expect(checkQuote(prepareText(`So: ${quote}.`), quote)).toMatchObject({ result: 'exact', anchor: { start: 4 } });
  },
);
