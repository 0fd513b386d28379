import type { Placeholder, SQL, SQLWrapper } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Kind } from '../../kernel/id.ts';
import type { Needed } from '../loop-turns.ts';
import type { Lasting } from './lasting.ts';
import type { TupleColumns } from './tuples.ts';
import type { CommitListener, Written } from './written.ts';

/** What both engines answer alike. `.get()`, `.all()`, `.run()` and `transaction` are left out on purpose. */
export type Db = Pick<
  BetterSQLite3Database<Record<string, never>>,
  'select' | 'selectDistinct' | 'insert' | 'update' | 'delete' | 'with' | '$with'
>;

/** The parts of a query that are written differently on the two engines. */
export type Expressions = {
  /**
   * A value given when the query runs. In SQLite as `+?`, so that the query is not prepared anew at each call. It is
   * encoded as the column that it is compared with, else as the one that is given.
   */
  param(name: string, column?: SQLiteColumn): SQL;
  /** The same for what bounds a page, by the type that LIMIT and OFFSET take. */
  bound(name: string): Placeholder;
  /** True where `column` is one of the values given under `name` (an array of strings). */
  oneOf(column: SQLWrapper, name: string): SQL;
  /** True where the text in `column` has the one given under `name` in it, as it is written. */
  contains(column: SQLWrapper, name: string): SQL;
  /** The table under another name, to join it with itself. */
  alias<Table extends SQLiteTable>(table: Table, name: string): Table;
  /** The same condition, of which it is known that few rows fulfil it, so that they are found by an index that it names. */
  rarely(condition: SQL): SQL;
  /** True for the rows of `search_index` that fulfil the query given under `name`, in the engine's own syntax. */
  matches(name: string): SQL;
  /** The id of what has the key, as a column of `idText` keeps it. */
  idText(key: SQLiteColumn | SQL): SQL<string>;
  /** The key of the id that stands first in what a column of `idText` keeps. */
  keyIn(text: SQLWrapper): SQL<number>;
  /** The word that is kept as a number, as text; what is kept as text, as it is. */
  wordText(column: SQLWrapper): SQLWrapper;
  /** The number that the column keeps for a word that is told as text. */
  codeOfWord(column: SQLiteColumn, word: SQLWrapper): SQL<number>;
  /** The beginning of a time, as it is written: ten letters for its day, seven for its month, four for its year. */
  beginning(time: SQLiteColumn, letters: 4 | 7 | 10): SQL<string>;
  /** Rows of text, one for each of the values given under `name`, in a column called `value`. */
  rowsOf(name: string): SQL;
  /**
   * Rows, one for each tuple of those given under `name` (an array of arrays), in columns with these names: each value as
   * the column keeps it that is told with its name, else text.
   */
  tuplesOf(name: string, columns: TupleColumns): SQL;
};

/** What a query is built from: the builder, the tables, and the expressions of the engine. */
export type Build<Tables> = Expressions & { db: Db; t: Tables };

export type Handle<Tables> = {
  readonly engine: 'sqlite' | 'postgres';
  readonly db: Db;
  readonly t: Tables;
  /**
   * Runs a query that is built and prepared once under `name`, and again only after many others were used in between.
   * The same name must always build the same query: whatever changes its shape belongs into the name.
   */
  query<Rows>(
    name: string,
    build: (from: Build<Tables>) => PromiseLike<Rows>,
    values?: Record<string, unknown>,
  ): Promise<Rows>;
  /**
   * As `query`, for what is looked up often and seldom written: a transaction may answer from what was found before, as
   * long as nobody wrote to the tables that the query names outside of subqueries. The rows are shared, and frozen.
   */
  lookUp<Rows>(
    name: string,
    build: (from: Build<Tables>) => PromiseLike<Rows>,
    values?: Record<string, unknown>,
  ): Promise<Rows>;
  /**
   * A place to keep what was read, empty once anything was committed by whomever: what stands in it is as true as what a
   * query would find. To be asked for before what is kept in it is read, and anew by whoever looks into it later. Where
   * an engine cannot tell of the commits of others, it is always empty.
   */
  cache(): Map<string, unknown>;
  /** What is still true of what was made of rows before others were written; nothing where an engine cannot tell. */
  lasting(): Lasting;
};

/** A transaction: a handle with one frozen time, and ids that sort by it. */
export type Tx<Tables> = Handle<Tables> & {
  readonly now: string;
  newId(kind: Kind): string;
  /**
   * To be told before rows of entities are rewritten, once a transaction or oftener, so that followers can take note of
   * what followed from them until now.
   */
  revising(kind: string, ids: readonly string[]): Promise<void>;
  /** Undoes with `work` what is kept in memory, should the part of the transaction that runs now be undone. */
  onUndo(work: () => void): void;
  /** Says what was just written, for those who follow it right before the commit. */
  changed(written: Written): void;
  /** What was written so far, in this order. */
  readonly written: readonly Written[];
  /** Makes `search_index`, the engine's own full-text index, anew from `search_entries`. */
  rebuildFullText(): Promise<void>;
  /**
   * Runs `work`, which stores so many rows of these tables that SQLite makes their indexes afterwards, of all of them at
   * once. Until it is done they have none but those that keep rows apart: what looks for rows by others reads all.
   */
  withIndexesAfter<Result>(tables: readonly string[], work: () => Promise<Result>): Promise<Result>;
  /** Where rows are held back to be stored together (see `gathering`): takes one. */
  hold?(table: string, row: object): void;
  /** Runs a part of the transaction that may fail without the rest: nothing of it is left then, and the error is thrown. */
  attempt<Result>(work: () => Promise<Result>): Promise<Result>;
};

/** Reads that belong together. */
export type ReadSnapshots<Tables> = {
  /**
   * All that `work` reads is the record of one moment, whatever is committed meanwhile. Inside `work` nothing is awaited
   * but the handle.
   */
  readSnapshot<Result>(work: (from: Handle<Tables>) => Promise<Result>): Promise<Result>;
};

/** What goes first is counted in `count`; nothing does while anything is counted in `unless`, which waits for whoever lets it by. */
export type GoFirst = { count: Int32Array; unless: Int32Array | null };

export type Engine<Tables> = ReadSnapshots<Tables> & {
  readonly kind: 'sqlite' | 'postgres';
  /** By which another thread of this process opens the same database. */
  readonly address: string;
  /**
   * Runs `work`, which reads the database in another thread by the address that it is given, for a bounded time. May wait
   * before it does: SQLite's log is emptied only while nobody reads what was before. Runs it again where a standby failed.
   */
  whileLogIsShort<Result>(work: (address: string) => Promise<Result>): Promise<Result>;
  /** Never sees an uncommitted write. */
  readonly read: Handle<Tables>;
  /** As `read`, but from no standby while the database itself answers: for what decides who may do something. */
  readonly newest: Handle<Tables>;
  /** Copies of the database that `read` and read snapshots may be answered from; null where there are none. */
  readonly standbys: Standbys | null;
  /** Whatever is read here from now on has all that was committed until now by whomever. */
  catchUp(): Promise<void>;
  /** The same for queries that go through many rows: they do not keep others from being answered. Not for writes. */
  readonly offThread: Handle<Tables>;
  /**
   * All of `work` commits, durably, or none of it. Resolves after the commit.
   * Inside `work` nothing is awaited but the transaction itself; `work` may run twice when the engine asks for it.
   */
  write<Result>(work: (tx: Tx<Tables>) => Promise<Result>): Promise<Result>;
  /**
   * The same for works that only add what others do not look up: several that wait may share a transaction, and what
   * follows from them is done once for all of them.
   */
  writeTogether<Result>(work: (tx: Tx<Tables>) => Promise<Result>): Promise<Result>;
  /**
   * How many writes of this engine wait or are under way, for a thread that writes to the same file and lets them by; null
   * where the database itself takes turns.
   */
  readonly writesWaiting: Int32Array | null;
  /**
   * What of this engine a thread lets by that writes to the same database: on SQLite writes, since one at a time is made, on
   * PostgreSQL reads, since its own processes stand back for nobody, unless writes wait for what the thread has locked.
   */
  readonly goFirst: GoFirst;
  /** Connections that queries are answered on. While many queries wait for one, what begins would only wait with them. */
  readonly connections: Needed;
  /** Lets `listener` hear what this engine commits from now on, until what this gives is called. */
  afterCommit(listener: CommitListener): () => void;
  /**
   * Cleans the files of the database of what was overwritten or deleted in it. SQLite's file is written anew while writes
   * wait and reads go on; PostgreSQL frees the space for what comes next. False when that could not be done.
   */
  purge(): Promise<boolean>;
  /** Lets go what is kept in this process only so as to be quick. */
  giveBackMemory(): void;
  /** Fails when the database does not answer. */
  ping(): Promise<void>;
  /** Waits for the writes that are under way, refuses later ones, and closes. */
  close(): Promise<void>;
};

/** Servers that copy the database. A read from one of them has all that this service acknowledged before it. */
export type Standbys = {
  /**
   * Lets what `work` reads, and what follows from it, come from a standby. Else nothing does. It has what was written up to
   * what a write was answered with by `token`, of whichever service on the database; fails with `invalid` where it is none.
   */
  readAnywhere<Result>(token: string | undefined, work: () => Result): Result;
  /** What a write is answered with, by which later reads of it are recognized. */
  writtenUpTo(): string;
  figures(): ReadFigures;
};

export type ReadFigures = { ofPrimary: number; standbys: readonly StandbyFigures[] };

export type StandbyFigures = {
  /** `standby-1` for the first of the settings. */
  readonly name: string;
  /** Whether it is read from, else why it is not. */
  readonly state: 'ok' | 'behind' | 'foreign' | 'promoted' | 'unreachable';
  /** Reads that it answered. */
  readonly reads: number;
  /** How much of the log it has yet to take over, and how long ago it had all of it; null where nobody knows. */
  readonly lagBytes: number | null;
  readonly lagSeconds: number | null;
};

export type Clock = () => Date;

/** Where the time and the ids come from; replaced in tests. */
export type Sources = { clock: Clock; newKey: (at: Date) => number };
