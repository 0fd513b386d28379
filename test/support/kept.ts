import { expect } from 'vitest';
import { balanceOf } from '../../src/analysis/balance/balance-store.ts';
import { countClaims } from '../../src/analysis/comparisons/claims/claim-counts-store.ts';
import { scanTerms } from '../../src/analysis/comparisons/terms/scan-terms.ts';
import { READ_MAX, TermQuery } from '../../src/analysis/comparisons/terms/term-comparison.ts';
import { countTerms, keptVoices } from '../../src/analysis/comparisons/terms/term-tallies-store.ts';
import { listCounterclaims } from '../../src/analysis/counterclaims/counterclaim-store.ts';
import { positionsOf } from '../../src/analysis/positions/dispute-positions-store.ts';
import { countAll } from '../../src/analysis/statements/counting.ts';
import { readFilter, StatementFilter } from '../../src/analysis/statements/filter.ts';
import type { Engine } from '../../src/platform/engine/tables.ts';
import { termListed } from '../../src/record/claims/wordings.ts';

/** What is kept of these claims, and the same added up row by row. */
export async function keptAndCounted({ read }: Engine, claim: string[]) {
  const { stances, ...others } = await readFilter(read, StatementFilter.parse({ claim }), { drafts: false });
  if (stances === null) throw new Error('a claim asks for stances');
  const filter = { ...others, stances };
  // Some may have been merged.
  const claims = [...new Set(filter.kept?.subjects)];
  return {
    kept: sorted(await countClaims(read, filter, claims, 'day')),
    counted: sorted(await countClaims(read, { ...filter, kept: null }, claims, 'day')),
  };
}

/** What is kept of these terms, and what is found by reading every quote and text. */
export async function keptAndRead({ read }: Engine, wordings: string[]) {
  const query = TermQuery.parse({ term: wordings, granularity: 'day' });
  const wanted = await Promise.all(wordings.map((wording) => termListed(read, wording)));
  const scanned = await scanTerms(read, query, wanted, READ_MAX);
  return {
    kept: sorted({ counts: await countTerms(read, wordings, 'day'), voice: await keptVoices(read, wordings) }),
    read: sorted(scanned),
  };
}

/** How many statements have any of the terms, from what is kept and from the index of words; of each side, too. */
export async function keptAndFound(engine: Engine, term: string[], sides: string[]) {
  const totals = { kept: [] as number[], found: [] as number[] };
  for (const side of [undefined, ...sides]) {
    const filter = await readFilter(engine.read, StatementFilter.parse({ term, side }), { drafts: false });
    expect(filter.kept).toMatchObject({ of: 'term' });
    totals.kept.push(await countAll(engine, filter));
    totals.found.push(await countAll(engine, { ...filter, kept: null }));
  }
  return totals;
}

/** What is told of every dispute, and of all claims together. */
export async function toldIn(engine: Engine) {
  const disputes = await engine.read.query('all disputes', ({ db, t }) => db.select().from(t.disputes));
  const claims = await engine.read.query('all claims', ({ db, t }) => db.select().from(t.claims).orderBy(t.claims.id));
  const ids = claims.map(({ id }) => id);
  return {
    balances: await Promise.all(disputes.map(({ id }) => balanceOf(engine.read, id))),
    positions: await Promise.all(disputes.map(({ id }) => positionsOf(engine.read, { dispute: id }))),
    claims: await keptAndCounted(engine, ids),
    counterclaims: await Promise.all(
      ids.map((id) => listCounterclaims(engine.read, id, { limit: 50, after: null, count: false })),
    ),
  };
}

/** The terms that are kept, and whether all that has them is counted. */
export async function keptTermsIn({ read }: Engine): Promise<{ wording: string; isWhole: boolean }[]> {
  const rows = await read.query('terms and whether they are whole', ({ db, t }) =>
    db.select().from(t.terms).orderBy(t.terms.wording),
  );
  return rows.map(({ wording, isWhole }) => ({ wording, isWhole }));
}

/** Maps as sorted entries and lists of rows in an order of their own, so that only what is counted is compared. */
function sorted(value: unknown): unknown {
  if (value instanceof Map) return [...value].map(([key, one]) => [key, sorted(one)]).sort(byText);
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, one]): [string, unknown] => [key, sorted(one)])
      .map(([key, one]): [string, unknown] => [key, key.startsWith('by') ? (one as unknown[]).toSorted(byText) : one])
      .sort(byText),
  );
}

function byText(one: unknown, other: unknown): number {
  return JSON.stringify(one) < JSON.stringify(other) ? -1 : 1;
}
