import { describe, expect, test } from 'vitest';
import { startService } from '../support/app.ts';
import { ENGINES } from '../support/database.ts';
import { record, recordStory } from '../support/record.ts';

const STATEMENTS = 210;
const ALTERED = 60;
const SHOWN_MAX = 200;
const quoteOf = (at: number) => `boat number ${at} could land here at noon`;
const textOf = (quotes: readonly string[]) => quotes.map((quote) => `“${quote},” they said.`).join('\n\n');

describe.each(ENGINES)('an article that quotes a great many, on %s', (kind) => {
  test('pages show at most 200 statements, tell how many there are in all, and lead on to the rest', async () => {
    const service = await startService(kind);
    const quotes = Array.from({ length: STATEMENTS }, (_, at) => quoteOf(at));
    const { article, isOpen, isShut, north, south } = await recordStory(service, { text: textOf(quotes) });
    const first = await record(service, 'statements', { ...isOpen, quote: quoteOf(0) });
    for (const [at, quote] of quotes.entries()) {
      if (at === 0) continue;
      const by = at % 3 === 0 ? isOpen : isShut;
      await record(service, 'statements', { ...by, quote, rebuts: [{ statement: first.id, kind: 'denial' }] });
    }
    const altered = quotes.map((quote, at) => (at < ALTERED ? quote.replace('noon', 'dusk') : quote));
    await record(service, `articles/${article.id}/snapshots`, { text: textOf(altered) });
    const pageAt = async (url: string) => {
      const { statusCode, body } = await service.app.inject({ url, headers: { accept: 'text/html' } });
      expect(statusCode, url).toBe(200);
      const shown = body.match(/<article class="statement|<li class="s\d"/g)?.length ?? 0;
      expect(shown, url).toBeLessThanOrEqual(SHOWN_MAX);
      return { shown, text: body.replaceAll(/<[^>]*>|&#8288;/g, ''), body };
    };
    for (const url of [
      '/',
      `/speakers/${isShut.speaker}`,
      `/claims/${isOpen.stances[0]?.claim}`,
      `/statements/${first.id}`,
    ])
      await pageAt(url);
    const ofArticle = await pageAt(`/articles/${article.id}`);
    expect(ofArticle.text).toContain(`${STATEMENTS} statements`);
    expect(ofArticle.text).toContain(`${north.name} (70)`);
    expect(ofArticle.text).toContain(`${south.name} (140)`);
    expect(ofArticle.body).toContain(`href="/drift?article=${article.id}"`);
    expect(ofArticle.body).toContain(`href="/statements?article=${article.id}"`);
    const thread = await pageAt(`/statements/${first.id}/thread`);
    expect(thread).toMatchObject({ shown: SHOWN_MAX, text: expect.stringContaining('it goes on beyond these') });
    for (const url of ['/compare?term=boat+number&term=at+noon', '/compare.svg?term=boat+number&term=at+noon'])
      expect((await pageAt(url)).text).toContain('the newest 200');
    let [url, found] = [`/drift?article=${article.id}`, 0];
    for (let next: string | undefined = url; next; next = /rel="next" href="([^"]+)"/.exec(await read())?.[1])
      url = next.replaceAll('&amp;', '&');
    async function read() {
      const { shown, body } = await pageAt(url);
      found += shown;
      return body;
    }
    expect(found).toBe(ALTERED);
    expect(
      (await service.app.inject({ url: '/drift?article=art_0000000000000', headers: { accept: 'text/html' } }))
        .statusCode,
    ).toBeGreaterThanOrEqual(400);
  });
});
