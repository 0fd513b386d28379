import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import { Progress } from '../platform/terminal.ts';
import { quoteChecker } from '../quotes/checker.ts';
import type { CommandRooms } from '../rooms.ts';
import { articleFollower } from '../statements/anchoring.ts';
import type { Engine } from '../tables.ts';
import { ImportFormat as Formats, type ImportFormat } from './import.ts';
import { dryRunOf, linesOf } from './jobs.ts';
import { type ImportCounts, importRecords, type NumberedLine } from './record-import.ts';

type ImportOptions = { format: ImportFormat; dryRun?: boolean; comment?: string; json?: boolean };

/** Reads a file of records in, beside a service that runs or without one. */
export function importCommands({ program, withEngine }: CommandRooms): void {
  program
    .command('import')
    .description('read records from a file; what was read before is revised where it differs, never doubled')
    .argument('<file>', 'NDJSON: one record a line')
    .addOption(new Option('--format <format>', 'what the lines are').choices(Formats.options).default('record'))
    .option('--dry-run', 'do everything, then roll it back; other writers wait meanwhile')
    .option('--comment <why>', 'stands in history beside every change; the name of the file, when left out')
    .option('--json', 'print the counts and errors as JSON')
    .action(async (file: string, options: ImportOptions, command: Command) => {
      const bytes = await sizeOf(file, command);
      const counts = await withEngine((engine) => importFile(engine, file, bytes, options));
      if (options.json) console.log(JSON.stringify({ dryRun: options.dryRun === true, ...counts }, null, 2));
      else tell(file, counts, options.dryRun === true);
      if (counts.rejected > 0) process.exitCode = 1;
    });
}

async function sizeOf(file: string, command: Command): Promise<number> {
  const found = await stat(file).catch((error: Error) => command.error(`error: cannot read ${file}: ${error.message}`));
  if (found.isDirectory()) command.error(`error: cannot read ${file}: it is a folder`);
  return found.size;
}

async function importFile(
  engine: Engine,
  file: string,
  bytes: number,
  { dryRun, comment }: ImportOptions,
): Promise<ImportCounts> {
  const checker = quoteChecker();
  const deps = { engine, checker, follower: articleFollower(engine, checker) };
  const by = { actor: 'cli', comment: comment ?? basename(file) };
  const progress = new Progress();
  let bytesRead = 0;
  async function* counted(): AsyncGenerator<NumberedLine> {
    for await (const line of linesOf(file)) {
      bytesRead += Buffer.byteLength(line.text) + 1;
      yield line;
    }
  }
  try {
    if (dryRun) return await dryRunOf(deps, file, by);
    return await importRecords(deps, counted(), by, ({ read, created, rejected }) =>
      progress.tell(
        Math.min(bytesRead / Math.max(bytes, 1), 1),
        `${read} read, ${created} created, ${rejected} rejected`,
      ),
    );
  } finally {
    progress.end();
    await checker.close();
  }
}

function tell(file: string, counts: ImportCounts, isDryRun: boolean): void {
  const { read, created, updated, unchanged, rejected, errors } = counts;
  for (const { line, code, detail } of errors) console.error(`${file}:${line}: ${code}: ${detail}`);
  if (rejected > errors.length) console.error(`… and ${rejected - errors.length} more.`);
  const lines = read === 1 ? '1 line' : `${read} lines`;
  console.log(`${lines} read: ${created} created, ${updated} updated, ${unchanged} unchanged, ${rejected} rejected.`);
  if (isDryRun) console.log('This was a dry run: nothing was stored.');
}
