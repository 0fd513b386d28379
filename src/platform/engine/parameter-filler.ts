import type Database from 'better-sqlite3';
import { is, Param, Placeholder } from 'drizzle-orm';

type Values = Record<string, unknown>;
type Fill = (values: Values) => unknown;
/** The parts of Drizzle's prepared query on better-sqlite3 that run it. */
type OnSqlite = {
  query: { params: unknown[] };
  stmt: Database.Statement;
  fields?: unknown;
  customResultMapper?: (rows: unknown[][]) => unknown[];
  run(values?: Values): unknown;
  all(values?: Values): unknown;
};

/**
 * Gives a query that is prepared on better-sqlite3 its parameters by functions that are made once. Drizzle finds out at
 * each call of each parameter what it is, which takes longer than SQLite takes to store a short row. Whole numbers are
 * bound as integers, which JavaScript's are not by themselves: SQLite would take them for reals.
 */
export function fillByPlaces(prepared: object): void {
  if (!isOnSqlite(prepared)) return;
  const { query, stmt, fields, customResultMapper } = prepared;
  const fills = query.params.map(fillOf);
  const filled = (values: Values = {}) => fills.map((fill) => fill(values));
  prepared.run = (values) => stmt.run(filled(values));
  if (!stmt.reader) return;
  if (customResultMapper) {
    const rows = stmt.raw(true);
    prepared.all = (values) => customResultMapper(rows.all(filled(values)) as unknown[][]);
  } else if (!fields) prepared.all = (values) => stmt.all(filled(values));
}

function isOnSqlite(prepared: object): prepared is OnSqlite {
  const { stmt } = prepared as { stmt?: { raw?: unknown } };
  return typeof stmt?.raw === 'function';
}

function fillOf(parameter: unknown): Fill {
  if (is(parameter, Placeholder)) {
    const { name } = parameter;
    return (values) => bound(given(values, name));
  }
  if (is(parameter, Param) && is(parameter.value, Placeholder)) {
    const { encoder } = parameter;
    const { name } = parameter.value;
    return (values) => bound(encoder.mapToDriverValue(given(values, name)));
  }
  const constant = bound(parameter);
  return () => constant;
}

function given(values: Values, name: string): unknown {
  const value = values[name];
  if (value === undefined && !(name in values)) throw new Error(`There is no value for “${name}”.`);
  return value;
}

/** As better-sqlite3 is to be given a value. */
export function bound(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value;
  return typeof value === 'boolean' ? (value ? 1n : 0n) : value;
}
