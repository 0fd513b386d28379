import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough, type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { and, inArray, lt } from 'drizzle-orm';
import type { FastifyBaseLogger } from 'fastify';
import type { Author } from '../history/change.ts';
import { Failure } from '../kernel/failure.ts';
import { asStorageFull } from '../platform/engine/refusals.ts';
import { retryWhenBusy } from '../platform/engine/retry-when-busy.ts';
import { insertRow, rowById, rowsToWrite, updateRow } from '../platform/engine/rows.ts';
import type { Engine, Handle, Tx } from '../platform/engine/tables.ts';
import type { Peers } from '../platform/peers.ts';
import { ERRORS_MAX, type Import } from './import.ts';
import { noCounts } from './import-counts.ts';
import type { ImportWorker } from './import-worker.ts';
import { doJob, GivenUp, type Job, noteOf } from './job.ts';
import type { ImportDeps } from './record-import.ts';
import type { ImportTask } from './task.ts';

/** Bodies that are taken in at one time; each is a file of up to the largest size until its job has read it. */
export const UPLOADS_MAX = 4;
/** A file of up to so many bytes is read in at once, since a thread takes longer to start; larger ones in one of their own. */
export const HERE_BYTES_MAX = 64 * 1024;
/** How often a process says of its jobs that they are alive, also of those that wait for their turn. */
const BEAT_MS = 60_000;
/** A job of which nothing was heard for so long is taken for dead. */
const SILENCE_MAX_MS = 5 * 60_000;
/** By when the others have said that their jobs are alive, after a process was lost. */
const HEARD_BY_MS = 5_000;

/** How a body was sent: what is to be done with it, and whether it is compressed. */
export type Sent = ImportTask & { gzipped?: boolean };

export type ImportJobs = ReturnType<typeof importJobs>;

/** Takes imports in: the body goes to a file first, then the job runs beside everything else, one at a time. */
export function importJobs(
  { worker, ...deps }: ImportDeps & { engine: Engine; worker: ImportWorker },
  bytesMax: number,
  log: FastifyBaseLogger,
  peers: Pick<Peers, 'onLoss' | 'replacesLostAt'> | null = null,
) {
  let turn: Promise<void> = Promise.resolve();
  let isClosing = false;
  let uploads = 0;
  const own = new Set<string>();
  const patiently = { ...deps, engine: retryWhenBusy(deps.engine, () => !isClosing) };
  const timer = setInterval(() => void beat().catch(() => {}), BEAT_MS).unref();
  peers?.onLoss(() => void beat().catch(() => {}));
  const lostAt = peers?.replacesLostAt ?? null;
  if (lostAt !== null)
    setTimeout(() => void closeAbandonedImports(deps.engine, () => lostAt).catch(() => {}), HEARD_BY_MS).unref();

  /** Says that the jobs of this process are alive, and of those of others that ended without a word that they failed. */
  async function beat(): Promise<void> {
    await deps.engine.write((tx) => keepAlive(tx, [...own]));
    await closeAbandonedImports(deps.engine, silent);
  }

  async function run({ id, file, task, by }: Job, bytes: number): Promise<void> {
    const note = (changes: Partial<Import>) => patiently.engine.write((tx) => noteOf(tx, id, changes));
    const job = { id, file, task, by };
    const here = {
      ...(task.dryRun ? deps : patiently),
      isAlone: false,
      isStopped: () => isClosing,
      takeOver: async () => {
        await worker.run(job);
        const { read, created, updated, unchanged, rejected, errors } = await getImport(deps.engine.read, id);
        return { read, created, updated, unchanged, rejected, errors };
      },
    };
    try {
      await note({ state: 'running' });
      await (bytes <= HERE_BYTES_MAX ? doJob(here, job) : worker.run(job));
    } catch (error) {
      if (error instanceof GivenUp) return;
      if (error instanceof Failure) log.info({ code: error.code, import: id }, `import refused: ${error.message}`);
      else log.error({ err: error, import: id }, 'import failed');
      const detail = error instanceof Failure ? error.message : 'Something failed on our side. It was logged.';
      const code = error instanceof Failure ? error.code : 'internal';
      const before = (await rowById(patiently.engine.read, 'imports', id).catch(() => null))?.errors ?? [];
      const failed = {
        state: 'failed' as const,
        errors: [...before.slice(0, ERRORS_MAX - 1), { line: 1, code, pointer: '', detail }],
      };
      await note(failed).catch(() => {});
    } finally {
      own.delete(id);
      await rm(dirname(file), { recursive: true, force: true });
    }
  }

  return {
    /** Fails with `invalid` without a body, or when it is not `gzipped` as it says, with `too-large`, `storage-full`, and `overloaded` while too many are taken in. Resolves once the whole body is here and the job is written down. */
    async accept(body: Readable | undefined, { gzipped = false, ...task }: Sent, by: Author): Promise<Import> {
      if (!body) throw missing();
      if (uploads >= UPLOADS_MAX)
        throw new Failure(
          'overloaded',
          `${UPLOADS_MAX} imports are being taken in already. Send it again in a moment.`,
        );
      uploads += 1;
      let folder: string | null = null;
      try {
        folder = await mkdtemp(join(tmpdir(), 'counterclaim-import-'));
        const unpacked = gzipped ? createGunzip() : new PassThrough();
        const file = join(folder, 'body');
        await pipeline(body, unpacked, upTo(bytesMax), createWriteStream(file));
        const { size } = await stat(file);
        const job = await deps.engine.write((tx) => writeDown(tx, task, by));
        own.add(job.id);
        turn = turn.then(() => run({ id: job.id, file, task, by }, size));
        return job;
      } catch (error) {
        if (folder !== null) await rm(folder, { recursive: true, force: true });
        throw asNotGzipped(asStorageFull(error));
      } finally {
        uploads -= 1;
      }
    },
    /** Fails with `not-found`. */
    async find(id: string): Promise<Import> {
      const job = await getImport(deps.engine.read, id);
      // Until it is all there, nothing that is taken over is written where others read.
      return { ...job, read: job.state === 'running' ? worker.read(id) || job.read : job.read };
    },
    beat,
    async close(): Promise<void> {
      isClosing = true;
      worker.stop();
      clearInterval(timer);
      await turn;
      await worker.close();
    },
  };
}

async function writeDown(tx: Tx, { format, dryRun }: ImportTask, by: Author): Promise<Import> {
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

async function keepAlive(tx: Tx, ids: readonly string[]): Promise<void> {
  for (const { id, state } of await rowsToWrite(tx, 'imports', ids))
    if (state === 'queued' || state === 'running') await updateRow(tx, 'imports', id, { updatedAt: tx.now });
}

/** Fails with `not-found`. */
export async function getImport(from: Handle, id: string): Promise<Import> {
  const row = await rowById(from, 'imports', id);
  if (!row) throw new Failure('not-found', `There is no import ${id}.`);
  const { actor: _, comment: __, ...job } = row;
  return job as Import;
}

/** Since when a job of a process that may be alive has been silent that is taken for dead. */
const silent = (now: string) => new Date(Date.parse(now) - SILENCE_MAX_MS).toISOString();

/**
 * Says of jobs that a process left behind when it ended that they failed: of those of which nothing was heard since a time.
 * At the start of the service that is now on SQLite, whose file nobody else serves; beside PostgreSQL there may be others,
 * whose jobs are alive.
 */
export function closeAbandonedImports(
  engine: Engine,
  since: (now: string) => string = engine.kind === 'sqlite' ? (now) => now : silent,
): Promise<void> {
  return engine.write(async (tx) => {
    const silentSince = since(tx.now);
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

/** Counts the bytes of a body: there must be some, and not too many. */
function upTo(bytesMax: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > bytesMax) done(new Failure('too-large', `An import may send at most ${bytesMax} bytes.`));
      else done(null, chunk);
    },
    flush(done) {
      done(bytes === 0 ? missing() : null);
    },
  });
}

function missing(): Failure {
  const faults = [{ pointer: '', detail: 'is missing' }];
  return new Failure('invalid', 'The body is missing; send one record a line.', { faults });
}

/** What zlib finds wrong with a body lies in the body. */
function asNotGzipped(error: unknown): unknown {
  const { code } = (error ?? {}) as { code?: unknown };
  if (typeof code !== 'string' || !code.startsWith('Z_')) return error;
  const faults = [{ pointer: '', detail: 'is not gzip, as its Content-Encoding says, or not all of it' }];
  return new Failure('invalid', 'The body is not gzip, as its Content-Encoding says, or not all of it.', { faults });
}
