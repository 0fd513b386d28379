import { Readable } from 'node:stream';
import { type CsvError, parse } from 'csv-parse';
import { type FailedRow, faulty, type Source } from './row.ts';
import { unpacked } from './unpacked.ts';

const RECORD_LENGTH_MAX = 1024 * 1024;

/** A row of a table, and where it begins. */
export type CsvRow = { line: number; cells: string[] };

/**
 * The rows of a CSV file after the first, which is its header; by commas, semicolons or tabs, whichever the header has
 * most. Quotation marks inside a cell that nobody doubled are read as they are. Fails with `invalid` without a header.
 */
export async function* csvRows(source: Source): AsyncGenerator<{ header: string[] } | CsvRow | FailedRow> {
  const bytes = unpacked(source);
  const { value: head, done } = await bytes.next();
  if (done) return;
  const whole = (async function* () {
    yield head;
    yield* bytes;
  })();
  const firstLine = Buffer.from(head).toString('utf8').split('\n', 1)[0] as string;
  const delimiter =
    [',', ';', '\t'].map((mark) => [firstLine.split(mark).length, mark] as const).sort(([a], [b]) => b - a)[0]?.[1] ??
    ',';
  const faults: FailedRow[] = [];
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    relaxColumnCount: true,
    relaxQuotes: true,
    skipEmptyLines: true,
    maxRecordSize: RECORD_LENGTH_MAX,
    skipRecordsWithError: true,
    onSkip: (error) => {
      if (error) faults.push({ line: lineOf(error), pointer: '', failure: notCsv(error) });
      return undefined;
    },
  });
  const packed = Readable.from(whole, { objectMode: false });
  packed.on('error', (error) => parser.destroy(error));
  packed.pipe(parser);
  let header: string[] | null = null;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const begins = info.lines - record.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
      yield* faults.splice(0);
      if (header === null) {
        header = record.map((name) => name.trim());
        yield { header };
      } else yield { line: begins, cells: record };
    }
    yield* faults;
  } finally {
    packed.destroy();
    parser.destroy();
  }
}

/** Of a cell that never ends, too: what stands before it was read. */
function notCsv({ message }: CsvError) {
  return faulty('', `is not valid CSV: ${message.replace(/[.\s]+$/, '')}`);
}

function lineOf(error: CsvError): number {
  return typeof error.lines === 'number' && error.lines > 0 ? error.lines : 1;
}
