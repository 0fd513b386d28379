import { move, transferableSymbol, valueSymbol } from 'piscina';
import { type ComparisonTask, makeIn, type WorkerReply } from './analysis/comparer.ts';
import { type Exporting, writeExport } from './exchange/export.ts';
import type { ReadSnapshots } from './platform/engine/engine.ts';
import { openReader } from './platform/engine/open.ts';
import type { Tables } from './platform/engine/tables.ts';
import { tables } from './tables.ts';

let reader: ReadSnapshots<Tables> | null = null;

/** Makes one comparison, or writes one export. A worker belongs to one engine, so that its database is always the same. */
export default async function make(making: ComparisonTask | Exporting): Promise<WorkerReply | null> {
  if ('export' in making) {
    const { database, file, extent } = making.export;
    reader ??= openReader(database, tables);
    await writeExport(reader, file, extent);
    return null;
  }
  reader ??= openReader(making.database, tables);
  const told = await makeIn(reader, making);
  return 'written' in told ? movingBytes(told) : told;
}

/** The bytes are handed over to the thread that asked, not copied. */
function movingBytes(told: Extract<WorkerReply, { written: unknown }>): WorkerReply {
  return move({ [transferableSymbol]: [told.written.buffer], [valueSymbol]: told } as never) as never;
}
