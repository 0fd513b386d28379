import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkQuote, formsOf, prepareText } from '../../../src/text/quotes/check.ts';
import { alignStepsMax, closestPassage } from '../../../src/text/quotes/closest.ts';
import { anchoredErrors, compilePattern, editDistance, likelyEnds } from '../../../src/text/quotes/myers.ts';
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
  test('finds the ends and the errors that the naive matrix has, the fewest first, whatever the bound', () => {
    fc.assert(
      fc.property(pair, fc.nat({ max: 120 }), ([pattern = [], text = []], errorsMax) => {
        fc.pre(pattern.length > 0);
        const wanted = pattern.map((symbol) => symbol + 1);
        const row = sellers(wanted, text, false);
        const compiled = compilePattern(Uint16Array.from(wanted), 6);
        const units = Uint16Array.from(text);
        const found = likelyEnds(
          compiled,
          units,
          { errorsMax, near: 0, mayEnd: (column) => column % 2 === 0 },
          { steps: 0 },
        );
        const bound = Math.min(errorsMax, pattern.length);
        const columns = row.flatMap((errors, at) =>
          (at + 1) % 2 === 0 && errors <= bound ? [{ end: at + 1, errors }] : [],
        );
        columns.sort((a, b) => a.errors - b.errors || a.end - b.end);
        expect(found[0]).toEqual(columns[0]);
        for (const end of found) expect(columns).toContainEqual(end);
        const anchored = text.length === 0 ? [] : sellers(wanted, text, true);
        expect(Array.from(anchoredErrors(compiled, units, { steps: 0 }))).toEqual([pattern.length, ...anchored]);
        expect(editDistance(compiled, units, { steps: 0 })).toBe(anchored.at(-1) ?? pattern.length);
      }),
      { numRuns: 1_000 },
    );
  });

  test('keeps the ends around a place where there are too many', () => {
    const ends = likelyEnds(
      compilePattern(Uint16Array.of(1), 2),
      new Uint16Array(1_000).fill(1),
      { errorsMax: 0, near: 500, mayEnd: () => true },
      { steps: 0 },
    );
    expect(ends[0]).toEqual({ end: 500, errors: 0 });
    expect(ends.length).toBeLessThan(100);
  });
});

describe('the closest passage', () => {
  const letters = fc.string({ unit: fc.constantFrom(...'abc d'), minLength: 4, maxLength: 60 });

  test('has the least edit distance of all passages of whole words', () => {
    fc.assert(
      fc.property(letters, letters, (text, quote) => {
        const form = formsOf(quote)[0];
        const prepared = prepareText(text);
        fc.pre(form !== undefined);
        const points = (string: string) => Array.from(string, (char) => char.charCodeAt(0));
        const found = form && closestPassage(prepared, { ...form, given: quote });
        const wanted = points(form?.folded.text ?? '');
        const words = text.split(/ +/).filter((word) => word !== '');
        let least = Infinity;
        let best = 0;
        for (let from = 0; from < words.length; from++) {
          for (let to = from + 1; to <= words.length; to++) {
            const there = points(words.slice(from, to).join(' '));
            const distance = sellers(wanted, there, true).at(-1) ?? 0;
            if (distance === 0) return;
            least = Math.min(least, distance);
            best = Math.max(best, 1 - distance / Math.max(wanted.length, there.length));
          }
        }
        // The least distance, not the greatest similarity, is looked for: they may differ by the length of the passage.
        if (found === undefined) {
          expect(best).toBeLessThan(0.85);
          return;
        }
        const passage = prepareText(found.text).folded.text;
        expect(words.join(' ')).toContain(passage);
        expect(sellers(wanted, points(passage), true).at(-1)).toBe(least);
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

  test('is none where only half a word is close, and no half of a word hides it', () => {
    expect(checkQuote(prepareText('The counterrevolutionaries.'), 'revolutiom').result).toBe('not-found');
    const text = prepareText('Unlimited access was promised. They had limited accesz to it.');
    expect(checkQuote(text, 'limited access').closest).toMatchObject({ text: 'limited accesz', start: 40 });
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
