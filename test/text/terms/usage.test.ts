import { describe, expect, test } from 'vitest';
import { quotationsIn } from '../../../src/text/terms/quotations.ts';
import type { Usage } from '../../../src/text/terms/term.ts';
import { readingOf } from '../../../src/text/terms/usage.ts';
import { areInflections, groupInflections } from '../../../src/text/words/inflection.ts';
import { findWording, tokenize, wordsOf } from '../../../src/text/words/token.ts';

function usageIn(text: string, term: string, { language = 'en', isIndirect = false } = {}): Usage {
  const tokens = tokenize(text);
  const wording = wordsOf(term);
  const [from] = findWording(
    tokens.map(({ token }) => token),
    { tokens: wording, prefix: false },
  );
  if (from === undefined) throw new Error(`"${term}" is not in the text`);
  return readingOf({ text, tokens, language, isIndirect }, { from, to: from + wording.length });
}

describe('the usage of a wording', () => {
  test.each([
    ['there was no blockade of the corridor', 'blockade', 'denial'],
    ['Azerbaijan’s blockade of the Lachin Corridor', 'blockade', 'use'],
    ['lift the blockade, as it has caused food and medicine shortages in the region', 'blockade', 'use'],
    ['It is not a blockade', 'blockade', 'denial'],
    ['This isn’t a blockade', 'blockade', 'denial'],
    ["This isn't any kind of blockade", 'blockade', 'denial'],
    ['We have never imposed a blockade on anyone', 'blockade', 'denial'],
    ['They did not lift the blockade', 'blockade', 'use'],
    ['We will not tolerate a blockade', 'blockade', 'use'],
    ['No, the blockade goes on', 'blockade', 'use'],
    ['We have no food; the blockade goes on', 'blockade', 'use'],
    ['There is no food but there is a blockade', 'blockade', 'use'],
    ['No one can deny the blockade', 'blockade', 'use'],
    ['He denied that there was any blockade', 'blockade', 'denial'],
    ['The blockade does not exist', 'blockade', 'denial'],
    ['The blockade simply never existed', 'blockade', 'denial'],
    ['The blockade is not over', 'blockade', 'use'],
    ['There is no closure […] There are maintenance restrictions', 'maintenance restrictions', 'use'],
    ['we were given no notice at all', 'no notice', 'use'],
    ['the so-called blockade', 'blockade', 'mention'],
    ['the so-called humanitarian blockade', 'blockade', 'mention'],
    ['what they call a blockade', 'blockade', 'mention'],
    ['there is no so-called blockade', 'blockade', 'mention'],
    ['without a blockade there would be bread', 'blockade', 'use'],
    ['There is no doubt that the blockade continues', 'blockade', 'use'],
    ['No doubt the blockade is real', 'blockade', 'use'],
    ['Look at the road: no doubt the blockade is real', 'blockade', 'use'],
    ['Not only the blockade but also the shelling must end', 'blockade', 'use'],
    ['It is not just a blockade', 'blockade', 'use'],
    ['We have not forgotten the blockade', 'blockade', 'use'],
    ['There is no question of a blockade', 'blockade', 'denial'],
    ['The blockade isn’t real', 'blockade', 'denial'],
    ["The blockade doesn't exist", 'blockade', 'denial'],
    ['The blockade was never imposed', 'blockade', 'denial'],
    ['The blockade was imposed in December', 'blockade', 'use'],
    ['what Armenia calls a blockade', 'blockade', 'mention'],
    ['what the government of Armenia calls an illegal blockade', 'blockade', 'mention'],
    ['what is called a blockade', 'blockade', 'mention'],
    ['what Yerevan describes as a blockade', 'blockade', 'mention'],
    ['the blockade, as they call it, is a check', 'blockade', 'mention'],
    ['What the UN calls for is an end to the blockade', 'blockade', 'use'],
    ['That is what I saw; she calls. A blockade', 'blockade', 'use'],
    ['This is what we call a blockade', 'blockade', 'use'],
    ['What can only be called a blockade has lasted nine months', 'blockade', 'use'],
    ['I know what to call this blockade', 'blockade', 'use'],
    ['What else could you call this blockade', 'blockade', 'use'],
    ['He thanked the so-called experts; the blockade goes on', 'blockade', 'use'],
    ['The blockade was not imposed by Azerbaijan but by Russia', 'blockade', 'use'],
    ['The blockade was not imposed.', 'blockade', 'denial'],
    ['Life under blockade is not real freedom', 'blockade', 'use'],
    ['The blockade is not real, and never was', 'blockade', 'denial'],
    ['Nobody cares about the blockade', 'blockade', 'use'],
    ['This isn’t just a blockade', 'blockade', 'use'],
  ] as const)('in “%s”, of “%s”, is %s', (text, term, usage) => {
    expect(usageIn(text, term)).toBe(usage);
  });

  test.each([
    ['de', 'Es gibt keine Blockade', 'Blockade', 'denial'],
    ['de', 'die sogenannte Blockade', 'Blockade', 'mention'],
    ['de', 'Die Blockade dauert an', 'Blockade', 'use'],
    ['fr', 'il n’y a pas de blocus', 'blocus', 'denial'],
    ['es', 'no hay ningún bloqueo', 'bloqueo', 'denial'],
    ['es', 'no hay duda de que el bloqueo sigue', 'bloqueo', 'use'],
    ['de', 'nicht nur die Blockade', 'Blockade', 'use'],
    ['de', 'die sogenannte Regierung, die Blockade dauert an', 'Blockade', 'use'],
    ['es', 'sin lugar a dudas el bloqueo sigue', 'bloqueo', 'use'],
    ['ru', 'нет никаких сомнений, блокада продолжается', 'блокада', 'use'],
    ['fr', 'sans doute le blocus continue', 'blocus', 'use'],
    ['ru', 'не только блокада', 'блокада', 'use'],
    ['ru', 'никакой блокады нет', 'блокады', 'denial'],
    ['ru', 'так называемая блокада', 'блокада', 'mention'],
    ['ru', 'блокада продолжается', 'блокада', 'use'],
    ['az', 'Blokada yoxdur', 'blokada', 'denial'],
    ['tr', 'abluka yok', 'abluka', 'denial'],
    ['hy', 'շրջափակում չկա', 'շրջափակում', 'denial'],
    ['xx', 'no blockade', 'blockade', 'unread'],
  ])('in %s, “%s”, of “%s”, is %s', (language, text, term, usage) => {
    expect(usageIn(text, term, { language })).toBe(usage);
  });

  test('in quotation marks is a mention where the words are the reporter’s, and a use where they are the speaker’s', () => {
    expect(usageIn('talk of a “blockade” in the corridor', 'blockade', { isIndirect: true })).toBe('mention');
    expect(usageIn('talk of a “blockade” in the corridor', 'blockade')).toBe('use');
    expect(usageIn('talk of a blockade in the corridor', 'blockade', { isIndirect: true })).toBe('use');
    expect(usageIn('a "total blockade" today', 'total blockade', { isIndirect: true })).toBe('mention');
    expect(usageIn('he said “the blockade must end now”', 'blockade', { isIndirect: true })).toBe('use');
    expect(usageIn('the “blockade,” he said', 'blockade', { isIndirect: true })).toBe('mention');
    expect(usageIn('vowed to “stop the blockade”', 'blockade', { isIndirect: true })).toBe('use');
    expect(usageIn('he wants “to lift Azerbaijan’s blockade” now', 'blockade', { isIndirect: true })).toBe('use');
  });
});

describe('the wordings that counted as one while claims listed them one by one', () => {
  test('are inflections, and those of these, in the order in which they were listed', () => {
    expect(groupInflections(['blockade', 'siege', 'blockaded', 'Blockading'])).toEqual([
      ['blockade', 'blockaded', 'Blockading'],
      ['siege'],
    ]);
    expect(groupInflections(['massed forces', 'mobilizing'])).toEqual([['massed forces'], ['mobilizing']]);
    expect(groupInflections(['abcdef', 'abcdefghij', 'abcdefgh', '…', '…'])).toEqual([
      ['abcdef', 'abcdefghij', 'abcdefgh'],
      ['…'],
      ['…'],
    ]);
  });

  test('must begin alike, word by word', () => {
    expect(areInflections(['limited', 'access'], ['limited', 'accesses'])).toBe(true);
    expect(areInflections(['limited', 'access'], ['limited', 'scope'])).toBe(false);
    expect(areInflections(['war'], ['warm'])).toBe(false);
  });
});

describe('quotations in an article', () => {
  const inside = (text: string) => quotationsIn(text).map(({ start, end }) => text.slice(start, end));

  test('are what stands between marks, of whatever kind', () => {
    expect(inside('He said "one" and “two” and «three» and „vier“.')).toEqual(['"one"', '“two”', '«three»', '„vier“']);
  });

  test('are what stands between single marks too, and an apostrophe is none', () => {
    expect(inside("He said 'one' and ‘it isn’t two’, they said ‚drei‘ and »vier« and ”fem”.")).toEqual([
      "'one'",
      '‘it isn’t two’',
      '‚drei‘',
      '»vier«',
      '”fem”',
    ]);
    expect(
      inside("The drivers' strike of the '90s wasn't the owners' fault; the drivers’ strike isn’t either."),
    ).toEqual([]);
  });

  test('are found in a megabyte of marks that nothing closes as soon as in another text', () => {
    const text = "'a «b ‘c ".repeat(120_000);
    const start = performance.now();
    expect(inside(text)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(5_000);
  });

  test('do not run on from a mark that is never closed', () => {
    expect(inside('A 6" pipe.\n\nThe "next" one.')).toEqual(['"next"']);
  });

  test('go on to the end of a paragraph whose mark the next one repeats', () => {
    expect(inside('“First part.\n\n“Second part.” Done.')).toEqual(['“First part.', '“Second part.”']);
  });
});
