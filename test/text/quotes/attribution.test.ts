import { expect, test } from 'vitest';
import { attributionsIn } from '../../../src/text/quotes/attribution.ts';
import { passagesIn } from '../../../src/text/quotes/passages.ts';

const read = (text: string) => {
  const passages = passagesIn(text);
  return passages.map(({ quote }, at) => [quote, attributionsIn(text, passages)[at]]);
};

test.each([
  ['Mara Quill, who chairs the board, said on Monday: “We open.” The port said nothing.', [['We open.', 'Mara Quill']]],
  [
    '“We open,” said Mara Quill. “We do,” she added.',
    [
      ['We open,', 'Mara Quill'],
      ['We do,', 'she'],
    ],
  ],
  ['“We open,” the mayor later told the Courier.', [['We open,', 'the mayor']]],
  ['“We open.” Quill said nothing.', [['We open.', null]]],
  [
    '“We open,” he said. “We do.”',
    [
      ['We open,', 'he'],
      ['We do.', 'he'],
    ],
  ],
  ['According to Mara Quill, "the quay is open".', [['the quay is open', 'Mara Quill']]],
  ['Mara Quill: "no"', [['no', 'Mara Quill']]],
  ['**Mara Quill**: "no"', [['no', 'Mara Quill']]],
  ['Mara Quill’s "open quay" is odd.', [['open quay', 'Mara Quill']]],
  [
    'Mara Quill said "it was shut", and Ben Sud called it "upkeep".',
    [
      ['it was shut', 'Mara Quill'],
      ['upkeep', 'Ben Sud'],
    ],
  ],
  ['Quill quoted Sud as saying “it was shut”.', [['it was shut', 'Sud']]],
  [
    '“It is,” Quill told guests while adding that “nobody was asked.”',
    [
      ['It is,', 'Quill'],
      ['nobody was asked.', 'Quill'],
    ],
  ],
  ['On Thursday, the mayor of Norvik, Mara Quill, said “it is”.', [['it is', 'Mara Quill']]],
  ['“It is.”\n— Mara Quill', [['It is.', 'Mara Quill']]],
  ['The mayor wrote:\n\n“It is.”', [['It is.', 'The mayor']]],
  ['«Порт открыт», — заявила Мара Квилл.', [['Порт открыт', 'Мара Квилл']]],
  ['Nothing tells whose “words” are which.', [['words', null]]],
])('reads whose words a text says that they are: %s', (text, expected) => {
  expect(read(text)).toEqual(expected);
});

test('takes no list, code, apostrophe or rest of a text for a quotation', () => {
  expect(read("— The quay isn't `open or shut` since the '90s.\n\nThe “rest\nof it").map(([quote]) => quote)).toEqual([
    'rest',
  ]);
  expect(read('a 6" pipe, “…”, and ""')).toEqual([]);
});
