import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { overflowOf, violationsOn, visitor } from '../reader/visitor.ts';
import { shared } from '../support/lifetime.ts';

const visit = shared(async () => {
  const opened = await visitor();
  const { page } = await opened.open();
  const narrow = { viewport: { width: 320, height: 640 } } as const;
  const small = (await opened.open({ ...narrow, colorScheme: 'dark' })).page;
  const arabic = (await opened.open({ ...narrow, locale: 'ar' })).page;
  const plain = (await opened.open({ javaScriptEnabled: false })).page;
  return { ...opened, page, small, arabic, plain };
});

const groupsOn = (page: Page) => page.locator('.group:visible h2').evaluateAll((all) => all.map(({ id }) => id));

test('/docs tells of every tag, what a reader looks for first before the rest', async () => {
  const { page, address } = visit();
  await page.goto(`${address}/docs`);
  const document = (await (await fetch(`${address}/openapi.json`)).json()) as { tags: { name: string }[] };
  const shown = await groupsOn(page);
  expect(shown.toSorted()).toEqual(document.tags.map(({ name }) => name).toSorted());
  expect(shown.slice(0, 4)).toEqual(['disputes', 'statements', 'pairs', 'comparisons']);
  expect(shown.slice(-2)).toEqual(['health', 'keys']);
});

test('/docs leaves the groups that its filter names, and the address tells it', async () => {
  const { page, address } = visit();
  await page.goto(`${address}/docs`);
  const all = await groupsOn(page);
  const box = page.getByRole('searchbox');
  await box.fill('claim');
  const left = await groupsOn(page);
  expect(left).not.toContain('health');
  expect(left).toEqual(expect.arrayContaining(['claims', 'claim-relations']));
  expect(page.url()).toBe(`${address}/docs?q=claim`);
  await box.fill('nowhere at all');
  expect(await page.getByRole('status').textContent()).toBe('Operations: 0 of 114');
  await box.fill('');
  expect(await groupsOn(page)).toEqual(all);
  expect(page.url()).toBe(`${address}/docs`);
});

test.each(['claim', 'unansweredBy', 'GET sides', 'merge', 'nowhere at all', 'listPairs'])(
  '/docs?q=%s shows without a script what the filter leaves',
  async (words) => {
    const { page, plain, address } = visit();
    await page.goto(`${address}/docs`);
    await page.getByRole('searchbox').fill(words);
    await plain.goto(`${address}/docs`);
    await plain.getByRole('searchbox').fill(words);
    await plain.getByRole('searchbox').press('Enter');
    await plain.waitForURL(/\?q=/);
    const lines = (of: Page) => of.locator('.operations li:visible').allTextContents();
    expect(await lines(plain)).toEqual(await lines(page));
    expect(await plain.getByRole('status').textContent()).toBe(await page.getByRole('status').textContent());
  },
);

test('/docs opens an operation by the keyboard, without a script too', async () => {
  const { plain, address } = visit();
  await plain.goto(`${address}/docs`);
  await plain.getByRole('link', { name: 'List the pairs' }).focus();
  await plain.keyboard.press('Enter');
  await plain.waitForURL(`${address}/docs/listPairs`);
  expect(await plain.textContent('h1')).toBe('List the pairs');
  expect(await plain.getByRole('button', { name: 'Copy' }).count()).toBe(0);
});

test('/docs gives the real answer to what is tried out', async () => {
  const { page, address } = visit();
  await page.goto(`${address}/docs/listStatements`);
  await page.locator('summary', { hasText: 'Try it' }).click();
  await page.getByRole('button', { name: 'Send' }).click();
  const told = page.locator('#answer');
  await told.getByText('200 OK').waitFor();
  const sent = await told.locator('.sent').textContent();
  expect(sent).toBe('GET /v1/statements?claim=blockade&stance=deny&limit=1');
  const body = JSON.parse((await told.locator('pre').textContent()) ?? '');
  expect(body).toEqual(await (await fetch(address + sent?.slice(4))).json());
  expect(await told.textContent()).toMatch(/\d ms/);
  expect(await told.locator('.facts').textContent()).toMatch(/etagW\/"/);
});

test('what is tried out without a script leads to the address of the API, without what was left blank', async () => {
  const { plain, address } = visit();
  await plain.goto(`${address}/docs/getDispute`);
  await plain.locator('summary', { hasText: 'Try it' }).click();
  await plain.getByRole('button', { name: 'Send' }).click();
  await plain.waitForURL(`${address}/v1/disputes/nagorno-karabakh-2023`);
  expect(await plain.textContent('body')).toContain('"slug":"nagorno-karabakh-2023"');
});

test('a write is tried out with a key, which is stored nowhere', async () => {
  const { page, address, service } = visit();
  await page.goto(`${address}/docs/createSide`);
  await page.locator('summary', { hasText: 'Try it' }).click();
  await page.locator('[data-body]').fill('{"name":"Tried <b>out</b>"}');
  await page.getByRole('button', { name: 'Send' }).click();
  const told = page.locator('#answer');
  await told.getByText('401 Unauthorized').waitFor();
  await page.getByLabel('Key', { exact: true }).fill(service.keys.write);
  await page.getByLabel('Change-Comment').fill('Why – ü');
  await page.getByRole('button', { name: 'Send' }).click();
  await told.getByText('201 Created').waitFor();
  expect(await told.locator('.facts').textContent()).toMatch(/location.*\/v1\/sides\/sid_/);
  expect(await told.locator('pre b').count()).toBe(0);
  const { id } = JSON.parse((await told.locator('pre').textContent()) ?? '');
  expect((await service.http.get(`/v1/sides/${id}/history`)).body.items[0].comment).toBe('Why – ü');
  expect(
    await page.evaluate('[...Object.values(localStorage), ...Object.values(sessionStorage), document.cookie].join()'),
  ).toBe('');
  await page.reload();
  expect(await page.getByLabel('Key', { exact: true }).inputValue()).toBe('');
});

test('a stream that is tried out is shown while it comes, until it is stopped', async () => {
  const { page, address, service } = visit();
  const { length } = await service.changes();
  await page.goto(`${address}/docs/streamChanges`);
  await page.locator('summary', { hasText: 'Try it' }).click();
  await page.getByText(/more parameters/).click();
  await page.getByLabel('after').fill(String(length - 2));
  await page.getByRole('button', { name: 'Send' }).click();
  await page.locator('#answer pre').getByText(`id: ${length}`).waitFor();
  await page.getByRole('button', { name: 'Stop' }).click();
  await page.locator('#answer').getByText('Stopped.').waitFor();
  expect(await page.getByRole('button', { name: 'Stop' }).count()).toBe(0);
});

test.each(['listStatements', 'compareClaims', 'getDispute', 'searchRecord', 'getLiveness'])(
  'the command of %s is answered as a shell sends it',
  async (operation) => {
    const { page, address } = visit();
    await page.goto(`${address}/docs/${operation}`);
    const command = (await page.textContent('#curl')) ?? '';
    expect(command).toMatch(/^curl /);
    const { stdout } = await promisify(execFile)('sh', ['-c', `${command} -s -o /dev/null -w '%{http_code}'`]);
    expect(stdout).toBe('200');
  },
);

const PAGES = [
  '/docs',
  '/docs?q=claim',
  '/docs/listStatements',
  '/docs/createStatement',
  '/docs/reviseArticle',
  '/docs/createImport',
  '/docs/searchRecord',
  '/docs/schemas',
  '/docs/schemas/SearchResults',
  '/docs/problems',
];

test.each(PAGES)(
  '%s is accessible, as wide as the window, of this service alone and without a complaint',
  async (path) => {
    const { page, small, arabic, address, strangers, complaints } = visit();
    for (const one of [page, small, arabic]) {
      const answer = await one.goto(address + path);
      const policy = answer?.headers()['content-security-policy'] ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/https?:|unsafe/);
      // What is folded up is looked at, too.
      await one.evaluate('for (const one of document.querySelectorAll("details")) one.open = true');
      expect(await violationsOn(one)).toEqual([]);
      expect(await overflowOf(one)).toBe(0);
      expect(await one.locator('h1').count()).toBe(1);
    }
    expect({ strangers, complaints }).toEqual({ strangers: [], complaints: [] });
  },
);
