import { createReadStream } from 'node:fs';
import type { Author } from '../history/change.ts';
import { Failure } from '../kernel/failure.ts';
import { rowById } from '../platform/engine/rows.ts';
import type { Engine, Handle, Tx } from '../platform/engine/tables.ts';
import { idReferred } from '../record/references.ts';
import { importRows } from './foreign-import.ts';
import { READERS } from './formats/readers.ts';
import type { Context, ForeignRow, Source } from './formats/row.ts';
import type { ImportFormat, ImportRow } from './import.ts';
import type { ImportCounts } from './import-counts.ts';
import { linesOf, type NumberedLine } from './lines.ts';
import { type ImportDeps, importRecords } from './record-import.ts';
import { isHead } from './restore.ts';

/** A dry run keeps other writers waiting, so it reads no more rows than this. */
export const DRY_RUN_LINES_MAX = 10_000;

/** What is to be done with a file; `takesOver` where an export of everything may be taken over as it is. */
export type ImportTask = { format: ImportFormat; dryRun: boolean; context: Context; takesOver?: boolean };
type Hearing = { told: (counts: ImportCounts) => Promise<void> | void; report: (row: ImportRow) => void };

/** `takeOver` reads the file anew, where it is an export of everything. */
type TaskDeps = ImportDeps & { engine: Pick<Engine, 'read' | 'write'>; takeOver: () => Promise<ImportCounts> };

/** Reads a file in, whatever its format; a dry run does all of it in one transaction that is rolled back. */
export async function importTask(
  deps: TaskDeps,
  { format, dryRun, context, takesOver = false }: ImportTask,
  source: Source,
  by: Author,
  { told, report }: Hearing,
): Promise<ImportCounts> {
  const lines = format === 'record' ? await begun(linesOf(source)) : null;
  if (lines?.first && isHead(lines.first)) {
    if (!takesOver)
      throw new Failure('forbidden', 'To take an export of everything over needs a key of the scope admin.');
    if (dryRun) throw new Failure('invalid', 'An export of everything is taken over or not; it has no dry run.');
    await lines.all.return(undefined);
    return deps.takeOver();
  }
  const read =
    lines !== null
      ? (within: ImportDeps, tell: Hearing['told']) =>
          importRecords(within, bounded(lines.all, dryRun), by, tell, report)
      : (within: ImportDeps, tell: Hearing['told']) =>
          importRows(within, bounded<ForeignRow>(rowsIn(format, source, context), dryRun), by, tell, report);
  if (!dryRun) return read(deps, told);
  try {
    await deps.engine.write(async (tx) => {
      const inside = { read: tx, write: <Result>(work: (tx: Tx) => Promise<Result>) => tx.attempt(() => work(tx)) };
      throw new RolledBack(await read({ ...deps, engine: inside }, () => {}));
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.counts;
    throw error;
  }
  throw new Error('A dry run must not commit.');
}

function rowsIn(format: ImportFormat, source: Source, context: Context): AsyncIterable<ForeignRow> {
  if (format === 'record') throw new Error('Lines of `record` have no reader of their own.');
  return READERS[format](source, context);
}

/** The lines, of which the first was looked at. */
async function begun(lines: AsyncGenerator<NumberedLine>) {
  const next = await lines.next();
  const first = next.done ? null : next.value;
  async function* all(): AsyncGenerator<NumberedLine> {
    try {
      if (first) yield first;
      yield* lines;
    } finally {
      await lines.return(undefined);
    }
  }
  return { first, all: all() };
}

class RolledBack extends Error {
  readonly counts: ImportCounts;

  constructor(counts: ImportCounts) {
    super('rolled back');
    this.counts = counts;
  }
}

async function* bounded<Row extends NumberedLine | ForeignRow>(
  rows: AsyncIterable<Row>,
  dryRun: boolean,
): AsyncGenerator<Row> {
  let count = 0;
  for await (const row of rows) {
    count += 1;
    if (dryRun && count > DRY_RUN_LINES_MAX)
      throw new Failure('too-large', `A dry run reads at most ${DRY_RUN_LINES_MAX} lines.`);
    yield row;
  }
}

/** A file's bytes, and how many were read so far. */
export async function* bytesOf(file: string, told: (bytes: number) => void = () => {}): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const chunk of createReadStream(file, { highWaterMark: 256 * 1024 })) {
    bytes += (chunk as Buffer).length;
    told(bytes);
    yield chunk as Buffer;
  }
}

/**
 * Where rows that name no place go, by ids, which stay what they are. The dispute of a question that is given is its own.
 * Fails with `unknown-reference`, `wrong-dispute`, and with `invalid` where lines of `record` are to be placed.
 */
export async function placeOf(from: Handle, format: ImportFormat, said: Context): Promise<Context> {
  const given = Object.keys(said).filter((name) => said[name as keyof Context] !== undefined);
  if (format === 'record' && given.length > 0)
    throw new Failure('invalid', `${given[0]}: lines of \`record\` say where they belong.`, {
      faults: [{ pointer: given[0] as string, detail: 'is for other formats' }],
    });
  const idOf = (kind: 'dispute' | 'question' | 'side' | 'article') => {
    const reference = said[kind];
    return reference === undefined ? undefined : idReferred(from, kind, reference, kind);
  };
  const [dispute, question, side, article] = [
    await idOf('dispute'),
    await idOf('question'),
    await idOf('side'),
    await idOf('article'),
  ];
  const own = question === undefined ? undefined : (await rowById(from, 'questions', question))?.disputeId;
  if (dispute !== undefined && own !== undefined && own !== dispute)
    throw new Failure('wrong-dispute', 'question: the question belongs to another dispute.', {
      faults: [{ pointer: 'question', detail: 'belongs to another dispute' }],
    });
  const place = { dispute: dispute ?? own, question, side, article };
  return Object.fromEntries(Object.entries(place).filter(([, id]) => id !== undefined));
}
