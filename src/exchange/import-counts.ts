import { Failure } from '../kernel/failure.ts';
import { atOnce, type Gathering } from '../platform/engine/gathering.ts';
import { asFailure, isOfPart } from '../platform/engine/refusals.ts';
import type { Tables, Tx } from '../platform/engine/tables.ts';
import { ERRORS_MAX, type ImportError, type ImportRow } from './import.ts';

export type ImportCounts = {
  read: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  errors: ImportError[];
};
/** What became of a line. */
export type Outcome = 'created' | 'updated' | 'unchanged';

export function noCounts(): ImportCounts {
  return { read: 0, created: 0, updated: 0, unchanged: 0, rejected: 0, errors: [] };
}

/** Who hears of each row that is counted; beside the counts, which are stored as they are. */
const reports = new WeakMap<ImportCounts, (row: ImportRow) => void>();

export function reportRowsOf(counts: ImportCounts, report: (row: ImportRow) => void): void {
  reports.set(counts, report);
}

/** What became of each, in their order; what fails leaves nothing and is told by its error. */
export async function attemptAll<One, Result>(
  tx: Tx,
  batch: readonly One[],
  work: (one: One) => Promise<Result>,
): Promise<(Result | Failure)[]> {
  const outcomes: (Result | Failure)[] = [];
  for (const one of batch) {
    try {
      outcomes.push(await tx.attempt(() => work(one)));
    } catch (error) {
      outcomes.push(expected(error));
    }
  }
  return outcomes;
}

/**
 * The same, all at once where each part of a transaction takes ways to a server, and one after another only if one fails.
 * All at once the transaction is `together`, which may look up each thing once, and store rows together.
 */
export async function attemptTogether<One, Result>(
  tx: Tx,
  batch: readonly One[],
  work: (tx: Tx, one: One) => Promise<Result>,
  together: Gathering<Tables> = atOnce(tx),
): Promise<(Result | Failure)[]> {
  const eachAlone = () => attemptAll(tx, batch, (one) => work(tx, one));
  if (tx.engine === 'sqlite' || batch.length === 1) return eachAlone();
  try {
    return await tx.attempt(async () => {
      const results: Result[] = [];
      for (const one of batch) results.push(await work(together.tx, one));
      await together.flush();
      return results;
    });
  } catch (error) {
    if (!isOfPart(asFailure(error))) throw error;
    return eachAlone();
  }
}

export function count(counts: ImportCounts, line: number, outcome: Outcome | Failure): void {
  if (outcome instanceof Failure) reject(counts, line, outcome);
  else {
    counts[outcome] += 1;
    reports.get(counts)?.({ line, outcome, code: null, pointer: '', detail: null, warnings: [] });
  }
}

export function reject(counts: ImportCounts, line: number, error: unknown): void {
  counts.rejected += 1;
  if (!(error instanceof Failure)) throw error;
  const pointer = error.faults[0]?.pointer ?? '';
  const { code, message: detail } = error;
  reports.get(counts)?.({ line, outcome: 'rejected', code, pointer, detail, warnings: [] });
  if (counts.errors.length >= ERRORS_MAX) return;
  counts.errors.push({ line, code, pointer, detail });
}

/** Anything but a refusal of the line itself ends the import: a full disk does, and a database that does not answer. */
export function expected(error: unknown): Failure {
  if (isOfPart(error)) return error;
  throw error;
}
