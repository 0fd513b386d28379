import type { Tx } from './engine.ts';
import { type AnyTables, insertRows } from './rows.ts';

/** A transaction that holds rows back, and what stores those that it still has. */
export type Gathering<Tables> = { tx: Tx<Tables>; flush(): Promise<void> };

/**
 * A transaction whose rows are held back until it asks for anything but a look-up, and are then stored together, those of
 * one table after those of the tables that were written to before it. So a row that cannot be stored fails later than it
 * was given. For a part of a transaction that looks up nothing of what it inserts.
 */
export function gathering<Tables>(tx: Tx<Tables>): Gathering<Tables> {
  let held = new Map<string, object[]>();
  const flush = async () => {
    const rows = held;
    held = new Map();
    for (const [table, some] of rows) await insertRows(tx as unknown as Tx<AnyTables>, table, some);
  };
  const query: Tx<Tables>['query'] = async (...asked) => {
    await flush();
    return tx.query(...asked);
  };
  const hold = (table: string, row: object) => {
    const some = held.get(table) ?? [];
    some.push(row);
    held.set(table, some);
  };
  return { tx: { ...tx, query, hold }, flush };
}

/** One that holds nothing back. */
export function atOnce<Tables>(tx: Tx<Tables>): Gathering<Tables> {
  return { tx, flush: async () => {} };
}
