import { basename } from 'node:path';
import { STEP_ALONE, summaryFolder } from '../derived/summaries/folder.ts';
import { countTerms } from '../derived/terms/counter.ts';
import type { Engine } from '../platform/engine/tables.ts';
import { progressOf } from '../platform/progress.ts';
import { quoteChecker } from '../text/quotes/checker.ts';
import type { Context } from './formats/row.ts';
import type { ImportFormat, RowRun } from './import.ts';
import type { ImportCounts } from './import-counts.ts';
import { reportFile } from './report-file.ts';
import { addToRuns, createdRow, rowsIn } from './report-store.ts';
import { restoreEverything } from './restore.ts';
import { bytesOf, importTask, placeOf } from './task.ts';

/** Lines that share one transaction: nobody waits for the thread. */
const LINES_AT_ONCE = 4_000;
type Asked = { format: ImportFormat; dryRun?: boolean; comment?: string; report?: string } & Context;

/** Reads a file of so many bytes in, and tells on stderr how far it is. */
export async function importFile(
  engine: Engine,
  file: string,
  bytes: number,
  { format, dryRun = false, comment, report, ...said }: Asked,
): Promise<ImportCounts> {
  const checker = quoteChecker();
  const by = { actor: 'cli', comment: comment ?? basename(file) };
  const progress = progressOf('rows');
  const folder = summaryFolder(engine, { step: STEP_ALONE });
  let bytesRead = 0;
  const open = () =>
    bytesOf(file, (count) => {
      bytesRead = count;
    });
  const rows = report === undefined ? null : reportFile(report);
  const tell = ({ read, created, rejected }: ImportCounts) =>
    progress.tell(
      Math.min(bytesRead / Math.max(bytes, 1), 1),
      read,
      `${read} read, ${created} created, ${rejected} rejected`,
    );
  const told = async (counts: ImportCounts) => {
    tell(counts);
    await rows?.flush();
  };
  const takeOver = async () => {
    let lines: RowRun[] = [];
    const opened = () => {
      lines = [];
      return open();
    };
    const took = (line: number) => rows && addToRuns(lines, createdRow(line));
    const counts = await restoreEverything(engine, opened, { working: tell, took });
    for (const row of rowsIn(lines)) {
      rows?.add(row);
      if (row.line % 1000 === 0) await rows?.flush();
    }
    return counts;
  };
  const deps = { engine, checker, takeOver, linesAtOnce: () => LINES_AT_ONCE };
  try {
    const { dispute, question, side, article } = said;
    const context = await placeOf(engine.read, format, { dispute, question, side, article });
    if (!dryRun) folder.start();
    const task = { format, dryRun, context, takesOver: true };
    const counts = await importTask(deps, task, open(), by, { told, report: (row) => rows?.add(row) });
    await rows?.end();
    if (dryRun) return counts;
    // A service that runs beside this does not hear of what another process commits.
    await countTerms(engine);
    await folder.done();
    return counts;
  } finally {
    progress.end();
    await folder.close();
    await checker.close();
  }
}
