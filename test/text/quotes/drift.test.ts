import { describe, expect, test } from 'vitest';
import { checkQuote, prepareText } from '../../../src/text/quotes/check.ts';
import { driftOf } from '../../../src/text/quotes/drift.ts';
import { Drift } from '../../../src/text/quotes/quote.ts';

const first =
  'Amirbayov said on Wednesday that there was no blockade. He said instead there was "limited access" to the enclave. ' +
  'The ministry was asked again later and it repeated: "limited access" is what there is.';

function anchored(quote: string, start?: number) {
  const { anchor } = checkQuote(prepareText(first), quote, start === undefined ? {} : { start });
  if (anchor === undefined) throw new Error(`${quote} does not stand in the first text.`);
  return { quote, ...anchor };
}
function drift(quote: string, later: string, start?: number) {
  const found = driftOf(prepareText(later), anchored(quote, start));
  Drift.parse(found);
  const { start: from = 0, end: to = 0 } = found.anchor ?? found.closest ?? {};
  return [found.drift, found.result, found.drift === 'gone' ? '' : Array.from(later).slice(from, to).join('')];
}

describe('an anchored quote, in a later text', () => {
  test.each([
    ['the same text', first, ['unchanged', 'exact', 'there was no blockade']],
    ['other words after it', `${first} More.`, ['unchanged', 'exact', 'there was no blockade']],
    [
      'other typography',
      first.replaceAll(' ', '\u00a0'),
      ['unchanged', 'normalized', 'there\u00a0was\u00a0no\u00a0blockade'],
    ],
    ['words before it', `😀 Update. ${first}`, ['moved', 'exact', 'there was no blockade']],
    ['a silent edit', first.replace('no block', 'a block'), ['altered', 'altered', 'there was a blockade']],
    [
      'an edit beyond likeness',
      first.replace('there was no blockade', 'passage was limited'),
      ['altered', 'altered', 'passage was limited'],
    ],
    [
      'a silent edit of its last word, and of what stands around it',
      'Earlier, there was no blockading, Amirbayov said.',
      ['altered', 'altered', 'there was no blockading'],
    ],
    ['nothing of it', 'An unrelated text that speaks of other things.', ['gone', 'not-found', '']],
    ['no text', '', ['gone', 'not-found', '']],
  ])('drifts with %s', (_name, later, expected) => {
    expect(drift('there was no blockade', later)).toEqual(expected);
  });

  test('moves with its surroundings, not to the nearest of equal words', () => {
    const [one = '', two = ''] = first.split(' The ministry');
    const later = `The ministry${two} ${one}`;
    expect(driftOf(prepareText(later), anchored('limited access', 83)).anchor?.start).toBe(
      later.lastIndexOf('limited access'),
    );
    expect(driftOf(prepareText(later), anchored('limited access', 168)).anchor?.start).toBe(
      later.indexOf('limited access'),
    );
  });

  test('is altered where it stood, though its words still stand elsewhere', () => {
    expect(drift('limited access', first.replace('limited access', 'no access'), 83)).toEqual([
      'altered',
      'altered',
      'no access',
    ]);
  });

  test('is moved as elided, with its parts', () => {
    const quote = 'Amirbayov said … there was no blockade';
    const found = driftOf(prepareText(`Now: ${first}`), anchored(quote));
    expect(found).toMatchObject({
      drift: 'moved',
      result: 'elided',
      parts: [
        { start: 5, end: 19 },
        { start: 38, end: 59 },
      ],
    });
  });
});
