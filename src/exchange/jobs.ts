import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { and, inArray, lt } from 'drizzle-orm';
import type { FastifyBaseLogger } from 'fastify';
import type { By } from '../history/change.ts';
import { Failure } from '../kernel/failure.ts';
import { patient } from '../platform/engine/patient.ts';
import { insertRow, rowById, updateRow } from '../platform/engine/rows.ts';
import type { Engine, Handle, Tx } from '../platform/engine/tables.ts';
import { ERRORS_MAX, type Import } from './import.ts';
import { type ImportCounts, noCounts } from './import-counts.ts';
import type { ImportDeps } from './record-import.ts';
import { reportOf } from './report-store.ts';
import { bytesOf, type ImportTask, importTask } from './task.ts';

/** A job of which nothing was heard for so long is taken for dead. */
const SILENCE_MAX_MS = 15 * 60_000;

export type ImportJobs = ReturnType<typeof importJobs>;

/** Takes imports in: the body goes to a file first, then the job runs beside everything else, one at a time. */
export function importJobs(deps: ImportDeps & { engine: Engine }, bytesMax: number, log: FastifyBaseLogger) {
  let turn: Promise<void> = Promise.resolve();
  let isClosing = false;
  const patiently = { ...deps, engine: patient(deps.engine) };

  async function run(id: string, folder: string, task: ImportTask, by: By): Promise<void> {
    const note = (changes: Partial<Import>) =>
      deps.engine.write((tx) => updateRow(tx, 'imports', id, { ...changes, updatedAt: tx.now }));
    const rows = reportOf(deps.engine, id);
    try {
      await note({ state: 'running' });
      const file = join(folder, 'body');
      const told = async (counts: ImportCounts) => {
        if (isClosing) throw new Failure('overloaded', 'The service stopped while this was read; send it again.');
        await note({ ...counts });
        await rows.flush();
      };
      const hearing = { told, report: rows.add };
      const counts = await importTask(task.dryRun ? deps : patiently, task, bytesOf(file), by, hearing);
      await rows.flush(true);
      await note({ ...counts, state: 'done' });
    } catch (error) {
      log.error({ err: error, import: id }, 'import failed');
      const detail = error instanceof Failure ? error.message : 'Something failed on our side. It was logged.';
      const code = error instanceof Failure ? error.code : 'internal';
      const before = (await rowById(deps.engine.read, 'imports', id).catch(() => null))?.errors ?? [];
      const failed = {
        state: 'failed' as const,
        errors: [...before.slice(0, ERRORS_MAX - 1), { line: 1, code, pointer: '', detail }],
      };
      await rows.flush(true).catch(() => {});
      await note(failed).catch(() => {});
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  return {
    /** Fails with `too-large`. Resolves once the whole body is here and the job is written down. */
    async accept(body: Readable, task: ImportTask, by: By): Promise<Import> {
      const folder = await mkdtemp(join(tmpdir(), 'counterclaim-import-'));
      try {
        await pipeline(body, upTo(bytesMax), createWriteStream(join(folder, 'body')));
        const job = await deps.engine.write((tx) => writeDown(tx, task, by));
        turn = turn.then(() => run(job.id, folder, task, by));
        return job;
      } catch (error) {
        await rm(folder, { recursive: true, force: true });
        throw error;
      }
    },
    async close(): Promise<void> {
      isClosing = true;
      await turn;
    },
  };
}

async function writeDown(tx: Tx, { format, dryRun }: ImportTask, by: By): Promise<Import> {
  const row = {
    id: tx.newId('import'),
    format,
    dryRun,
    state: 'queued' as const,
    ...noCounts(),
    createdAt: tx.now,
    updatedAt: tx.now,
  };
  await insertRow(tx, 'imports', { ...row, ...by });
  return row;
}

/** Fails with `not-found`. */
export async function getImport(from: Handle, id: string): Promise<Import> {
  const row = await rowById(from, 'imports', id);
  if (!row) throw new Failure('not-found', `There is no import ${id}.`);
  const { actor: _, comment: __, ...job } = row;
  return job as Import;
}

/** Says of jobs that a process left behind when it ended that they failed. */
export function closeAbandonedImports(engine: Engine): Promise<void> {
  return engine.write(async (tx) => {
    // One process writes to a SQLite file; beside PostgreSQL there may be others, whose jobs are alive.
    const silentSince = engine.kind === 'sqlite' ? tx.now : new Date(Date.parse(tx.now) - SILENCE_MAX_MS).toISOString();
    const rows = await tx.query(
      'abandoned imports',
      ({ db, t, param }) =>
        db
          .select()
          .from(t.imports)
          .where(and(inArray(t.imports.state, ['queued', 'running']), lt(t.imports.updatedAt, param('since')))),
      { since: silentSince },
    );
    const detail =
      'The service stopped while this was read; send it again: what was read already makes no second record.';
    for (const { id, errors } of rows) {
      const told = [...errors, { line: 1, code: 'overloaded', pointer: '', detail }];
      await updateRow(tx, 'imports', id, { state: 'failed', errors: told, updatedAt: tx.now });
    }
  });
}

function upTo(bytesMax: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > bytesMax) done(new Failure('too-large', `An import may send at most ${bytesMax} bytes.`));
      else done(null, chunk);
    },
  });
}
