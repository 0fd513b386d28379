import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { beside, cut, shown, tableOf, widthOf, wrapped } from '../../src/platform/columns.ts';

/** Of every script that a record may have: wide, joined, combining, from right to left, and pictures. */
const CELLS = [
  'Լաչինի միջանցքը փակ չէ',
  'لا يوجد حصار على الممر.',
  '走廊没有被封锁，通行受到限制',
  'ラチン回廊',
  '통행이 제한되었다',
  'नाकाबंदी नहीं थी',
  'การปิดล้อมไม่มีอยู่จริง',
  'אין מצור',
  'Вето',
  'e\u0301te\u0301',
  '👩‍👩‍👧‍👦 family',
  'plain',
  '',
];
const ISOLATES = /[\u2068\u2069]/g;

describe('a table', () => {
  test('keeps its columns in every script, wherever a cell stands', () => {
    const rows = CELLS.map((cell, at) => [cell, String(at), cell, 'end']);
    const lines = tableOf(['WORDS', 'N', 'AGAIN', 'LAST'], rows).split('\n');
    const places = lines.map((line) =>
      stringWidth(line.slice(0, line.lastIndexOf(line.endsWith('end') ? 'end' : 'LAST'))),
    );
    expect(new Set(places).size).toBe(1);
    expect(lines).toHaveLength(CELLS.length + 1);
  });

  test('keeps its columns on a narrow screen, and every word of it', () => {
    const rows = CELLS.map((cell) => [cell, '│', `${cell} ${cell} ${cell}`, '│']);
    const lines = tableOf(['', '│', '', '│'], rows, 40).split('\n');
    for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(40);
    const marks = lines
      .filter((line) => line.includes('│'))
      .map((line) => stringWidth(line.slice(0, line.indexOf('│'))));
    expect(new Set(marks).size).toBe(1);
    const letters = (text: string) => [...text.replace(ISOLATES, '').replace(/[\s│]/g, '')].sort().join('');
    expect(letters(lines.join(''))).toBe(letters(rows.flat().join('')));
  });

  test('sets apart what is written from right to left, so that neighbours do not change places', () => {
    const [, line = ''] = tableOf(['A', 'B'], [['حصار', 'אין']]).split('\n');
    expect(line).toBe('\u2068حصار\u2069  \u2068אין\u2069');
  });

  test('lets no cell steer the terminal', () => {
    const table = tableOf(['A', 'B'], [['\u001b]0;owned\u0007\u001b[2J', 'two\nlines\u202E\u2066\u009b']]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what must not be there
    expect(table).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066]/);
    expect(table.split('\n')).toHaveLength(2);
    expect(table).toContain('two lines');
  });
});

const someText = fc.array(fc.oneof(fc.constantFrom(...CELLS), fc.string({ unit: 'grapheme' })), { maxLength: 5 });

const signsIn = (line: string) => [...new Intl.Segmenter().segment(line)].length;

describe('lines of a width', () => {
  test('are never wider, but for one sign that is, and hold the whole text in its order', () => {
    fc.assert(
      fc.property(someText, fc.integer({ min: 2, max: 60 }), (parts, width) => {
        const text = shown(parts.join(' '));
        const lines = wrapped(text, width);
        for (const line of lines) if (signsIn(line) > 1) expect(widthOf(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });

  test('break at spaces, and inside of a word only where it is longer than a line', () => {
    expect(wrapped('there was no blockade of the corridor', 12)).toEqual([
      'there was no',
      'blockade of',
      'the corridor',
    ]);
    expect(wrapped('走廊没有被封锁，通行受到限制', 10).join('')).toBe('走廊没有被封锁，通行受到限制');
    expect(wrapped('abcdefghij', 4)).toEqual(['abcd', 'efgh', 'ij']);
    expect(wrapped('', 4)).toEqual(['']);
  });

  test('are cut between characters, and say so', () => {
    expect(cut('limited access', 8)).toBe('limited…');
    expect(cut('走廊没有', 6)).toBe('走廊…');
    expect(cut('e\u0301te\u0301', 2)).toBe('e\u0301…');
    expect(cut('short', 5)).toBe('short');
  });

  test('stand beside each other', () => {
    expect(beside([['走廊', 'b'], ['1']], [5, 3])).toEqual(['走廊  │ 1', 'b     │']);
  });
});
