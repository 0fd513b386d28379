import lighthouse from 'lighthouse';
import { openChromium } from '../browser/chromium.ts';
import { serveDemo } from './served-demo.ts';

/**
 * `npm run lighthouse`: holds each kind of page, on the demo, against Lighthouse as a telephone on a slow network sees it,
 * and fails where a page has fewer points than these. What takes a page points is printed. With paths, those pages alone.
 */
const POINTS_MIN = { performance: 95, accessibility: 95, 'best-practices': 95 };
type Category = keyof typeof POINTS_MIN;

/** Lighthouse reaches the browser through this port. */
const PORT = 9340;

const { address, close: stop } = await serveDemo();
const { close } = await openChromium([`--remote-debugging-port=${PORT}`]);
let fails = 0;
try {
  const asked = process.argv.slice(2);
  for (const path of asked.length > 0 ? asked : await paths()) fails += (await isGoodEnough(path)) ? 0 : 1;
} finally {
  await close();
  await stop();
}
process.exitCode = fails === 0 ? 0 : 1;

async function isGoodEnough(path: string): Promise<boolean> {
  const ran = await lighthouse(address + path, {
    port: PORT,
    output: 'json',
    logLevel: 'silent',
    onlyCategories: Object.keys(POINTS_MIN),
  });
  if (!ran || ran.lhr.runtimeError)
    throw new Error(`Lighthouse did not see ${path}: ${ran?.lhr.runtimeError?.message}`);
  const { categories, audits } = ran.lhr;
  const points = (category: Category) => Math.round((categories[category]?.score ?? 0) * 100);
  const names = Object.keys(POINTS_MIN) as Category[];
  console.log(`${path}: ${names.map((name) => `${name} ${points(name)}`).join(', ')}`);
  const poor = names.filter((name) => points(name) < POINTS_MIN[name]);
  for (const { id, weight } of poor.flatMap((name) => categories[name]?.auditRefs ?? [])) {
    const audit = audits[id];
    if (weight > 0 && audit?.score !== null && audit !== undefined && audit.score < 1)
      console.log(`  ${audit.title} ${audit.displayValue ?? ''}`);
  }
  return poor.length === 0;
}

/** One page of each kind. */
async function paths(): Promise<string[]> {
  const first = async (list: string) => {
    const answer = await fetch(`${address}/v1/${list}`);
    return ((await answer.json()) as { items: { id: string; slug?: string }[] }).items[0];
  };
  const [statement, article] = [await first('statements?limit=1'), await first('articles?limit=1')];
  const [claim, speaker] = [await first('claims?limit=1'), await first('speakers?limit=1')];
  return [
    '/',
    '/disputes/marrowick-inner-basin',
    '/compare?claim=blockade&claim=limited-access',
    '/compare?term=blockade&term=limited+access',
    `/statements/${statement?.id}`,
    `/articles/${article?.id}`,
    `/claims/${claim?.slug}`,
    `/speakers/${speaker?.slug}`,
    '/search?q=blockade',
    '/drift',
    '/check',
    '/desk',
    '/docs',
    '/docs/listStatements',
  ];
}
