import { describe, expect, test } from 'vitest';
import { checkQuote, prepareText } from '../../../src/text/quotes/check.ts';
import type { QuoteHints } from '../../../src/text/quotes/quote.ts';

const said = prepareText(
  'Amirbayov said there was no blockade. He said instead there was "limited access" to the enclave, ' +
    'saying "hardline separatists" are keeping the population hostage.\n\nThe UN has called on Azerbaijan to lift ' +
    'the blockade – it has caused food\u00a0shortages. We can’t wait, and they were unable to move.',
);
function check(quote: string, hints: QuoteHints = {}) {
  return checkQuote(said, quote, hints);
}
function words(quote: string, hints: QuoteHints = {}) {
  const { anchor } = check(quote, hints);
  return anchor && Array.from(said.text).slice(anchor.start, anchor.end).join('');
}

describe('a quote in the words of the text', () => {
  test.each([
    ['its own characters', '"limited access" to the enclave', 'exact', '"limited access" to the enclave'],
    ['curly quotation marks', '“limited access” to the enclave', 'normalized', '"limited access" to the enclave'],
    ['other spaces', 'food shortages', 'normalized', 'food\u00a0shortages'],
    ['a line break for a space', 'limited\naccess', 'normalized', 'limited access'],
    ['a space for line breaks', 'hostage. The UN', 'normalized', 'hostage.\n\nThe UN'],
    ['another dash', 'the blockade - it has', 'normalized', 'the blockade – it has'],
    ['two hyphens for a dash', 'the blockade -- it has', 'normalized', 'the blockade – it has'],
    ['a soft hyphen', 'separ\u00adatists', 'normalized', 'separatists'],
    ['a straight apostrophe', "We can't wait", 'normalized', 'We can’t wait'],
    ['white space around it', ' limited access \n', 'normalized', 'limited access'],
    ['quotation marks that the text lacks', '“food shortages.”', 'normalized', 'food\u00a0shortages.'],
    ['three kinds of marks around it', ' «"\'food shortages\'"» ', 'normalized', 'food\u00a0shortages'],
  ])('stands, with %s', (_name, quote, result, expected) => {
    expect([check(quote).result, words(quote)]).toEqual([result, expected]);
    expect(check(quote)).not.toHaveProperty('closest');
  });

  test.each([
    ['ellipsis', 'there was no blockade … "limited access"', ['there was no blockade', '"limited access"']],
    ['three dots', 'called on Azerbaijan... to lift', ['called on Azerbaijan', 'to lift']],
    ['dots in brackets', 'Amirbayov [...] said [...] "limited access"', ['Amirbayov', 'said', '"limited access"']],
    ['an ellipsis in parentheses', 'Amirbayov (…) no blockade', ['Amirbayov', 'no blockade']],
    ['spaced dots', 'The UN . . . lift the blockade', ['The UN', 'lift the blockade']],
    ['an insertion', 'there was [in his words] no blockade', ['there was', 'no blockade']],
    ['a replacement', 'The [United Nations] has called', ['The', 'has called']],
    ['an editor’s capital', '[T]here was no blockade', ['there was no blockade']],
    ['an editor’s ending', 'call[s] on Azerbaijan', ['call', 'on Azerbaijan']],
    ['omissions around it', '…limited access…', ['limited access']],
    ['other typography in a part', '“limited access” … food shortages', ['"limited access"', 'food\u00a0shortages']],
  ])('is elided, with %s, and tells its parts', (_name, quote, parts) => {
    const found = check(quote);
    expect(found.result).toBe('elided');
    const texts = found.parts?.map(({ start, end }) => Array.from(said.text).slice(start, end).join(''));
    expect(texts).toEqual(parts);
    expect([found.anchor?.start, found.anchor?.end]).toEqual([found.parts?.[0]?.start, found.parts?.at(-1)?.end]);
  });

  test.each([
    ['a part inside a word', 'they were … able to move'],
    ['parts that share a word', 'Amirbayov said there … there was no'],
    ['a part inside a contraction', 'We can … move'],
    ['parts in another order', '"limited access" … there was no blockade'],
    ['an editor’s letters that the word does not begin with', 'they were … [t]able to move'],
    ['nothing but marks', '… [...] …'],
  ])('is not elided, with %s', (_name, quote) => {
    expect(['altered', 'not-found']).toContain(check(quote).result);
    expect(check(quote)).not.toHaveProperty('anchor');
  });

  test('is exact with its own omission marks and brackets, which then omit nothing', () => {
    const text = prepareText('He wrote: "We […] the [sic] road … is closed."');
    for (const quote of ['We […] the', 'the [sic] road … is']) expect(checkQuote(text, quote).result).toBe('exact');
    expect(checkQuote(text, 'the [sic] road ... is').result).toBe('normalized');
  });

  test('is altered where a part is the rest of another word, and shows that word', () => {
    expect(check('they were … able to move')).toMatchObject({ result: 'altered', closest: { text: 'unable to move' } });
  });

  test('is ambiguous where it is elided in two places alike, and hints choose', () => {
    const text = prepareText('We all went home. We then went all the way home. So we say: We all went home.');
    const both = [
      { start: 0, end: 16 },
      { start: 60, end: 76 },
    ];
    expect(checkQuote(text, 'We … home')).toMatchObject({
      result: 'ambiguous',
      occurrences: both,
      occurrencesTotal: 2,
    });
    expect(checkQuote(text, 'We … home', { start: 60 })).toMatchObject({ result: 'elided', anchor: both[1] });
    expect(checkQuote(text, 'We … home', { start: 18 })).toMatchObject({
      result: 'elided',
      anchor: { start: 18, end: 47 },
    });
  });

  test('takes the tightest arrangement of its parts, and none whose parts are pages apart', () => {
    const text = prepareText(`We began here. ${'We went on. '.repeat(3)}We went home then.`);
    const found = checkQuote(text, 'We … home');
    expect(found.parts).toEqual([
      { start: 51, end: 53 },
      { start: 59, end: 63 },
    ]);
    const far = prepareText(`We have always said so. ${'Other words. '.repeat(500)}They never listened to us.`);
    expect(checkQuote(far, 'We have always said so … They never listened').result).toBe('not-found');
    const near = prepareText(`We have always said so. ${'Other words. '.repeat(50)}They never listened to us.`);
    expect(checkQuote(near, 'We have always said so … They never listened').result).toBe('elided');
    expect(checkQuote(near, 'We … never').result).toBe('not-found');
  });
});

describe('a quote that stands more than once', () => {
  const text = prepareText('She said no. He said no. They said “no”.');
  const places = [
    [9, 11],
    [21, 23],
    [36, 38],
  ].map(([start, end]) => ({ start, end }));

  test('is ambiguous, anchored at the first place, with all of them listed', () => {
    const found = checkQuote(text, 'no');
    expect(found).toMatchObject({ result: 'ambiguous', anchor: { start: 9, end: 11 }, occurrencesTotal: 3 });
    expect(found.occurrences).toEqual(places);
  });

  test.each([
    ['a prefix', { prefix: 'He said ' }, 21],
    ['a prefix in other typography', { prefix: 'said "' }, 36],
    ['a suffix', { suffix: '. He' }, 9],
    ['a start', { start: 21 }, 21],
    ['an end', { end: 38 }, 36],
    ['a start at the quotation mark', { start: 35 }, 36],
    ['a right prefix and a wrong suffix', { prefix: 'He said', suffix: 'elsewhere' }, 21],
    ['a right start and a wrong prefix', { prefix: 'elsewhere', start: 9 }, 9],
  ])('is exact where %s chooses', (_name, hints, start) => {
    expect(checkQuote(text, 'no', hints)).toMatchObject({ result: 'exact', anchor: { start } });
    expect(checkQuote(text, 'no', hints)).not.toHaveProperty('occurrences');
  });

  test.each([
    ['choose nothing', { prefix: 'nobody said' }],
    ['choose two places', { prefix: 'said', suffix: '.' }],
    ['contradict each other', { prefix: 'He said', start: 9 }],
    ['point between the places', { start: 15 }],
  ])('stays ambiguous when hints %s', (_name, hints) => {
    expect(checkQuote(text, 'no', hints)).toMatchObject({ result: 'ambiguous', occurrencesTotal: 3 });
  });

  test('is found whatever the hints say when it stands once', () => {
    const hints = { prefix: 'wrong', suffix: 'wrong', start: 9_999, end: 3 };
    expect(checkQuote(text, 'He said', hints)).toMatchObject({ result: 'exact', anchor: { start: 13 } });
  });

  test('counts overlapping places, and lists no more than a hundred of them', () => {
    expect(checkQuote(prepareText('na na na na'), 'na na').occurrences).toEqual(
      [0, 3, 6].map((start) => ({ start, end: start + 5 })),
    );
    const many = checkQuote(prepareText('na '.repeat(1_000)), 'na');
    expect([many.occurrences?.length, many.occurrencesTotal]).toEqual([100, 1_000]);
  });
});

describe('a quote that is not the text’s words', () => {
  test.each([
    ['a changed letter', 'limited accezs', 'limited access', 12, 's', 'z'],
    ['a changed first letter', 'Zimited access', 'limited access', 0, 'l', 'Z'],
    ['a changed last letter', 'limited accesz', 'limited access', 13, 's', 'z'],
    ['another case', 'Limited access', 'limited access', 0, 'l', 'L'],
    ['a lookalike of another script', 'limited аccess', 'limited access', 8, 'a', 'а'],
    ['an accent', 'limited accéss', 'limited access', 11, 'e', 'é'],
    ['a dropped word', 'there was blockade', 'there was no blockade', 10, 'n', 'b'],
    ['an added word', 'there was really no blockade', 'there was no blockade', 10, 'n', 'r'],
    ['a plural', 'the blockades', 'the blockade', 12, '', 's'],
    ['an altered part', 'Amirbayov said … limitless access', 'limited access', 22, 'e', 'l'],
  ])('is altered, with %s, and names the first difference', (_name, quote, text, at, expected, found) => {
    const result = check(quote);
    expect(result).toMatchObject({ result: 'altered', closest: { text, firstDifference: { at, expected, found } } });
    const { start = 0, end = 0 } = result.closest ?? {};
    expect(Array.from(said.text).slice(start, end).join('')).toBe(text);
    expect(result).not.toHaveProperty('anchor');
  });

  test('is altered, not normalized, where it is a base without its combining mark', () => {
    const decomposed = prepareText('She called it a résumé of facts.'.normalize('NFD'));
    expect(checkQuote(decomposed, 'a\u00a0résume'.normalize('NFC'))).toMatchObject({
      result: 'altered',
      closest: { text: 'a résumé'.normalize('NFD'), firstDifference: { at: 7, expected: 'e\u0301', found: 'e' } },
    });
  });

  test('is not half of a surrogate pair', () => {
    const text = prepareText('A 😀 smile');
    for (const half of ['\ud83d', '\ude00', '\ude00 smile'])
      expect(checkQuote(text, half)).not.toHaveProperty('anchor');
  });

  test('is not found below a similarity of 0.75, without any passage; altered at it', () => {
    const text = prepareText('abcdefgh');
    expect(checkQuote(text, 'abcdefXY')).toMatchObject({ result: 'altered', closest: { similarity: 0.75 } });
    expect(checkQuote(text, 'abcdeXYZ')).toEqual({ result: 'not-found', warnings: [] });
    for (const quote of ['We balanced that.', '""', '\u2003', '\u200b', '…'])
      expect(check(quote)).toEqual({ result: 'not-found', warnings: [] });
    expect(checkQuote(prepareText(''), 'no')).toEqual({ result: 'not-found', warnings: [] });
  });
});
