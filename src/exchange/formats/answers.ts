import { trueOrFalse } from '../../kernel/boolean.ts';
import type { ListFormat } from '../../platform/http/format.ts';
import { csvOf, type Table } from './csv-tables.ts';

const BOM = trueOrFalse().describe(
  '`true` begins the CSV with a byte order mark, which some spreadsheets need to read it as UTF-8',
);

/** A list as a table, a row an item. */
export function csv<Item>(table: Table<Item>): ListFormat<Item> {
  return {
    mediaType: 'text/csv',
    name: 'csv',
    options: { bom: BOM },
    takes: 'all',
    writeList: (items, { options }) => csvOf(table, items, { bom: options.bom === true }),
  };
}
