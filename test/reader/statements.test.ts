import { describe, expect, test } from 'vitest';
import { shared } from '../support/lifetime.ts';
import { overflowOf, violationsOn, visitor } from './visitor.ts';

const visit = shared(async () => {
  const opened = await visitor();
  const plain = (await opened.open({ javaScriptEnabled: false })).page;
  const inArabic = (await opened.open({ viewport: { width: 320, height: 640 }, locale: 'ar' })).page;
  return { ...opened, plain, inArabic };
});

/** How many statements the API tells for the same filters. */
async function totalOf(query: string): Promise<number> {
  const { body } = await visit().service.http.get(`/v1/statements?${query}&count=true`);
  return body.total;
}

describe.each([
  ['of a side', { side: 'azerbaijan' }, 'side=azerbaijan'],
  ['that deny a claim', { claim: 'blockade', stance: 'deny' }, 'claim=blockade&stance=deny'],
  ['of a speaker, by the name', { speaker: 'Elchin Amirbayov' }, 'speaker=elchin-amirbayov'],
  ['of an outlet, until a month', { outlet: 'dw', saidTo: '2023-09' }, 'outlet=dw&saidTo=2023-09'],
  ['whose quote appears', { anchor: 'verified' }, 'anchor=exact&anchor=normalized&anchor=elided'],
  ['whose quote was altered later', { drift: 'altered' }, 'drift=altered'],
  ['with words', { q: 'corridor' }, 'q=corridor'],
])('statements %s', (_name, fields, query) => {
  test('a reader finds by the form alone, without JavaScript, as many as the API tells', async () => {
    const { plain, address } = visit();
    await plain.goto(`${address}/statements`);
    for (const [name, value] of Object.entries(fields)) {
      const field = plain.locator(`form.filter [name="${name}"]`);
      if (['q', 'speaker', 'saidFrom', 'saidTo'].includes(name)) await field.fill(value);
      else await field.selectOption(value);
    }
    await plain.locator('form.filter button').click();
    const total = await totalOf(query);
    expect(await plain.locator('main .facts').textContent()).toBe(`${total} statement${total === 1 ? '' : 's'}`);
    expect(await plain.locator('article.statement').count()).toBe(total);
    expect(total).toBeGreaterThan(0);
    for (const [name, value] of Object.entries(fields))
      expect(await plain.locator(`form.filter [name="${name}"]`).inputValue()).toBe(value);
    expect(await plain.locator('link[type="application/json"]').getAttribute('href')).toBe(`/v1/statements?${query}`);
  });
});

test('what the form has no field for, and what was chosen more than once, stays when something else is chosen', async () => {
  const { plain, address } = visit();
  await plain.goto(`${address}/statements?dispute=nagorno-karabakh-2023&side=armenia&side=azerbaijan&quoteType=direct`);
  await plain.locator('[name="stance"]').selectOption('deny');
  await plain.locator('form.filter button').click();
  const asked = new URL(plain.url()).searchParams;
  expect(asked.getAll('side')).toEqual(['armenia', 'azerbaijan']);
  expect([asked.get('dispute'), asked.get('quoteType'), asked.get('stance')]).toEqual([
    'nagorno-karabakh-2023',
    'direct',
    'deny',
  ]);
  const same = 'dispute=nagorno-karabakh-2023&side=armenia&side=azerbaijan&quoteType=direct&stance=deny';
  expect(await plain.locator('article.statement').count()).toBe(await totalOf(same));
});

test.each([
  ['a date that is none', 'saidFrom=last+week', 400],
  ['a speaker whom nobody knows', 'speaker=nobody-at-all', 422],
  ['a filter that there is not', 'mood=angry', 400],
  ['a draft', 'status=draft', 400],
])('%s is refused beside the form, which keeps what was typed', async (_name, query, status) => {
  const { page } = await visit().open();
  const answer = await page.goto(`${visit().address}/statements?q=corridor&${query}`);
  expect(answer?.status()).toBe(status);
  expect(await page.locator('main [role="alert"]').count()).toBe(1);
  expect(await page.locator('[name="q"]').inputValue()).toBe('corridor');
  expect(await page.locator('article.statement').count()).toBe(0);
  expect(await violationsOn(page)).toEqual([]);
});

test('the form is accessible in both languages, and 320 px wide it scrolls down only', async () => {
  const { inArabic, address, complaints } = visit();
  const { page } = await visit().open();
  for (const at of [page, inArabic]) {
    for (const query of ['', '?side=armenia&side=azerbaijan&q=corridor', '?saidFrom=never']) {
      await at.goto(`${address}/statements${query}`);
      expect(await violationsOn(at)).toEqual([]);
      expect(await overflowOf(at)).toBe(0);
    }
  }
  expect(await inArabic.getAttribute('html', 'dir')).toBe('rtl');
  expect(complaints.filter((one) => !one.includes('status of 400'))).toEqual([]);
});

test('a page of many leads on with the same filters, and shows none twice', async () => {
  const { service, plain, address } = visit();
  const { body } = await service.http.get('/v1/statements?count=true');
  const seen: string[] = [];
  await plain.goto(`${address}/statements?q=`);
  for (;;) {
    seen.push(
      ...(await plain
        .locator('article.statement > a')
        .evaluateAll((all) => all.map((a) => String(a.getAttribute('href'))))),
    );
    const next = plain.locator('a[rel="next"]');
    if ((await next.count()) === 0) break;
    await next.click();
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBe(body.total);
});
