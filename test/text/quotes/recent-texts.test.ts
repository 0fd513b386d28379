import { expect, test } from 'vitest';
import { recentTexts } from '../../../src/text/quotes/recent-texts.ts';

test('however short texts are, few of them stay prepared: each takes kilobytes', () => {
  const prepared = recentTexts();
  const first = Array.from({ length: 20_000 }, (_, at) => [`${at}`, prepared(`${at}`)] as const);
  // What is still there is given again as it is; the last first, so that asking for one does not push another out.
  const kept = first.toReversed().filter(([text, one]) => prepared(text) === one);
  expect(kept.length).toBeLessThan(2_000);
});
