import type Database from 'better-sqlite3';
import { LRUCache } from 'lru-cache';
import { idFromKey, type Kind } from '../../kernel/id.ts';

/** What is answered of a thing, as it is sent. */
export type Told = { readonly revision: number; readonly json: string };

/**
 * A place for what was told of things, by their ids, that outlives commits in which other rows are written: what stands in
 * it is what would be told now. To be asked for before what is kept in it is read, and anew by whoever looks into it later.
 */
export type Lasting = {
  get(id: string): Told | undefined;
  keep(id: string, told: Told): void;
};

/** Where an engine cannot tell what was written to by whom. */
export const NOTHING_LASTS: Lasting = { get: () => undefined, keep() {} };

/** The place as it is at a moment that is read, and what leaves behind all that stands in it. */
export type LastingPlace = { at(moment: number): Lasting; leave(): void };

export const NO_PLACE: LastingPlace = { at: () => NOTHING_LASTS, leave() {} };

/**
 * Which rows what is kept was made of: after which writes the things of one kind are to be made anew, told by the tables
 * and columns that are written to, and a query of their keys. Null for all of them.
 */
export type Touching = { kind: Kind; writes: readonly (readonly [after: string, keys: string])[] };

/** All that is kept at once; the least recently asked for goes first. */
const BYTES_MAX = 16 * 1024 * 1024;
/** What is told takes this besides its text, more or less. */
const AROUND_BYTES = 400;
/** Things of which it is known that they were told; then it begins anew. */
const LATELY_MAX = 10_000;
/** Things to be forgotten that are told apart. */
const TOUCHED_MAX = 10_000;

/**
 * What lasts is kept where one connection writes and another of the same process reads.
 *
 * The one that writes has triggers of its own, which no other connection has: they tell of each row that it writes to, by
 * whatever query. Of commits of others, in this process or not, SQLite tells that there were some: then nothing lasts.
 *
 * - A trigger runs before its commit. So once the reader sees that something was committed, it has been told of all that was
 *   written by then. It is told once more at the next moment, whose reader is sure to see it: this one may have begun before
 *   the commit.
 * - The look at the commits of others comes after the reader's moment has begun. What they commit in between is not in that
 *   moment yet, and nothing will tell of it again: so at the next moment nothing lasts either. The same holds for what this
 *   connection wrote before it had its triggers.
 */
export function lastingBeside(writer: Database.Database, touching: Touching): LastingPlace {
  const kept = new Kept();
  const versions = writer.prepare<[], number>('pragma data_version').pluck();
  const schemas = writer.prepare<[], number>('pragma schema_version').pluck();
  let [others, schema, seen]: (number | undefined)[] = [];
  let isInDoubt = true;
  /** What was written to since the last moment, and since the one before that. */
  let [touched, touchedBefore] = [new Set<number>(), new Set<number>()];
  let [isAllTouched, wereAllTouched] = [false, false];
  let place = NOTHING_LASTS;

  function touch(key: unknown): null {
    if (typeof key === 'number' && touched.size < TOUCHED_MAX) touched.add(key);
    else isAllTouched = true;
    return null;
  }

  /** Whoever makes a table anew may take its triggers away. What is made inside a transaction could be undone with it. */
  function watch(): 'as before' | 'from now on' | 'not yet' {
    const now = schemas.get();
    if (now === schema) return 'as before';
    if (writer.inTransaction) return 'not yet';
    if (schema === undefined) writer.function('touched', { directOnly: false }, touch);
    for (const sql of triggersOf(touching)) writer.exec(sql);
    schema = now;
    return 'from now on';
  }

  function forgetWhatWasWritten(isFresh: boolean): void {
    const now = versions.get();
    const isUntold = isFresh || now !== others;
    if (isUntold || isInDoubt || isAllTouched || wereAllTouched) kept.clear();
    else
      for (const keys of [touched, touchedBefore]) for (const key of keys) kept.forget(idFromKey(touching.kind, key));
    [others, isInDoubt] = [now, isUntold];
    if (writer.inTransaction) return;
    [touched, touchedBefore] = [new Set(), touched];
    [isAllTouched, wereAllTouched] = [false, isAllTouched];
  }

  function at(moment: number): Lasting {
    if (moment === seen) return place;
    const watched = watch();
    if (watched === 'not yet') return NOTHING_LASTS;
    seen = moment;
    forgetWhatWasWritten(watched === 'from now on');
    const own: Lasting = {
      get: (id) => (own === place ? kept.get(id) : undefined),
      keep(id, told) {
        if (own === place) kept.keep(id, told);
      },
    };
    place = own;
    return own;
  }

  return { at, leave: () => kept.clear() };
}

function triggersOf({ kind, writes }: Touching): string[] {
  return writes.map(
    ([after, keys], at) =>
      `create temp trigger if not exists "${kind} ${at}" after ${after} begin select touched(key) from (${keys}); end`,
  );
}

/** What was told but once is not kept: whoever goes through the whole record would take the place of what is asked for again. */
class Kept {
  readonly #byId = new LRUCache<string, Told>({ maxSize: BYTES_MAX, sizeCalculation: takenBy });
  /** Traces of ids, since ids themselves would be held for it. */
  readonly #lately = new Set<number>();

  get(id: string): Told | undefined {
    return this.#byId.get(id);
  }

  keep(id: string, told: Told): void {
    if (this.#wasToldLately(id)) this.#byId.set(id, told);
  }

  forget(id: string): void {
    this.#byId.delete(id);
  }

  clear(): void {
    this.#byId.clear();
  }

  #wasToldLately(id: string): boolean {
    const trace = traceOf(id);
    if (this.#lately.has(trace)) return true;
    if (this.#lately.size >= LATELY_MAX) this.#lately.clear();
    this.#lately.add(trace);
    return false;
  }
}

/** A number that few other ids have, where it does no harm that some do. */
function traceOf(id: string): number {
  let trace = 0;
  for (let at = 0; at < id.length; at += 1) trace = Math.imul(trace ^ id.charCodeAt(at), 0x01000193);
  return trace >>> 1;
}

/** A character may take two bytes in memory. */
function takenBy({ json }: Told): number {
  return 2 * json.length + AROUND_BYTES;
}
