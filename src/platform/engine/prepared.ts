import { createHash } from 'node:crypto';
import type { SQLWrapper } from 'drizzle-orm';
import { encodeAsCompared } from './encoding.ts';
import { fillByPlaces } from './parameter-filler.ts';
import { mapRowsByColumns, type Prepared } from './row-mapper.ts';

/** Queries kept prepared; the least recently used goes first. Bounded, because optional filters make many shapes. */
export const PREPARED_MAX = 500;

type Executable = Prepared & {
  execute(values?: Record<string, unknown>): unknown;
  /** Which tables it reads or writes, those of subqueries aside. */
  queryMetadata?: { type: 'select' | 'insert' | 'update' | 'delete'; tables: string[] };
};
type Preparable = SQLWrapper & { prepare(name?: string): Executable; toSQL(): { sql: string } };

/** The names under which PostgreSQL's connections hold statements, the least recently used first to go. */
export type StatementNames = {
  use(name: string): void;
  /** How many have gone so far. A connection holds on to those it had. */
  gone(): number;
};

export function statementNames(): StatementNames {
  const names = new Set<string>();
  let gone = 0;
  return {
    use(name) {
      names.delete(name);
      names.add(name);
      if (names.size <= PREPARED_MAX) return;
      names.delete(names.values().next().value as string);
      gone += 1;
    },
    gone: () => gone,
  };
}

type Kept = { prepared: Executable; statement: string | undefined };

/** Keeps the prepared queries of one connection (SQLite), pool or transaction (PostgreSQL). */
export class PreparedQueries {
  readonly #byName = new Map<string, Kept>();
  readonly #names: StatementNames | null;

  /** `names` are shared by all handles of one pool; null where the engine needs none. */
  constructor(names: StatementNames | null) {
    this.#names = names;
  }

  get(name: string, build: () => unknown): Executable {
    const known = this.#byName.get(name);
    if (known) {
      // Their order tells nothing before there are as many as are kept, and takes its time.
      if (this.#byName.size >= PREPARED_MAX) {
        this.#byName.delete(name);
        this.#byName.set(name, known);
      }
      if (known.statement !== undefined) this.#names?.use(known.statement);
      return known.prepared;
    }
    const query = build() as Preparable;
    encodeAsCompared(query);
    const statement = this.#statementName(query);
    const prepared = query.prepare(statement);
    mapRowsByColumns(prepared);
    fillByPlaces(prepared);
    this.#byName.set(name, { prepared, statement });
    if (this.#byName.size > PREPARED_MAX) this.#byName.delete(this.#byName.keys().next().value as string);
    return prepared;
  }

  /** A name by the text of the query, so that one name never means two; without one, a query is parsed and planned at each call. */
  #statementName(query: Preparable): string | undefined {
    if (this.#names === null) return undefined;
    const { sql } = query.toSQL();
    // How words are best looked up depends on how common they are. A plan for any words reads the whole index for rare ones.
    if (sql.includes('::tsquery')) return undefined;
    const name = createHash('sha1').update(sql).digest('hex');
    this.#names.use(name);
    return name;
  }
}
