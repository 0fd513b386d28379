import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countPoints, indexText, sliceSpan, toOffset, toPoint } from '../../../src/kernel/span.ts';
import { fold, foldedOffset, isEdge, originEnd, originStart } from '../../../src/text/quotes/fold.ts';

const text = fc.string({ unit: 'binary', maxLength: 60 });
const troubled = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'a',
        ' ',
        '\n',
        '\u00a0',
        '-',
        '—',
        '“',
        '…',
        'e\u0301',
        '\u0323',
        '\u00ad',
        '😀',
        '\u1161',
        '가',
      ),
      text,
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(''));

describe('folding', () => {
  test('keeps what is written alike and joins what differs in typography alone', () => {
    expect(fold('“It’s – well…”\u00a0\n he\u00adsaid').text).toBe("'It's-well...' hesaid");
    expect(fold('Re\u0301sume\u0301 ﬁ 가'.normalize('NFD')).text).toBe('Résumé fi 가');
    expect(fold('ＡＢＣ ｶﾞ µ և الـطريق infra\u00ad\nstructure').text).toBe('ABC ガ μ եւ الطريق infrastructure');
    expect(fold('m² ½ ①').text).toBe('m² ½ ①');
    expect(fold('\u212b\u212a\u037e').text).toBe('ÅK;');
    for (const different of ['а', 'A', 'é', '1', 'а́']) expect(fold(different).text).not.toBe(fold('a').text);
  });

  test('of folded text is that text, and of any normal form the same', () => {
    fc.assert(
      fc.property(troubled, (original) => {
        const folded = fold(original).text;
        expect(fold(folded.trim()).text).toBe(folded.trim());
        const marks = /\p{M}{25}/u.test(original.normalize('NFD'));
        if (!marks) expect(fold(original.normalize('NFD')).text).toBe(fold(original.normalize('NFC')).text);
      }),
      { numRuns: 500 },
    );
  });

  test('of any one character is a text that folds to itself', () => {
    const unstable: string[] = [];
    for (let point = 0; point <= 0x10ffff; point += 1) {
      if (point >= 0xd800 && point <= 0xdfff) continue;
      const folded = fold(`a ${String.fromCodePoint(point)} b`).text;
      if (fold(folded).text !== folded) unstable.push(point.toString(16));
    }
    expect(unstable).toEqual([]);
  });

  test('leads back to the text: between two edges stands what folds to what is between them', () => {
    fc.assert(
      fc.property(troubled, fc.nat(), fc.nat(), (original, a, b) => {
        const folded = fold(original);
        const edges = Array.from({ length: folded.text.length + 1 }, (_, at) => at).filter((at) => isEdge(folded, at));
        const [from = 0, to = 0] = [edges[a % edges.length] ?? 0, edges[b % edges.length] ?? 0].sort((x, y) => x - y);
        const slice = original.slice(originStart(folded, from), originEnd(folded, to));
        if (from < to) expect(fold(slice).text).toBe(folded.text.slice(from, to));
        if (from < folded.text.length) expect(foldedOffset(folded, originStart(folded, from))).toBe(from);
      }),
      { numRuns: 1_000 },
    );
  });

  test('leaves no character out that a normal form joins to the one before it', () => {
    const joined = new Set<string>();
    for (let point = 0; point < 0x110000; point++) {
      const [, ...rest] =
        point < 0xac00 || point > 0xd7ff ? String.fromCodePoint(point).normalize('NFD') : '각'.normalize('NFD');
      for (const char of rest) joined.add(char);
    }
    expect(joined.size).toBeGreaterThan(60);
    for (const char of joined) {
      const folded = fold(`a${char}b`);
      const edges = Array.from({ length: folded.text.length }, (_, at) => at).filter((at) => isEdge(folded, at));
      expect([char, ...edges.map((at) => originStart(folded, at))]).toEqual([char, 0, 1 + char.length]);
    }
  });
});

describe('code points', () => {
  test('convert to UTF-16 offsets and back as an array of characters counts them', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), fc.nat({ max: 60 }), (piece, repeats) => {
        const whole = piece.repeat(repeats);
        const index = indexText(whole);
        const points = Array.from(whole);
        expect([index.length, countPoints(whole)]).toEqual([points.length, points.length]);
        let offset = 0;
        for (const [point, char] of points.entries()) {
          if (point % 7 === 0) expect([toOffset(index, point), toPoint(index, offset)]).toEqual([offset, point]);
          offset += char.length;
        }
        expect([toOffset(index, points.length + 5), toPoint(index, offset + 5)]).toEqual([whole.length, points.length]);
        expect(sliceSpan(whole, { start: 3, end: 9 })).toBe(points.slice(3, 9).join(''));
      }),
    );
  });
});
