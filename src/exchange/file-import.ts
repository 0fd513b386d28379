import { basename } from 'node:path';
import { summaryFolder } from '../derived/summaries/folder.ts';
import { countTerms } from '../derived/terms/counter.ts';
import type { Engine } from '../platform/engine/tables.ts';
import { Progress } from '../platform/terminal.ts';
import { quoteChecker } from '../text/quotes/checker.ts';
import type { ImportCounts } from './import-counts.ts';
import { dryRunOf } from './jobs.ts';
import { linesOf, type NumberedLine } from './lines.ts';
import { importRecords } from './record-import.ts';

/** Reads a file of so many bytes in, and tells on stderr how far it is. */
export async function importFile(
  engine: Engine,
  file: string,
  bytes: number,
  { dryRun, comment }: { dryRun?: boolean; comment?: string },
): Promise<ImportCounts> {
  const checker = quoteChecker();
  const deps = { engine, checker };
  const by = { actor: 'cli', comment: comment ?? basename(file) };
  const progress = new Progress();
  const folder = summaryFolder(engine);
  let bytesRead = 0;
  async function* counted(): AsyncGenerator<NumberedLine> {
    for await (const line of linesOf(file)) {
      bytesRead += line.bytes;
      yield line;
    }
  }
  try {
    if (dryRun) return await dryRunOf(deps, file, by);
    folder.start();
    const counts = await importRecords(deps, counted(), by, ({ read, created, rejected }) =>
      progress.tell(
        Math.min(bytesRead / Math.max(bytes, 1), 1),
        `${read} read, ${created} created, ${rejected} rejected`,
      ),
    );
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
