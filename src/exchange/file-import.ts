import { basename } from 'node:path';
import { summaryFolder } from '../derived/summaries/folder.ts';
import { countTerms } from '../derived/terms/counter.ts';
import type { Engine } from '../platform/engine/tables.ts';
import { progressOf } from '../platform/progress.ts';
import { quoteChecker } from '../text/quotes/checker.ts';
import type { Context } from './formats/row.ts';
import type { ImportFormat } from './import.ts';
import type { ImportCounts } from './import-counts.ts';
import { restoreEverything } from './restore.ts';
import { bytesOf, importTask, placeOf } from './task.ts';

/** Reads a file of so many bytes in, and tells on stderr how far it is. */
export async function importFile(
  engine: Engine,
  file: string,
  bytes: number,
  { format, dryRun = false, comment, ...said }: { format: ImportFormat; dryRun?: boolean; comment?: string } & Context,
): Promise<ImportCounts> {
  const checker = quoteChecker();
  const by = { actor: 'cli', comment: comment ?? basename(file) };
  const progress = progressOf('rows');
  const folder = summaryFolder(engine);
  let bytesRead = 0;
  const open = () =>
    bytesOf(file, (count) => {
      bytesRead = count;
    });
  const told = ({ read, created, rejected }: ImportCounts) =>
    progress.tell(
      Math.min(bytesRead / Math.max(bytes, 1), 1),
      read,
      `${read} read, ${created} created, ${rejected} rejected`,
    );
  const takeOver = () => restoreEverything(engine, open, { working: told });
  const deps = { engine, checker, takeOver };
  try {
    const { dispute, question, side, article } = said;
    const context = await placeOf(engine.read, format, { dispute, question, side, article });
    if (!dryRun) folder.start();
    const task = { format, dryRun, context, takesOver: true };
    const counts = await importTask(deps, task, open(), by, { told, report: () => {} });
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
