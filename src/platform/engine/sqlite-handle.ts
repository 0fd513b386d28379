import type Database from 'better-sqlite3';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { alias } from 'drizzle-orm/sqlite-core';
import type { Db, Expressions, Handle } from './engine.ts';
import { PreparedQueries } from './prepared.ts';

const expressions: Expressions = {
  param: (name) => sql`+${sql.placeholder(name)}`,
  oneOf: (column, name) => sql`${column} in (select value from json_each(${sql.placeholder(`${name}[]`)}))`,
  alias: (table, name) => alias(table, name) as unknown as typeof table,
  matches: (name) => sql`search_index match ${sql.placeholder(name)}`,
  rowsOf: (name) => sql`(select value from json_each(${sql.placeholder(`${name}[]`)}))`,
};

export function handleOn<Tables>(connection: Database.Database, t: Tables): Handle<Tables> {
  return handleOver(drizzle({ client: connection }) as unknown as Db, t);
}

/** A handle over any builder that speaks SQLite. */
export function handleOver<Tables>(db: Db, t: Tables): Handle<Tables> {
  const prepared = new PreparedQueries();
  const from = { ...expressions, db, t };
  return {
    engine: 'sqlite',
    db,
    t,
    async query(name, build, values = {}) {
      const query = prepared.get(name, () => build(from));
      return (await query.execute(asParameters(values))) as never;
    },
  };
}

/** Lists for `oneOf` travel as JSON for `json_each`; whole numbers as integers, since SQLite would bind a JavaScript number as REAL. */
function asParameters(values: Record<string, unknown>): Record<string, unknown> {
  const parameters: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    if (Array.isArray(value)) parameters[`${name}[]`] = JSON.stringify(value);
    if (Number.isSafeInteger(value)) parameters[name] = BigInt(value as number);
    else if (typeof value === 'boolean') parameters[name] = value ? 1n : 0n;
    else parameters[name] = value;
  }
  return parameters;
}
