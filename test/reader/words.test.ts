import { expect, test } from 'vitest';
import { extractArticle } from '../../src/reader/desk/extract.ts';
import { arabic } from '../../src/reader/frame/arabic.ts';
import { english } from '../../src/reader/frame/english.ts';
import { html, markupOf } from '../../src/reader/frame/html.ts';
import { LANGUAGES, localeNamed, type WordName } from '../../src/reader/frame/locale.ts';
import { changedSentences } from '../../src/reader/pages/changed-sentences.ts';
import { shared } from '../support/lifetime.ts';
import { record } from '../support/record.ts';
import { visitor } from './visitor.ts';

const EVIL = '<script>window.evil=1</script><img src=x onerror="window.evil=1">"\'';

test('a template escapes whatever is put into it, in text and in attributes', () => {
  expect(markupOf(html`<p title="${EVIL}">${EVIL}${null}${false}${[1, html`<b>${'&'}</b>`]}</p>`)).toBe(
    '<p title="&lt;script&gt;window.evil=1&lt;/script&gt;&lt;img src=x onerror=&quot;window.evil=1&quot;&gt;&quot;&#39;">&lt;script&gt;window.evil=1&lt;/script&gt;&lt;img src=x onerror=&quot;window.evil=1&quot;&gt;&quot;&#39;1<b>&amp;</b></p>',
  );
});

test('every language has every word, with the same values in it', () => {
  const valuesIn = (word: unknown) => new Set([...JSON.stringify(word).matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
  for (const name of Object.keys(english) as WordName[]) {
    const foreign = [...valuesIn(arabic[name])].filter((value) => !valuesIn(english[name]).has(value));
    expect(foreign, name).toEqual([]);
    expect(arabic[name], name).not.toEqual(english[name]);
  }
  for (const language of LANGUAGES) {
    for (const n of [0, 1, 2, 3, 11, 100])
      expect(localeNamed(language).say('statements', { n })).not.toMatch(/[{}]|^$/);
  }
});

test('two texts differ in the sentences that were changed, added or taken out, and in no others', () => {
  const before = 'One stays. Two had four boats. Three goes.';
  const after = 'One stays. Two had five boats. Four came.\n\nFive too.';
  expect(changedSentences(before, after, 'en')).toEqual([
    { was: 'Two had four boats.', is: 'Two had five boats.' },
    { was: 'Three goes.', is: 'Four came.' },
    { was: null, is: 'Five too.' },
  ]);
});

test('of HTML the paragraphs and no-break spaces are kept, and scripts are left out', async () => {
  const markup = '<p>One&nbsp;000  words,<br>and\n more</p><script>no()</script><ul><li>a</li><li>b</li></ul>';
  expect((await extractArticle(markup)).text).toBe('One\u00a0000 words,\nand more\n\na\n\nb');
});

const visit = shared(() => visitor({ content: 'empty' }));

test('a <script> in every text field stays text on every page, and a right-to-left quote stands as it is written', async () => {
  const { service, open, address, strangers, complaints } = visit();
  const side = await record(service, 'sides', { name: `Side ${EVIL}`, slug: 'evil-side' });
  const other = await record(service, 'sides', { name: `Other ${EVIL}`, slug: 'other-side' });
  const dispute = await record(service, 'disputes', {
    title: `Dispute ${EVIL}`,
    summary: EVIL,
    sides: [{ side: side.id }, { side: other.id }],
  });
  const question = await record(service, 'questions', { dispute: dispute.id, text: `Question ${EVIL}` });
  const claims = [];
  for (const slug of ['one', 'two'])
    claims.push(
      await record(service, 'claims', {
        question: question.id,
        text: `Claim ${slug} ${EVIL}`,
        slug,
        terms: [`${EVIL} ${slug}`],
        note: EVIL,
      }),
    );
  const outlet = await record(service, 'outlets', { name: `Outlet ${EVIL}` });
  const article = await record(service, 'articles', {
    url: 'https://example.org/<x>"\'',
    title: `Article ${EVIL}`,
    outlet: outlet.id,
    publishedAt: '2024',
    byline: [EVIL],
    agencies: [EVIL],
  });
  await record(service, `articles/${article.id}/snapshots`, {
    text: `${EVIL} said: “words ${EVIL} of one”. קול אמר: “לא היה מצור”.`,
  });
  const speaker = await record(service, 'speakers', {
    name: `Speaker ${EVIL}`,
    slug: 'evil',
    aliases: [EVIL],
    affiliations: [{ side: side.id, title: `Title ${EVIL}` }],
  });
  const said = { article: article.id, speaker: speaker.id, cue: EVIL, setting: EVIL, context: EVIL, note: EVIL };
  const statement = await record(service, 'statements', {
    ...said,
    quote: `words ${EVIL} of one`,
    quoteType: 'indirect',
    stances: [{ claim: 'one', stance: 'support' }],
  });
  const hebrew = await record(service, 'statements', {
    article: article.id,
    speaker: speaker.id,
    side: other.id,
    quote: 'לא היה מצור',
    quoteType: 'direct',
    language: 'he',
    stances: [
      { claim: 'one', stance: 'deny' },
      { claim: 'two', stance: 'support' },
    ],
    rebuts: [{ statement: statement.id, kind: 'denial', note: EVIL }],
  });
  await record(service, 'corrections', { statement: statement.id, kind: 'correction', note: EVIL });
  await record(service, 'reviews', {
    claim: 'one',
    publisher: outlet.id,
    url: 'https://example.org/r',
    title: EVIL,
    reviewedAt: '2024',
    rating: { label: EVIL.slice(0, 60) },
    language: 'en',
  });
  const { page } = await open();
  await page.goto(`${address}/desk`);
  await page.fill('[name=key]', service.keys.write);
  await page.keyboard.press('Enter');
  await page.getByText('Enter an article').waitFor();
  for (const path of [
    '/',
    '/statements',
    `/statements/${statement.id}`,
    `/statements/${statement.id}/thread`,
    `/articles/${article.id}`,
    '/claims/one',
    '/speakers/evil',
    `/disputes/${dispute.slug}`,
    '/compare',
    '/compare?claim=one&claim=two',
    `/compare?term=${encodeURIComponent(EVIL)}&term=words`,
    `/search?q=${encodeURIComponent(`words ${EVIL}`)}`,
    `/nowhere/${encodeURIComponent(EVIL)}`,
    `/desk/articles/${article.id}?quote=${encodeURIComponent(EVIL)}`,
    `/desk/statements/${statement.id}`,
    `/desk?title=${encodeURIComponent(EVIL)}`,
    '/compare.svg?claim=one&claim=two',
  ]) {
    await page.goto(address + path);
    expect(await page.evaluate('window.evil'), path).toBeUndefined();
    expect(await page.locator('img').count(), path).toBe(0);
  }
  await page.goto(`${address}/check`);
  await page.fill('[name=text]', `“some words ${EVIL}” and ${EVIL}`);
  await page.click('text=Check >> visible=true');
  expect(await page.locator('img').count()).toBe(0);

  await page.goto(`${address}/statements/${hebrew.id}`);
  const quote = page.locator('h1 .quote');
  expect(await quote.getAttribute('dir')).toBe('rtl');
  expect(await quote.getAttribute('lang')).toBe('he');
  expect(await quote.textContent()).toContain('לא היה מצור');
  expect({ strangers, complaints }).toEqual({ strangers: [], complaints: [] });
});
