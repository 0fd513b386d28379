import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { shared } from '../support/lifetime.ts';
import { overflowOf, violationsOn, visitor } from './visitor.ts';

const PAGES: [name: string, path: string, says: string][] = [
  ['the front', '/', 'Nagorno-Karabakh and the Lachin corridor'],
  ['a dispute', '/disputes/nagorno-karabakh-2023', 'What is the state of the Lachin corridor?'],
  ['a comparison of claims', '/compare?claim=blockade&claim=limited-access', 'Blockade or limited access?'],
  ['a comparison of wordings', '/compare?term=blockade&term=limited%20access', 'Used, denied and mentioned'],
  ['what can be compared', '/compare', 'Claims side by side'],
  ['the statements of a side', '/statements?side=armenia', '7 statements'],
  ['a statement', '/statements/{statement}', 'What answers it'],
  ['its thread', '/statements/{statement}/thread', 'As a list'],
  ['an article with two texts', '/articles/{article}', 'What a later text changed'],
  ['a claim', '/claims/blockade', 'Claims that compete with it'],
  ['a speaker', '/speakers/elchin-amirbayov', 'Positions over time'],
  ['a search', '/search?q=blockade', 'results'],
  ['changed quotes', '/drift', 'altered'],
  ['the check', '/check', 'Nothing is kept'],
  ['the desk before signing in', '/desk', 'Sign in with a key'],
  ['what is not there', '/nowhere', 'There is no such page'],
];

const visit = shared(async () => {
  const opened = await visitor();
  const list = async (path: string) => (await opened.service.http.get(path)).body.items;
  const statement = (await list('/v1/statements?claim=limited-access'))[0].id;
  const article = (await list('/v1/articles?limit=200')).find(
    ({ snapshots }: { snapshots: number }) => snapshots > 1,
  ).id;
  const { page } = await opened.open();
  const narrow = (await opened.open({ viewport: { width: 320, height: 640 }, colorScheme: 'dark', locale: 'ar' })).page;
  const pathOf = (path: string) => path.replace('{statement}', statement).replace('{article}', article);
  return { ...opened, page, narrow, pathOf };
});

describe.each(PAGES)('%s', (_name, path, says) => {
  test('a page that says what it is about, accessible, small, and of this service alone', async () => {
    const { page, address, pathOf, strangers, complaints } = visit();
    const answer = await page.goto(address + pathOf(path));
    expect(answer?.headers()['content-type']).toBe('text/html; charset=utf-8');
    expect(await page.textContent('main')).toContain(says);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await violationsOn(page)).toEqual([]);
    expect(gzipSync((await answer?.body()) ?? '').length).toBeLessThan(50 * 1024);
    expect({ strangers, complaints }).toEqual({ strangers: [], complaints: [] });
  });

  test('320 px wide, dark and in Arabic, it scrolls down only, and axe finds nothing', async () => {
    const { narrow, address, pathOf } = visit();
    await narrow.goto(address + pathOf(path));
    expect(await narrow.getAttribute('html', 'dir')).toBe('rtl');
    expect(await overflowOf(narrow)).toBe(0);
    expect(await violationsOn(narrow)).toEqual([]);
  });
});

test('the comparison tells who says which since when, and what answers it, before anything is scrolled far', async () => {
  const { page, address } = visit();
  await page.goto(`${address}/compare?claim=blockade&claim=limited-access`);
  const words = (text: string) => text.replace(/[\s\u2060]+/gu, ' ');
  const [blockade, limited] = (await page.locator('.column').allTextContents()).map(words);
  expect(blockade).toMatch(
    /Says so.*Armenia date of.*United Nations date of.*Denies it.*Azerbaijan since 6 Sept 2023 \(2\)/,
  );
  expect(limited).toMatch(/Says so.*Azerbaijan since 6 Sept 2023 \(1\).*Denies it ?nobody/);
  expect(await page.locator('.exchange').count()).toBe(2);
  expect(await page.locator('.exchange .answers > li').count()).toBe(4);
  expect((await page.locator('.column').first().boundingBox())?.y).toBeLessThan(400);
  // Two marks of Azerbaijan below the line, two others above it, and one on the second line.
  expect(await page.locator('.broad .chart path').count()).toBe(5);
  expect(await page.locator('.chart-of tbody tr').count()).toBe(4);
});

test('a keyboard reaches the content at the first key, and what has the focus is seen', async () => {
  const { page, address } = visit();
  await page.goto(address);
  await page.keyboard.press('Tab');
  expect(await page.evaluate('document.activeElement.className')).toBe('skip');
  await page.keyboard.press('Enter');
  expect(await page.evaluate('document.activeElement.id')).toBe('main');
  await page.keyboard.press('Tab');
  expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
});

test('every link of the main pages leads somewhere', async () => {
  const { page, address, pathOf, service } = visit();
  const links = new Set<string>();
  for (const [, path] of PAGES.slice(0, 13)) {
    await page.goto(address + pathOf(path));
    const found = await page
      .locator('main a[href^="/"], header a[href^="/"]')
      .evaluateAll((all) => all.map((one) => one.getAttribute('href')));
    for (const href of found) links.add((href ?? '').split('#')[0] as string);
  }
  expect(links.size).toBeGreaterThan(60);
  for (const href of links) {
    // Formats other than JSON are said by the documents of their routes.
    if (href === '' || href.startsWith('/v1/')) continue;
    expect((await service.app.inject({ url: href, headers: { accept: 'text/html' } })).statusCode, href).toBe(200);
  }
});
