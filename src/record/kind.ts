import type { Kind } from '../kernel/id.ts';
import type { Tables } from '../platform/engine/tables.ts';

/** The kinds of which the record is made: what has revisions, a history, and an address of its own. */
export type RecordKind = Exclude<Kind, 'snapshot' | 'key' | 'import'>;

type TableName = keyof Tables;
export type RowIn<Table extends TableName> = Tables[Table]['$inferSelect'];
/** Columns that every kind has; a line of history tells them in members of its own. */
type CommonColumn = 'id' | 'revision' | 'createdAt' | 'updatedAt';

/**
 * What a column is.
 *
 * `public`: told in answers and in history. `private`: left out of history, being a copy kept for sorting and joining, or
 * told there otherwise. `words`: public until a redaction removes for good what was said; where null cannot stand in
 * its place, what does is given.
 */
export type Judged<Value> = 'public' | 'private' | (null extends Value ? 'words' : { words: Readonly<Value> });

/** The tables that entities are kept in. */
export type EntityTable = { [Table in TableName]: CommonColumn extends keyof RowIn<Table> ? Table : never }[TableName];

/** What is said of a kind whose entities are the rows of this table. */
export type Described<Table extends TableName> = {
  table: Table;
  /** What names one of them besides its id. */
  namedBy: Extract<keyof RowIn<Table>, 'slug' | 'url'> | null;
  /** What of its row is told where others name it, beside the id; null where that is more than its row tells. */
  brief: readonly (keyof RowIn<Table>)[] | null;
  /** The column of corrections that says which of them is corrected; null where none can be. */
  correctedBy: Extract<keyof RowIn<'corrections'>, `${string}Id`> | null;
  /** Whether full-text search finds it. */
  isSearched: boolean;
  /** Every column of its table: a new one does not compile until it is judged. */
  columns: { readonly [Column in Exclude<keyof RowIn<Table>, CommonColumn>]: Judged<RowIn<Table>[Column]> };
};
