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

  const scene = (words: string) =>
    `The board met on Tuesday to set the winter timetable. The envoy said that his side had "${words}" to the northern quay since August, and that lists were sent every week.`;

  test.each([
    ['limited entry', 'unlimited entry', 'negation'],
    ['at least 40 boats', 'at least 400 boats', 'numbers'],
    ['5 people', '15 people', 'numbers'],
    ['there was a siege', 'there was not a siege', 'negation'],
    ['Open entry', 'open entry', 'case'],
  ])('is altered from %j to %j, and the difference is %s', (quote, now, difference) => {
    const { anchor } = checkQuote(prepareText(scene(quote)), quote);
    const found = driftOf(prepareText(scene(now)), {
      quote,
      ...(anchor ?? { start: 0, end: 0, prefix: '', suffix: '' }),
    });
    expect(found).toMatchObject({ drift: 'altered', difference, suggestion: now, closest: { text: now } });
    expect(checkQuote(prepareText(scene(now)), quote)).toMatchObject({ difference, closest: found.closest });
  });

  const hers = '"The gate is closed," Ilse Vale, the harbour minister, told reporters after the vote.';
  const his =
    'Later the envoy of the other shore, Tom Reed, held up a paper. On it stood "The gate is closed" in red ink.';

  test('is gone where only other surroundings have its words, and elsewhere says where they stand', () => {
    const before = `The board met about the winter timetable.\n\n${hers}\n\n${his}`;
    const after = `The board met about the winter timetable.\n\nThe minister withdrew her remark.\n\n${his}`;
    const { anchor } = checkQuote(prepareText(before), 'The gate is closed', { suffix: '," Ilse' });
    if (anchor === undefined) throw new Error('It stands in the first text.');
    const start = after.indexOf('The gate is closed');
    expect(driftOf(prepareText(after), { quote: 'The gate is closed', ...anchor })).toEqual({
      drift: 'gone',
      result: 'not-found',
      elsewhere: [{ in: 'text', start, end: start + 18 }],
    });
    const names = ['Tom Reed'];
    expect(driftOf(prepareText(after), { quote: 'The gate is closed', ...anchor, names }).drift).toBe('moved');
    expect(driftOf(prepareText(`${his}\n\n${hers}`), { quote: 'The gate is closed', ...anchor })).toMatchObject({
      drift: 'moved',
      result: 'exact',
      anchor: { start: his.length + 3 },
    });
  });

  test('is moved with its occurrences where none of several places is likelier', () => {
    const { anchor } = checkQuote(prepareText('He said: we wait. Then he left.'), 'we wait');
    const later = 'News. He said: we wait. Then he left. He said: we wait. Then he left.';
    expect(
      driftOf(prepareText(later), { quote: 'we wait', ...(anchor ?? { start: 0, end: 0, prefix: '', suffix: '' }) }),
    ).toMatchObject({
      drift: 'moved',
      result: 'ambiguous',
      occurrencesTotal: 2,
    });
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
