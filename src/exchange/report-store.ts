import { and, eq, gt, sql } from 'drizzle-orm';
import { insertRow } from '../platform/engine/rows.ts';
import type { Handle, ReadWrite, Tx } from '../platform/engine/tables.ts';
import type { ImportRow, RowRun } from './import.ts';

/** Rows of a report that are stored together. */
const PART_ROWS = 500;

/** Puts a row behind the others; where it only goes on with the last of them it becomes part of that. */
export function addToRuns(runs: RowRun[], row: ImportRow): void {
  const last = runs.at(-1);
  const goesOn =
    last !== undefined &&
    row.line === (last.until ?? last.line) + 1 &&
    row.outcome === last.outcome &&
    [row, last].every(({ code, pointer, detail, warnings }) => !code && !pointer && !detail && warnings.length === 0);
  if (goesOn) last.until = row.line;
  else runs.push(row);
}

/** What is told of a line that became a record. */
export function createdRow(line: number): ImportRow {
  return { line, outcome: 'created', code: null, pointer: '', detail: null, warnings: [] };
}

/** The rows that were put together, one by one. */
export function* rowsIn(runs: readonly RowRun[]): Generator<ImportRow> {
  for (const { until, ...row } of runs)
    for (let line = row.line; line <= (until ?? row.line); line += 1) yield { ...row, line };
}

/** Stores the report of an import that became all at once, in the transaction in which it did. */
export async function storeReport(tx: Tx, importId: string, runs: readonly RowRun[]): Promise<void> {
  for (let from = 0, part = 1; from < runs.length; from += PART_ROWS, part += 1)
    await insertRow(tx, 'importReports', { importId, part, rows: runs.slice(from, from + PART_ROWS) });
}

export type RowReport = ReturnType<typeof reportOf>;

/** Collects what became of the rows of an import, and stores it part by part. */
export function reportOf(engine: Pick<ReadWrite, 'write'>, importId: string) {
  let rows: RowRun[] = [];
  let part = 0;
  const store = async (tx: Tx, ready: RowRun[]) => {
    part += 1;
    await insertRow(tx, 'importReports', { importId, part, rows: ready });
  };
  return {
    add(row: ImportRow): void {
      addToRuns(rows, row);
    },
    /** Stores what is enough for a part; everything at the end. To be called when every row so far was told. */
    async flush(isEnd = false): Promise<void> {
      if (rows.length < (isEnd ? 1 : PART_ROWS)) return;
      const ready = rows.sort((one, other) => one.line - other.line);
      rows = [];
      for (let from = 0; from < ready.length; from += PART_ROWS)
        await engine.write((tx) => store(tx, ready.slice(from, from + PART_ROWS)));
    },
  };
}

/** The report of an import in the order of the file; of one that runs, as far as it is. */
export async function* reportedRows(from: Handle, importId: string): AsyncGenerator<ImportRow> {
  for (let part = 0; ; ) {
    const [next] = await from.query(
      'part of a report',
      ({ db, t, param }) =>
        db
          .select({ part: t.importReports.part, rows: t.importReports.rows })
          .from(t.importReports)
          .where(and(eq(t.importReports.importId, param('import')), gt(t.importReports.part, param('after'))))
          .orderBy(t.importReports.part)
          .limit(1),
      { import: importId, after: part },
    );
    if (!next) return;
    part = next.part;
    yield* rowsIn(next.rows);
  }
}

/** Takes words that are to be forgotten out of what reports quote. */
export async function forgetInReports(tx: Tx, words: readonly string[], withheld: string): Promise<void> {
  const parts = await tx.query('reports with faults', ({ db, t }) =>
    db
      .select({ importId: t.importReports.importId, part: t.importReports.part })
      .from(t.importReports)
      .where(sql`cast(${t.importReports.rows} as text) like '%"rejected"%'`),
  );
  for (const { importId, part } of parts) {
    const place = { import: importId, part };
    const [found] = await tx.query(
      'rows of a part of a report',
      ({ db, t, param }) =>
        db
          .select({ rows: t.importReports.rows })
          .from(t.importReports)
          .where(and(eq(t.importReports.importId, param('import')), eq(t.importReports.part, param('part')))),
      place,
    );
    const rows = (found?.rows ?? []).map((row) =>
      row.detail !== null && words.some((text) => row.detail?.includes(text)) ? { ...row, detail: withheld } : row,
    );
    if (JSON.stringify(rows) === JSON.stringify(found?.rows)) continue;
    await tx.query(
      'delete a part of a report',
      ({ db, t, param }) =>
        db
          .delete(t.importReports)
          .where(and(eq(t.importReports.importId, param('import')), eq(t.importReports.part, param('part')))),
      place,
    );
    await insertRow(tx, 'importReports', { importId, part, rows });
  }
}
