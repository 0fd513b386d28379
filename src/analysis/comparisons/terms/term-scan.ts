import { and, desc, eq, sql } from 'drizzle-orm';
import { type StatementText, usageIn, type Wanted } from '../../../derived/terms/counting.ts';
import { isParaphrased, isToldByText } from '../../../derived/terms/paraphrase.ts';
import { textToldBy } from '../../../derived/terms/recount.ts';
import type { Build } from '../../../platform/engine/engine.ts';
import { allOf, type Condition } from '../../../platform/engine/pages.ts';
import type { Handle, Tables } from '../../../platform/engine/tables.ts';
import type { AnchorState } from '../../../record/statements/anchor.ts';

import type { Usage } from '../../../text/terms/term.ts';
import { languageRead } from '../../../text/terms/usage.ts';
import { type Match, writeMatch } from '../../../text/words/match.ts';
import { readFilter, StatementFilter } from '../../statements/filter.ts';
import { type READ_MAX, SAMPLES_MAX, type TermQuery } from './term-comparison.ts';
import {
  addTo,
  byDate,
  type ColumnCounts,
  crossoversOf,
  type Dated,
  type DatedUse,
  noUsages,
  type TermCounts,
  USAGES,
} from './term-counts.ts';

/** Statements that are read at once: on PostgreSQL each read finds all that match before it sorts them. */
const CHUNK = 5000;

/** Reads the newest statements whose quote has one of the wordings, once, and counts each under those that it has. */
export async function scanStatements(
  from: Handle,
  query: TermQuery,
  wanted: readonly Wanted[],
  max: Pick<typeof READ_MAX, 'statements' | 'characters'>,
): Promise<TermCounts> {
  const columns = wanted.map(() => new Column());
  let [total, characters] = [0, 0];
  const languages = new Set<string>();
  const { rows, isComplete } = statementsWith(from, query, max.statements);
  const textOf = textsRead(from);
  for await (const row of rows) {
    characters += row.quote.length;
    if (characters > max.characters) break;
    const words = row.words.split(' ');
    let isCounted = false;
    for (const [at, wording] of wanted.entries()) {
      const usage = usageIn(row, words, wording);
      if (usage === null) continue;
      (columns[at] as Column).add(row, usage, isParaphrased(row, await textOf(row), wording.variants));
      isCounted = true;
    }
    if (!isCounted) continue;
    total += 1;
    languages.add(languageRead(row.language, row.quote));
  }
  return {
    total,
    columns: columns.map((column) => column.counts()),
    languages,
    read: { statements: total, isComplete: isComplete() && characters <= max.characters },
  };
}

/** What of a statement is counted by. */
type Row = Dated &
  StatementText & {
    place: string;
    /** The words of the quote as search has them. */
    words: string;
    saidOn: string;
    sideId: string;
    speakerId: string;
    outletId: string;
    articleId: string;
    anchor: AnchorState;
    saidAt: string | null;
    repeatsId: string | null;
  };

/** The text that tells whose a statement's words are; the last one is kept, since articles come one after another. */
function textsRead(from: Handle): (row: Row) => Promise<string | null> {
  let last: { key: string; text: string | null } | null = null;
  return async (row) => {
    if (!isToldByText(row)) return null;
    const key = `${row.articleId} ${row.anchor.snapshot}`;
    if (last?.key !== key) last = { key, text: await textToldBy(from, row) };
    return last.text;
  };
}

/** What one column adds up, statement by statement. */
class Column {
  readonly #usages = noUsages();
  readonly #bySide: ColumnCounts['bySide'] = new Map();
  readonly #byOutlet: ColumnCounts['byOutlet'] = new Map();
  readonly #byPeriod: ColumnCounts['byPeriod'] = new Map();
  readonly #speakers = new Set<string>();
  readonly #utterances = new Set<string>();
  readonly #uses: DatedUse[] = [];
  readonly #samples: Record<Usage, Dated[]> = { use: [], denial: [], mention: [], unread: [] };
  #first: Dated | null = null;
  #latest: Dated | null = null;
  #n = 0;

  add(
    { id, saidSort, saidAt, saidOn, sideId, outletId, speakerId, repeatsId }: Row,
    usage: Usage,
    paraphrased: boolean,
  ): void {
    const row = { id, saidSort };
    this.#n += 1;
    this.#usages[usage] += 1;
    addTo(this.#bySide, sideId)[usage] += 1;
    addTo(this.#byPeriod, saidOn)[usage] += 1;
    const reported = this.#byOutlet.get(outletId) ?? { inQuotes: 0, paraphrased: 0 };
    reported[paraphrased ? 'paraphrased' : 'inQuotes'] += 1;
    this.#byOutlet.set(outletId, reported);
    this.#speakers.add(speakerId);
    this.#utterances.add(repeatsId ?? id);
    if (this.#first === null || byDate(row, this.#first) < 0) this.#first = row;
    if (this.#latest === null || byDate(row, this.#latest) > 0) this.#latest = row;
    if (usage === 'use') this.#uses.push({ ...row, sideId, saidAt });
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
      crossovers: crossoversOf(this.#uses),
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
    for (let after: string | null = null, left = max; left > 0; ) {
      const limit = Math.min(CHUNK, left) + 1;
      const rows: Row[] = await rowsWith(from, match as Match, unsaid, limit, after);
      yield* rows.slice(0, limit - 1);
      left -= limit - 1;
      isComplete = rows.length < limit;
      if (isComplete) return;
      after = (rows.at(-2) as Row).place;
    }
  }
  return { rows: read(), isComplete: () => isComplete };
}

/** One chunk in the order of the index, which on SQLite the order of the joins keeps. */
function rowsWith(
  from: Handle,
  match: Match,
  conditions: readonly Condition<Tables>[],
  limit: number,
  after: string | null,
): Promise<Row[]> {
  const { name, values, holds } = allOf(conditions);
  return from.query(
    `statements to read ${name}${after === null ? '' : ' after'}`,
    (build) => {
      const { db, t, matches, param } = build;
      const place = sql<string>`cast(search_index.rowid as text)`;
      return db
        .select({ ...saidColumns(build), place, words: t.searchEntries.words, ...countedColumns(build) })
        .from(sql`search_index`)
        .crossJoin(t.searchEntries)
        .crossJoin(t.statements)
        .where(
          and(
            matches('match'),
            sql`search_index.rowid = ${t.searchEntries.place}`,
            eq(t.statements.id, t.searchEntries.entityId),
            holds(build),
            after === null ? undefined : sql`search_index.rowid < ${param('afterPlace')}`,
          ),
        )
        .orderBy(desc(sql`search_index.rowid`))
        .limit(build.bound('limit'));
    },
    { ...values, match: writeMatch(match, from.engine), limit, ...(after !== null && { afterPlace: BigInt(after) }) },
  );
}

function saidColumns({ t }: Build<Tables>) {
  const { id, quote, quoteType, language, stances } = t.statements;
  return { id, quote, quoteType, language, stances };
}

function countedColumns({ t }: Build<Tables>) {
  const { sideId, speakerId, outletId, articleId, anchor, saidAt, saidSort, saidOn, repeatsId } = t.statements;
  return { sideId, speakerId, outletId, articleId, anchor, saidAt, saidSort, saidOn, repeatsId };
}

/** What tells how these statements use a wording. */
export async function saidIn(from: Handle, ids: string[]): Promise<Map<string, StatementText>> {
  if (ids.length === 0) return new Map();
  const rows = await from.query(
    'statements to count words in',
    (build) =>
      build.db
        .select(saidColumns(build))
        .from(build.t.statements)
        .where(and(build.oneOf(build.t.statements.id, 'ids'), eq(build.t.statements.status, 'published'))),
    { ids },
  );
  return new Map(rows.map((row) => [row.id, row]));
}
