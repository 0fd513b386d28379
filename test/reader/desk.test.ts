import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { shared } from '../support/lifetime.ts';
import { overflowOf, violationsOn, visitor } from './visitor.ts';

/** As a page is saved: with no-break spaces, a menu, and an article. */
const SAVED = `<!doctype html><html lang="en"><head><title>Ferry stays in port</title><meta property="og:title" content="Ferry stays in port"><meta property="article:published_time" content="2024-05-02T08:00:00Z"></head>
<body><nav><a href="/">Home</a></nav><article><h1>Ferry stays in port</h1>
<p>The ferry to the island did not sail on Thursday, for the third day in a row, and nobody on the quay could say when it would.</p>
<p>“The engine is sound and the crew is ready,” harbour master Ida Lund said on Thursday. “We wait for the wind and for nothing else.”</p>
<p>Shopkeeper Per Holm did not believe it. “There was no wind at all on Tuesday,” he told the paper, and pointed at the flag. The company did not answer questions about repairs, which it had announced in 2\u00a0000 words last spring.</p></article></body></html>`;

const visit = shared(() => visitor({ content: 'empty' }));

/** What has the focus, by its name or text. */
function focused(page: Page): Promise<string> {
  return page.evaluate<string>(`document.activeElement?.getAttribute('name') ?? document.activeElement?.id ?? ''`);
}

async function signIn(page: Page): Promise<void> {
  const { address, service } = visit();
  await page.goto(`${address}/desk`);
  await page.fill('[name=key]', service.keys.write);
  await page.keyboard.press('Enter');
  await page.getByText('Enter an article').waitFor();
}

/** Goes on by Tab until a field has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let step = 0; step < 60 && (await focused(page)) !== name; step += 1) await page.keyboard.press('Tab');
  await expect.poll(() => focused(page)).toBe(name);
}

/** Marks words in the text as a caret would, from where they begin. */
async function markWords(page: Page, words: string): Promise<void> {
  await page.locator('#article-text').focus();
  await page.evaluate(`{
    const node = document.getElementById('article-text').firstChild;
    getSelection().collapse(node, node.data.indexOf(${JSON.stringify(words)}));
  }`);
  for (let step = 0; step < words.length; step += 1) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Enter');
}

test('a pasted page becomes an article with three statements and an answer, by keyboard alone', async () => {
  const { open, service, strangers, complaints } = visit();
  const { page } = await open();
  await signIn(page);
  await tabTo(page, 'url');
  await page.keyboard.type('https://example.org/ferry');
  await tabTo(page, 'outlet');
  await page.keyboard.type('Island Post');
  await tabTo(page, 'text');
  await page.keyboard.insertText(SAVED);
  await tabTo(page, 'title');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/desk\/articles\//);
  expect(await page.textContent('h1')).toBe('Ferry stays in port');
  const text = await page.textContent('#article-text');
  expect(text).toContain('else.”\n\nShopkeeper');
  expect(text).toContain('2\u00a0000 words');
  expect(text).not.toContain('Home');
  expect(await violationsOn(page)).toEqual([]);

  await markWords(page, 'The engine is sound and the crew is ready');
  await expect.poll(() => focused(page)).toBe('speaker');
  await page.locator('#quote-check .verdict', { hasText: 'appears word for word' }).waitFor();
  await page.keyboard.type('Ida Lund');
  await tabTo(page, 'side');
  await page.keyboard.type('Ferry company');
  await tabTo(page, 'dispute');
  await page.keyboard.type('The ferry');
  await page.keyboard.press('Enter');
  await page.getByText('Not known here yet').waitFor();
  await expect.poll(() => focused(page)).toBe('make');
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.getByText('Recorded.').waitFor();

  await markWords(page, 'There was no wind at all on Tuesday');
  await page.keyboard.type('Per Holm');
  await tabTo(page, 'side');
  await page.keyboard.type('Islanders');
  await tabTo(page, 'rebuts');
  await page.keyboard.type('Ida');
  await tabTo(page, 'status');
  await page.keyboard.press('Enter');
  await page.getByText('Not known here yet').waitFor();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await page.getByText('Recorded.').waitFor();

  await markWords(page, 'We wait for the wind and for nothing else');
  await page.keyboard.type('Ida Lund');
  await page.keyboard.press('Enter');
  await page.getByText('Recorded.').waitFor();

  const { items } = (await service.http.get('/v1/statements?sort=createdAt')).body;
  type Shown = Record<'speaker' | 'side', { name: string }> & {
    quote: string;
    anchor: { result: string };
    rebuts: unknown[];
  };
  expect(
    (items as Shown[]).map(({ quote, speaker, side, anchor, rebuts }) => ({
      quote,
      speaker: speaker.name,
      side: side.name,
      result: anchor.result,
      answers: rebuts.length,
    })),
  ).toEqual([
    {
      quote: 'The engine is sound and the crew is ready',
      speaker: 'Ida Lund',
      side: 'Ferry company',
      result: 'exact',
      answers: 0,
    },
    {
      quote: 'There was no wind at all on Tuesday',
      speaker: 'Per Holm',
      side: 'Islanders',
      result: 'exact',
      answers: 1,
    },
    {
      quote: 'We wait for the wind and for nothing else',
      speaker: 'Ida Lund',
      side: 'Ferry company',
      result: 'exact',
      answers: 0,
    },
  ]);
  expect({ strangers, complaints }).toEqual({ strangers: [], complaints: [] });
});

test('what was typed survives a reload, a wrong quote is told with the right words, and s takes a stance', async () => {
  const { open, service, address } = visit();
  const { page } = await open({ viewport: { width: 320, height: 700 } });
  await signIn(page);
  const [article] = (await service.http.get('/v1/articles')).body.items;
  const dispute = (await service.http.get('/v1/disputes')).body.items[0].slug;
  const question = (await service.as.write.post('/v1/questions').send({ dispute, text: 'Why does it not sail?' })).body;
  await service.as.write
    .post('/v1/claims')
    .send({ question: question.id, text: 'It waits for the wind', slug: 'wind' });
  await page.goto(`${address}/desk/articles/${article.id}`);
  expect(await overflowOf(page)).toBe(0);
  await page.fill('[name=quote]', 'We wait for the wind and for nothing more');
  await page.locator('#quote-check .verdict', { hasText: 'altered' }).waitFor();
  await page.fill('[name=speaker]', 'Ida Lund');
  await page.locator('[name="stance:wind"]').focus();
  await page.keyboard.press('s');
  expect(await page.inputValue('[name="stance:wind"]')).toBe('support');
  await page.reload();
  expect(await page.inputValue('[name=quote]')).toBe('We wait for the wind and for nothing more');
  expect(await page.inputValue('[name="stance:wind"]')).toBe('support');
  await page.click('text=Record the statement');
  await page.getByText('This was not recorded').waitFor();
  expect(await page.inputValue('[name=quote]')).toBe('We wait for the wind and for nothing more');
  await page.click('text=Take these words');
  expect(await page.inputValue('[name=quote]')).toContain('We wait for the wind and for nothing else');
  expect(await violationsOn(page)).toEqual([]);
});

test('without JavaScript the same forms record, review, correct and withdraw', async () => {
  const { open, service, address } = visit();
  const { page } = await open({ javaScriptEnabled: false });
  await signIn(page);
  await page.fill('[name=url]', 'https://example.org/bridge');
  await page.fill('[name=outlet]', 'Island Post');
  await page.fill('[name=title]', 'The bridge');
  await page.fill('[name=publishedAt]', '2024-06-01');
  await page.fill('[name=text]', 'The mayor spoke.\n\n“The bridge will hold,” Mayor Ek said.');
  await page.click('text=Enter it');
  await page.fill('[name=quote]', 'The bridge will hold');
  await page.fill('[name=speaker]', 'Mayor Ek');
  await page.fill('[name=side]', 'Islanders');
  await page.check('[name=status][value=draft]');
  await page.click('text=Record the statement');
  await page.check('[name=make]');
  await page.click('text=Record the statement');
  await page.getByText('Recorded.').waitFor();
  expect((await service.http.get('/v1/statements?speaker=mayor-ek')).body.items).toEqual([]);

  await page.goto(`${address}/desk`);
  await page.locator('section[aria-labelledby=drafts] >> text=Edit').click();
  await page.check('[name=status][value=published]');
  await page.click('text=Save');
  await page.getByText('Saved.').waitFor();
  const [statement] = (await service.http.get('/v1/statements?speaker=mayor-ek')).body.items;
  expect(statement).toMatchObject({ quote: 'The bridge will hold', status: 'published', anchor: { result: 'exact' } });

  await page.click('summary:has-text("Add a correction")');
  await page.fill('form[action$="/correct"] [name=note]', 'He is the deputy mayor.');
  await page.click('form[action$="/correct"] button');
  await page.getByText('Saved.').waitFor();
  expect((await service.http.get(`/v1/statements/${statement.id}`)).body.corrections[0].note).toBe(
    'He is the deputy mayor.',
  );

  await page.click('summary:has-text("Withdraw")');
  await page.fill('[name=reason]', 'It was somebody else.');
  await page.click('form[action$="/withdraw"] button');
  await page.waitForURL(/\/desk$/);
  const gone = await page.goto(`${address}/statements/${statement.id}`);
  expect(gone?.status()).toBe(410);
  expect(await page.textContent('main')).toContain('It was somebody else.');
});

test('a session ends when it is signed out, or when its key is revoked', async () => {
  const { open, service, address } = visit();
  const { page, context } = await open();
  await signIn(page);
  const [cookie] = (await context.cookies()).filter(({ name }) => name === 'session');
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict' });
  expect(cookie?.value).not.toContain(service.keys.write);
  await page.click('text=Sign out');
  await page.waitForURL(`${address}/`);
  expect(await context.cookies()).toEqual([]);
  const made = (await service.as.admin.post('/v1/keys').send({ name: 'a guest', scope: 'write' })).body;
  await page.goto(`${address}/desk`);
  await page.fill('[name=key]', made.key);
  await page.keyboard.press('Enter');
  await page.getByText('Enter an article').waitFor();
  await service.as.admin.delete(`/v1/keys/${made.id}`);
  await page.goto(`${address}/desk`);
  expect(await page.textContent('h1')).toBe('Sign in');
});
