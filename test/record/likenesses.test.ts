import { describe, expect, test } from 'vitest';
import { startService } from '../support/app.ts';
import { ENGINES } from '../support/database.ts';
import { shared } from '../support/lifetime.ts';
import { record } from '../support/record.ts';

describe.each(ENGINES)('what something new may be the same as, on %s,', (kind) => {
  const service = shared(() => startService(kind));

  test.each([
    ['https', 'http://paper.example/a', 'https://paper.example/a'],
    ['www. and a slash', 'https://www.daily.example/a/', 'https://daily.example/a'],
    ['m. and AMP', 'https://m.globe.example/amp/a?outputType=amp', 'https://globe.example/a'],
  ])('201 tells an article of an address that differs by %s', async (name, one, other) => {
    const outlet = await record(service(), 'outlets', { name: `Paper ${name}` });
    const article = { outlet: outlet.id, publishedAt: '2024', language: 'en' };
    const first = await record(service(), 'articles', { ...article, url: one, title: 'One' });
    expect(first).not.toHaveProperty('similar');
    const made = await record(service(), 'articles', { ...article, url: other, title: 'Other' });
    expect(made.similar).toEqual([{ id: first.id, url: first.url, title: 'One' }]);
    expect((await service().http.get(`/v1/articles/${made.id}`)).body).not.toHaveProperty('similar');
  });

  test.each([
    ['speakers', { name: 'Márta Lindqvist' }, { name: 'Lindqvist, Marta' }],
    ['speakers', { name: 'Elshan Qurbanov' }, { name: 'Elshen Qurbonov' }],
    ['speakers', { name: 'One', wikidata: 'Q4242' }, { name: 'Another', wikidata: 'Q4242' }],
    ['speakers', { name: 'Somebody Else', aliases: ['Old Hand Petersen'] }, { name: 'old hand petersen' }],
    ['outlets', { name: 'The Northern Star' }, { name: 'northern star' }],
  ])('201 tells of %s nearly the same: %o and %o', async (path, one, other) => {
    const first = await record(service(), path, one);
    const made = await record(service(), path, other);
    expect(made.similar).toEqual([{ id: first.id, slug: first.slug, name: one.name }]);
  });

  test('201 tells at most five, and nothing of what is another', async () => {
    for (let at = 0; at < 7; at += 1) await record(service(), 'outlets', { name: 'Twin Gazette' });
    expect((await record(service(), 'outlets', { name: 'Twin Gazette' })).similar).toHaveLength(5);
    expect(await record(service(), 'outlets', { name: 'Southern Cross' })).not.toHaveProperty('similar');
  });
});
