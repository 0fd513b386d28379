import { move, transferableSymbol, valueSymbol } from 'piscina';
import { type ComparisonTask, makeIn, type WorkerReply } from './analysis/comparer.ts';
import { type Exporting, writeExport } from './exchange/export.ts';
import type { Importing, ImportReply } from './exchange/import-worker.ts';
import type { ReadSnapshots } from './platform/engine/engine.ts';
import { openReader } from './platform/engine/open.ts';
import type { Tables } from './platform/engine/tables.ts';
import { tables } from './tables.ts';

/** Those of the database and of its standbys, by address. */
const readers = new Map<string, ReadSnapshots<Tables>>();

type Task = ComparisonTask | Exporting | Importing;

/** Makes one comparison, writes one export, or reads one file in. A worker belongs to one engine. */
export default async function make(making: Task): Promise<WorkerReply | ImportReply | null> {
  if ('importing' in making) return readIn(making.importing);
  if ('export' in making) {
    const { database, file, extent } = making.export;
    await writeExport(readerOf(database), file, extent);
    return null;
  }
  const told = await makeIn(readerOf(making.database), making);
  return 'written' in told ? movingBytes(told) : told;
}

function readerOf(address: string): ReadSnapshots<Tables> {
  const reader = readers.get(address) ?? openReader(address, tables);
  readers.set(address, reader);
  return reader;
}

/** On an engine of its own, of which only here what it needs is loaded. */
async function readIn({ database, goFirst, rests, ...job }: Importing['importing']): Promise<ImportReply> {
  const [{ openDatabase }, { importInWorker }] = await Promise.all([
    import('./database.ts'),
    import('./exchange/import-worker.ts'),
  ]);
  const engine = await openDatabase(database, { maintenance: true, mustExist: true, letBy: goFirst, rests });
  try {
    return await importInWorker(engine, job);
  } finally {
    await engine.close();
  }
}

/** The bytes are handed over to the thread that asked, not copied. */
function movingBytes(told: Extract<WorkerReply, { written: unknown }>): WorkerReply {
  const moved: unknown = move({ [transferableSymbol]: [told.written.buffer], [valueSymbol]: told } as never);
  return moved as WorkerReply;
}
