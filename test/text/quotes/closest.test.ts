import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkQuote, formsOf, prepareText } from '../../../src/text/quotes/check.ts';
import { alignStepsMax, closestPassage } from '../../../src/text/quotes/closest.ts';
import { compilePattern, editDistance, findEnds } from '../../../src/text/quotes/myers.ts';
import { candidateWindows, windowsMax } from '../../../src/text/quotes/windows.ts';

/** The last row of Sellers' matrix: the least edit distance of a passage that ends at each place of the text. */
function sellers(pattern: readonly number[], text: readonly number[], anchored: boolean): number[] {
  let column = pattern.map((_, row) => row + 1);
  return text.map((symbol, at) => {
    let diagonal = anchored ? at : 0;
    let above = anchored ? at + 1 : 0;
    column = column.map((left, row) => {
      above = Math.min(left + 1, above + 1, diagonal + Number(pattern[row] !== symbol));
      diagonal = left;
      return above;
    });
    return above;
  });
}

const symbols = (max: number, maxLength: number) => fc.array(fc.nat({ max }), { maxLength });
const pair = fc.oneof(
  fc.tuple(symbols(3, 100), symbols(4, 400)),
  fc.tuple(symbols(2, 40), symbols(2, 12)).map(([piece, other]) => [
    [...piece, ...piece, ...other],
    [...other, ...piece, 1, ...piece, ...other, ...piece, ...piece, ...piece],
  ]),
);

describe('the approximate matcher', () => {
  test('finds the ends and the errors that the naive matrix has, whatever the bound', () => {
    fc.assert(
      fc.property(pair, fc.boolean(), fc.nat({ max: 120 }), ([pattern = [], text = []], anchored, errorsMax) => {
        fc.pre(pattern.length > 0);
        const row = sellers(
          pattern.map((symbol) => symbol + 1),
          text,
          anchored,
        );
        const least = Math.min(...row);
        const compiled = compilePattern(
          Uint16Array.from(pattern, (symbol) => symbol + 1),
          6,
        );
        const wanted = { errorsMax, anchored, endsMax: 1_000 };
        const found = findEnds(compiled, Uint16Array.from(text), wanted, { steps: 0 });
        const bound = Math.min(errorsMax, pattern.length);
        const ends = row.flatMap((errors, at) => (errors === least ? [at + 1] : []));
        expect(found).toEqual(least <= bound ? { errors: least, ends } : undefined);
        const whole =
          text.length === 0
            ? pattern.length
            : sellers(
                pattern.map((symbol) => symbol + 1),
                text,
                true,
              ).at(-1);
        expect(editDistance(compiled, Uint16Array.from(text), { steps: 0 })).toBe(whole);
      }),
      { numRuns: 1_000 },
    );
  });

  test('keeps the first of too many equal ends, and those around a place', () => {
    const find = (near: number) =>
      findEnds(
        compilePattern(Uint16Array.of(1), 2),
        new Uint16Array(1_000).fill(1),
        {
          errorsMax: 0,
          anchored: false,
          near,
          endsMax: 8,
        },
        { steps: 0 },
      )?.ends;
    expect(find(0)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(find(500)).toContain(500);
  });
});

describe('the closest passage', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abc d'), minLength: 4, maxLength: 60 });

  test('has the least edit distance of all passages of the text', () => {
    fc.assert(
      fc.property(letters, letters, (text, quote) => {
        const form = formsOf(quote)[0];
        const prepared = prepareText(text);
        const folded = prepared.folded.text;
        fc.pre(form !== undefined && !folded.includes(form.folded.text));
        const points = (string: string) => Array.from(string, (char) => char.charCodeAt(0));
        const found = form && closestPassage(prepared, { ...form, given: quote });
        const wanted = points(form?.folded.text ?? '');
        const least = Math.min(...sellers(wanted, points(folded), false));
        if (found === undefined) {
          expect(least / wanted.length).toBeGreaterThan(0.2);
          return;
        }
        const there = points(prepareText(found.text).folded.text);
        expect(sellers(wanted, there, true).at(-1)).toBe(least);
        expect(found.similarity).toBeCloseTo(1 - least / Math.max(wanted.length, there.length));
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    ['We are done by the end of the summer, she said.', 'done by the end of the year', 'done by the end of the summer'],
    ['Some undone work is there by the end.', 'done works is there', 'undone work is there'],
    ['He didn’t say that it is over.', 'didn’ say that it was over', 'didn’t say that it is over'],
    ['通行走廊已被完全封锁。', '行走廊已经完全封', '行走廊已被完全封'],
  ])('of %j to %j ends at no half of a word', (text, quote, passage) => {
    const { closest } = checkQuote(prepareText(text), quote);
    const points = (string: string) => Array.from(prepareText(string).folded.text, (char) => char.codePointAt(0) ?? 0);
    const [wanted, there] = [points(quote), points(passage)];
    const distance = sellers(wanted, there, true).at(-1) ?? 0;
    expect(closest).toMatchObject({
      text: passage,
      start: text.indexOf(passage),
      end: text.indexOf(passage) + passage.length,
      similarity: 1 - distance / Math.max(wanted.length, there.length),
    });
    const { at = 0, found = '', expected = '' } = closest?.firstDifference ?? {};
    expect(quote.slice(at, at + found.length)).toBe(found);
    expect(passage.slice(at, at + expected.length)).toBe(expected);
  });

  test('keeps half a word where the whole of it would be too far from the quote', () => {
    const { result, closest } = checkQuote(prepareText('The counterrevolutionaries.'), 'revolutiom');
    expect(result).toBe('altered');
    expect(closest).toMatchObject({ text: 'revolution', start: 11, end: 21 });
  });

  test('ends at whole words where that is as close, and near the hinted place', () => {
    const text = prepareText('An unlimited access. A limited access. Some other limited access to it.');
    expect(checkQuote(text, 'limited accesx').closest).toMatchObject({ text: 'limited access', start: 23 });
    expect(checkQuote(text, 'limited accesx', { start: 50 }).closest).toMatchObject({ start: 50 });
    expect(checkQuote(text, 'Xlimited access').closest).toMatchObject({ text: 'limited access' });
  });
});

describe('the work that a check may cost', () => {
  const size = 1 << 20;
  const long = 10_000;
  /** Aligning the whole text or the windows, then choosing between ties. One step is about 5 ns. */
  const stepsMax = alignStepsMax + 16_000_000 + 10_000_000;

  test.each([
    ['one letter, and a quote of it that ends otherwise', 'a'.repeat(size), `${'a'.repeat(6_600)}${'b'.repeat(3_400)}`],
    ['one letter, and a quote of it and another', 'a'.repeat(size), `b${'a'.repeat(long - 1)}`],
    ['one letter, and a quote at the bound', 'a'.repeat(size), `${'a'.repeat(1_500)}${'b'.repeat(480)}`],
    ['a period, and a quote of it', 'abcdefg '.repeat(size / 8), `${'abcdefg '.repeat(long / 8 - 1)}abcdefgx`],
    ['two letters, and a quote of both', 'ab'.repeat(size / 2), 'ababababaa'.repeat(long / 10)],
  ])('is bounded for a text of 1 MiB of %s', (_name, text, quote) => {
    const work = { steps: 0 };
    const { result } = checkQuote(prepareText(text), quote, {}, work);
    expect(['altered', 'not-found']).toContain(result);
    expect(work.steps).toBeGreaterThan(0);
    expect(work.steps).toBeLessThanOrEqual(stepsMax);
  });

  test('goes into a few windows where text and quote are too long, and the altered passage is among them', () => {
    let seed = 1;
    const letter = () => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return 'etaoinshr dlu'.charAt((seed >>> 16) % 13);
    };
    const text = Array.from({ length: 400_000 }, letter).join('');
    const slice = text.slice(text.indexOf(' ', 200_000), text.indexOf(' ', 208_000)).trim();
    const quote = slice.replace(/(.{30})./gs, '$1x');
    const start = text.indexOf(slice);
    const work = { steps: 0 };
    const { closest } = checkQuote(prepareText(text), quote, {}, work);
    expect(closest?.text).toBe(prepareText(text).text.slice(start, start + slice.length));
    expect(work.steps).toBeLessThanOrEqual(stepsMax);
    const codes = (string: string) => Uint16Array.from(string, (char) => char.charCodeAt(0));
    expect(candidateWindows(codes(text), codes(quote), 12_000).length).toBeLessThanOrEqual(windowsMax);
  });
});
