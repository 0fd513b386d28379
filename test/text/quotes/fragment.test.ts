import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkTo, textFragment } from '../../../src/text/quotes/fragment.ts';

const page = 'https://p.dw.com/p/4W3DS';

describe('a link to a passage', () => {
  test.each([
    ['a short passage whole', 'limited access', {}, 'limited%20access'],
    ['the directive’s own signs encoded', 'a-b, c & d', {}, 'a%2Db%2C%20c%20%26%20d'],
    ['a passage over line breaks by its ends', 'It began.\n\nIt went on.\nIt ended.', {}, 'It%20began,It%20ended.'],
    ['other scripts', 'شلام 中文', {}, '%D8%B4%D9%84%D8%A7%D9%85%20%E4%B8%AD%E6%96%87'],
    [
      'whole words of its surroundings',
      'no',
      { prefix: 'ongly that he said ', suffix: ' and then left the roo' },
      'that%20he%20said-,no,-and%20then%20left%20the',
    ],
    [
      'one line of its surroundings',
      'no',
      { prefix: 'before.\n\nHe said ', suffix: '.\n\nThen he' },
      'He%20said-,no,-.',
    ],
    ['no surroundings that it cuts', 'no', { prefix: 'they said u', suffix: 't at all' }, 'no'],
  ])('names %s', (_name, passage, around, expected) => {
    expect(textFragment(page, passage, around)).toBe(`${page}#:~:text=${expected}`);
  });

  test.each([
    ['https://x.example/a?b=c', 'https://x.example/a?b=c#:~:text=no'],
    ['https://x.example/a#part', 'https://x.example/a#part:~:text=no'],
    ['https://x.example/a#', 'https://x.example/a#:~:text=no'],
    ['https://x.example/a#part:~:text=old,one', 'https://x.example/a#part:~:text=no'],
    ['https://x.example/a#:~:text=old&text=other', 'https://x.example/a#:~:text=no'],
  ])('keeps the address and its element: %s', (url, expected) => {
    expect(textFragment(url, 'no')).toBe(expected);
  });

  test('names a long passage by its first and last whole words', () => {
    const passage = `${'alpha beta '.repeat(40)}gamma ${'delta omega '.repeat(40)}one two three four five six seven eight`;
    const [start = '', end = '', ...others] = (textFragment(page, passage).split('text=')[1] ?? '').split(',');
    expect([decodeURIComponent(start), decodeURIComponent(end), others]).toEqual([
      'alpha beta '.repeat(4).trim(),
      'one two three four five six seven eight',
      [],
    ]);
  });

  test('names more of a long passage’s end where the same words stand earlier in it', () => {
    const end = 'and so we will wait here for them';
    const passage = `We came to the harbour at noon to see what they would do ${end}, as we said, ${'and they did not come '.repeat(14)}till night ${end}`;
    const last = decodeURIComponent(textFragment(page, passage).split(',').at(-1) ?? '');
    expect(passage.indexOf(last)).toBe(passage.length - last.length);
    expect(last).toContain('till night and so');
  });

  test('is a URL of ASCII, whatever the passage, and its terms decode to words of the passage', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 400 }),
        fc.string({ unit: 'binary', maxLength: 40 }),
        (passage, around) => {
          const url = textFragment(page, passage, { prefix: around, suffix: around });
          expect(url).toMatch(/^[!-~]+$/);
          if (url === page) return;
          const terms = (url.split(':~:text=')[1] ?? '').split(',').filter((term) => !/^-|-$/.test(term));
          const plain = (text: string) => text.replace(/\s+/g, ' ');
          for (const term of terms) expect(plain(passage)).toContain(plain(decodeURIComponent(term)));
          expect(terms.length).toBeLessThanOrEqual(2);
        },
      ),
    );
  });
});

describe('a link to a place of a text', () => {
  const said = 'This was a very hard choice for all of us.';
  const text = `The board met on Tuesday.\n\n${said} It was made in the open.\n\nBoats came by night.\n\n${said}\n\nIt ended.`;
  const first = text.indexOf(said);
  const second = text.indexOf(said, first + 1);
  const termsAt = (at: number, length = said.length) =>
    decodeURIComponent(linkTo('', text, { start: at, end: at + length }).split('text=')[1] ?? '');

  test('names nothing around the first of two equal passages, and enough to tell the second from it', () => {
    expect(termsAt(first)).toBe(said);
    expect(termsAt(second)).toMatch(/^by night\.-,This was/);
  });

  test('names nothing around words that stand inside others before', () => {
    const other = 'He had unlimited access. She had limited access.';
    const start = other.lastIndexOf('limited access');
    expect(linkTo('', other, { start, end: start + 14 })).toBe('#:~:text=limited%20access');
  });
});
