import { Failure } from '../kernel/failure.ts';

/** Work of one sort that is under way or waits, and how long what comes now would take to be done. */
export type ExpectedWait = {
  /** Takes a piece on, until what this gives is called. */
  begin(): () => void;
  /** In how many milliseconds all that was taken on is done, at the pace of the last pieces. */
  ms(): number;
  isTooLong(): boolean;
};

/**
 * What is never too much, whatever the pace says: so many pieces, and more of them as long as none has been there for longer
 * than the limit, since the pace is that of before.
 */
export type Always = { pieces: number; ofFresh: number };

/** The pace is that of the last pieces, for as long as it takes to do this much. */
const PACE_OF_MS = 250;
/** What is taken to be the pace before anything was done: pieces of a millisecond. */
const FIRST_PACE = { busyMs: 20, done: 20 };

/**
 * Tells how long work waits from how much there is and how quickly the last of it was done: it grows when nothing is
 * done any more, and knows of no reason. `maxMs` is 0 for no limit.
 */
export function expectedWait(
  { maxMs, always }: { maxMs: number; always: Always },
  clock: () => number = () => performance.now(),
): ExpectedWait {
  /** When each began, the first one first. */
  const inside = new Map<object, number>();
  let since = 0;
  let [before, now] = [FIRST_PACE, { busyMs: 0, done: 0 }];

  function pass(): void {
    const at = clock();
    if (inside.size > 0) now.busyMs += at - since;
    since = at;
  }

  function ms(): number {
    pass();
    return (inside.size * (before.busyMs + now.busyMs)) / (before.done + now.done);
  }

  function areFewAndFresh(): boolean {
    const [first = since] = inside.values();
    return inside.size < always.ofFresh && since - first <= maxMs;
  }

  return {
    begin() {
      pass();
      // Not when pieces end, since those of a group do so one right after another.
      if (now.busyMs >= PACE_OF_MS && now.done > 0) [before, now] = [now, { busyMs: 0, done: 0 }];
      const piece = {};
      inside.set(piece, since);
      return () => {
        pass();
        if (inside.delete(piece)) now.done += 1;
      };
    },
    ms,
    isTooLong: () => maxMs > 0 && inside.size >= always.pieces && ms() > maxMs && !areFewAndFresh(),
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
