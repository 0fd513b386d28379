import { foldAll, STEP, STEP_ALONE } from '../derived/summaries/folder.ts';
import { countTerms } from '../derived/terms/counter.ts';
import type { Author } from '../history/change.ts';
import { Failure } from '../kernel/failure.ts';
import { rowToWrite, updateRow } from '../platform/engine/rows.ts';
import type { ReadWrite, Tx } from '../platform/engine/tables.ts';
import type { Import } from './import.ts';
import type { ImportCounts } from './import-counts.ts';
import type { ImportDeps } from './record-import.ts';
import { reportOf } from './report-store.ts';
import { bytesOf, type ImportTask, importTask } from './task.ts';

/** What is to be read in: as which import, from which file, how, and for whom. */
export type Job = { id: string; file: string; task: ImportTask; by: Author };

/** How often it is noted how far an import is: whatever is committed makes those who read look at the file anew. */
const NOTE_EVERY_MS = 1_000;
/** Statements folded in at once by a thread that has nothing else to do: more than a batch has, so that it is one step. */
const STEP_BESIDE = 2_500;

export type JobDeps = ImportDeps & {
  takeOver(): Promise<ImportCounts>;
  /** Whether the thread has nothing else to do. */
  isAlone: boolean;
  isStopped(): boolean;
};

/**
 * Reads a file in, notes now and then how far it is and what became of the rows, and at the end that it is done. Fails
 * with `GivenUp` when it was told as failed meanwhile, with `overloaded` once it is stopped, and with what ends an import.
 *
 * A thread that has nothing else to do folds in what it stored, batch by batch: else the service would once it is due, on
 * the thread that answers.
 */
export async function doJob({ takeOver, isAlone, isStopped, ...deps }: JobDeps, job: Job): Promise<void> {
  const { id, file, task, by } = job;
  const { engine } = deps;
  const rows = reportOf(engine, id);
  const note = (changes: Partial<Import>) => engine.write((tx) => noteOf(tx, id, changes));
  const noted: { at: number; untold: ImportCounts | null } = { at: Number.NEGATIVE_INFINITY, untold: null };
  const told = async (counts: ImportCounts) => {
    noted.untold = counts;
    if (isStopped()) throw new Failure('overloaded', 'The service stopped while this was read; send it again.');
    if (performance.now() - noted.at >= NOTE_EVERY_MS) {
      await note({ ...counts });
      Object.assign(noted, { at: performance.now(), untold: null });
    }
    await rows.flush();
    if (isAlone && !task.dryRun) await foldAll(engine, undefined, STEP_BESIDE);
  };
  try {
    const counts = await importTask({ ...deps, takeOver }, task, bytesOf(file), by, { told, report: rows.add });
    if (!task.dryRun) await makeWhatFollows(engine, isAlone);
    await rows.flush(true);
    await note({ ...counts, state: 'done' });
  } catch (error) {
    if (noted.untold !== null) await note({ ...noted.untold }).catch(() => {});
    await rows.flush(true).catch(() => {});
    throw error;
  }
}

/** The service does so by itself, but does not hear of what another thread commits. */
async function makeWhatFollows(engine: ReadWrite, isAlone: boolean): Promise<void> {
  if (isAlone) await countTerms(engine);
  await foldAll(engine, undefined, isAlone ? STEP_ALONE : STEP);
}

/** The job was told as failed, and whoever sent it asked to send it again: what it would do is no longer waited for. */
export class GivenUp extends Error {}

/** Fails with `GivenUp` when the job was told as failed meanwhile. */
export async function noteOf(tx: Tx, id: string, changes: Partial<Import>): Promise<void> {
  const row = await rowToWrite(tx, 'imports', id);
  if (row?.state === 'failed') throw new GivenUp('This import was given up.');
  await updateRow(tx, 'imports', id, { ...changes, updatedAt: tx.now });
}
