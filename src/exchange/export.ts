import { closeSync, createReadStream, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReadSnapshots } from '../platform/engine/engine.ts';
import type { Engine, Tables } from '../platform/engine/tables.ts';
import { workersFor } from '../platform/workers.ts';
import { everything } from './export-store.ts';
import { type Reading, readable } from './readable.ts';

/** What is told: all that there is, or what a caller may read. */
export type Extent = 'everything' | Reading;
export type Exporting = { export: { database: string; file: string; extent: Extent } };

const CHUNK_LENGTH = 64 * 1024;
const WAITING_MAX = 4;
const IDLE_MS = 30_000;

/** Writes the record of one moment to a file, a line a record; no more of it is held than a page. */
export async function writeExport(
  { readSnapshot: moment }: ReadSnapshots<Tables>,
  file: string,
  extent: Extent,
): Promise<void> {
  await moment(async (from) => {
    const descriptor = openSync(file, 'w', 0o600);
    try {
      let chunk = '';
      for await (const line of extent === 'everything' ? everything(from) : readable(from, extent)) {
        chunk += `${JSON.stringify(line)}\n`;
        if (chunk.length < CHUNK_LENGTH) continue;
        writeSync(descriptor, chunk);
        chunk = '';
      }
      writeSync(descriptor, chunk);
    } finally {
      closeSync(descriptor);
    }
  });
}

export type Exporter = ReturnType<typeof exporter>;

/** Exports are written to a file in a worker, so that they are of one moment and a slow reader holds up nothing. */
export function exporter(engine: Engine, worker: URL) {
  const workers = workersFor<Exporting, unknown>(worker, {
    threads: 1,
    waitingMax: WAITING_MAX,
    idleMs: IDLE_MS,
    busy: 'Too many exports are being made.',
  });
  return {
    /** The bytes of an export; its file goes once they were read. */
    async *bytes(extent: Extent): AsyncGenerator<Buffer> {
      const folder = mkdtempSync(join(tmpdir(), 'counterclaim-export-'));
      try {
        const file = join(folder, 'record.ndjson');
        await engine.whileLogIsShort((database) => workers.run({ export: { database, file, extent } }));
        yield* createReadStream(file) as AsyncIterable<Buffer>;
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    },
    close: () => workers.close(),
  };
}
