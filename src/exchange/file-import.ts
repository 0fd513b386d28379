import { basename } from 'node:path';
import type { Engine } from '../platform/engine/tables.ts';
import { Progress } from '../platform/terminal.ts';
import { articleFollower } from '../record/statements/anchoring.ts';
import { quoteChecker } from '../text/quotes/checker.ts';
import type { Context } from './formats/row.ts';
import type { ImportFormat } from './import.ts';
import type { ImportCounts } from './import-counts.ts';
import { bytesOf, importTask, placeOf } from './task.ts';

/** Reads a file of so many bytes in, and tells on stderr how far it is. */
export async function importFile(
  engine: Engine,
  file: string,
  bytes: number,
  { format, dryRun = false, comment, ...said }: { format: ImportFormat; dryRun?: boolean; comment?: string } & Context,
): Promise<ImportCounts> {
  const checker = quoteChecker();
  const deps = { engine, checker, follower: articleFollower(engine, checker) };
  const by = { actor: 'cli', comment: comment ?? basename(file) };
  const progress = new Progress();
  let bytesRead = 0;
  const source = bytesOf(file, (count) => {
    bytesRead = count;
  });
  const told = ({ read, created, rejected }: ImportCounts) =>
    progress.tell(
      Math.min(bytesRead / Math.max(bytes, 1), 1),
      `${read} read, ${created} created, ${rejected} rejected`,
    );
  try {
    const { dispute, question, side, article } = said;
    const context = await placeOf(engine.read, format, { dispute, question, side, article });
    return await importTask(deps, { format, dryRun, context }, source, by, { told, report: () => {} });
  } finally {
    progress.end();
    await checker.close();
  }
}
