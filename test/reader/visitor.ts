import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import type { BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { openChromium } from '../browser/chromium.ts';
import { type Service, type ServiceOptions, startService } from '../support/app.ts';
import { whenDone } from '../support/lifetime.ts';

export type Visitor = {
  service: Service;
  address: string;
  /** A page that reaches this service and nothing else. */
  open(options?: BrowserContextOptions): Promise<{ context: BrowserContext; page: Page }>;
  /** What pages asked other servers for. */
  strangers: string[];
  /** What the console of any page complained of. */
  complaints: string[];
};

/** A service that listens, and a real browser that visits it. */
export async function visitor(options: ServiceOptions = { content: 'demo' }): Promise<Visitor> {
  const service = await startService('sqlite', options);
  await service.app.listen({ host: '127.0.0.1', port: 0 });
  const address = `http://127.0.0.1:${(service.app.server.address() as AddressInfo).port}`;
  const { browser, close } = await openChromium();
  whenDone(close);
  const strangers: string[] = [];
  const complaints: string[] = [];
  async function open(of: BrowserContextOptions = {}) {
    const context = await browser.newContext({ locale: 'en', viewport: { width: 1280, height: 900 }, ...of });
    const page = await context.newPage();
    await page.route('**', (route) => {
      const url = route.request().url();
      if (url.startsWith(address) || url.startsWith('data:')) return route.continue();
      strangers.push(url);
      return route.abort();
    });
    page.on('console', (message) => {
      const isExpected = /status of (401|403|404|410|422)/.test(message.text());
      if (['error', 'warning'].includes(message.type()) && !isExpected)
        complaints.push(`${page.url()}: ${message.text()}`);
    });
    page.on('pageerror', (error) => complaints.push(`${page.url()}: ${error}`));
    return { context, page };
  }
  return { service, address, open, strangers, complaints };
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with the page, by rule and element. */
export async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  type Violation = { id: string; nodes: { target: string[]; failureSummary: string }[] };
  const violations = await page.evaluate<Violation[]>('axe.run().then(({ violations }) => violations)');
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id} ${node.target.join(' ')}: ${node.failureSummary}`),
  );
}

/** By how much the page is wider than its window. */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
}
