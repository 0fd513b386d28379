import type { Agent } from 'node:http';
import { openDatabase } from '../../src/database.ts';
import type { Endpoint } from './endpoints.ts';
import type { Landmarks } from './record.ts';
import { jsonOf, type Running } from './service.ts';

/** What pages of a record are measured: everything is named as its addresses name it. */
export type PageLandmarks = Pick<Landmarks, 'speaker' | 'dispute' | 'common' | 'rare'> & {
  claims: string[];
  terms: string[];
  statement: string;
};

const BROWSER = { accept: 'text/html', 'accept-encoding': 'gzip' };

/** Of the demo; the statement is one that is answered. */
export async function landmarksOfDemo(agent: Agent, { url }: Running): Promise<PageLandmarks> {
  const list = await jsonOf(agent, `${url}/v1/statements?claim=limited-access&limit=1`);
  return {
    statement: list.items[0].id,
    speaker: 'elchin-amirbayov',
    dispute: 'nagorno-karabakh-2023',
    claims: ['blockade', 'limited-access'],
    common: 'blockade',
    rare: 'harbour',
    terms: ['blockade', 'limited access'],
  };
}

/** Every kind of page, as a browser asks for it; those of the desk with a key that may write. */
export async function pagesFor(
  agent: Agent,
  { url }: Running,
  { statement, speaker, dispute, claims: [one, other], common, rare, terms }: PageLandmarks,
  key: string,
): Promise<Endpoint[]> {
  const { article, quote } = await jsonOf(agent, `${url}/v1/statements/${statement}`);
  const get = (name: string, path: string): Endpoint => ({ name, path, headers: BROWSER });
  const cookie = await signIn(url, key);
  const atDesk = (name: string, path: string): Endpoint => ({
    ...{ name, path },
    headers: { ...BROWSER, cookie },
  });
  const pasted = `They said “${quote}” and “${quote.split(' ').toReversed().join(' ')}”, and nobody answered. `;
  return [
    get('front', '/'),
    get('dispute', `/disputes/${dispute}`),
    get('comparison of claims', `/compare?claim=${one}&claim=${other}`),
    get('comparison of terms', `/compare?${terms.map((term) => `term=${encodeURIComponent(term)}`).join('&')}`),
    get('chart of a comparison', `/compare.svg?claim=${one}&claim=${other}`),
    get('statement', `/statements/${statement}`),
    get('thread', `/statements/${statement}/thread`),
    get('statements', '/statements'),
    get('statements of a side', `/statements?side=${await sideOf(agent, url, dispute)}`),
    get('statements on a claim', `/statements?claim=${one}`),
    get('article', `/articles/${article.id}`),
    get('claim', `/claims/${one}`),
    get('speaker', `/speakers/${speaker}`),
    get('search, common word', `/search?q=${common}`),
    get('search, rare word', `/search?q=${rare}`),
    get('drift', '/drift'),
    get('check', '/check'),
    { ...get('check of a text of 2 KB', '/check'), form: { text: pasted.repeat(Math.ceil(2000 / pasted.length)) } },
    atDesk('desk', '/desk'),
    atDesk('desk, an article', `/desk/articles/${article.id}`),
    atDesk('desk, a statement', `/desk/statements/${statement}`),
  ];
}

async function sideOf(agent: Agent, url: string, dispute: string): Promise<string> {
  return (await jsonOf(agent, `${url}/v1/disputes/${dispute}`)).sides[0].slug;
}

/** The cookie of an editor's session. */
async function signIn(url: string, key: string): Promise<string> {
  const { headers } = await fetch(`${url}/desk/sign-in`, {
    ...{ method: 'POST', redirect: 'manual' },
    body: new URLSearchParams({ key }),
  });
  const [cookie] = headers.getSetCookie();
  if (cookie === undefined) throw new Error('The key does not open the desk.');
  return cookie.split(';', 1)[0] as string;
}

/** A key that may write, in the record itself. */
export async function keyIn(database: string): Promise<string> {
  const { createKey } = await import('../../src/access/store.ts');
  const engine = await openDatabase(database);
  try {
    return (await engine.write((tx) => createKey(tx, { name: 'benchmark', scope: 'write', expiresAt: null }))).key;
  } finally {
    await engine.close();
  }
}
