import { getTableName, is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';

/** The tables that a prepared query reads or writes. */
type Known = { queryMetadata?: { type: string; tables: readonly string[] } };
type Kept = { rows: unknown; at: number };

/** Answers kept at most; then it begins anew. */
const KEPT_MAX = 20_000;

/**
 * What a connection looked up and nobody has written to since: who writes many statements looks up the same articles,
 * speakers and claims again and again. To be told of every query of the connection, and to be made to forget where others
 * write, or a write is undone.
 */
export class LookUps {
  #kept = new Map<string, Kept>();
  /** When each table was last written to, in a count of such writes. */
  #written = new Map<string, number>();
  #count = 0;
  readonly #deletedWith: ReadonlyMap<string, readonly string[]>;

  constructor(tables: object) {
    this.#deletedWith = deletedWith(Object.values(tables));
  }

  /** Takes note of a query that writes. */
  heed({ queryMetadata }: Known): void {
    if (queryMetadata?.type === 'select') return;
    this.#count += 1;
    if (queryMetadata === undefined) this.#kept.clear();
    for (const table of queryMetadata?.tables ?? [])
      for (const written of [table, ...(queryMetadata?.type === 'delete' ? (this.#deletedWith.get(table) ?? []) : [])])
        this.#written.set(written, this.#count);
  }

  /** What was found under the same name for the same values, or what `find` finds. Its rows are not to be changed. */
  async of<Rows>(
    name: string,
    { queryMetadata }: Known,
    values: Record<string, unknown>,
    find: () => Promise<Rows>,
  ): Promise<Rows> {
    const tables = queryMetadata?.type === 'select' ? queryMetadata.tables : [];
    if (tables.length === 0) return find();
    const key = `${name} ${keyOf(values)}`;
    const kept = this.#kept.get(key);
    if (kept && tables.every((table) => (this.#written.get(table) ?? 0) <= kept.at)) return kept.rows as Rows;
    const rows = await find();
    if (this.#kept.size >= KEPT_MAX) this.#kept.clear();
    this.#kept.set(key, { rows: frozen(rows), at: this.#count });
    return rows;
  }

  forget(): void {
    this.#kept.clear();
  }
}

/** What tells the values of one query from others: a name always has the same ones. */
function keyOf(values: Record<string, unknown>): string {
  const [only, ...others] = Object.values(values);
  return typeof only === 'string' && others.length === 0 ? `= ${only}` : JSON.stringify(values);
}

/** The tables whose rows go with those of another, by the name of that. */
function deletedWith(tables: readonly unknown[]): Map<string, string[]> {
  const children = new Map<string, string[]>();
  for (const table of tables) {
    if (!is(table, SQLiteTable)) continue;
    for (const { onDelete, reference } of getTableConfig(table).foreignKeys) {
      if (onDelete !== 'cascade') continue;
      const parent = getTableName(reference().foreignTable);
      children.set(parent, [...(children.get(parent) ?? []), getTableName(table)]);
    }
  }
  return children;
}

/** Kept from being changed by one of those who share it. */
function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
