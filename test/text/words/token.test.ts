import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPhrase, tokenize, wordsOf } from '../../../src/text/words/token.ts';

const LETTERS_DIGITS_MARKS = Array.from({ length: 0x110000 }, (_, point) => point)
  .filter((point) => point < 0xd800 || point > 0xdfff)
  .map((point) => String.fromCodePoint(point))
  .filter((character) => /[\p{L}\p{N}\p{M}]/u.test(character));
const anyText = fc.string({ unit: 'binary', maxLength: 60 });

describe('the words of a text', () => {
  test.each([
    ['case and accents', 'CAFÉ Ångström Łódź Straße Đorđe İstanbul', 'cafe angstrom lodz strasse dorde istanbul'],
    ['the Azerbaijani schwa', 'Əliyev Azərbaycan', 'eliyev azerbaycan'],
    ['apostrophes and hyphens, as ends of words', "Armenia's l’envoyé cease-fire", 'armenia s l envoye cease fire'],
    ['invisible characters, inside words', 'block\u00adade \u202bpass\u202c می\u200cخواهم', 'blockade pass ميخواهم'],
    ['numbers and their signs', '3,000 ٣٥ ３ km² ½', '3 000 35 3 km2 1 2'],
    ['Cyrillic', 'Лачинский КОРИДОР Ёлка', 'лачинскии коридор елка'],
    ['Greek', 'ΛΌΓΟΣ λόγος', 'λογοσ λογοσ'],
    ['Armenian with its ligature and the signs inside words', 'Երևան ԵՐԵՎԱՆ ինչո՞ւ', 'երեւան երեւան ինչու'],
    [
      'Arabic without points, tatweel and variants of letters',
      'المُحتَلَّة الـحصـار أرمينيا ی',
      'المحتله الحصار ارمينيا ي',
    ],
    ['Hebrew without points', 'בָּרוּךְ מַעֲבָר', 'ברוך מעבר'],
    ['Devanagari with its vowel signs', 'नमस्ते', 'नमस्ते'],
    ['Chinese, character by character', '封锁走廊', '封 锁 走 廊'],
    ['Japanese, voiced apart from voiceless', 'カガ', 'カ ガ'],
    ['Korean, syllable by syllable', '봉쇄를', '봉 쇄 를'],
    ['Thai, character by character', 'ปิด', 'ปิ ด'],
    ['presentation forms and full width', 'ﬁnal ＡＢＣ', 'final abc'],
  ])('fold %s', (_name, text, words) => {
    expect(wordsOf(text).join(' ').normalize('NFC')).toBe(words.normalize('NFC'));
  });

  test('are the same however the text is normalized', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(wordsOf(text.normalize('NFD'))).toEqual(wordsOf(text.normalize('NFC')));
      }),
    );
  });

  test('hold letters, digits and marks only, so that they mean nothing to an engine', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        for (const word of wordsOf(text)) expect(word).toMatch(/^[\p{L}\p{N}\p{M}]{1,100}$/u);
      }),
      { numRuns: 1000 },
    );
  });

  test('stand where they say, in the order of the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let end = 0;
        for (const token of tokenize(text)) {
          expect(token.start).toBeGreaterThanOrEqual(Math.min(end, token.start));
          expect(token.end).toBeGreaterThan(token.start);
          expect(wordsOf(text.slice(token.start, token.end)).join('')).toContain(token.token);
          end = token.end;
        }
      }),
    );
  });

  test('are folded once, whichever character stands in them', () => {
    for (const character of LETTERS_DIGITS_MARKS) {
      const words = wordsOf(`${character} a${character}b`);
      if (wordsOf(words.join(' ')).join(' ') !== words.join(' ')) expect.fail(JSON.stringify({ character, words }));
    }
  });

  test('are folded once: words of words are the same words', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const words = wordsOf(text);
        expect(wordsOf(words.join(' '))).toEqual(words);
      }),
      { numRuns: 1000 },
    );
  });

  test('are cut to 100 characters, and split no surrogate pair', () => {
    expect(wordsOf('a'.repeat(10_000))).toEqual(['a'.repeat(100)]);
    expect(wordsOf(`a${'𐐷'.repeat(200)}`)[0]?.isWellFormed()).toBe(true);
  });

  test('a phrase is found where it stands, accents and signs between its words passed over', () => {
    const text = 'No blockade; a «LIMITED-áccess» regime. Limited, access?';
    const found = findPhrase(tokenize(text), ['limited', 'access']);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(['LIMITED-áccess', 'Limited, access']);
  });
});
