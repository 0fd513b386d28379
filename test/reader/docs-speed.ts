import { openChromium } from '../browser/chromium.ts';
import { serveDemo } from './served-demo.ts';

/**
 * `node test/reader/docs-speed.ts`: how long a browser with an empty cache takes until `/docs` shows its first operation,
 * and from the press on an operation until its parameters, or its answers, are shown; each as drawn on the screen.
 */
const RUNS = Number(process.argv[2] ?? 7);
const OPENED = ['listStatements', 'createStatement', 'listPairs', 'getLiveness'];

const { address, close: stop } = await serveDemo();
const { browser, close } = await openChromium();
try {
  const first: number[] = [];
  const opened = new Map<string, number[]>(OPENED.map((name) => [name, []]));
  for (let run = 0; run < RUNS; run += 1) {
    for (const name of OPENED) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en' });
      const page = await context.newPage();
      let began = performance.now();
      await page.goto(`${address}/docs`, { waitUntil: 'commit' });
      await page.locator('.operations a').first().waitFor();
      await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))');
      first.push(performance.now() - began);
      await page.waitForLoadState();
      began = performance.now();
      await page.locator(`a[href="/docs/${name}"]`).click({ noWaitAfter: true });
      await page.locator('#answers').waitFor();
      await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))');
      opened.get(name)?.push(performance.now() - began);
      await context.close();
    }
  }
  told('the first operation, of a service that has just begun', first.slice(0, 1));
  told('the first operation', first.slice(1));
  for (const [name, times] of opened) told(name, times);
} finally {
  await close();
  await stop();
}

function told(what: string, times: readonly number[]): void {
  const sorted = times.toSorted((a, b) => a - b).map(Math.round);
  console.log(
    `${what}: ${sorted[Math.floor(sorted.length / 2)]} ms (${sorted[0]} to ${sorted.at(-1)}), ${times.length} times`,
  );
}
