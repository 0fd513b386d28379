import { Piscina } from 'piscina';
import { Failure, type FailureCode, type Fault } from '../kernel/failure.ts';
import { isLong } from '../statements/length.ts';
import type { Engine } from '../tables.ts';
import { balanceOf } from './balance-store.ts';
import { compareClaims } from './claim-comparison-store.ts';
import { compareTerms } from './compare-terms.ts';
import { positionsOf } from './dispute-positions-store.ts';
import { speakerPositions } from './speaker-positions-store.ts';
import { READ_MAX } from './term-comparison.ts';

/** What is read of a record in place, in a few milliseconds. */
const IN_PLACE = { statements: 300, articles: 5, characters: 100_000 };
const WAITING_MAX = 100;
const WORKERS_MAX = 2;

/** Answers that are made from the record in one go. */
const MAKE = {
  claims: compareClaims,
  terms: compareTerms,
  positions: positionsOf,
  balance: balanceOf,
  speaker: speakerPositions,
};
type Make = typeof MAKE;
type Name = keyof Make;
type Input<Of extends Name> = Parameters<Make[Of]>[1];
type Made<Of extends Name> = NonNullable<Awaited<ReturnType<Make[Of]>>>;

/** Makes comparisons; what takes long is made in a worker, while others are answered. */
export type Comparer = {
  make<Of extends Name>(name: Of, input: Input<Of>): Promise<Made<Of>>;
  close(): Promise<void>;
};

export type Making = { database: string; name: Name; input: unknown };
/** A failure as it travels between threads, where an error keeps its words and loses its kind. */
export type Told =
  | { made: unknown }
  | { refused: { code: FailureCode; detail: string; faults: readonly Fault[]; help: object } };

export function comparer(engine: Engine): Comparer {
  const pool = new Piscina<Making, Told>({
    filename: new URL('./worker.ts', import.meta.url).href,
    minThreads: 0,
    maxThreads: WORKERS_MAX,
    idleTimeout: 300_000,
    maxQueue: WAITING_MAX,
  });

  /** SQLite reads while nothing else is answered; in a long record these are some ten milliseconds. */
  const isInPlace = async () => engine.kind === 'postgres' || !(await isLong(engine.read));

  return {
    async make<Of extends Name>(name: Of, input: Input<Of>) {
      const made = (await isInPlace()) ? await MAKE[name](engine.read, input as never, IN_PLACE) : null;
      if (made !== null) return made as Made<Of>;
      if (pool.queueSize >= WAITING_MAX)
        throw new Failure('overloaded', 'Too many comparisons are being made. Try again in a moment.');
      const told = await pool.run({ database: engine.address, name, input });
      if ('made' in told) return told.made as Made<Of>;
      const { code, detail, faults, help } = told.refused;
      throw new Failure(code, detail, { faults, help });
    },
    close: () => pool.close({ force: true }),
  };
}

/** What a worker does. */
export async function makeIn(from: Engine['read'], { name, input }: Making): Promise<Told> {
  try {
    return { made: await MAKE[name](from, input as never, READ_MAX) };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { code, message: detail, faults, help } = error;
    return { refused: { code, detail, faults, help } };
  }
}
