import { createHash } from 'node:crypto';
import type { SQLWrapper } from 'drizzle-orm';
import { encodeAsCompared } from './encoding.ts';
import { mapRowsByColumns, type Prepared } from './row-mapper.ts';

/** Queries kept prepared; the least recently used goes first. Bounded, because optional filters make many shapes. */
export const PREPARED_MAX = 500;

type Executable = Prepared & { execute(values?: Record<string, unknown>): unknown };
type Preparable = SQLWrapper & { prepare(name?: string): Executable; toSQL(): { sql: string } };

/** Keeps the prepared queries of one connection (SQLite), pool or transaction (PostgreSQL). */
export class PreparedQueries {
  readonly #byName = new Map<string, Executable>();
  readonly #names: Set<string>;

  /** `names` are the statement names that PostgreSQL's connections may hold; shared by all handles of one pool. */
  constructor(names: Set<string> = new Set()) {
    this.#names = names;
  }

  get(name: string, build: () => unknown): Executable {
    const known = this.#byName.get(name);
    if (known) {
      this.#byName.delete(name);
      this.#byName.set(name, known);
      return known;
    }
    const query = build() as Preparable;
    encodeAsCompared(query);
    const prepared = query.prepare(this.#statementName(query));
    mapRowsByColumns(prepared);
    this.#byName.set(name, prepared);
    if (this.#byName.size > PREPARED_MAX) this.#byName.delete(this.#byName.keys().next().value as string);
    return prepared;
  }

  /** A name by the text of the query, so that one name never means two; without one, a query is parsed and planned at each call. */
  #statementName(query: Preparable): string | undefined {
    const { sql } = query.toSQL();
    // How words are best looked up depends on how common they are. A plan for any words reads the whole index for rare ones.
    if (sql.includes('::tsquery')) return undefined;
    const name = createHash('sha1').update(sql).digest('hex');
    if (!this.#names.has(name) && this.#names.size >= PREPARED_MAX) return undefined;
    this.#names.add(name);
    return name;
  }
}
