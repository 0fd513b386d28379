import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quoteChecker } from '../../src/text/quotes/checker.ts';
import { packed, readInTurns, readText, unpacked } from '../../src/text/read-text.ts';
import { tokenize, tokenizing } from '../../src/text/words/token.ts';
import { whenDone } from '../support/lifetime.ts';
import { turnsDuring } from '../support/turns.ts';

const anyText = fc.string({
  unit: fc.constantFrom(
    ...'aé’—“” \n.,;!?…。、\u00a0\u0301\u00ad\u055b\u0589\u0640\u200b',
    ...['封', '한', 'ㅏ', '🚢', 'ǅ', '٣', 'ה', 'ू'],
  ),
  maxLength: 80,
});
const PARAGRAPH = 'The gates stand open, “day and night”, says the Mayor’s office — so it does. ';
const MIB = PARAGRAPH.repeat(13_000);

test('a text that is split part by part has the words that it has as a whole, at the same places', () => {
  fc.assert(
    fc.property(anyText, fc.integer({ min: 0, max: 20 }), (text, units) => {
      const parts = tokenizing(text, units);
      let part = parts.next();
      while (!part.done) part = parts.next();
      expect(part.value).toEqual(tokenize(text));
    }),
    { numRuns: 2_000 },
  );
});

test('what is read of a text is the same at once, in turns, and on its way from a thread', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      const read = readText(text);
      expect(await readInTurns(text)).toEqual(read);
      expect(await unpacked(packed(read))).toEqual(read);
    }),
  );
});

test('a long text is read by another thread while the event loop goes round, a short one at once', async () => {
  const checker = quoteChecker();
  whenDone(checker.close);
  let read = readText('');
  const turns = await turnsDuring(async () => {
    read = await checker.read(MIB);
  });
  expect(turns).toBeGreaterThan(20);
  expect(read).toEqual(readText(MIB));
  expect(await turnsDuring(async () => checker.read(PARAGRAPH))).toBe(0);
});

test('a long text that is read on the event loop leaves it its turns', async () => {
  expect(await turnsDuring(() => readInTurns(MIB))).toBeGreaterThan(1);
});
