import { Param, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { type Codec, codecOf } from './codec.ts';

/** The names of what tuples hold; with each the column as which it is kept, or null where it is text. */
export type TupleColumns = readonly string[] | Readonly<Record<string, SQLiteColumn | null>>;

/** The tuples that are given under a name, as JSON, and how each of their values is kept. */
export function tuplesGiven(name: string, columns: TupleColumns) {
  const named: (readonly [name: string, codec: Codec | undefined])[] = isNames(columns)
    ? columns.map((one) => [one, undefined])
    : Object.entries(columns).map(([one, column]) => [one, codecOf(column)]);
  const encode = (tuple: readonly unknown[]) =>
    tuple.map((value, at) => (value === null ? null : (named[at]?.[1]?.compare(value) ?? value)));
  const list = new Param(sql.placeholder(name), {
    mapToDriverValue: (tuples: unknown) => JSON.stringify((tuples as readonly (readonly unknown[])[]).map(encode)),
  });
  return {
    list,
    columns: named.map(([one, codec]) => ({ name: one, isNumber: codec !== undefined && !codec.isText })),
  };
}

function isNames(columns: TupleColumns): columns is readonly string[] {
  return Array.isArray(columns);
}
