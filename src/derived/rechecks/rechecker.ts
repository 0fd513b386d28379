import { setTimeout as pause } from 'node:timers/promises';
import type { Engine } from '../../platform/engine/tables.ts';
import { keepLikenesses } from '../../record/likenesses/follow.ts';
import { recheckArticle } from '../../record/recheck.ts';
import type { QuoteChecker } from '../../text/quotes/checker.ts';
import { idsAfter, type RecheckKind, recheckAsked, recheckDone, recheckedUpTo, rowsOf } from './store.ts';

/** Entities in one transaction, and how long is rested between two of them at most. */
const BATCH_MAX = 100;
const REST_MAX_MS = 100;
const AGAIN_MS = 60_000;

/**
 * Looks through what an older version stored, bit by bit and beside everything else: quotes are looked up anew in the
 * texts where they are anchored, and names are folded. It may be broken off anywhere, begun anew, and done by several
 * processes at once.
 */
export type Rechecker = {
  start(): void;
  /** Resolves once there is nothing to look through. */
  done(): Promise<void>;
  close(): Promise<void>;
};

export function rechecker(
  engine: Engine,
  checker: QuoteChecker,
  failed: (error: unknown) => void = () => {},
  againMs = AGAIN_MS,
): Rechecker {
  let running: Promise<void> | null = null;
  let closed = false;
  let again: NodeJS.Timeout | null = null;

  function start(): void {
    if (closed) return;
    running ??= recheckAll(engine, checker, () => closed)
      .catch((error) => {
        if (closed) return;
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
      if (again !== null) clearTimeout(again);
      await running;
    },
  };
}

/** Looks everything through that is to be, and fails when that does. */
export async function recheckAll(
  engine: Engine,
  checker: QuoteChecker,
  isOver: () => boolean = () => false,
): Promise<void> {
  for (const { kind, after } of await recheckAsked(engine.read)) {
    let place = after;
    while (!isOver()) {
      const ids = await idsAfter(engine.read, kind, place, kind === 'article' ? 1 : BATCH_MAX);
      const last = ids.at(-1);
      if (last === undefined) break;
      if (kind === 'article') await recheckArticle(engine, checker, last, resting(isOver));
      else await keepNames(engine, kind, ids);
      if (isOver()) return;
      await engine.write((tx) => recheckedUpTo(tx, kind, last));
      place = last;
    }
    if (isOver()) return;
    await engine.write((tx) => recheckDone(tx, kind));
  }
}

/** Rests for as long as was worked since the last time: on SQLite nothing else is done meanwhile, not even answering. */
function resting(isOver: () => boolean): () => Promise<boolean> {
  let begun = performance.now();
  return async () => {
    await pause(Math.min(performance.now() - begun, REST_MAX_MS));
    begun = performance.now();
    return !isOver();
  };
}

async function keepNames(engine: Engine, kind: Exclude<RecheckKind, 'article'>, ids: readonly string[]): Promise<void> {
  const begun = performance.now();
  await engine.write(async (tx) => {
    for (const row of await rowsOf(tx, kind, ids)) await keepLikenesses(tx, kind, row);
  });
  await pause(Math.min(performance.now() - begun, REST_MAX_MS));
}
