import { open, rename, rm, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Command, Option } from 'commander';
import type { CommandContext } from '../access/route-context.ts';
import { withExamples } from '../platform/examples.ts';
import { atService, type ServiceOptions } from '../platform/service-options.ts';
import type { Context } from './formats/row.ts';
import { ImportFormat as Formats, type ImportFormat } from './import.ts';
import type { ImportCounts } from './import-counts.ts';

type ImportOptions = {
  format: ImportFormat;
  dryRun?: boolean;
  comment?: string;
  report?: string;
  json?: boolean;
} & Context &
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
    .option('--report <file>', 'write what became of each row: as CSV where its name ends so, else as NDJSON')
    .option('--json', 'print the counts and errors as JSON');
  atService(command).action(async (file: string, options: ImportOptions, command: Command) => {
    const bytes = await sizeOf(file, command);
    const counts = await read(file, bytes, options);
    if (options.json) console.log(JSON.stringify({ dryRun: options.dryRun === true, ...counts }, null, 2));
    else tell(file, counts, options.dryRun === true);
    if (counts.rejected > 0) process.exitCode = 1;
  });
}

/** Writes the record out, beside a service that runs or without one, or as that gives it. */
export function exportCommands({ program, serviceKey, withEngine }: CommandContext): void {
  /** Of one moment, which only a worker sees: others may write beside this process. */
  async function* fromDatabase(): AsyncGenerator<Uint8Array> {
    const [{ exporter }, ready] = [await import('./export.ts'), new PassThrough()];
    const writing = withEngine(
      async (engine) => {
        const exports = exporter(engine, new URL('../worker.ts', import.meta.url));
        await pipeline(exports.bytes('everything'), ready).finally(() => exports.close());
      },
      { mustExist: true },
    );
    writing.catch((error) => ready.destroy(error));
    yield* ready as AsyncIterable<Uint8Array>;
    await writing;
  }

  async function* fromService(url: string, key: string | undefined): AsyncGenerator<Uint8Array> {
    const { overHttp } = await import('../platform/client.ts');
    yield* overHttp(url, key).read('/v1/export', {}, 'application/x-ndjson');
  }

  const command = withExamples(
    program.command('export'),
    'export record.ndjson',
    'export | gzip > record.ndjson.gz',
    'export record.ndjson --url https://claims.example',
  )
    .description('write the whole record as NDJSON, history and all; an empty service takes it over by `import`')
    .argument('[file]', 'where to; stdout, when left out, or -')
    .addHelpText(
      'after',
      '\nOf a service that runs it is the whole with a key of the scope admin, else what the key may read.',
    );
  atService(command).action(async (file: string | undefined, { url, key }: ServiceOptions) => {
    const bytes = url === undefined ? fromDatabase() : fromService(url, key ?? serviceKey);
    if (file === undefined || file === '-') await pipeline(bytes, process.stdout, { end: false });
    else await intoFile(bytes, file, command);
  });
}

/** A file that stands there already is replaced once all of the other is written. */
async function intoFile(bytes: AsyncIterable<Uint8Array>, file: string, command: Command): Promise<void> {
  const part = `${file}.part`;
  const into = await open(part, 'w', 0o600).catch((error: Error) =>
    command.error(`error: cannot write ${file}: ${error.message}`),
  );
  try {
    await pipeline(bytes, into.createWriteStream());
    await rename(part, file);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
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
