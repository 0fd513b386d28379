import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';

/** The real article, which is its outlet's and so not in this repository; it lies beside the checkout where it is worked on. */
const CORPUS = new URL('../../../../shared/corpus/lachin/', import.meta.url);
const isHere = existsSync(CORPUS);
const URL_OF_ARTICLE = 'https://p.dw.com/p/4W3DS';

type Expected = { statements: { id: string; quote: string; anchor: { start: number; end: number } }[] };

if (!isHere)
  console.info('The Lachin article is not here (../shared/corpus/lachin): its quotes are not looked up in it.');

describe.runIf(isHere).each(ENGINES)('the Lachin article on %s', (kind) => {
  test('201 takes the article’s text, and all 16 quotes of the demo stand exactly where a careful reader found them', async () => {
    const text = readFileSync(new URL('article.txt', CORPUS), 'utf8');
    const expected: Expected = JSON.parse(readFileSync(new URL('expected.json', CORPUS), 'utf8'));
    const { as, http } = await startService(kind, { content: 'demo' });
    const list = () => http.get('/v1/statements').query({ article: URL_OF_ARTICLE, sort: 'createdAt' }).expect(200);
    const before = (await list()).body.items;
    expect(new Set(before.map(({ anchor }: { anchor: { result: string } }) => anchor.result))).toEqual(
      new Set(['no-text']),
    );
    await as.write
      .post(`/v1/articles/${encodeURIComponent(URL_OF_ARTICLE)}/snapshots`)
      .send({ text })
      .expect(201);
    const { items } = (await list()).body;
    expect(
      items.map(({ quote, anchor }: { quote: string; anchor: Record<string, unknown> }) => ({
        quote,
        result: anchor.result,
        start: anchor.start,
        end: anchor.end,
      })),
    ).toEqual(
      expected.statements.map(({ quote, anchor: { start, end } }) => {
        const isExact = Array.from(text).slice(start, end).join('') === quote;
        return { quote, result: isExact ? 'exact' : 'normalized', start, end };
      }),
    );
    expect(items).toHaveLength(16);
    expect(items[15]).toMatchObject({ quote: 'military provocation', anchor: { start: 136, end: 156 } });
    expect(items[15].anchor).not.toHaveProperty('occurrences');
  });
});
