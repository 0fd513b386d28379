import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Command, Option } from 'commander';
import type { CommandContext } from '../access/route-context.ts';
import { withExamples } from '../platform/examples.ts';
import { atService, type ServiceOptions } from '../platform/service-options.ts';
import type { Context } from './formats/row.ts';
import { ImportFormat as Formats, type ImportFormat } from './import.ts';
import type { ImportCounts } from './import-counts.ts';

type ImportOptions = { format: ImportFormat; dryRun?: boolean; comment?: string; json?: boolean } & Context &
  ServiceOptions;

/** Reads a file of records in, beside a service that runs or without one, or by it. */
export function importCommands({ program, serviceKey, withEngine }: CommandContext): void {
  /** Only here what does it is loaded: asking for help loads no rules. */
  async function read(file: string, bytes: number, { url, key, ...options }: ImportOptions): Promise<ImportCounts> {
    if (url === undefined) {
      const { importFile } = await import('./file-import.ts');
      return withEngine((engine) => importFile(engine, file, bytes, options));
    }
    const { sendImport } = await import('./sent-import.ts');
    const comment = options.comment ?? basename(file);
    return sendImport({ url, key: key ?? serviceKey }, file, bytes, { ...options, comment });
  }

  const command = withExamples(
    program.command('import'),
    'import seeds/lachin.ndjson',
    'import quotes-2020.json.bz2 --format quotebank --dispute nagorno-karabakh-2023 --dry-run',
    'import fact-checks.csv --format claimreview-csv --question lachin-corridor --json',
  )
    .description('read records from a file; what was read before is revised where it differs, never doubled')
    .argument('<file>', 'NDJSON, JSON, CSV or TEI, as the format is; .gz and .bz2 are unpacked')
    .addOption(new Option('--format <format>', 'what the file is').choices(Formats.options).default('record'))
    .option('--dispute <dispute>', 'where rows go that name no dispute; `imported`, when left out')
    .option('--question <question>', 'where claims go that name no question')
    .option('--side <side>', 'for whom those speak of whom the file does not say it')
    .option('--article <article>', 'whose text the file is of, where it does not say it (citron)')
    .option('--dry-run', 'do everything, then roll it back; other writers wait meanwhile')
    .option('--comment <why>', 'stands in history beside every change; the name of the file, when left out')
    .option('--json', 'print the counts and errors as JSON');
  atService(command).action(async (file: string, options: ImportOptions, command: Command) => {
    const bytes = await sizeOf(file, command);
    const counts = await read(file, bytes, options);
    if (options.json) console.log(JSON.stringify({ dryRun: options.dryRun === true, ...counts }, null, 2));
    else tell(file, counts, options.dryRun === true);
    if (counts.rejected > 0) process.exitCode = 1;
  });
}

/** Writes the record out, beside a service that runs or without one. */
export function exportCommands({ program, withEngine }: CommandContext): void {
  program
    .command('export')
    .description('write the whole record as NDJSON, history and all; an empty service takes it over by `import`')
    .argument('<file>', 'where to')
    .action(async (file: string) => {
      const { writeExport } = await import('./export.ts');
      await withEngine((engine) => writeExport(engine, file, 'everything'));
    });
}

async function sizeOf(file: string, command: Command): Promise<number> {
  const found = await stat(file).catch((error: Error) => command.error(`error: cannot read ${file}: ${error.message}`));
  if (found.isDirectory()) command.error(`error: cannot read ${file}: it is a folder`);
  return found.size;
}

function tell(file: string, counts: ImportCounts, isDryRun: boolean): void {
  const { read, created, updated, unchanged, rejected, errors } = counts;
  for (const { line, code, detail } of errors) console.error(`${file}:${line}: ${code}: ${detail}`);
  if (rejected > errors.length) console.error(`… and ${rejected - errors.length} more.`);
  const lines = read === 1 ? '1 line' : `${read} lines`;
  console.log(`${lines} read: ${created} created, ${updated} updated, ${unchanged} unchanged, ${rejected} rejected.`);
  if (isDryRun) console.log('This was a dry run: nothing was stored.');
}
