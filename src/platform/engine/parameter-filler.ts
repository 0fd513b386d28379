import type Database from 'better-sqlite3';
import { is, Param, Placeholder } from 'drizzle-orm';

type Values = Record<string, unknown>;
type Encoder = { mapToDriverValue(value: unknown): unknown };
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
  const filled = fillerOf(query.params);
  prepared.run = (values = {}) => stmt.run(filled(values));
  if (!stmt.reader) return;
  if (customResultMapper) {
    const rows = stmt.raw(true);
    prepared.all = (values = {}) => customResultMapper(rows.all(filled(values)) as unknown[][]);
  } else if (!fields) prepared.all = (values = {}) => stmt.all(filled(values));
}

function isOnSqlite(prepared: object): prepared is OnSqlite {
  const { stmt } = prepared as { stmt?: { raw?: unknown } };
  return typeof stmt?.raw === 'function';
}

/** A placeholder whose name ends so is null where nothing is given under the name before it. */
export const OR_NULL = '?';

/** Gives the parameters in their order, by a function that is written for them. */
function fillerOf(parameters: readonly unknown[]): (values: Values) => unknown[] {
  const constants: unknown[] = [];
  const encoders: Encoder[] = [];
  const written = parameters.map((parameter) => {
    if (is(parameter, Placeholder)) return `bound(${valueGiven(parameter.name)})`;
    if (is(parameter, Param) && is(parameter.value, Placeholder)) {
      encoders.push(parameter.encoder);
      return `bound(encoders[${encoders.length - 1}].mapToDriverValue(${valueGiven(parameter.value.name)}))`;
    }
    constants.push(bound(parameter));
    return `constants[${constants.length - 1}]`;
  });
  // Of the names of parameters, which are ours, and of places; no value is ever part of it.
  const body = `return (values) => [${written.join(', ')}];`;
  return new Function('bound', 'given', 'encoders', 'constants', body)(bound, given, encoders, constants);
}

function valueGiven(name: string): string {
  return name.endsWith(OR_NULL)
    ? `values[${JSON.stringify(name.slice(0, -OR_NULL.length))}] ?? null`
    : `given(values, ${JSON.stringify(name)})`;
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
