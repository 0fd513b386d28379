import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { checkQuote, prepareText } from '../../../src/text/quotes/check.ts';

type Expected = {
  statements: { id: string; quote: string; anchor: { start: number; end: number; occurrences: number } }[];
};

/** The article that the demo is made of is its outlet's, so it lies beside the repository and not in it. */
const corpus = new URL('../../../../shared/corpus/lachin/', import.meta.url);
const isThere = existsSync(corpus);

describe.runIf(isThere)('the Lachin article, where its text is at hand', () => {
  const text = prepareText(isThere ? readFileSync(new URL('article.txt', corpus), 'utf8') : '');
  const { statements }: Expected = JSON.parse(
    isThere ? readFileSync(new URL('expected.json', corpus), 'utf8') : '{"statements":[]}',
  );
  const normalized = new Set(['s1', 's13']);

  test.each(statements.map((statement) => [statement.id, statement] as const))(
    'anchors %s where a careful reader does',
    (id, { quote, anchor: { start, end, occurrences } }) => {
      const found = checkQuote(text, quote);
      const once = normalized.has(id) ? 'normalized' : 'exact';
      expect(found).toMatchObject({ result: occurrences > 1 ? 'ambiguous' : once, anchor: { start, end } });
      expect(found.occurrencesTotal ?? 1).toBe(occurrences);
      expect(checkQuote(text, quote, { start, end })).toMatchObject({ result: once, anchor: { start, end } });
    },
  );

  test('holds sixteen of them', () => expect(statements).toHaveLength(16));
});
