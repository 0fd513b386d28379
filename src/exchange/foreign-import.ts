import type { Author } from '../history/change.ts';
import { Failure } from '../kernel/failure.ts';
import { findUnstorable } from '../kernel/text.ts';
import { invalid, parseOrFail } from '../kernel/validate.ts';
import { remembering } from '../platform/engine/remembering.ts';
import type { Tx } from '../platform/engine/tables.ts';
import { recordSnapshot } from '../record/articles/actions.ts';
import { findId } from '../record/references.ts';
import { type LookedUp, lookUpQuotes } from '../record/statements/actions.ts';
import { textBytesMax } from '../text/quotes/quote.ts';
import { allImportedAs, type ImportedStatements, rememberAllImported } from './external-ids.ts';
import { type Referring, referringOn, storeRow, type Told } from './foreign-row-store.ts';
import type { ForeignRow, ReadRow, SaidLine } from './formats/row.ts';
import type { ImportRow } from './import.ts';
import { attemptAll, count, expected, type ImportCounts, noCounts, reject } from './import-counts.ts';
import { type ImportDeps, inTurn, LINES_AT_ONCE } from './record-import.ts';
import { RecordLine } from './record-line.ts';

/** Records that are remembered as being there, so that they are not looked for with every row. */
const KNOWN_MAX = 20_000;

type Said<Type extends SaidLine['type']> = Extract<SaidLine, { type: Type }>;

/**
 * Stores the rows of a foreign file: each wholly or not at all. What a row only refers to (its dispute, question, outlet,
 * speaker, claim, and the article of a statement) is made where it is not there, and else left as editors keep it; a
 * statement that was read before is left so, too. A review, and an article that is a row of its own, are revised.
 */
export async function importRows(
  { engine, linesAtOnce = () => LINES_AT_ONCE, ...others }: ImportDeps,
  rows: AsyncIterable<ForeignRow>,
  by: Author,
  told: (counts: ImportCounts) => Promise<void> | void,
  report: (row: ImportRow) => void,
): Promise<ImportCounts> {
  const deps = { ...others, engine: inTurn(engine) };
  const counts = noCounts();
  const known = new Set<string>();
  let batch: ReadRow[] = [];
  let atOnce = linesAtOnce();
  const tell = (row: ForeignRow, result: Told | Failure) => {
    if (result instanceof Failure) {
      reject(counts, row.line, placed(result, row.pointer));
      report({ line: row.line, ...faultOf(result, row.pointer), outcome: 'rejected', warnings: [] });
    } else {
      count(counts, row.line, result.outcome);
      const { outcome, warnings } = result;
      report({
        line: row.line,
        outcome,
        code: null,
        pointer: row.pointer,
        detail: null,
        warnings: [...new Set(warnings)],
      });
    }
  };
  const flush = async () => {
    const ready = batch;
    batch = [];
    const results = ready.length === 0 ? [] : await storeBatch(deps, ready, by, known);
    for (const [at, row] of ready.entries()) tell(row, results[at] as Told | Failure);
    counts.errors.sort((one, other) => one.line - other.line);
    await told(counts);
    atOnce = linesAtOnce();
    await new Promise(setImmediate);
  };
  for await (const row of rows) {
    counts.read += 1;
    if ('failure' in row) {
      await flush();
      tell(row, row.failure);
      continue;
    }
    const isApart = row.records.some(({ type }) => type === 'snapshot');
    if (batch.length >= atOnce || (isApart && batch.length > 0)) await flush();
    batch.push(row);
    if (isApart) await flush();
  }
  await flush();
  return counts;
}

function placed(failure: Failure, pointer: string): Failure {
  const [fault] = failure.faults;
  const at = pointer + (fault?.pointer ?? '');
  return new Failure(failure.code, failure.message, {
    faults: [{ pointer: at, detail: fault?.detail ?? failure.message }],
  });
}

function faultOf(failure: Failure, pointer: string) {
  return { code: failure.code, pointer: pointer + (failure.faults[0]?.pointer ?? ''), detail: failure.message };
}

async function storeBatch(
  deps: ImportDeps,
  rows: ReadRow[],
  by: Author,
  known: Set<string>,
): Promise<(Told | Failure)[]> {
  const { engine } = deps;
  const first = rows[0] as ReadRow;
  const snapshot = first.records.find((record) => record.type === 'snapshot');
  if (snapshot && Buffer.byteLength(snapshot.text) > textBytesMax)
    return [new Failure('too-large', '/text: a text may have at most 1 MiB of UTF-8.')];
  const looked = await lookAhead(deps, rows);
  const made = new Set<string>();
  const store = async (
    tx: Tx,
    row: ReadRow,
    within: { referring: Referring; statements: ImportedStatements },
  ): Promise<Told> => {
    refuseUnstorable(row);
    const own = new Set<string>();
    const result = await storeRow(
      { ...deps, tx, by, looked, ...within },
      row,
      (key) => known.has(key) || made.has(key) || own.has(key),
      own,
    );
    for (const key of own) made.add(key);
    return result;
  };
  const storeAll = async (some: readonly ReadRow[]) => {
    const results = await engine.write(async (tx) => {
      // What an earlier try of the same transaction made was undone.
      made.clear();
      const before = await allImportedAs(tx, 'statement', externalIdsIn(some));
      const statements: ImportedStatements = { before, just: new Map() };
      const referring = referringOn(tx);
      const results = await attemptAll(tx, some, async (row) => {
        try {
          return await store(tx, row, { referring, statements });
        } catch (error) {
          referring.forget();
          throw error;
        }
      });
      await rememberAllImported(tx, 'statement', statements.just);
      return results;
    });
    if (known.size > KNOWN_MAX) known.clear();
    for (const key of made) known.add(key);
    return results;
  };
  const wasRemembered = known.size > 0;
  const results = await storeAll(rows);
  const lacking = rows.filter((_, at) => lacksReference(results[at]));
  if (lacking.length > 0 && wasRemembered) {
    // Something that was there when it was remembered may have been deleted since.
    known.clear();
    const again = await storeAll(lacking);
    for (const [at, row] of lacking.entries()) results[rows.indexOf(row)] = again[at] as Told | Failure;
  }
  const [result] = results;
  if (snapshot && result && !(result instanceof Failure)) results[0] = await withText(deps, snapshot, result, by);
  return results;
}

/** Fails with `invalid` before anything of the row is stored: its text is stored last, by a transaction of its own. */
function refuseUnstorable({ records }: ReadRow): void {
  const fault = findUnstorable(records);
  if (fault) throw invalid([{ pointer: '', detail: fault.detail }], 'the row');
  for (const record of records) if (record.type === 'snapshot') parseOrFail(RecordLine, record);
}

function lacksReference(result: Told | Failure | undefined): boolean {
  return result instanceof Failure && result.code === 'unknown-reference';
}

function externalIdsIn(rows: readonly ReadRow[]): string[] {
  return rows.flatMap(({ records }) => records.flatMap((one) => (one.type === 'statement' ? (one.id ?? []) : [])));
}

/** Quotes in texts that are there already are looked up before the transaction, which would keep other writers waiting. */
async function lookAhead({ engine, checker }: ImportDeps, rows: ReadRow[]): Promise<Map<SaidLine, LookedUp>> {
  const looked = new Map<SaidLine, LookedUp>();
  const from = remembering(engine.read);
  const before = await allImportedAs(from, 'statement', externalIdsIn(rows));
  for (const record of rows.flatMap(({ records }) => records)) {
    if (record.type !== 'statement' || (record.id !== undefined && before.has(record.id))) continue;
    if ((await findId(from, 'article', record.article)) === null) continue;
    try {
      const line = parseOrFail(RecordLine, record) as Extract<RecordLine, { type: 'statement' }>;
      looked.set(record, await lookUpQuotes(from, checker, line));
    } catch (error) {
      expected(error);
    }
  }
  return looked;
}

async function withText(
  { engine, checker }: ImportDeps,
  said: Said<'snapshot'>,
  before: Told,
  by: Author,
): Promise<Told | Failure> {
  const { type: _, article, ...snapshot } = parseOrFail(RecordLine, said) as Extract<RecordLine, { type: 'snapshot' }>;
  const isKnown = (earlier: { retrievedAt: string }) =>
    snapshot.retrievedAt === undefined || earlier.retrievedAt === snapshot.retrievedAt;
  try {
    const { made } = await recordSnapshot(engine, checker, article, snapshot, by, isKnown);
    return made && before.outcome === 'unchanged' ? { ...before, outcome: 'updated' } : before;
  } catch (error) {
    return expected(error);
  }
}
