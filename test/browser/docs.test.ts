import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { startService } from '../support/app.ts';
import { shared, whenDone } from '../support/lifetime.ts';
import { openChromium } from './chromium.ts';

type Visit = { page: Page; address: string; strangers: string[]; complaints: string[] };

/** The pages of a service on the demo in a browser that reaches nothing else, with all that it tried and complained of. */
const visit = shared(async (): Promise<Visit> => {
  const { app } = await startService('sqlite', { content: 'demo' });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const address = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
  const { browser, close } = await openChromium();
  whenDone(close);
  const page = await browser.newPage({ viewport: { width: 1280, height: 1000 } });
  const strangers: string[] = [];
  const complaints: string[] = [];
  await page.route('**', (route) => {
    const url = route.request().url();
    if (url.startsWith(address) || /^(data|blob):/.test(url)) return route.continue();
    strangers.push(url);
    return route.abort();
  });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(`${address}/docs`);
  await page.locator('.opblock').first().waitFor();
  return { page, address, strangers, complaints };
});

test('/docs tells of every tag, in the order of the story', async () => {
  const { page, address } = visit();
  const document = (await (await fetch(`${address}/openapi.json`)).json()) as { tags: { name: string }[] };
  const shown = await page
    .locator('.opblock-tag')
    .evaluateAll((tags) => tags.map((tag) => tag.getAttribute('data-tag')));
  expect(shown).toEqual(document.tags.map(({ name }) => name));
});

test('/docs leaves the groups that its filter names', async () => {
  const { page } = visit();
  const tags = () => page.locator('.opblock-tag').evaluateAll((all) => all.map((tag) => tag.getAttribute('data-tag')));
  const all = await tags();
  const box = page.locator('.operation-filter-input');
  await box.fill('claim');
  await expect.poll(tags, { timeout: 30_000 }).not.toContain('health');
  expect(await tags()).toEqual(expect.arrayContaining(['claims', 'claim-relations']));
  await box.fill('');
  await expect.poll(tags, { timeout: 30_000 }).toEqual(all);
});

test('/docs gives the real answer to what is tried out', async () => {
  const { page, address } = visit();
  const operation = page.locator('#operations-statements-listStatements');
  await operation.locator('.opblock-summary-control').click();
  await operation.getByRole('button', { name: 'Try it out' }).click();
  await operation.getByRole('button', { name: 'Execute' }).click();
  const body = operation.locator('.live-responses-table .response-col_description .highlight-code').first();
  await body.waitFor();
  const url = await operation.locator('.request-url pre').textContent();
  expect(url).toBe(`${address}/v1/statements?claim=blockade&stance=deny&status=published&sort=-saidAt&limit=1`);
  expect(JSON.parse((await body.locator('code').textContent()) ?? '')).toEqual(await (await fetch(url ?? '')).json());
});

test('/docs asks no other server for anything, and keeps to its own content security policy', async () => {
  const { strangers, complaints, address } = visit();
  expect(strangers).toEqual([]);
  expect(complaints).toEqual([]);
  const { headers } = await fetch(`${address}/docs/`);
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'self'");
  expect(policy).not.toMatch(/https?:|unsafe-eval|script-src[^;]*unsafe-inline/);
});
