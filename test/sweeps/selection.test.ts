import { describe, expect, test } from 'vitest';
import { statementRows } from '../../src/record/statements/show.ts';
import { type Service, startService } from '../support/app.ts';
import { ENGINES, freshEngine } from '../support/database.ts';
import { expectProblem } from '../support/sweep.ts';

/** As `docs` promise them: what is shown of each in the brief form of its list. */
const BRIEF = {
  sides: ['id', 'slug', 'name'],
  disputes: ['id', 'slug', 'title'],
  questions: ['id', 'slug', 'text'],
  outlets: ['id', 'slug', 'name'],
  articles: ['id', 'url', 'title', 'publishedAt', 'outlet'],
  speakers: ['id', 'slug', 'name'],
  claims: ['id', 'slug', 'text'],
  'claim-relations': ['id', 'claim', 'kind', 'target'],
  statements: ['id', 'quote', 'quoteType', 'saidAt', 'speaker', 'side', 'article', 'anchor'],
  rebuttals: ['id', 'statement', 'rebuts', 'kind'],
  reviews: ['id', 'url', 'title', 'publisher', 'rating'],
  corrections: ['id', 'kind', 'note', 'effectiveAt'],
};
const KINDS = Object.keys(BRIEF) as (keyof typeof BRIEF)[];

type Item = Record<string, unknown>;
type Page = { items: Item[]; next: string | null; total?: number };

function some(item: Item, members: readonly string[]): Item {
  return Object.fromEntries(Object.entries(item).filter(([name]) => name === 'id' || members.includes(name)));
}

async function get({ app, keys }: Service, url: string, headers: Record<string, string> = {}) {
  return app.inject({ url: `/v1/${url}`, headers: { authorization: `Bearer ${keys.admin}`, ...headers } });
}

describe.each(ENGINES)('what of an entity is asked for on %s', (kind) => {
  test('200 has the members that are asked for and the id, of every kind, in its list and by itself', async () => {
    const service = await startService(kind, { content: 'demo' });
    for (const path of KINDS) {
      const whole: Page = (await get(service, `${path}?limit=200`)).json();
      const [first] = whole.items as [Item];
      const names = Object.keys(first);
      for (const asked of [...names.map((name) => [name]), names, names.slice(0, 3), names.slice(-3)]) {
        const query = `fields=${asked.join(',')}`;
        const page: Page = (await get(service, `${path}?limit=200&${query}`)).json();
        expect(page, `${path} ${query}`).toEqual({ ...whole, items: whole.items.map((item) => some(item, asked)) });
        const one = (await get(service, `${path}/${first.id}?${query}`)).json();
        expect(one, `${path} ${query}`).toEqual(some((await get(service, `${path}/${first.id}`)).json(), asked));
      }
      const repeated = await get(
        service,
        `${path}?fields=${names[1]}&fields=id,%20${names.at(-1)}&count=true&limit=200`,
      );
      const both = whole.items.map((item) => some(item, [names[1] as string, names.at(-1) as string]));
      expect(repeated.json(), path).toEqual({ ...whole, total: both.length, items: both });
    }
  });

  test('200 has the brief form of every kind, as other answers name a statement and a review', async () => {
    const service = await startService(kind, { content: 'demo' });
    for (const path of KINDS) {
      const whole: Page = (await get(service, `${path}?limit=200`)).json();
      expect((await get(service, `${path}?limit=200&view=full`)).json(), path).toEqual(whole);
      const { items, next }: Page = (await get(service, `${path}?limit=200&view=brief`)).json();
      expect([items.length, next], path).toEqual([whole.items.length, whole.next]);
      for (const [at, item] of items.entries()) {
        expect(Object.keys(item), path).toEqual(BRIEF[path]);
        expect(whole.items[at], path).toMatchObject(item);
      }
    }
    const [rebuttal] = ((await get(service, 'rebuttals')).json() as Page).items as [Item];
    const statements: Page = (await get(service, 'statements?view=brief&limit=200')).json();
    expect(statements.items).toContainEqual(rebuttal.statement);
    const reviews: Page = (await get(service, 'reviews?view=brief&limit=200')).json();
    expect(Object.keys(reviews.items[0]?.rating as object)).toEqual(['label', 'normalized']);
  });

  test('200 of a statement is shown so whatever the list is found by, and on each of its pages', async () => {
    const service = await startService(kind, { content: 'demo' });
    const [{ claim }] = ((await get(service, 'statements?fields=stances')).json() as Page).items.flatMap(
      ({ stances }) => stances as { claim: { slug: string } }[],
    ) as [{ claim: { slug: string } }];
    for (const filter of [
      'q=corridor',
      'q=corridor&sort=relevance',
      `claim=${claim.slug}`,
      'sort=createdAt',
      'side=azerbaijan',
    ]) {
      const whole: Page = (await get(service, `statements?${filter}&limit=200`)).json();
      const seen: Item[] = [];
      let cursor = '';
      do {
        // What is shown of them makes no other list: a cursor leads on whatever was asked for before.
        const view = seen.length % 2 === 0 ? 'fields=quote,speaker' : 'view=full';
        const page: Page = (await get(service, `statements?${filter}&limit=3&${view}${cursor}`)).json();
        seen.push(...page.items);
        cursor = page.next === null ? '' : `&cursor=${page.next}`;
      } while (cursor !== '');
      expect(
        seen.map((item) => some(item, ['quote', 'speaker'])),
        filter,
      ).toEqual(whole.items.map((item) => some(item, ['quote', 'speaker'])));
    }
  });

  test('200 has a tag of its own, which says the same revision, is known again, and keeps nothing from another form', async () => {
    const service = await startService(kind, { content: 'demo' });
    for (const path of KINDS) {
      const [{ id }] = ((await get(service, `${path}?limit=1&fields=id`)).json() as Page).items as [{ id: string }];
      const [whole, part] = [`${path}/${id}`, `${path}/${id}?fields=createdAt`];
      for (const _ of [1, 2]) {
        const [all, little] = [await get(service, whole), await get(service, part)];
        expect(Object.keys(little.json()), path).toEqual(['id', 'createdAt']);
        const [tag, own] = [String(all.headers.etag), String(little.headers.etag)];
        expect(own, path).not.toBe(tag);
        expect(own.split('-')[0], path).toBe(tag.split('-')[0]);
        expect((await get(service, part, { 'if-none-match': own })).statusCode, path).toBe(304);
        expect((await get(service, part, { 'if-none-match': tag })).statusCode, path).toBe(200);
      }
      for (const _ of [1, 2]) {
        const tags = new Set<unknown>();
        for (const query of ['', '&view=brief', '&fields=id'])
          tags.add((await get(service, `${path}?limit=2${query}`)).headers.etag);
        expect(tags.size, path).toBe(3);
      }
    }
  });

  test('200 as NDJSON has a line for each, with the members alone', async () => {
    const service = await startService(kind, { content: 'demo' });
    for (const path of KINDS) {
      const page: Page = (await get(service, `${path}?view=brief&limit=200`)).json();
      const lines = (await get(service, `${path}?view=brief`, { accept: 'application/x-ndjson' })).payload;
      expect(
        lines
          .trimEnd()
          .split('\n')
          .map((line) => JSON.parse(line)),
        path,
      ).toEqual(page.items);
    }
  });

  test('400 refuses a member that there is not, and says which there are', async () => {
    const service = await startService(kind, { content: 'demo' });
    for (const path of KINDS) {
      const [item] = ((await get(service, `${path}?limit=1`)).json() as Page).items as [Item];
      for (const address of [path, `${path}/${item.id}`])
        for (const fields of ['mood', 'id,mood', '', 'id,', '__proto__', 'ID', 'id.', 'similar', 'anchor.result']) {
          const answer = await get(service, `${address}?fields=${fields}`);
          expect(answer.statusCode, `${address} ${fields}`).toBe(400);
          expectProblem(answer, `${address} ${fields}`);
          const [{ pointer, detail }] = answer.json().errors;
          expect(pointer).toBe('fields');
          for (const name of Object.keys(item)) expect(detail, address).toContain(name);
        }
      expect((await get(service, `${path}?view=little`)).statusCode, path).toBe(400);
      expect((await get(service, `${path}?view=brief&fields=id`)).statusCode, path).toBe(400);
      expect((await get(service, `${path}/${item.id}?view=brief`)).statusCode, path).toBe(400);
      expect((await get(service, `${path}/${item.id}/history?fields=id`)).statusCode, path).toBe(400);
    }
  });

  test('400 refuses it in a format that has members of its own', async () => {
    const service = await startService(kind, { content: 'demo' });
    const [{ id }] = ((await get(service, 'statements?limit=1')).json() as Page).items as [Item];
    for (const address of [
      'statements?format=csv&fields=id',
      'statements?format=atom&view=brief',
      'corrections?format=atom&fields=id',
      `statements/${id}?format=bibtex&fields=id`,
      'claims/blockade?format=jsonld&fields=id',
    ])
      expect([address, (await get(service, address)).json().code]).toEqual([address, 'invalid']);
  });

  test('200 of the past has the members that are asked for', async () => {
    const service = await startService(kind, { content: 'demo' });
    const [{ id, quote }] = ((await get(service, 'statements?limit=1')).json() as Page).items as [Item];
    expect((await get(service, `statements/${id}?asOf=2999&fields=quote`)).json()).toEqual({ id, quote });
  });
});

test('a page of some members reads no more than they are shown from', async () => {
  const engine = await freshEngine('sqlite');
  const columnsOf = async (members: string[]) => {
    let sql = '';
    await engine.read.query(`columns of ${members}`, (build) => {
      const query = statementRows(build, members).limit(0);
      ({ sql } = query.toSQL());
      return query;
    });
    return [...(sql.split(' from ', 1)[0] as string).matchAll(/"(\w+)"/g)].map(([, name]) => name).sort();
  };
  expect(await columnsOf(['id', 'quote'])).toEqual(['id', 'quote']);
  expect(await columnsOf(['id', 'speaker', 'anchor.result'])).toEqual(['anchor_result', 'id', 'speaker_id', 'title']);
});
