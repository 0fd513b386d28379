import { nextTurn, TURN_MS } from '../loop-turns.ts';
import type { Tx } from './engine.ts';
import { asFailure, EngineBusy, isOfPart, reasonToRetry } from './refusals.ts';
import { remembering } from './remembering.ts';

type Work<Tables, Result> = (tx: Tx<Tables>) => Promise<Result>;
type Write<Tables> = <Result>(work: Work<Tables, Result>) => Promise<Result>;
type Waiting<Tables> = {
  work: Work<Tables, unknown>;
  done(result: unknown): void;
  failed(error: unknown): void;
};
/** What became of a work; without either it is to be done alone, since others were in its way. */
type Outcome = { result: unknown } | { error: unknown } | null;

/** How many waiting writes share one transaction. */
const GROUP_MAX = 64;

/**
 * Lets writes that wait for each other share a transaction, one of which is under way at a time: one turn at the chain of
 * history, one commit, and what follows from all of them is done at once. `once` is a transaction, `alone` one that is done
 * again when the server asks for it. What is refused leaves nothing there; when anything else fails, each is done alone.
 *
 * A look-up is made once for all of them: each of them was asked for before the first of those.
 */
export function sharingWrites<Tables>(once: Write<Tables>, alone: Write<Tables>): Write<Tables> {
  let waiting: Waiting<Tables>[] = [];
  let isRunning = false;

  async function run(): Promise<void> {
    // What the same turn of the event loop brings belongs together.
    await nextTurn();
    while (waiting.length > 0) {
      const group = waiting.slice(0, GROUP_MAX);
      waiting = waiting.slice(GROUP_MAX);
      await runGroup(group);
    }
    isRunning = false;
  }

  async function runGroup(group: Waiting<Tables>[]): Promise<void> {
    if (group.length === 1) return doAlone(group);
    let outcomes: Outcome[];
    try {
      outcomes = await once((tx) => attemptEach(tx, group));
    } catch (error) {
      const failure = asFailure(error);
      // It may have been committed all the same.
      const isUnknown = failure instanceof EngineBusy && reasonToRetry(error) === null;
      if (!isUnknown) return doAlone(group);
      for (const { failed } of group) failed(failure);
      return;
    }
    for (const [at, outcome] of outcomes.entries()) {
      const { done, failed } = group[at] as Waiting<Tables>;
      if (outcome === null) continue;
      if ('error' in outcome) failed(outcome.error);
      else done(outcome.result);
    }
    await doAlone(group.filter((_, at) => outcomes[at] === null));
  }

  async function doAlone(group: Waiting<Tables>[]): Promise<void> {
    await Promise.all(group.map(({ work, done, failed }) => alone((tx) => work(remembering(tx))).then(done, failed)));
  }

  return <Result>(work: Work<Tables, Result>) =>
    new Promise<Result>((done, failed) => {
      waiting.push({ work, done: done as (result: unknown) => void, failed });
      if (isRunning) return;
      isRunning = true;
      void run();
    });
}

async function attemptEach<Tables>(tx: Tx<Tables>, group: readonly Waiting<Tables>[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let together = remembering(tx);
  let turn = performance.now();
  for (const { work } of group) {
    if (performance.now() - turn > TURN_MS) {
      await nextTurn();
      turn = performance.now();
    }
    try {
      outcomes.push({ result: await tx.attempt(() => work(together)) });
    } catch (error) {
      const failure = asFailure(error);
      const isInTheWay = reasonToRetry(error) !== null;
      if (!isInTheWay && !isOfPart(failure)) throw error;
      outcomes.push(isInTheWay ? null : { error: failure });
      // What it had locked is locked no more.
      together = remembering(tx);
    }
  }
  return outcomes;
}
