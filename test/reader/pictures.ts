import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { openChromium } from '../browser/chromium.ts';
import { serveDemo } from './served-demo.ts';

/** Makes the pictures of the README, of the demo as it is: `npm run pictures`. */

const FOLDER = fileURLToPath(new URL('../../docs/pictures/', import.meta.url));
const DRAFT = `The island has waited a year, and the port has an answer to everything. “A harbour that opens every day is not closed,” Bram Hollin said.

“The inner basin will not reopen to night landings before the end of the autumn,” the port authority wrote. On the quay they put it differently: “We would have rowed them out ourselves, every one of them,” said a man who did not give his name.`;

type Shot = { name: string; path: string; height: number; prepare?(page: Page): Promise<void> };

const { address, key, close: stop } = await serveDemo();
const { browser, close } = await openChromium();
try {
  await mkdir(FOLDER, { recursive: true });
  const page = await browser.newPage({ viewport: { width: 1120, height: 800 }, locale: 'en', colorScheme: 'light' });
  for (const { name, path, height, prepare } of await shots()) {
    await page.setViewportSize({ width: 1120, height });
    await page.goto(address + path);
    await prepare?.(page);
    await page.screenshot({ path: join(FOLDER, `${name}.png`) });
  }
} finally {
  await close();
  await stop();
}

async function shots(): Promise<Shot[]> {
  const items = async (path: string) => ((await (await fetch(address + path)).json()) as { items: Item[] }).items;
  const [statement] = (await items('/v1/statements?limit=200&sort=saidAt&dispute=marrowick-inner-basin')).filter(
    ({ rebuts, rebuttals, anchor, quote }) =>
      rebuts.length > 0 && rebuttals.length > 0 && anchor.result === 'exact' && quote.length > 40,
  );
  const article = (await items('/v1/articles?limit=200')).find(({ snapshots }) => snapshots > 0);
  return [
    { name: 'front', path: '/', height: 900 },
    { name: 'dispute', path: '/disputes/marrowick-inner-basin', height: 1000 },
    { name: 'comparison', path: '/compare?claim=blockade&claim=limited-access', height: 1280 },
    { name: 'statement', path: `/statements/${statement?.id}`, height: 1000 },
    {
      name: 'check',
      path: '/check',
      height: 900,
      async prepare(page) {
        await page.fill('[name=text]', DRAFT);
        await page.click('main button');
        await page.locator('#results').waitFor();
      },
    },
    {
      name: 'desk',
      path: `/desk?next=/desk/articles/${article?.id}`,
      height: 1000,
      async prepare(page) {
        await page.fill('[name=key]', key);
        await page.keyboard.press('Enter');
        await page.locator('#article-text').waitFor();
        await page.evaluate(`{
          const node = document.getElementById('article-text')?.firstChild;
          const start = node.data.indexOf('\\n“') + 2;
          getSelection().setBaseAndExtent(node, start, node, node.data.indexOf('”', start));
        }`);
        await page.locator('#article-text').press('Enter');
        await page.locator('#quote-check .verdict').waitFor();
      },
    },
  ];
}

type Item = {
  id: string;
  quote: string;
  snapshots: number;
  rebuts: unknown[];
  rebuttals: unknown[];
  anchor: { result: string };
};
