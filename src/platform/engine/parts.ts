import { nextTurn, TURN_MS } from '../loop-turns.ts';
import type { Tx } from './engine.ts';
import { asFailure, isInTheWay, isOfPart } from './refusals.ts';
import { remembering } from './remembering.ts';

/** What became of a part; null where others were in its way, so that it is to be done alone. */
export type PartOutcome = { result: unknown } | { error: unknown } | null;

/** Who waits for what becomes of a part. */
type Waiting = { done(result: unknown): void; failed(error: unknown): void };

/** Tells those who wait what became of theirs; those whose is to be done alone go on waiting. */
export function settle(waiting: readonly Waiting[], outcomes: readonly PartOutcome[]): void {
  for (const [at, outcome] of outcomes.entries()) {
    const { done, failed } = waiting[at] as Waiting;
    if (outcome === null) continue;
    if ('error' in outcome) failed(outcome.error);
    else done(outcome.result);
  }
}

/**
 * Works that share a transaction, each in a part of its own: what is refused leaves nothing and lets the others go on. Fails with
 * whatever else fails. Look-ups are made once for all of them: each work was asked for before the first of those.
 */
export async function attemptParts<Tables>(
  tx: Tx<Tables>,
  works: readonly ((tx: Tx<Tables>) => Promise<unknown>)[],
): Promise<PartOutcome[]> {
  const outcomes: PartOutcome[] = [];
  let together = remembering(tx);
  let turn = performance.now();
  for (const work of works) {
    if (performance.now() - turn > TURN_MS) {
      await nextTurn();
      turn = performance.now();
    }
    try {
      outcomes.push({ result: await tx.attempt(() => work(together)) });
    } catch (error) {
      const failure = asFailure(error);
      if (!isInTheWay(error) && !isOfPart(failure)) throw error;
      outcomes.push(isInTheWay(error) ? null : { error: failure });
      // What it had locked is locked no more.
      together = remembering(tx);
    }
  }
  return outcomes;
}
