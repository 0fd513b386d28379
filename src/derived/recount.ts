import { CHAIN } from '../history/store.ts';
import { advisoryLock } from '../platform/engine/advisory-lock.ts';
import type { ReadWrite, Tx } from '../platform/engine/tables.ts';
import { recountAnswered } from './answered/answered.ts';
import { rebuildSearch } from './full-text/rebuild.ts';
import { rebuildSummaries } from './summaries/fold.ts';
import { countTerms } from './terms/counter.ts';
import { relistAll } from './terms/listing.ts';

/**
 * Counts anew, from the record, everything that is kept counted of it. The service may go on meanwhile; its writes wait
 * while the sums are added up, which takes about a minute in a record of a million statements.
 */
export async function recountAll(engine: ReadWrite, rest?: (tookMs: number) => Promise<void>): Promise<void> {
  await recountAnswered(engine);
  await engine.write(async (tx) => {
    await advisoryLock(tx, CHAIN);
    await relistAll(tx);
  });
  await countTerms(engine, () => false, rest);
  await engine.write(rebuildSummaries);
}

/**
 * Makes all that follows from a record, its index and what is kept counted, in the transaction that wrote the record, so
 * that nobody ever sees the one without the other. `working` is called now and then, and may end it by failing.
 */
export async function makeAllThatFollows(tx: Tx, working: () => void): Promise<void> {
  const within: ReadWrite = {
    read: tx,
    write: (work) => {
      working();
      return work(tx);
    },
  };
  await rebuildSearch(within);
  await recountAll(within, async () => {});
}
