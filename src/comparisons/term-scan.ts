import { and, eq } from 'drizzle-orm';
import { readFilter, StatementFilter } from '../statements/filter.ts';
import type { Handle } from '../tables.ts';
import { countedUnder, type Said, type Wanted } from '../terms/counting.ts';
import type { Usage } from '../terms/term.ts';
import type { Match } from '../words/match.ts';
import { matchesByDate } from '../words/store.ts';
import { tokenize } from '../words/token.ts';
import { SAMPLES_MAX, type TermQuery } from './term-comparison.ts';
import { addTo, byDate, type ColumnCounts, type Dated, noUsages, type TermCounts, USAGES } from './term-counts.ts';

/** Statements that are read at once. */
const CHUNK = 500;

/** Reads the newest statements whose quote has one of the wordings, once, and counts each under those that it has. */
export async function scanStatements(
  from: Handle,
  query: TermQuery,
  wanted: readonly Wanted[],
  max: number,
): Promise<TermCounts> {
  const columns = wanted.map(() => new Column());
  let total = 0;
  const { rows, isComplete } = statementsWith(from, query, max);
  for await (const row of rows) {
    const tokens = tokenize(row.quote);
    let isCounted = false;
    for (const [at, wording] of wanted.entries()) {
      const usage = countedUnder(row, tokens, wording)?.usage;
      if (usage === undefined) continue;
      (columns[at] as Column).add(row, usage);
      isCounted = true;
    }
    if (isCounted) total += 1;
  }
  return {
    total,
    columns: columns.map((column) => column.counts()),
    read: { statements: total, isComplete: isComplete() },
  };
}

/** What of a statement is counted by. */
type Row = Dated & Said & { sideId: string; speakerId: string; outletId: string; repeatsId: string | null };

/** What one column adds up, statement by statement. */
class Column {
  readonly #usages = noUsages();
  readonly #bySide: ColumnCounts['bySide'] = new Map();
  readonly #byOutlet: ColumnCounts['byOutlet'] = new Map();
  readonly #byPeriod: ColumnCounts['byPeriod'] = new Map();
  readonly #speakers = new Set<string>();
  readonly #utterances = new Set<string>();
  readonly #firstUses: ColumnCounts['firstUses'] = new Map();
  readonly #samples: Record<Usage, Dated[]> = { use: [], denial: [], mention: [] };
  #first: Dated | null = null;
  #latest: Dated | null = null;
  #n = 0;

  add({ id, saidSort, sideId, outletId, speakerId, repeatsId }: Row, usage: Usage): void {
    const row = { id, saidSort };
    this.#n += 1;
    this.#usages[usage] += 1;
    addTo(this.#bySide, sideId)[usage] += 1;
    addTo(this.#byPeriod, saidSort.slice(0, 10))[usage] += 1;
    this.#byOutlet.set(outletId, (this.#byOutlet.get(outletId) ?? 0) + 1);
    this.#speakers.add(speakerId);
    this.#utterances.add(repeatsId ?? id);
    if (this.#first === null || byDate(row, this.#first) < 0) this.#first = row;
    if (this.#latest === null || byDate(row, this.#latest) > 0) this.#latest = row;
    const firstUse = this.#firstUses.get(sideId);
    if (usage === 'use' && (!firstUse || byDate(row, firstUse) < 0)) this.#firstUses.set(sideId, row);
    keepOldest(this.#samples[usage], row, Math.ceil(SAMPLES_MAX / USAGES.length));
  }

  counts(): ColumnCounts {
    return {
      n: this.#n,
      utterances: this.#utterances.size,
      speakers: this.#speakers.size,
      usages: this.#usages,
      bySide: this.#bySide,
      byOutlet: this.#byOutlet,
      byPeriod: this.#byPeriod,
      first: this.#first,
      latest: this.#latest,
      firstUses: this.#firstUses,
      samples: Object.values(this.#samples).flat().sort(byDate).slice(0, SAMPLES_MAX),
    };
  }
}

function keepOldest(kept: Dated[], row: Dated, max: number): void {
  if (kept.length === max && byDate(row, kept.at(-1) as Dated) > 0) return;
  kept.push(row);
  kept.sort(byDate);
  kept.length = Math.min(kept.length, max);
}

/** Those that a list with the same filters and terms holds, the newest first, up to so many. */
function statementsWith(
  from: Handle,
  { term, dispute, side, speaker, outlet, from: saidFrom, to: saidTo }: TermQuery,
  max: number,
): { rows: AsyncGenerator<Row>; isComplete: () => boolean } {
  let isComplete = false;
  async function* read(): AsyncGenerator<Row> {
    const filter = StatementFilter.parse({ term, dispute, side, speaker, outlet, saidFrom, saidTo });
    const { match, unsaid } = await readFilter(from, filter, { drafts: false });
    const search = { match: match as Match, conditions: unsaid };
    for (let after: string | null = null, left = max; left > 0; ) {
      const limit = Math.min(CHUNK, left) + 1;
      const found: { id: string; place: string }[] = await matchesByDate(from, search, 'newest', { limit, after });
      const some = found.slice(0, limit - 1);
      yield* await rowsOf(
        from,
        some.map(({ id }) => id),
      );
      left -= some.length;
      isComplete = found.length < limit;
      if (isComplete) return;
      after = (some.at(-1) as { place: string }).place;
    }
  }
  return { rows: read(), isComplete: () => isComplete };
}

function rowsOf(from: Handle, ids: string[]): Promise<Row[]> {
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

/** What tells how these statements use a wording. */
export async function saidIn(from: Handle, ids: string[]): Promise<Map<string, Said>> {
  const rows = await rowsOf(from, ids);
  return new Map(rows.map((row) => [row.id, row]));
}
