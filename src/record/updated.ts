import { gte, lt } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { endOf, PartialDate, startOf } from '../kernel/time.ts';
import type { Condition } from '../platform/engine/pages.ts';
import type { Tables } from '../platform/engine/tables.ts';

/** What every list takes: when its entities were last written. */
export type Updated = { updatedFrom?: string; updatedTo?: string };

export const updated = {
  updatedFrom: PartialDate.optional().describe('Written last at this time or later: a date, or a time with its offset'),
  updatedTo: PartialDate.optional().describe('Written last at this time or earlier, the whole of it'),
};

/** Fulfils both filters; the column is that of `updatedAt`. */
export function wasUpdated(column: (t: Tables) => SQLiteColumn) {
  return {
    updatedFrom: (date: string): Condition<Tables>[] => [
      {
        name: 'updated from',
        values: { updatedFrom: startOf(date) },
        holds: ({ t, param }) => gte(column(t), param('updatedFrom')),
      },
    ],
    updatedTo: (date: string): Condition<Tables>[] => [
      {
        name: 'updated to',
        values: { updatedTo: endOf(date) },
        holds: ({ t, param }) => lt(column(t), param('updatedTo')),
      },
    ],
  };
}
