import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sentenceAround, sentencePointsMax } from '../../../src/text/quotes/sentence.ts';

function around(text: string, words: string) {
  const start = Array.from(text.slice(0, text.indexOf(words))).length;
  return sentenceAround(text, { start, end: start + Array.from(words).length });
}

describe('the sentence around a quote', () => {
  test.each([
    ['one sentence', 'limited access', 'He said there was "limited access" to it.'],
    ['the sentences that it spans', 'to it. They', 'He said there was "limited access" to it. They left 😀 soon!'],
    ['a sentence up to a line break', 'head', 'A headline without a stop'],
    ['the last sentence', 'end', 'Is this the end?'],
  ])('is %s', (_name, words, expected) => {
    const text =
      '😀 A headline without a stop\n\nIt began. He said there was "limited access" to it. They left 😀 soon! Is this the end?  ';
    expect(around(text, words).text.replace(/^😀 /u, '')).toBe(expected);
  });

  test('holds the span, is the text’s own, and is no longer than 600 code points unless the span is', () => {
    const piece = fc.constantFrom(
      'word ',
      'Other. ',
      '😀',
      '\n',
      'é',
      'Ends? ',
      'longer words and ',
      ' ',
      '“So,” ',
      'x'.repeat(300),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { minLength: 1, maxLength: 400 }),
        fc.nat(),
        fc.nat({ max: 900 }),
        (pieces, a, length) => {
          const text = pieces.join('');
          const points = Array.from(text);
          const start = a % points.length;
          const end = Math.min(points.length, start + length);
          const found = sentenceAround(text, { start, end });
          expect(points.slice(found.start, found.end).join('')).toBe(found.text);
          expect(found.start <= start && found.end >= end).toBe(true);
          expect(found.end - found.start).toBeLessThanOrEqual(Math.max(sentencePointsMax, end - start));
        },
      ),
    );
  });

  test('that is too long is cut between words, on both sides of the span', () => {
    const found = around(`${'alpha '.repeat(300)}here ${'omega '.repeat(300)}`, 'here');
    expect(found.text).toMatch(/^(alpha )+here (omega ?)+$/);
    expect(found.text.length).toBeGreaterThan(580);
  });
});
