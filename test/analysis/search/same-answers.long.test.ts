import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Service, startService } from '../../support/app.ts';
import { recordToSearch, steadySources } from './record.ts';

const WORDS =
  'pass closed shut off limited access the the a é Ԑ 封 锁 走廊 Երևան ԵՐԵՎԱՆ حصار ـحصار צה"ל and or not near'.split(
    ' ',
  );
const word = fc.constantFrom(...WORDS);
const quote = fc
  .array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', '-', ', ', '. ', "'")), { minLength: 1, maxLength: 14 })
  .map((parts) => parts.flat().join('').trim());

const sign = fc.constantFrom(
  '"',
  '-',
  '*',
  ' ',
  ' ',
  ' ',
  ' OR ',
  'OR',
  '(',
  ')',
  ':',
  '\\',
  "'",
  '&',
  '|',
  '!',
  '<->',
  '^',
  '+',
  '{',
  'NEAR(',
  'words:',
  '\u202e',
  '\u200f',
  '%',
);
const nonsense = fc.oneof(
  fc.array(fc.oneof(word, sign), { maxLength: 20 }).map((parts) => parts.join('')),
  fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

/** Two services with the same record, one on each engine. */
async function twins(quotes: [string, string | null, number][]): Promise<[Service, Service]> {
  const made = [];
  for (const kind of ['sqlite', 'postgres'] as const) {
    const service = await startService(kind, { sources: steadySources() });
    const { say, article } = await recordToSearch(service);
    for (const [text, context, day] of quotes)
      await say(text, { context, saidAt: `2024-02-${String(day).padStart(2, '0')}` });
    const text = quotes.map(([words]) => `${words}.`).join('\n');
    await service.as.write.post(`/v1/articles/${article.id}/snapshots`).send({ text }).expect(201);
    made.push(service);
  }
  return made as [Service, Service];
}

/**
 * What a client sees, page by page. Left out are cursors, which are signed with a secret of each database, and when
 * something was written: the clock of these services goes on with every transaction, those in the background too.
 */
async function answer({ http }: Service, path: string, query: object): Promise<unknown[]> {
  const pages: unknown[] = [];
  for (let cursor: string | null = ''; cursor !== null; ) {
    const { body, status }: { body: { items: unknown[]; next: string | null }; status: number } = await http
      .get(path)
      .query({ ...query, ...(cursor !== '' && { cursor }) });
    expect({ query, status, body }).toMatchObject({ status: 200 });
    const { next, ...shown } = body;
    pages.push(
      JSON.parse(
        JSON.stringify(shown, (name, value) => (name === 'updatedAt' || name === 'createdAt' ? undefined : value)),
      ),
    );
    cursor = next;
  }
  return pages;
}

test('200 to whatever is searched for, and byte for byte the same on both engines', async () => {
  const quotes = fc.sample(fc.tuple(quote, fc.option(quote), fc.integer({ min: 1, max: 28 })), {
    numRuns: 60,
    seed: 7,
  });
  const [one, other] = await twins(quotes);
  const sorts = fc.constantFrom('saidAt', '-saidAt', 'createdAt', '-createdAt', 'relevance');
  let found = 0;
  await fc.assert(
    fc.asyncProperty(nonsense, sorts, async (q, sort) => {
      for (const [path, query] of [
        ['/v1/statements', { q, sort, limit: 100, count: 'true' }],
        ['/v1/search', { q, limit: 100, count: 'true' }],
      ] as const) {
        const pages = await answer(one, path, query);
        expect(await answer(other, path, query)).toEqual(pages);
        const all = pages as { items: unknown[]; total: number }[];
        expect(all.flatMap(({ items }) => items)).toHaveLength(all[0]?.total as number);
        found += all[0]?.total as number;
      }
    }),
    { numRuns: 60 },
  );
  expect(found).toBeGreaterThan(100);
});

test.each([
  ['1,000 quotation marks', '"'.repeat(1000)],
  ['OR as often as fits', 'OR '.repeat(333)],
  ['300 different words', Array.from({ length: 300 }, (_, at) => at.toString(36)).join(' ')],
  ['300 alternatives', Array.from({ length: 150 }, (_, at) => at.toString(36)).join(' OR ')],
  ['300 negations', Array.from({ length: 250 }, (_, at) => `-${at.toString(36)}`).join(' ')],
  ['prefixes of one letter', Array.from({ length: 26 }, (_, at) => `${String.fromCharCode(97 + at)}*`).join(' OR ')],
  ['a phrase of 1,000 characters', '封'.repeat(1000)],
  ['1,000 brackets', '('.repeat(1000)],
  ['one long word', 'x'.repeat(1000)],
  ['1,000 asterisks', '*'.repeat(1000)],
  ['a ligature of four words, repeated', 'ﷺ'.repeat(1000)],
  ['words with a NUL between', 'closed\u0000pass'],
  ['a NUL', '\u0000'],
])('200 to %s, the same on both engines', async (_name, q) => {
  const [one, other] = await twins([
    ['the pass is closed', null, 1],
    ['封'.repeat(1200), null, 2],
    ['ﷺ'.repeat(1000), null, 3],
  ]);
  for (const path of ['/v1/statements', '/v1/search']) {
    expect(await answer(other, path, { q })).toEqual(await answer(one, path, { q }));
  }
});
