import { describe, expect, test } from 'vitest';
import { startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { shared } from '../../support/lifetime.ts';
import { another, record, recordStory, TEXT } from '../../support/record.ts';
import { faultsOfCollection, faultsOfTopPage } from '../../support/web-annotation.ts';

type Selector = { type: string; exact: string; prefix?: string; suffix?: string; start: number; end: number };
type Target = { source: string; selector: [Selector, Selector]; state?: { sourceDate: string; cached?: string } };
type Annotation = { body: { source: string }; target: Target[] };

describe.each(ENGINES)('annotations on %s', (kind) => {
  const service = shared(() => startService(kind));

  /** Fails unless each selector marks its own words, with what stands around them, in this text. */
  function expectToStandIn(text: string, items: Annotation[]) {
    const points = Array.from(text);
    for (const { selector } of items.flatMap(({ target }) => target)) {
      const [{ exact, prefix = '', suffix = '' }, { start, end }] = selector;
      expect(points.slice(start, end).join('')).toBe(exact);
      expect(points.slice(0, start).join('').endsWith(prefix)).toBe(true);
      expect(points.slice(end).join('').startsWith(suffix)).toBe(true);
    }
  }

  test('200 answers an article’s verified quotes as a valid Annotation Collection, in code points', async () => {
    const { isOpen, isShut, article, ben } = await recordStory(service());
    const exact = await record(service(), 'statements', isOpen);
    const typography = 'the north quay had been repaired by the first of March';
    const normalized = await record(service(), 'statements', { ...isOpen, speaker: ben.id, quote: typography });
    const parts = 'The gates are shut […] Nobody has seen the key since winter';
    const elided = await record(service(), 'statements', { ...isShut, quote: parts });
    await record(service(), 'statements', { ...isShut, quote: 'The gates are shut' });
    await record(service(), 'statements', { ...isShut, quote: 'Nowhere in the text', quoteType: 'indirect' });
    const { body, headers } = await service().http.get(`/v1/articles/${article.id}/annotations`).expect(200);
    expect(headers['content-type']).toContain('application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"');
    expect(faultsOfCollection(body)).toEqual([]);
    expect(body).toMatchObject({ type: 'AnnotationCollection', total: 3 });
    const { items } = body.first;
    expect(items.map((item: Annotation) => item.body.source.split('/').at(-1))).toEqual([
      exact.id,
      normalized.id,
      elided.id,
    ]);
    expect(items.map((item: Annotation) => item.target.length)).toEqual([1, 1, 2]);
    expect(items.every((item: Annotation) => item.target.every(({ source }) => source === article.url))).toBe(true);
    expectToStandIn(TEXT, items);
    expect(items[1].target[0].selector[0].exact).toBe('the north quay had\u00a0been repaired\n\nby the first of March');
  });

  test('200 pages through a collection: each page is valid, and each annotation comes once', async () => {
    const { isOpen, article } = await recordStory(service());
    const made = [];
    for (let at = 0; at < 5; at += 1) made.push((await record(service(), 'statements', another(isOpen))).id);
    const path = `/v1/articles/${encodeURIComponent(article.url)}/annotations`;
    const { body } = await service().http.get(`${path}?limit=2`).expect(200);
    expect(faultsOfCollection(body)).toEqual([]);
    const seen: string[] = [];
    let page = body.first;
    for (;;) {
      seen.push(...page.items.map((item: Annotation) => item.body.source.split('/').at(-1)));
      if (page.next === undefined) break;
      const { pathname, search } = new URL(page.next);
      page = (
        await service()
          .http.get(pathname + search)
          .expect(200)
      ).body;
      expect(faultsOfTopPage(page)).toEqual([]);
      expect(new URL(page.partOf.id).pathname).toBe(new URL(body.id).pathname);
    }
    expect(seen).toEqual(made);
  });

  test('200 says of which retrieval a position speaks, in UTC, also once there is a newer text', async () => {
    const { isOpen, article } = await recordStory(service(), { text: null });
    const path = `articles/${article.id}/snapshots`;
    await record(service(), path, { text: TEXT, retrievedAt: '2024-03-01T12:00+04:00' });
    await record(service(), 'statements', isOpen);
    await record(service(), path, { text: `A new line.\n${TEXT}`, retrievedAt: '2024-03-02T12:00:00Z' });
    await record(service(), 'statements', another(isOpen));
    const { body } = await service().http.get(`/v1/articles/${article.id}/annotations`).expect(200);
    expect(faultsOfCollection(body)).toEqual([]);
    const { items } = body.first as { items: Annotation[] };
    expect(items.map(({ target }) => target[0]?.state?.sourceDate)).toEqual([
      '2024-03-01T08:00:00.000Z',
      '2024-03-02T12:00:00.000Z',
    ]);
    expectToStandIn(TEXT, items.slice(0, 1));
    expectToStandIn(`A new line.\n${TEXT}`, items.slice(1));
  });

  test('200 answers an article without verified quotes as an empty, valid collection', async () => {
    const { article } = await recordStory(service());
    const { body } = await service().http.get(`/v1/articles/${article.id}/annotations`).expect(200);
    expect(faultsOfCollection(body)).toEqual([]);
    expect(body).toMatchObject({ total: 0, first: { items: [] } });
  });
});
