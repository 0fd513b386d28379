import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Match, writeMatch } from '../../../src/text/words/match.ts';
import { parseQuery } from '../../../src/text/words/query.ts';

/** Groups as `a + "b c" + d* - e`. */
function told(text: string): string[] {
  const wording = ({ tokens, prefix }: { tokens: readonly string[]; prefix: boolean }) =>
    `${tokens.join('_')}${prefix ? '*' : ''}`;
  return parseQuery(text).any.map(({ all, none }) =>
    [...all.map(wording), ...none.map((w) => `-${wording(w)}`)].join(' '),
  );
}

describe('a search is read as', () => {
  test.each([
    ['words', 'Lachin corridor', ['lachin corridor']],
    ['a phrase', '"limited access" Lachin', ['limited_access lachin']],
    ['a phrase in curly quotation marks', '“limited access”', ['limited_access']],
    ['a negation', 'blockade -corridor -"no blockade"', ['blockade -corridor -no_blockade']],
    ['negations alone', '-blockade', ['-blockade']],
    ['a prefix', 'block* "limited acc*"', ['block* limited_acc*']],
    ['alternatives, which bind less than words', 'a b OR c -d', ['a b', 'c -d']],
    ['a word with signs, which is a phrase', "cease-fire U.S. don't", ['cease_fire u_s don_t']],
    ['an or in small letters, which is a word', 'a or b', ['a or b']],
    ['an OR with nothing on one side, which is a word', 'OR a OR', ['or a']],
    ['a quotation mark that stays open, which is text', 'a "b c', ['a b c']],
    ['a quotation mark inside a word, which is text', 'צה"ל', ['צה_ל']],
    ["the engines' own words", 'NEAR(a b) AND words:x ^y a+b {c}', ['near_a b and words_x y a_b c']],
    ['signs alone, which ask for nothing', '* - "" :) -* OR', ['or']],
    ['nothing', ' \u200f ', []],
  ])('%s', (_name, text, groups) => {
    expect(told(text)).toEqual(groups);
  });

  test('any text can be read, and written for both engines without a character of its own', () => {
    const pieces = fc.constantFrom(
      '"',
      '-',
      '*',
      'OR',
      ' ',
      '(',
      ')',
      "'",
      '\\',
      ':',
      '&',
      '|',
      '!',
      '<->',
      'NEAR(',
      'a',
      'é',
      '中',
      '\u202e',
      '\0',
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(pieces, { maxLength: 60 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(text, (q) => {
        const match: Match = { facets: [['is_statement']], terms: null, query: parseQuery(q) };
        const plain = /^(?:(?:words|more|facets|NOT|AND|OR|[ (){}:*"])|[\p{L}\p{N}\p{M}_])*$/u;
        expect(writeMatch(match, 'sqlite')).toMatch(plain);
        expect(writeMatch(match, 'postgres').replaceAll(' <-> ', ' ')).toMatch(/^[\p{L}\p{N}\p{M}_ '():*&|!]*$/u);
      }),
      { numRuns: 1000 },
    );
  });
});
