import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { PassThrough, Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { csvOf } from './formats/csv-tables.ts';
import type { ImportRow } from './import.ts';
import { IMPORT_ROWS } from './report.ts';

export type ReportFile = ReturnType<typeof reportFile>;

/** Whether a report is written as a table, by the name of its file; else it is NDJSON. */
export function isTable(file: string): boolean {
  return /\.csv$/i.test(file);
}

/** Writes what became of each row to a file, as it is told. */
export function reportFile(file: string) {
  const rows = new PassThrough({ objectMode: true });
  const texts = isTable(file) ? csvOf(IMPORT_ROWS, rows as AsyncIterable<ImportRow>, { bom: false }) : linesOf(rows);
  const written = pipeline(Readable.from(texts), createWriteStream(file));
  // Heard of when the report ends.
  written.catch(() => rows.destroy());
  let ready: ImportRow[] = [];

  async function flush(): Promise<void> {
    const sorted = ready.sort((one, other) => one.line - other.line);
    ready = [];
    for (const row of sorted)
      if (!rows.destroyed && !rows.write(row)) await Promise.race([once(rows, 'drain'), written]);
  }

  return {
    add(row: ImportRow): void {
      ready.push(row);
    },
    /** Writes what was told so far, in the order of the file. */
    flush,
    /** Fails when it could not be written. */
    async end(): Promise<void> {
      await flush();
      rows.end();
      await written;
    },
  };
}

async function* linesOf(rows: AsyncIterable<ImportRow>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}
