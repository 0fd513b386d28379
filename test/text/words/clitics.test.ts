import { expect, test } from 'vitest';
import { formsWithClitics } from '../../../src/text/words/clitics.ts';

test('a word of Arabic or Hebrew has forms with what is written onto it, and without the article', () => {
  expect(formsWithClitics('طريق')).toEqual(expect.arrayContaining(['الطريق', 'والطريق', 'للطريق', 'وطريق', 'بطريق']));
  expect(formsWithClitics('الطريق')).toEqual(expect.arrayContaining(['طريق', 'والطريق', 'للطريق']));
  expect(formsWithClitics('כביש')).toEqual(expect.arrayContaining(['הכביש', 'בכביש', 'והכביש', 'שהכביש']));
  expect(formsWithClitics('הכביש')).toContain('כביש');
});

test('a short word, and one of another script, has none', () => {
  for (const word of ['من', 'של', 'road', 'дорога', '123', 'ճանապարհ']) expect(formsWithClitics(word)).toEqual([]);
});
