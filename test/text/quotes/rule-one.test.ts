import { describe, expect, test } from 'vitest';
import { checkQuote, prepareText } from '../../../src/text/quotes/check.ts';
import { elsewhereOf } from '../../../src/text/quotes/elsewhere.ts';
import { isVerified, type QuoteAsked } from '../../../src/text/quotes/quote.ts';

function check(text: string, quote: string, asked: QuoteAsked = {}) {
  return checkQuote(prepareText(text), quote, asked);
}
function anchored(text: string, quote: string, asked: QuoteAsked = {}) {
  const { anchor, result } = check(text, quote, asked);
  return [isVerified(result), anchor && Array.from(text).slice(anchor.start, anchor.end).join('')];
}

describe('a quote begins and ends where a word, a number or a character does', () => {
  test.each([
    ['the rest of a word', 'The gate has unlimited opening hours.', 'limited opening hours'],
    ['a word before its contraction', "They can't reach the gate.", 'They can'],
    ['half a contraction', 'They’re not leaving.', 'They'],
    ['a name without its beginning', 'O’Brien left the port.', 'Brien left'],
    ['an apostrophe inside a Ukrainian word', 'Це був об’єкт номер два.', 'єкт номер два'],
    ['the end of grouped digits', 'About 4,300 boats wait there.', '300 boats wait'],
    ['the end of digits that a space groups', 'Près de 4 300 bateaux sont dans le port.', '300 bateaux'],
    ['the end of a decimal', 'It fell by 0.7 percent.', '7 percent'],
    ['the beginning of a decimal', 'It fell by 0.7 percent.', 'It fell by 0.'],
    ['a number without its sign', 'It was −7 degrees.', '7 degrees'],
    ['minutes without their hour', 'At 11:45 boats left.', '45 boats left'],
    ['a year without its date', 'Signed on 03.11.2021 there.', '2021 there'],
    ['the end of a Japanese number', '死者は23人だと述べた。', '3人だと'],
    ['the end of a number in Han numerals', '死者は二十三人だと述べた。', '三人だと'],
    ['a Russian opposite', 'Он назвал закон неприемлемым.', 'приемлемым'],
    ['a word without its Hebrew clitic', 'הוא אמר שהשער פתוח.', 'שער פתוח'],
    ['a word without its Arabic clitic', 'قال إن الباب والسور مغلقان.', 'السور مغلقان'],
    ['a word without its Korean particle', '문은 닫혔다고 말했다.', '문'],
    ['an acronym from its middle', 'U.S. ships left.', 'S. ships left'],
    ['a letter without its accent', 'Il est arrive\u0301 hier.', 'Il est arrive'],
    ['half a flag', 'They raised 🇦🇲 there.', '🇦'],
    ['half of a joined sign', 'They sent 👩‍🚀 up.', '👩'],
    ['a word cut at a line’s end', 'The break-\nwater is shut.', 'water is shut'],
    ['the rest of a word with the text’s own bracket', 'He wrote: "[T]he gate is shut."', 'he gate is shut'],
    ['another word with an editor’s bracket', 'She was untrue to him.', '[T]rue to him'],
  ])('is not verified as %s', (_name, text, quote) => {
    expect(isVerified(check(text, quote).result)).toBe(false);
    expect(check(text, quote)).not.toHaveProperty('anchor');
  });

  test.each([
    ['a word after a French elision', 'Elle parle de l’accès au port.', 'accès au port'],
    ['a word after an Italian elision', 'È il porto dell’isola grande.', 'isola grande'],
    ['an amount without its currency', 'It cost $7 million.', '7 million'],
    ['a number without its percent sign', 'It rose 12% in May.', 'It rose 12'],
    ['a number after one that it does not belong to', 'In May 4 300 boats came and they left.', '300 boats'],
    ['part of a Japanese sentence', '市長は門が閉まったと述べた。', '門が閉まった'],
    ['part of a Thai sentence', 'ท่าเรือปิดถนนแล้ว', 'ปิดถนน'],
    ['a word in the text’s brackets', 'The [harbour] gate is shut.', 'harbour'],
    ['a Hebrew acronym in other marks', 'דובר צה״ל אמר זאת', 'צה"ל אמר'],
    ['an editor’s capital', 'He said that wherever they go we go.', '[W]herever they go'],
    ['an editor’s letter within a word', 'The organization of the port failed.', 'The organi[s]ation of the port'],
  ])('is verified as %s', (_name, text, quote) => {
    expect(isVerified(check(text, quote).result)).toBe(true);
  });

  test('is found at the place that is meant: a hit inside a word neither hides it nor makes it ambiguous', () => {
    const text = 'He promised unlimited entry. She promised limited entry.';
    expect(check(text, 'limited entry')).toMatchObject({ result: 'exact', anchor: { start: 42, end: 55 } });
    expect(check('A non-binding vote was held, then a binding vote.', 'binding vote').anchor?.start).toBe(36);
  });
});

describe('a stop', () => {
  test.each([
    ['a comma', '"The gate was never shut," she said.', 'The gate was never shut'],
    ['a semicolon', 'The gate was never shut; it stood open.', 'The gate was never shut'],
    ['a closing mark', '"The gate was never shut", she said.', 'The gate was never shut'],
    ['the end of a paragraph', 'The gate was never shut\n\nBoats came.', 'The gate was never shut'],
    ['the end of the text', 'The gate was never shut', 'The gate was never shut'],
    ['a note mark before a stop', 'The gate was never shut.[2]', 'The gate was never shut.'],
  ])('is met by %s, and the anchor ends before what is not the quote’s', (_name, text, expected) => {
    expect(anchored(text, 'The gate was never shut.')).toEqual([true, expected]);
    expect(check(text, 'The gate was never shut.').warnings).not.toContain('ends-early');
  });

  test.each([
    ['a question mark', '"The gate was never shut?" she asked.'],
    ['an exclamation mark', '"The gate was never shut!" she said.'],
  ])('is not met by %s', (_name, text) => {
    expect(check(text, 'The gate was never shut.')).toMatchObject({ result: 'altered', difference: 'punctuation' });
    expect(isVerified(check(text, 'The gate was never shut').result)).toBe(true);
  });

  test('is met by a further word with a warning, and the place where a sentence ends goes first', () => {
    expect(check('“The gate is shut to all,” he said.', 'The gate is shut.').warnings).toEqual(['ends-early']);
    const text = '“The gate is shut to all,” he said. “The gate is shut,” she said.';
    expect(check(text, 'The gate is shut.')).toMatchObject({
      result: 'normalized',
      anchor: { start: 37 },
      warnings: [],
    });
  });

  test.each([
    [
      'an attribution',
      '"We stay here always," she said. "This is our own port."',
      'We stay here always. … This is our own port.',
    ],
    [
      'four dots',
      '"We stay here always," she said. "This is our own port."',
      'We stay here always.... This is our own port',
    ],
    ['a comma', 'We stay here always. It rained. This is our own port.', 'We stay here always, … This is our own port'],
  ])('ends each part of an elided quote: %s', (_name, text, quote) => {
    expect(check(text, quote).result).toBe('elided');
  });
});

describe('typography alone', () => {
  test.each([
    ['inner marks of the other kind', 'She said: “He told me ‘go now’ and I went.”', 'He told me “go now” and I went'],
    ['inner marks at the beginning', 'She said: “‘Go’ is what he wrote.”', '"Go" is what he wrote'],
    ['Japanese inner marks', '市長は「彼は『門は開いた』と言った」と述べた。', '彼は「門は開いた」と言った'],
    ['corner brackets for curly marks', '他说：“大门已经关闭”。', '「大门已经关闭」'],
    [
      'an opening mark repeated at a paragraph',
      '“We sat all night.\n\n“No boat came.”',
      'We sat all night. No boat came.',
    ],
    ['a dash with spaces for one without', '"We sat—we slept," he said.', 'We sat - we slept'],
    ['a dash without spaces for one with', '"We sat – we slept," he said.', 'We sat—we slept'],
    ['ligatures', 'The oﬃcer conﬁrmed it.', 'The officer confirmed it'],
    ['Armenian և', 'Դուք և մենք գնացինք։', 'Դուք եւ մենք գնացինք'],
    ['full width', 'ＸＹＺ社は閉じる', 'XYZ社は閉じる'],
    ['half-width kana', 'ｶﾞﾗｽは高い', 'ガラスは高い'],
    ['the micro sign', 'It is 7 µm thick.', 'It is 7 μm thick'],
    ['a soft hyphen at a line’s end', 'The break\u00ad\nwater is shut.', 'The breakwater is shut'],
    ['a hyphen at a line’s end', 'The break-\nwater is shut.', 'The breakwater is shut'],
    ['tatweel', 'قال: «البـــاب مفتوح».', 'الباب مفتوح'],
  ])('verifies %s', (_name, text, quote) => {
    expect(check(text, quote).result).toBe('normalized');
  });

  test.each([
    ['a superscript', 'It is 7 m² wide', 'It is 7 m2 wide'],
    ['a fraction', 'Add ½ of it', 'Add 1⁄2 of it'],
    ['an enclosed number', 'See ③ below it', 'See 3 below it'],
    ['marks that are left out', 'The “so-called” peace held on', 'The so-called peace held on'],
    [
      'two quotations with nothing between',
      '“We sat all night.”\n\n“No boat came.”',
      'We sat all night. No boat came.',
    ],
  ])('is not %s', (_name, text, quote) => {
    expect(check(text, quote).result).toBe('altered');
  });
});

describe('what differs is named, and what the text has is suggested', () => {
  test.each([
    ['negation', 'There was never a siege of the port.', 'There was a siege of the port.', undefined],
    ['negation', 'Es gab keine Sperre der Brücke.', 'Es gab eine Sperre der Brücke.', undefined],
    ['negation', 'Он назвал это незаконно сегодня', 'Он назвал это законно сегодня', undefined],
    ['negation', 'They have unlimited entry to it', 'They have limited entry to it', undefined],
    ['numbers', 'We counted 40 boats there', 'We counted 400 boats there', undefined],
    ['numbers', 'It was -7 degrees in the port', 'It was 7 degrees in the port', undefined],
    ['words', 'We closed the gate at dusk', 'We closed the door at dusk', undefined],
    ['brackets', '"[T]he gate was never shut," it wrote.', 'The gate was never shut', '[T]he gate was never shut'],
    ['brackets', '"The gate[3] is shut," he wrote.', 'The gate is shut', 'The gate[3] is shut'],
    ['brackets', '"The gate³ is shut," he wrote.', 'The gate is shut', 'The gate³ is shut'],
    ['brackets', 'We was [sic] wrong about it', 'We was wrong about it', undefined],
    ['accents', 'قال: «البَابُ مُغلَقٌ».', 'الباب مغلق', 'البَابُ مُغلَقٌ'],
    ['accents', 'Le café était fermé hier', 'Le cafe était fermé hier', undefined],
    ['punctuation', 'The well-known man left it', 'The well known man left it', undefined],
    ['case', 'He said that "the gate was shut".', 'The gate was shut', 'the gate was shut'],
    [
      'punctuation',
      '"We won," he said, "and we will win it again."',
      'We won, and we will win it again.',
      'We won … and we will win it again',
    ],
    [
      'punctuation',
      '"We want rest," she said at noon. "We want rain," she said.',
      'We want rest. We want rain.',
      'We want rest … We want rain',
    ],
  ] as const)('%s: %s', (difference, text, quote, suggestion) => {
    const found = check(text, quote);
    expect(found).toMatchObject({ result: 'altered', difference, ...(suggestion !== undefined && { suggestion }) });
    expect(isVerified(check(text, found.suggestion ?? '').result)).toBe(true);
    expect(found.closest?.firstDifference.expected).not.toBe(found.closest?.firstDifference.found);
  });

  test('a closest passage has no mark or comma that is the text’s alone', () => {
    expect(check('"The gate is never shut," she said.', 'The gate is ever shut.').closest?.text).toBe(
      'The gate is never shut',
    );
    expect(check('“The gate is never shut”, she said.', 'The gate is ever shut').closest?.text).toBe(
      'The gate is never shut',
    );
  });
});

describe('warnings', () => {
  const closed = '“The gate is closed to all boats today,” said Vale.';
  test.each([
    ['outside-quotation-marks', 'The gate is closed, the mayor said.', 'The gate is closed', {}],
    [
      'skips-negation',
      '“Under it the board is not permitted to shut the gate,” he said.',
      'the board is … permitted to shut the gate',
      {},
    ],
    [
      'skips-negation',
      '“Das Tor ist nicht geschlossen worden heute”, sagte er.',
      'Das Tor ist … geschlossen worden heute',
      {},
    ],
    ['skips-negation', '«Ворота не закрыты для всех лодок», — сказал он.', 'Ворота … закрыты для всех лодок', {}],
    [
      'far-apart',
      '“We sat there all night.\n\n“No boat came to us.”',
      'We sat there all night. … No boat came to us.',
      {},
    ],
    ['short-part', '“We met and nobody would fire on the port.”', 'We … would fire on the port', {}],
    ['cut-compound', '“They held a non-binding vote.”', 'binding vote', {}],
    ['context-differs', closed, 'The gate is closed', { prefix: 'Reed said “' }],
    ['context-differs', closed, 'The gate is closed', { suffix: 'for repairs' }],
    ['markup', '“Boats &amp; gates are here.”', 'gates are here', {}],
    ['markup', '<p>“Boats are here.”</p>', 'Boats are here', {}],
  ] as const)('%s: %s', (warning, text, quote, asked) => {
    expect(check(text, quote, asked).warnings).toContain(warning);
  });

  test.each([
    ['a plain quote', closed, 'The gate is closed to all boats today', {}],
    ['hints that fit', closed, 'closed to all boats', { prefix: 'gate is ', suffix: ' today,” said Vale' }],
    [
      'a paraphrase outside marks',
      'The gate is closed, the mayor said.',
      'The gate is closed',
      { quoteType: 'indirect' },
    ],
    ['dialogue after a dash', '— Ворота закрыты, — сказал он.', 'Ворота закрыты', {}],
    ['a quotation that goes on at the next paragraph', '“We sat all night.\n\n“No boat came.”', 'We sat all night', {}],
    [
      'an omitted clause of its own',
      '“We waited, as nobody came, and so we left the gate,” he said.',
      'We waited … and so we left the gate',
      {},
    ],
    [
      'a relative clause',
      '“The board, which had no money left, shut the gate then,” he said.',
      'The board, which … shut the gate then',
      {},
    ],
    ['a hyphen inside', '“They held a non-binding vote.”', 'a non-binding vote', {}],
    ['a less-than sign', '“It is 3 < 4 & so on.”', 'so on', {}],
  ] as const)('none on %s', (_name, text, quote, asked) => {
    const { result, warnings } = check(text, quote, asked);
    expect([isVerified(result), warnings.filter((warning) => warning !== 'short-part')]).toEqual([true, []]);
  });
});

test('elsewhere names the title and the other snapshots in which a quote stands', () => {
  const others = {
    title: 'Gate “never shut”, says mayor',
    snapshots: [
      { snapshot: 1, text: 'She said the gate was never shut.' },
      { snapshot: 2, text: 'She said nothing.' },
    ],
  };
  expect(elsewhereOf('never shut', others)).toEqual([
    { in: 'title', start: 6, end: 16 },
    { in: 'snapshot', snapshot: 1, start: 22, end: 32 },
  ]);
  expect(elsewhereOf('ever shut', others)).toEqual([]);
});
