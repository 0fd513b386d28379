import { describe, expect, test } from 'vitest';
import { type Service, startService } from '../support/app.ts';
import { record, recordStory } from '../support/record.ts';

const HTML = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const FORM = { 'content-type': 'application/x-www-form-urlencoded', ...HTML };

async function signIn({ app, keys }: Service, scope: 'read' | 'write' = 'write'): Promise<string> {
  const answer = await app.inject({
    method: 'POST',
    url: '/desk/sign-in',
    headers: { ...FORM, 'sec-fetch-site': 'same-origin' },
    payload: new URLSearchParams({ key: keys[scope], next: '/' }).toString(),
  });
  expect(answer.statusCode).toBe(303);
  return String(answer.headers['set-cookie']).split(';')[0] as string;
}

test('a draft is told to nobody who may not write, on no page', async () => {
  const service = await startService('sqlite');
  const { app } = service;
  const { isOpen, article, anna, open, dispute, shut } = await recordStory(service);
  const draft = await record(service, 'statements', { ...isOpen, status: 'draft', note: 'not yet' });
  await record(service, 'statements', {
    ...isOpen,
    quote: 'every boat could land',
    stances: [{ claim: open.id, stance: 'support' }],
  });
  const paths = [
    '/',
    '/statements',
    `/articles/${article.id}`,
    `/speakers/${anna.slug}`,
    `/claims/${open.slug}`,
    `/disputes/${dispute.slug}`,
    `/compare?claim=${open.slug}&claim=${shut.slug}`,
    '/search?q=gates',
    '/drift',
  ];
  const reader = await signIn(service, 'read');
  for (const cookie of ['', reader]) {
    for (const url of paths) {
      const answer = await app.inject({ url, headers: { ...HTML, cookie } });
      expect(answer.statusCode, url).toBe(200);
      expect(answer.body, url).not.toContain(draft.id);
    }
    expect((await app.inject({ url: `/statements/${draft.id}`, headers: { ...HTML, cookie } })).statusCode).toBe(404);
  }
  const cookie = await signIn(service);
  const seen = await app.inject({ url: `/statements/${draft.id}`, headers: { ...HTML, cookie } });
  expect(seen.statusCode).toBe(200);
  expect(seen.headers['cache-control']).toContain('private');
});

test('without a key a page shows of a text the sentence around the quote, and with one what is around it', async () => {
  const service = await startService('sqlite');
  const { isOpen, article } = await recordStory(service);
  const { id } = await record(service, 'statements', isOpen);
  const text = await service.as.read.get(`/v1/articles/${article.id}/snapshots/1`);
  const edited = text.body.text
    .replace('day and night', 'night and day')
    .replace('Ben Sud disagreed', 'Ben Sud objected');
  await record(service, `articles/${article.id}/snapshots`, { text: edited });
  const cookie = await signIn(service, 'read');
  const see = (url: string, headers = {}) => service.app.inject({ url, headers: { ...HTML, ...headers } });
  for (const url of [`/statements/${id}`, `/articles/${article.id}`]) {
    const stranger = (await see(url)).body;
    expect(stranger, url).toContain('and');
    expect(stranger, url).not.toMatch(/north quay|objected/);
    expect((await see(url, { cookie })).body, url).toMatch(/north quay|objected/);
  }
  expect((await see(`/articles/${article.id}`)).body).toMatch(/<del>day and/);
});

describe('with PUBLIC_READ=false', () => {
  test('401 shows every page as a way to sign in, and the page itself once that is done', async () => {
    const service = await startService('sqlite', { content: 'demo', settings: { PUBLIC_READ: 'false' } });
    const cookie = await signIn(service, 'read');
    for (const url of [
      '/',
      '/statements',
      '/claims/blockade',
      '/search?q=blockade',
      '/check',
      '/compare.svg?claim=blockade&claim=limited-access',
    ]) {
      const refused = await service.app.inject({ url, headers: HTML });
      expect(refused.statusCode, url).toBe(401);
      expect(refused.body, url).not.toContain('Azerbaijan');
      expect((await service.app.inject({ url, headers: { ...HTML, cookie } })).statusCode, url).toBe(200);
    }
  });
});

test.each([
  ['from another site', { 'sec-fetch-site': 'cross-site' }],
  ['from another host of this site', { 'sec-fetch-site': 'same-site' }],
  ['from another origin', { origin: 'https://elsewhere.example' }],
  ['from an origin that is not told', { origin: 'null' }],
])('403 refuses a form %s, and writes nothing', async (_name, headers) => {
  const service = await startService('sqlite');
  const cookie = await signIn(service);
  const before = (await service.changes()).length;
  for (const url of ['/desk/articles', '/desk/sign-in', '/desk/sign-out', '/desk/statements/x/withdraw']) {
    const payload = 'url=https://example.org/a&outlet=A&title=A&publishedAt=2024&reason=x&revision=1';
    const answer = await service.app.inject({ method: 'POST', url, headers: { ...FORM, ...headers, cookie }, payload });
    expect(answer.statusCode, url).toBe(403);
    expect(answer.headers['set-cookie']).toBeUndefined();
  }
  expect((await service.changes()).length).toBe(before);
});

test('a session opens pages and nothing below /v1, and a cookie that this service did not make opens nothing', async () => {
  const service = await startService('sqlite');
  const cookie = await signIn(service);
  const write = { method: 'POST' as const, url: '/v1/sides', payload: { name: 'A side' } };
  expect((await service.app.inject({ ...write, headers: { cookie } })).statusCode).toBe(401);
  const forged = `${cookie.slice(0, -2)}AA`;
  for (const [made, title] of [
    [cookie, 'Enter an article'],
    [forged, 'Sign in'],
    ['session=x', 'Sign in'],
  ]) {
    expect((await service.app.inject({ url: '/desk', headers: { ...HTML, cookie: made as string } })).body).toContain(
      title,
    );
  }
});

test('signing in leads to a path of this service only', async () => {
  const { app, keys } = await startService('sqlite');
  for (const next of [
    '//elsewhere.example',
    '/\\elsewhere.example',
    'https://elsewhere.example',
    'javascript:alert(1)',
    '/a\r\nset-cookie: x=y',
  ]) {
    const payload = new URLSearchParams({ key: keys.write, next }).toString();
    const answer = await app.inject({ method: 'POST', url: '/desk/sign-in', headers: FORM, payload });
    expect(answer.headers.location, next).toBe('/desk');
  }
});

test('404, 400 and 410 are pages for a browser and problems for a program', async () => {
  const service = await startService('sqlite');
  const { isOpen } = await recordStory(service);
  const { id } = await record(service, 'statements', isOpen);
  await service.as.write
    .delete(`/v1/statements/${id}`)
    .set('If-Match', '*')
    .set('Change-Comment', 'Said <b>elsewhere</b>');
  const cases: [string, number][] = [
    ['/nowhere', 404],
    ['/statements/stm_00000000000000000000000000', 404],
    ['/search?cursor=wrong&q=a', 400],
    ['/compare?claim=one', 400],
    [`/statements/${id}`, 410],
  ];
  for (const [url, status] of cases) {
    const page = await service.app.inject({ url, headers: HTML });
    expect([page.statusCode, page.headers['content-type']], url).toEqual([status, 'text/html; charset=utf-8']);
    const problem = await service.app.inject({ url, headers: { accept: 'application/json' } });
    expect([problem.statusCode, problem.headers['content-type']], url).toEqual([status, 'application/problem+json']);
  }
  const gone = (await service.app.inject({ url: `/statements/${id}`, headers: HTML })).body;
  expect(gone).toContain('Said &lt;b&gt;elsewhere&lt;/b&gt;');
  expect(gone).toContain(String(new Date().getUTCFullYear()));
  expect((await service.app.inject({ url: '/v1/nowhere', headers: HTML })).headers['content-type']).toBe(
    'application/problem+json',
  );
});

test('what a claim was called before leads to its page', async () => {
  const service = await startService('sqlite');
  const { open, shut } = await recordStory(service);
  const merged = await service.as.write.post(`/v1/claims/${open.id}/merge`).send({ into: shut.id });
  expect(merged.status).toBe(200);
  const answer = await service.app.inject({ url: `/claims/${open.slug}`, headers: HTML });
  expect([answer.statusCode, answer.headers.location]).toEqual([308, `/claims/${shut.id}`]);
});
