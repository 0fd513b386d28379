import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findUnstorable, lengthInCodePoints, lineUpTo, NESTING_MAX, textUpTo } from '../../src/kernel/text.ts';

test('limits count code points', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (text) => {
      expect(lengthInCodePoints(text)).toBe([...text].length);
    }),
  );
  expect(textUpTo(3).safeParse('\u{1F600}'.repeat(3)).success).toBe(true);
  expect(textUpTo(3).safeParse('\u{1F600}'.repeat(4)).success).toBe(false);
});

const BLANKS = [
  '',
  ' ',
  '\n\t',
  '\u00a0\u2003\ufeff',
  '\u200b',
  '\u00ad',
  '\u2800',
  '\u3164',
  '\u034f\ufe0f',
  '\u200d \u2066',
];

test.each([...BLANKS, '\u{e0041}', '\u{1d159}', '\ufff9'])('%j is no text, and no line', (text) => {
  expect(textUpTo(10).safeParse(text).success).toBe(false);
  expect(lineUpTo(10).safeParse(text).success).toBe(false);
});

test.each(['a\nb', 'a\tb', 'a\u0085b', 'a\u2028b', 'a\u2029b', '\u007f', '\u202eabc', 'a\u202db', 'a'.repeat(11)])(
  '%j is no line',
  (text) => {
    expect(lineUpTo(10).safeParse(text).success).toBe(false);
  },
);

test.each([
  [' a b ', 'a b'],
  ['\u00a0a\n', 'a'],
  ['\ufeffJan\u200b No\u00advak\u200e', 'Jan Novak'],
  ['\u202aC:\u202c', 'C:'],
  ['می\u200cخواهم', 'می\u200cخواهم'],
  ['ab \u200fאב\u200e cd', 'ab \u200fאב\u200e cd'],
  ['❤\ufe0f', '❤\ufe0f'],
  [`${' '.repeat(20)}a`, 'a'],
])('%j is the line %j', (pasted, line) => {
  expect(lineUpTo(10).parse(pasted)).toBe(line);
  expect(lineUpTo(10).parse(line)).toBe(line);
});

test.each([
  ['\0', ''],
  ['\ud800', ''],
  [{ a: ['b', { 'c/d~e': 'x\udc00' }] }, '/a/1/c~1d~0e'],
  [{ a: { 'b\0': 1 } }, '/a'],
  [['a', ['\0']], '/1/0'],
] as const)('%j is found out, and where', (value, pointer) => {
  expect(findUnstorable(value)).toEqual({
    pointer,
    detail: expect.stringContaining('a NUL, or half of a surrogate pair'),
  });
});

test('what JSON can hold otherwise is stored, and comes out of its own texts as it went in', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'grapheme', maxDepth: 5 }), (value) => {
      const hasNul = JSON.stringify(value).includes('\\u0000');
      expect(findUnstorable(value) === null).toBe(!hasNul);
    }),
  );
});

test('what is nested as deep as is allowed passes, one level more does not, and a million do no harm', () => {
  const nested = (depth: number) => {
    let value: unknown = [];
    for (let level = 1; level < depth; level += 1) value = level % 2 ? { a: value } : [value];
    return value;
  };
  expect(findUnstorable(nested(NESTING_MAX))).toBeNull();
  for (const depth of [NESTING_MAX + 1, 1_000_000])
    expect(findUnstorable(nested(depth))?.detail).toBe(`is nested more than ${NESTING_MAX} levels deep`);
});
