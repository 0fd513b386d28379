import { Failure } from '../kernel/failure.ts';

/** Work of one sort that is under way or waits, and how long what comes now would take to be done. */
export type ExpectedWait = {
  /** Takes a piece on, until what this gives is called. */
  begin(): () => void;
  /** In how many milliseconds all that was taken on is done, at the pace of the last pieces. */
  ms(): number;
  isTooLong(): boolean;
};

/** The pace is that of the last pieces, for as long as it takes to do this much. */
const PACE_OF_MS = 250;
/** What is taken to be the pace before anything was done: pieces of a millisecond. */
const FIRST_PACE = { busyMs: 20, done: 20 };

/**
 * Tells how long work waits from how much there is and how quickly the last of it was done: it grows when nothing is
 * done any more, and knows of no reason. So many pieces are never too many; `maxMs` is 0 for no limit.
 */
export function expectedWait(
  { maxMs, always }: { maxMs: number; always: number },
  clock: () => number = () => performance.now(),
): ExpectedWait {
  let [inside, since] = [0, 0];
  let [before, now] = [FIRST_PACE, { busyMs: 0, done: 0 }];

  function pass(): void {
    const at = clock();
    if (inside > 0) now.busyMs += at - since;
    since = at;
  }

  function ms(): number {
    pass();
    return (inside * (before.busyMs + now.busyMs)) / (before.done + now.done);
  }

  return {
    begin() {
      pass();
      // Not when pieces end, since those of a group do so one right after another.
      if (now.busyMs >= PACE_OF_MS && now.done > 0) [before, now] = [now, { busyMs: 0, done: 0 }];
      inside += 1;
      let isOver = false;
      return () => {
        if (isOver) return;
        isOver = true;
        pass();
        inside -= 1;
        now.done += 1;
      };
    },
    ms,
    isTooLong: () => maxMs > 0 && inside >= always && ms() > maxMs,
  };
}

/** Does work that can be expected to be done in time, and refuses other at once with `overloaded`. */
export async function inTime<Result>(
  { isTooLong, begin }: ExpectedWait,
  busy: string,
  work: () => Promise<Result>,
): Promise<Result> {
  if (isTooLong()) throw new Failure('overloaded', `${busy} Try again in a moment.`);
  const end = begin();
  try {
    return await work();
  } finally {
    end();
  }
}
