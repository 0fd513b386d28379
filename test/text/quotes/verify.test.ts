import { describe, expect, test } from 'vitest';
import { startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { shared } from '../../support/lifetime.ts';
import { changesBy } from '../../support/record.ts';

const TEXT = '🚢 “The gates are shut,” he wrote. They called it main\u00adtenance. “The gates are shut.”';

/** Where the text has a passage for the nth time, in code points. */
function spanOf(passage: string, nth = 0) {
  let at = TEXT.indexOf(passage);
  for (let skipped = 0; skipped < nth; skipped += 1) at = TEXT.indexOf(passage, at + 1);
  const start = Array.from(TEXT.slice(0, at)).length;
  return { start, end: start + Array.from(passage).length };
}

const SHUT = 'The gates are shut';
const UPKEEP = 'main\u00adtenance';

describe.each(ENGINES)('POST /v1/quotes/verify on %s', (kind) => {
  const service = shared(() => startService(kind));
  const verify = (body: object) => service().http.post('/v1/quotes/verify').send(body);

  test.each([
    ['exact', { quote: 'he wrote' }, { anchor: { ...spanOf('he wrote'), prefix: '🚢 “The gates are shut,” ' } }],
    ['exact', { quote: SHUT, suffix: '.”' }, { anchor: spanOf(SHUT, 1) }],
    ['exact', { quote: SHUT, prefix: '🚢 “' }, { anchor: spanOf(SHUT) }],
    ['normalized', { quote: '"The gates are shut," he' }, { anchor: spanOf('“The gates are shut,” he') }],
    ['normalized', { quote: 'maintenance' }, { anchor: spanOf(UPKEEP) }],
    ['elided', { quote: 'he wrote … maintenance' }, { parts: [spanOf('he wrote'), spanOf(UPKEEP)] }],
    ['ambiguous', { quote: SHUT }, { anchor: spanOf(SHUT), occurrences: [spanOf(SHUT), spanOf(SHUT, 1)] }],
    [
      'altered',
      { quote: 'They balled it' },
      { closest: { ...spanOf('They called it'), firstDifference: { at: 5, expected: 'c', found: 'b' } } },
    ],
    ['not-found', { quote: 'Fisheries are booming everywhere' }, {}],
  ])('200 answers %s, with where it stands in code points, and keeps nothing', async (result, asked, members) => {
    const written = await changesBy(service(), async () => {
      const { body } = await verify({ text: TEXT, ...asked }).expect(200);
      expect(body).toMatchObject({ result, ...members });
      expect('anchor' in body).toBe(result !== 'altered' && result !== 'not-found');
    });
    expect(written).toEqual([]);
  });

  test('413 and 400 refuse a text over 1 MiB, and what is no quote', async () => {
    expect((await verify({ text: 'é'.repeat(524_289), quote: 'a' }).expect(413)).body.code).toBe('too-large');
    await verify({ text: 'a'.repeat(1_048_576), quote: 'b' }).expect(200);
    for (const [body, pointer] of [
      [{ text: 'a' }, '/quote'],
      [{ quote: 'a' }, '/text'],
      [{ text: 'a', quote: 'a'.repeat(10_001) }, '/quote'],
      [{ text: 'a', quote: '' }, '/quote'],
      [{ text: 'a', quote: 'a', mood: 1 }, '/mood'],
      [{ text: 'a', quote: 'a', prefix: 'p'.repeat(1001) }, '/prefix'],
      [{ text: 'a\u0000', quote: 'a' }, '/text'],
    ] as const) {
      expect((await verify(body).expect(400)).body).toMatchObject({ code: 'invalid', errors: [{ pointer }] });
    }
  });
});
