import { and, eq } from 'drizzle-orm';
import { wordsListedWith } from '../claims/wordings.ts';
import { readFilter, StatementFilter } from '../statements/filter.ts';
import type { Handle } from '../tables.ts';
import type { Match } from '../words/match.ts';
import { matchesByDate } from '../words/store.ts';
import type { TermQuery } from './term-comparison.ts';
import { SAMPLES_MAX } from './term-comparison.ts';
import { ColumnCounts, type CountedRow, countedUnder, tokensOf, type Wanted } from './term-counts.ts';

/** Statements that are read at once; between two such reads others take their turn. */
const CHUNK = 500;

export type Scan = { columns: ColumnCounts[]; total: number };

/** Reads every statement whose quote has one of the wordings, once, and counts it under each that it has. */
export async function scanStatements(from: Handle, query: TermQuery, wanted: readonly Wanted[]): Promise<Scan> {
  const columns = wanted.map(() => new ColumnCounts());
  let total = 0;
  for await (const row of statementsWith(from, query)) {
    const tokens = tokensOf(row);
    let isCounted = false;
    for (const [at, wording] of wanted.entries()) {
      const counted = countedUnder(row, tokens, wording);
      if (counted === null) continue;
      (columns[at] as ColumnCounts).add(counted, Math.ceil(SAMPLES_MAX / 3));
      isCounted = true;
    }
    if (isCounted) total += 1;
  }
  return { columns, total };
}

/** Those that a list with the same filters and terms holds. */
async function* statementsWith(from: Handle, query: TermQuery): AsyncGenerator<CountedRow> {
  const { term, dispute, side, speaker, outlet, from: saidFrom, to: saidTo } = query;
  const { match, unsaid } = await readFilter(
    from,
    StatementFilter.parse({ term, dispute, side, speaker, outlet, saidFrom, saidTo }),
    { drafts: false },
  );
  const search = { match: match as Match, conditions: unsaid };
  for (let after: string | null = null; ; ) {
    const found: { id: string; place: string }[] = await matchesByDate(from, search, 'oldest', { limit: CHUNK, after });
    yield* await rowsOf(
      from,
      found.map(({ id }) => id),
    );
    if (found.length < CHUNK) return;
    after = (found.at(-1) as { place: string }).place;
    await new Promise(setImmediate);
  }
}

function rowsOf(from: Handle, ids: string[]): Promise<CountedRow[]> {
  if (ids.length === 0) return Promise.resolve([]);
  return from.query(
    'statements to count words in',
    ({ db, t, oneOf }) => {
      const { id, quote, quoteType, language, sideId, speakerId, outletId, saidSort, repeatsId, stances } =
        t.statements;
      return db
        .select({ id, quote, quoteType, language, sideId, speakerId, outletId, saidSort, repeatsId, stances })
        .from(t.statements)
        .where(and(oneOf(t.statements.id, 'ids'), eq(t.statements.status, 'published')));
    },
    { ids },
  );
}

/** The wordings as they are looked for: with their inflections, and the claims that list them. */
export async function wantedOf(from: Handle, terms: readonly string[]): Promise<Wanted[]> {
  return Promise.all(terms.map(async (term) => ({ term, ...(await wordsListedWith(from, term)) })));
}
