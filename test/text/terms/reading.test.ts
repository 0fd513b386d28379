import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { deniesTerm } from '../../../src/text/terms/claim-denial.ts';
import type { Usage } from '../../../src/text/terms/term.ts';
import { plainUsage, READ_LANGUAGES, readingOf, strongestUsage } from '../../../src/text/terms/usage.ts';
import { tokenize, wordsOf } from '../../../src/text/words/token.ts';

/** Of the sentences of a language, how many at most are read wrongly. */
const WRONG_MAX: Record<string, number> = { en: 0.05, ru: 0.1, uk: 0.1, de: 0.1, fr: 0.1, es: 0.1 };
const WRONG_ELSEWHERE_MAX = 0.2;
const DENIALS_RIGHT_MIN = 0.95;

type Sentence = { expected: string[]; isIndirect: boolean; marked: string };

function sentencesIn(language: string): Sentence[] {
  const text = readFileSync(new URL(`sentences/${language}.tsv`, import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => {
      const [readings, quoteType, marked] = line.split('\t') as [string, string, string];
      return { expected: readings.split('/'), isIndirect: quoteType === 'indirect', marked };
    });
}

/** Reads the wording that stands in brackets. */
function read(marked: string, language: string, isIndirect = false): Usage {
  const [start, end] = [marked.indexOf('['), marked.indexOf(']') - 1];
  const text = marked.replace('[', '').replace(']', '');
  const tokens = tokenize(text);
  const from = tokens.findIndex((token) => token.end > start);
  const to = tokens.findLastIndex((token) => token.start < end) + 1;
  return readingOf({ text, tokens, language, isIndirect }, { from, to });
}

describe('the reading of a term', () => {
  test.each(READ_LANGUAGES)('in %s is right for as many sentences as is promised', (language) => {
    const sentences = sentencesIn(language);
    const wrong = sentences.flatMap(({ expected, isIndirect, marked }) => {
      const reading = read(marked, language, isIndirect);
      return expected.includes(reading) ? [] : [`${expected.join('/')} read as ${reading}: ${marked}`];
    });
    expect(sentences.length).toBeGreaterThanOrEqual(60);
    const max = sentences.length * (WRONG_MAX[language] ?? WRONG_ELSEWHERE_MAX);
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(max);
  });

  test.each(READ_LANGUAGES)('in %s says denial only of what is one, nineteen times of twenty', (language) => {
    const told = sentencesIn(language).filter(
      ({ marked, isIndirect }) => read(marked, language, isIndirect) === 'denial',
    );
    const right = told.filter(({ expected }) => expected.includes('denial'));
    expect(right.length).toBeGreaterThanOrEqual(told.length * DENIALS_RIGHT_MIN);
  });

  test.each(READ_LANGUAGES)('in %s is a use without being looked for where no word can make it another', (language) => {
    const passedOver = sentencesIn(language).filter(({ marked, isIndirect }) => {
      const words = wordsOf(marked.replace('[', '').replace(']', ''));
      return !isIndirect && plainUsage(words, language) !== null && read(marked, language) !== 'use';
    });
    expect(passedOver).toEqual([]);
  });

  test.each([
    ['Nobody can deny that there is a [blockade].', 'use'],
    ['It is not true that there is no [blockade].', 'use'],
    ['It is not true that there is a [blockade].', 'denial'],
    ['I do not believe that nobody imposed a [blockade].', 'use'],
    ['I doubt that this is a [blockade].', 'denial'],
    ['There is no doubt that this is a [blockade].', 'use'],
  ])('counts the negations that govern it: in “%s” it is a %s', (marked, reading) => {
    expect(read(marked, 'en')).toBe(reading);
  });

  test.each([
    ['We did not impose the [blockade].', 'use'],
    ['We did not impose a [blockade].', 'denial'],
    ['We did not impose this [blockade].', 'use'],
    ['We have not seen any [blockade].', 'denial'],
    ['We have not seen a worse [blockade].', 'use'],
    ['We cannot afford a [blockade].', 'use'],
    ['If there is no [blockade], why is there no bread?', 'use'],
    ['Is there no [blockade]?', 'use'],
  ])('takes what is definite, compared, wanted or supposed for given: in “%s” it is a %s', (marked, reading) => {
    expect(read(marked, 'en')).toBe(reading);
  });

  test('is of the language, whatever its region and the case of its tag, and unread where there is no grammar', () => {
    expect(read('There is no [blockade].', 'en-GB')).toBe('denial');
    expect(read('There is no [blockade].', 'EN')).toBe('denial');
    expect(read('Hakuna [kizuizi].', 'sw')).toBe('unread');
    expect(read('“[kizuizi]” hicho', 'sw')).toBe('unread');
    expect(read('“[kizuizi]” hicho', 'sw', true)).toBe('mention');
    expect(plainUsage(['hakuna', 'kizuizi'], 'sw')).toBe('unread');
  });

  test('of several is the strongest: use, denial, mention, unread', () => {
    expect(strongestUsage(['unread', 'mention', 'denial', 'use'])).toBe('use');
    expect(strongestUsage(['mention', 'denial'])).toBe('denial');
    expect(strongestUsage(['unread', 'mention'])).toBe('mention');
    expect(strongestUsage(['unread'])).toBe('unread');
  });

  test('takes no longer for a long text without a stop than its sentences do', () => {
    const text = `${'and nobody denied that it was not a war, '.repeat(20_000)}no blockade`;
    const tokens = tokenize(text);
    const from = tokens.length - 1;
    const start = performance.now();
    for (let times = 0; times < 1_000; times += 1)
      readingOf({ text, tokens, language: 'en', isIndirect: false }, { from, to: from + 1 });
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('a claim', () => {
  test.each([
    ['There is no blockade', 'blockade', true],
    ['The corridor is under blockade', 'blockade', false],
    ['The blockade is not legal', 'blockade', false],
    ['Никакой блокады нет', 'блокады', true],
    ['Es gibt keine Blockade', 'Blockade', true],
    ['No blockade will break us', 'blockade', false],
    ['There is limited access', 'blockade', false],
    ['', 'blockade', false],
  ])('“%s” with the term “%s” denies it itself: %s', (text, term, denies) => {
    expect(deniesTerm(text, [wordsOf(term)])).toBe(denies);
  });
});
