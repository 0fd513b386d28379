import { getTableColumns } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { makeAllThatFollows } from '../derived/recount.ts';
import { CHAIN } from '../history/store.ts';
import { verifyChain } from '../history/verify.ts';
import { Failure } from '../kernel/failure.ts';
import { keyFromAnyId, kindOfId } from '../kernel/id.ts';
import { parseJson } from '../kernel/json.ts';
import { findUnstorable } from '../kernel/text.ts';
import { advisoryLock } from '../platform/engine/advisory-lock.ts';
import { NotEncodable } from '../platform/engine/codec.ts';
import { asFailure, causeOf, EngineBusy, isOfDatabase } from '../platform/engine/refusals.ts';
import { insertRows, updateRow } from '../platform/engine/rows.ts';
import type { Engine, Tx } from '../platform/engine/tables.ts';
import type { Source } from './formats/row.ts';
import { type ImportCounts, noCounts } from './import-counts.ts';
import { linesOf, type NumberedLine } from './lines.ts';
import { IMPORTING } from './record-import.ts';
import { END, HEAD, WHOLE, type WholeTable } from './whole.ts';

type Line = Record<string, unknown>;
/** Rows of one table that stand in the file one after another, and the length of their lines. */
type Batch = { whole: WholeTable; said: Line[]; lines: number[]; length: number };
/** A claim that was merged into another one, as a line says. */
type Merger = { id: string; mergedIntoId: string; line: number };

/** What is stored together at most: so many lines, or, of long ones, so many characters. */
const BATCH_MAX = { lines: 500, length: 4 * 1024 * 1024 };

/** Tables that have about as many rows as there are statements, or more. */
const OF_MANY_ROWS: readonly WholeTable['table'][] = [
  ...(['statements', 'stances', 'drifts', 'statementWarnings', 'likenesses', 'rebuttals'] as const),
  ...(['importedIds', 'changes'] as const),
];

/** Who hears how far a takeover is. */
export type TakeoverHearing = {
  /** Is told now and then what was read so far; ends the takeover by failing. */
  working(counts: ImportCounts): void;
  /** Is told of each line that became a row. */
  took?(line: number): void;
  /** What else is to be written with the record, as the last thing. */
  taken?(tx: Tx, counts: ImportCounts): Promise<void>;
};

/** Whether a line is the first of an export of everything. */
export function isHead({ text }: NumberedLine): boolean {
  return typeof text === 'string' && /^\s*\{\s*"type"\s*:\s*"export"/.test(text);
}

/**
 * Takes an export of everything over, ids, times, history and all, and makes what follows from it, in one transaction:
 * whoever reads meanwhile, and after a loss of power, finds an empty record or all of it. For a thread that has nothing
 * else to do. Fails with `conflict` where anything is recorded already, with `invalid` for a line that no export has, and
 * where its history does not hold.
 *
 * `open` begins to read the file, and may be called again.
 */
export function restoreEverything(
  engine: Pick<Engine, 'write'>,
  open: () => Source,
  { working, took = () => {}, taken }: TakeoverHearing,
): Promise<ImportCounts> {
  return engine.write(async (tx) => {
    // Nobody else writes to the record from here on: other imports wait, and whatever is written for its turn in history.
    await advisoryLock(tx, IMPORTING);
    await advisoryLock(tx, CHAIN);
    await refuseUnlessEmpty(tx);
    const counts = noCounts();
    const mergers: Merger[] = [];
    await tx.withIndexesAfter(OF_MANY_ROWS, async () => {
      for await (const batch of batchesOf(linesOf(open()))) {
        await takeOver(tx, batch, mergers);
        counts.read += batch.lines.length;
        counts.created = counts.read;
        for (const line of batch.lines) took(line);
        working(counts);
      }
    });
    for (const merger of mergers) await merge(tx, merger);
    const { broken } = await verifyChain(tx, { told: () => working(counts) });
    if (broken) throw new Failure('invalid', `The history of the export breaks at line ${broken.seq}: ${broken.why}.`);
    await makeAllThatFollows(tx, () => working(counts));
    await taken?.(tx, counts);
    return counts;
  });
}

async function* batchesOf(lines: AsyncIterable<NumberedLine>): AsyncGenerator<Batch> {
  let batch: Batch | null = null;
  let isBegun = false;
  let isOver = false;
  let rows = 0;
  for await (const { line, text } of lines) {
    if (text instanceof Failure) throw text;
    if (text.trim() === '') continue;
    const said = parseLine(line, text);
    if (said.type === HEAD.type) {
      if (said.version !== HEAD.version) throw wrong(line, 'is an export of another version');
      isBegun = true;
      continue;
    }
    if (said.type === END) {
      if (said.rows !== rows) throw wrong(line, `says that there are ${said.rows} lines, and has ${rows} before it`);
      isOver = true;
      continue;
    }
    const whole = WHOLE_BY_TYPE.get(said.type);
    if (!whole || !isBegun || isOver) throw wrong(line, 'is no line of an export of everything');
    rows += 1;
    if (batch && (batch.whole !== whole || isFull(batch))) {
      yield batch;
      batch = null;
    }
    batch ??= { whole, said: [], lines: [], length: 0 };
    batch.said.push(said);
    batch.lines.push(line);
    batch.length += text.length;
  }
  if (batch) yield batch;
  if (!isOver)
    throw new Failure('invalid', 'The export ends too early: its last line is missing. Send the whole file.');
}

const WHOLE_BY_TYPE: ReadonlyMap<unknown, WholeTable> = new Map(WHOLE.map((whole) => [whole.type, whole]));

function parseLine(line: number, text: string): Line {
  const said = parseJson(text, 'line');
  if (typeof said !== 'object' || said === null) throw wrong(line, 'is no line of an export of everything');
  const fault = findUnstorable(said);
  if (fault) throw wrong(line, fault.detail);
  const { id } = said as Line;
  if (typeof id === 'string' && kindOfId(id) !== null && keyFromAnyId(id) === null)
    throw wrong(line, 'has an id of a version before the first release, whose ids were longer');
  return said as Line;
}

function isFull({ said, length }: Batch): boolean {
  return said.length >= BATCH_MAX.lines || length >= BATCH_MAX.length;
}

async function takeOver(tx: Tx, { whole: { table }, said, lines }: Batch, mergers: Merger[]): Promise<void> {
  const columns = Object.keys(getTableColumns(tx.t[table] as SQLiteTable));
  const rows = said.map((line): Line => Object.fromEntries(columns.map((name) => [name, line[name] ?? null])));
  // A claim may have been merged into one that was recorded after it.
  for (const [at, row] of table === 'claims' ? rows.entries() : []) {
    const { id, mergedIntoId } = row;
    if (typeof mergedIntoId === 'string') mergers.push({ id: String(id), mergedIntoId, line: lines[at] as number });
    row.mergedIntoId = null;
  }
  for (const [at, row] of table === 'changes' ? rows.entries() : []) {
    if (!isPatch(row.patch)) throw wrong(lines[at] as number, 'has a patch that is none');
    // Of words that are there it is reckoned: one that does not fit them shows in the chain.
    if (row.redacted === false) row.digest = null;
    // How a line is stored is no part of it: an export has its words.
    row.toldByRow = null;
  }
  try {
    await store(tx, table, rows);
  } catch (error) {
    refuseUnlessOfLine(error);
    await findFaulty(tx, table, rows, lines);
    throw wrong(lines[0] as number, 'begins what does not fit what stands before it');
  }
}

/** A JSON Patch as lines of history have it, or what stands in the place of one whose words were removed. */
function isPatch(patch: unknown): boolean {
  const isOperation = (one: unknown) => {
    const { op, path } = (one ?? {}) as Line;
    // What is stored names a template; what is told never does.
    return typeof op === 'string' && typeof path === 'string' && !Object.hasOwn(one as Line, 'template');
  };
  return patch === null || (Array.isArray(patch) && patch.every(isOperation));
}

async function merge(tx: Tx, { id, mergedIntoId, line }: Merger): Promise<void> {
  try {
    await updateRow(tx, 'claims', id, { mergedIntoId });
  } catch (error) {
    refuseUnlessOfLine(error);
    throw wrong(line, 'was merged into a claim that there is not');
  }
}

/** Lines tell the columns of their table, which the engine holds them to. */
function store(tx: Tx, table: WholeTable['table'], rows: readonly Line[]): Promise<void> {
  return tx.attempt(() => insertRows(tx, table, rows as never));
}

/** Stores rows one by one, to fail with the line of the first that cannot be. */
async function findFaulty(tx: Tx, table: WholeTable['table'], rows: Line[], lines: number[]): Promise<void> {
  for (const [at, row] of rows.entries()) {
    try {
      await store(tx, table, [row]);
    } catch (error) {
      refuseUnlessOfLine(error);
      throw wrong(lines[at] as number, 'does not fit what stands before it');
    }
  }
}

/**
 * Fails with what is no fault of the file: a disk that is full, a server that is gone, a write that was in the way. What
 * is of another type than its column cannot be packed or bound.
 */
function refuseUnlessOfLine(error: unknown): void {
  const failure = asFailure(error);
  const isOfService = failure instanceof EngineBusy || (failure instanceof Failure && failure.code === 'storage-full');
  const cause = causeOf(error);
  const isOfLine = isOfDatabase(cause) || cause instanceof NotEncodable || cause instanceof TypeError;
  if (isOfService || !isOfLine) throw error;
}

async function refuseUnlessEmpty(tx: Tx): Promise<void> {
  for (const { table } of WHOLE) {
    const rows = await tx.query(
      `whether there is any of ${table}`,
      ({ db, t, bound }) =>
        db
          .select()
          .from(t[table] as SQLiteTable)
          .limit(bound('one')),
      { one: 1 },
    );
    if (rows.length > 0)
      throw new Failure('conflict', 'Only an empty service takes an export of everything over; this one has records.');
  }
}

function wrong(line: number, detail: string): Failure {
  return new Failure('invalid', `Line ${line} ${detail}.`, { faults: [{ pointer: '', detail }] });
}
