import type { Table } from './formats/csv-tables.ts';
import type { ImportRow } from './import.ts';

/** The report of an import: a row of the table for each of the file. */
export const IMPORT_ROWS: Table<ImportRow> = {
  columns: ['line', 'outcome', 'code', 'pointer', 'detail', 'warnings'],
  row: ({ line, outcome, code, pointer, detail, warnings }) => [
    ...[line, outcome, code, pointer, detail],
    warnings.join(' '),
  ],
};
