import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pageOfMatches } from '../../../src/analysis/statements/matching.ts';
import { foundByDate } from '../../../src/derived/full-text/scan.ts';
import { matchesByDate } from '../../../src/derived/full-text/store.ts';
import { idFromKey } from '../../../src/kernel/id.ts';
import type { Engine } from '../../../src/platform/engine/tables.ts';
import { entryWords } from '../../../src/text/words/entry.ts';
import { asksForWords, EVERY, type Match } from '../../../src/text/words/match.ts';
import { firstPlaceAt } from '../../../src/text/words/place.ts';
import { parseQuery } from '../../../src/text/words/query.ts';
import { wordsOf } from '../../../src/text/words/token.ts';
import { ENGINES, freshEngine } from '../../support/database.ts';

const FIRST = firstPlaceAt('2024-01-01T00:00:00Z');
const BATCH = 500;

const idOf = (at: number) => idFromKey('statement', at);

/** Entries of statements, the oldest first. */
async function enter(engine: Engine, texts: readonly { quote: string; context: string }[]): Promise<void> {
  const rows = texts.map(({ quote, context }, at) => ({
    place: FIRST + BigInt(at),
    kind: 'statement' as const,
    entityId: idOf(at),
    ...entryWords([wordsOf(quote)], [wordsOf(context)]),
    facets: EVERY.statement,
  }));
  await engine.write(async (tx) => {
    for (let at = 0; at < rows.length; at += BATCH)
      await tx.query(`entries ${at}`, ({ db, t }) => db.insert(t.searchEntries).values(rows.slice(at, at + BATCH)));
  });
}

const matchOf = (q: string): Match => ({ facets: [[EVERY.statement]], terms: null, query: parseQuery(q) });

const word = fc.constantFrom('the', 'they', 'then', 'pass', 'passes', 'is', 'in', 'a', 'é', '封', '锁');
const text = fc.array(word, { maxLength: 6 }).map((words) => words.join(' '));
const wanted = fc.constantFrom('th*', 'pas*', 'a*', '"the pa*"', '"封锁*"', 'i*', 'the', 'pass', 'x*');
const query = fc
  .array(fc.tuple(fc.constantFrom(' ', ' ', ' -', ' OR '), wanted), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.flat().join(''));

describe.each(ENGINES)('a walk through the entries on %s', (kind) => {
  test('finds by the beginnings of words what the engine finds by its index', async () => {
    const engine = await freshEngine(kind);
    await enter(engine, fc.sample(fc.record({ quote: text, context: text }), { numRuns: 300, seed: 3 }));
    let found = 0;
    await fc.assert(
      fc.asyncProperty(query, async (q) => {
        const search = { match: matchOf(q), conditions: [] };
        fc.pre(asksForWords(search.match));
        const asked = { limit: 1000, after: null };
        const walked = await foundByDate(engine.read, search, 'newest', asked);
        const engines = await matchesByDate(engine.read, search, 'newest', asked);
        expect({ ids: walked.found.map(({ id }) => id), rest: walked.rest }).toEqual({
          ids: engines.map(({ id }) => id),
          rest: null,
        });
        found += engines.length;
      }),
      { numRuns: 100 },
    );
    expect(found).toBeGreaterThan(1000);
  });

  test('ends after 10,000 entries, and the page says where to go on, though it is empty', async () => {
    const engine = await freshEngine(kind);
    const usual = { quote: 'the pass', context: '' };
    await enter(engine, [{ quote: 'a pass', context: '' }, ...Array.from({ length: 10_500 }, () => usual)]);
    const page = (after: readonly string[] | null) =>
      pageOfMatches(engine.read, { match: matchOf('pa* -th*'), conditions: [] }, '-saidAt', {
        limit: 1,
        after,
        count: false,
      });
    const first = await page(null);
    expect(first).toEqual({ items: [], next: [expect.any(String)] });
    expect(await page(first.next)).toEqual({ items: [idOf(0)], next: null });
  });
});
