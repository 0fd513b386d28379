import { CHAIN } from '../history/store.ts';
import { advisoryLock } from '../platform/engine/advisory-lock.ts';
import type { Engine } from '../platform/engine/tables.ts';
import { recountAnswered } from './answered/answered.ts';
import { rebuildSummaries } from './summaries/fold.ts';
import { countTerms } from './terms/counter.ts';
import { relistAll } from './terms/listing.ts';

/**
 * Counts anew, from the record, everything that is kept counted of it. The service may go on meanwhile; its writes wait
 * while the sums are added up, which takes about a minute in a record of a million statements.
 */
export async function recountAll(engine: Engine): Promise<void> {
  await recountAnswered(engine);
  await engine.write(async (tx) => {
    await advisoryLock(tx, CHAIN);
    await relistAll(tx);
  });
  await countTerms(engine);
  await engine.write(rebuildSummaries);
}
