import { expect, test } from 'vitest';
import { type Service, startService } from '../support/app.ts';
import type { EngineKind } from '../support/database.ts';
import { shared } from '../support/lifetime.ts';

/** Pages of each kind; `{statement}`, `{article}` and `{dispute}` stand for ones of the demo. */
const PATHS = [
  '/',
  '/disputes/nagorno-karabakh-2023',
  '/disputes/marrowick-inner-basin',
  '/compare',
  '/compare?claim=blockade&claim=limited-access',
  '/compare?term=blockade&term=limited%20access',
  '/statements',
  '/statements?side=armenia',
  '/statements?claim=blockade&outlet=dw',
  '/statements/{statement}',
  '/statements/{statement}/thread',
  '/articles/{article}',
  '/claims/blockade',
  '/speakers/elchin-amirbayov',
  '/search?q=blockade',
  '/search?q=closed%20harbour',
  '/drift',
  '/check',
  '/desk',
  '/nowhere',
];

const twins = shared(async () => [await pagesOf('sqlite'), await pagesOf('postgres')] as const);

/** Gives a page of the demo with what differs from one record to the next taken out: ids, and when each was recorded. */
async function pagesOf(kind: EngineKind) {
  const service = await startService(kind, {
    content: 'demo',
    settings: { PUBLIC_URL: 'https://counterclaim.example' },
  });
  const [statement, article] = [await answeredStatement(service), await articleWithTexts(service)];
  return async (path: string) => {
    const asked = path.replace('{statement}', statement).replace('{article}', article);
    const { status, text } = await service.http.get(asked).set('accept', 'text/html');
    return {
      status,
      text: text.replace(/\b[a-z]{3}_[0-9a-z]{10,}/g, 'an id').replace(/[T ]\d\d:\d\d(:\d\d\.\d+Z| UTC)/g, ''),
    };
  };
}

async function answeredStatement({ http }: Service): Promise<string> {
  const { body } = await http.get('/v1/statements?claim=limited-access&limit=1');
  return body.items[0].id;
}

async function articleWithTexts({ http }: Service): Promise<string> {
  const { body } = await http.get('/v1/articles?limit=200');
  return body.items.find(({ snapshots }: { snapshots: number }) => snapshots > 1).id;
}

test.each(PATHS)('%s is the same page on both engines', async (path) => {
  const [ofSqlite, ofPostgres] = twins();
  const page = await ofSqlite(path);
  expect(page.status).toBe(path === '/nowhere' ? 404 : 200);
  expect(await ofPostgres(path)).toEqual(page);
});
