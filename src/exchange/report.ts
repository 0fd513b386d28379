import { csvLine } from './formats/csv.ts';
import type { ImportRow } from './import.ts';

export async function* rowsAsNdjson(rows: AsyncIterable<ImportRow>): AsyncGenerator<string> {
  for await (const row of rows) yield `${JSON.stringify(row)}\n`;
}

export async function* rowsAsCsv(rows: AsyncIterable<ImportRow>): AsyncGenerator<string> {
  yield csvLine(['line', 'outcome', 'code', 'pointer', 'detail', 'warnings']);
  for await (const { line, outcome, code, pointer, detail, warnings } of rows)
    yield csvLine([line, outcome, code, pointer, detail, warnings.join(' ')]);
}
