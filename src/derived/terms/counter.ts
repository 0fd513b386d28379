import { setTimeout as pause } from 'node:timers/promises';
import { CHAIN } from '../../history/store.ts';
import { advisoryLock } from '../../platform/engine/advisory-lock.ts';
import type { Engine, ReadWrite, Tx } from '../../platform/engine/tables.ts';
import { settleSummaries } from '../summaries/upkeep.ts';
import { listsTerms } from './follow.ts';
import { finishTerm, relistTerm } from './listing.ts';
import { recountStatements } from './recount.ts';
import {
  type ArticlePlace,
  articlesOf,
  articlesWith,
  statementsWith,
  termToCount,
  type UsagePlace,
  usagesOf,
  type Walk,
} from './store.ts';
import { recountArticle } from './voices.ts';

/** What is counted in one transaction: about 10 ms, in which other writers wait. */
const BATCH = { statements: 50, articles: 5 };
const REST_MAX_MS = 100;

/** When counting is tried again after it failed: the database may be full, or busy. */
const AGAIN_MS = 60_000;

/**
 * Counts, bit by bit and beside everything else, what has the terms that came to be listed when much had them already.
 * Whatever is written meanwhile counts itself, and counting again changes nothing, so that it may be broken off
 * anywhere, begun anew, and done by several processes at once.
 */
export type TermCounter = {
  /** Begins, unless it is under way; so does a claim that comes to list other terms, once it is committed. */
  start(): void;
  /** Resolves once there is nothing to count. */
  done(): Promise<void>;
  close(): Promise<void>;
};

export function termCounter(
  engine: Engine,
  failed: (error: unknown) => void = () => {},
  againMs = AGAIN_MS,
): TermCounter {
  let running: Promise<void> | null = null;
  let isWanted = false;
  let closed = false;
  let again: NodeJS.Timeout | null = null;
  const stopHearing = engine.afterCommit((written) => {
    // Of what another process wrote it is not known.
    if (written.length === 0 || written.some(listsTerms)) start();
  });

  async function run(): Promise<void> {
    while (isWanted && !closed) {
      isWanted = false;
      await countTerms(engine, () => closed);
    }
  }

  function start(): void {
    if (closed) return;
    isWanted = true;
    running ??= run()
      .catch((error) => {
        failed(error);
        again ??= setTimeout(() => {
          again = null;
          start();
        }, againMs).unref();
      })
      .finally(() => {
        running = null;
      });
  }

  return {
    start,
    async done() {
      start();
      await running;
    },
    async close() {
      closed = true;
      stopHearing();
      if (again !== null) clearTimeout(again);
      await running;
    },
  };
}

/** Counts all that is to be counted, and fails when that does. */
export async function countTerms(
  engine: ReadWrite,
  isOver: () => boolean = () => false,
  rest: Rest = restAsLong,
): Promise<void> {
  for (let term = await termToCount(engine.read); term !== null && !isOver(); term = await termToCount(engine.read))
    await countTerm(engine, term.wording, isOver, rest);
}

/** Counts all that has a term. */
export async function countTerm(
  engine: ReadWrite,
  wording: string,
  isOver: () => boolean = () => false,
  rest: Rest = restAsLong,
): Promise<void> {
  const turn = <Result>(work: (tx: Tx) => Promise<Result>) => inTurn(engine, work, rest);
  const term = await turn((tx) => relistTerm(tx, wording));
  const statements = (ids: string[]) => turn((tx) => recountStatements(tx, ids));
  const articles = (ids: string[]) => turn((tx) => each(ids, (id) => recountArticle(tx, id)));
  const { read } = engine;
  const walks = [
    walk(
      BATCH.statements,
      (next: Walk<UsagePlace>) => usagesOf(read, wording, next),
      statements,
      (row) => row,
    ),
    walk(BATCH.statements, (next: Walk<string>) => statementsWith(read, term, next), statements, placeOf),
    walk(
      BATCH.articles,
      (next: Walk<ArticlePlace>) => articlesOf(read, wording, next),
      articles,
      (row) => row,
    ),
    walk(BATCH.articles, (next: Walk<string>) => articlesWith(read, term, next), articles, placeOf),
  ];
  for (const go of walks) await go(isOver);
  if (!isOver()) await turn((tx) => finishTerm(tx, term));
}

/** What is done after a part that took so long. */
type Rest = (tookMs: number) => Promise<void>;

/** Rests for as long as it took: on SQLite nothing else is done meanwhile, not even answering. */
async function restAsLong(tookMs: number): Promise<void> {
  await pause(Math.min(tookMs, REST_MAX_MS));
}

async function inTurn<Result>(engine: ReadWrite, work: (tx: Tx) => Promise<Result>, rest: Rest): Promise<Result> {
  const begun = performance.now();
  const result = await engine.write(async (tx) => {
    await advisoryLock(tx, CHAIN);
    const made = await work(tx);
    await settleSummaries(tx);
    return made;
  });
  await rest(performance.now() - begun);
  return result;
}

async function each(ids: readonly string[], work: (id: string) => Promise<void>): Promise<void> {
  for (const id of new Set(ids)) await work(id);
}

const placeOf = ({ place }: { place: string }) => place;

/** Goes through what is read, batch by batch, until it is over. */
function walk<Row extends { id: string }, Place>(
  limit: number,
  read: (next: Walk<Place>) => Promise<Row[]>,
  work: (ids: string[]) => Promise<void>,
  placeAt: (row: Row) => Place,
): (isOver: () => boolean) => Promise<void> {
  return async (isOver) => {
    for (let after: Place | null = null; !isOver(); ) {
      const rows = await read({ limit, after });
      if (rows.length > 0) await work(rows.map(({ id }) => id));
      if (rows.length < limit) return;
      after = placeAt(rows.at(-1) as Row);
    }
  };
}
