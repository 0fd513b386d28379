import type { ArticleFollower } from '../articles/actions.ts';
import { recordSnapshot } from '../articles/actions.ts';
import type { By } from '../history/change.ts';
import { Failure } from '../kernel/failure.ts';
import { findUnstorable } from '../kernel/text.ts';
import { invalid, parseOrFail } from '../kernel/validate.ts';
import { rowById } from '../platform/engine/rows.ts';
import { takeTurn } from '../platform/engine/turn.ts';
import type { QuoteChecker } from '../quotes/checker.ts';
import {
  type LookedUp,
  lookUpQuotes,
  type recordStatement,
  storeStatement,
  untilTextsRest,
} from '../statements/actions.ts';
import { rebutsOf } from '../statements/links.ts';
import { reviseStatement } from '../statements/revise.ts';
import type { Handle, ReadWrite, Tx } from '../tables.ts';
import { ERRORS_MAX, type ImportError } from './import.ts';
import { RecordLine } from './record-line.ts';
import { importedId, internalReferences, rememberImported, storeLine } from './record-store.ts';

/** Lines that share one transaction; between two of them others take their turn. */
const BATCH_MAX = 100;
/** Characters that one line may have: a text of 1 MiB, escaped. */
export const LINE_LENGTH_MAX = 8 * 1024 * 1024;

export type ImportCounts = {
  read: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  errors: ImportError[];
};
export type NumberedLine = { line: number; text: string };
export type ImportDeps = { engine: ReadWrite; checker: QuoteChecker; follower: ArticleFollower };
type Outcome = 'created' | 'updated' | 'unchanged';
type Parsed = { line: number; record: RecordLine };
type StatementLine = Extract<RecordLine, { type: 'statement' }>;

export function noCounts(): ImportCounts {
  return { read: 0, created: 0, updated: 0, unchanged: 0, rejected: 0, errors: [] };
}

/**
 * Reads records line by line; a faulty line is rejected with its reason and the others go on. What was read before is
 * left as it is or revised, never doubled. `told` hears the counts after each transaction.
 */
export async function importRecords(
  { engine, ...others }: ImportDeps,
  lines: AsyncIterable<NumberedLine> | Iterable<NumberedLine>,
  by: By,
  told: (counts: ImportCounts) => Promise<void> | void,
): Promise<ImportCounts> {
  const deps = { ...others, engine: inTurn(engine) };
  const counts = noCounts();
  let batch: Parsed[] = [];
  const flush = async () => {
    const ready = batch;
    batch = [];
    if (ready.length > 0) await importBatch(deps, ready, by, counts);
    // A line that cannot be read is told at once, one that cannot be stored only with its batch.
    counts.errors.sort((one, other) => one.line - other.line);
    await told(counts);
  };
  for await (const { line, text } of lines) {
    if (text.trim() === '') continue;
    counts.read += 1;
    try {
      const record = parseLine(text);
      if (batch.length >= BATCH_MAX || batch.some((earlier) => !canShare(earlier.record, record))) await flush();
      batch.push({ line, record });
    } catch (error) {
      reject(counts, line, error);
    }
  }
  await flush();
  return counts;
}

/** Imports write one at a time, in whatever process: two that read the same records would lock each other out. */
function inTurn(engine: ReadWrite): ReadWrite {
  const write: ReadWrite['write'] = (work) =>
    engine.write(async (tx) => {
      await takeTurn(tx, 'import');
      return work(tx);
    });
  return { read: engine.read, write };
}

function parseLine(text: string): RecordLine {
  if (text.length > LINE_LENGTH_MAX) throw new Failure('too-large', 'The line is too long.');
  const value = parseJson(text);
  const fault = findUnstorable(value);
  if (fault) throw invalid([fault], 'the line');
  return parseOrFail(RecordLine, value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Failure('invalid', 'The line is not valid JSON.');
  }
}

/** Quotes are looked up before the transaction, so the article and its text must be stored by then. */
function canShare(earlier: RecordLine, later: RecordLine): boolean {
  const isApart = (record: RecordLine) => record.type === 'snapshot';
  if (isApart(earlier) || isApart(later)) return false;
  return (earlier.type === 'statement') === (later.type === 'statement');
}

async function importBatch(deps: ImportDeps, batch: Parsed[], by: By, counts: ImportCounts): Promise<void> {
  const first = (batch[0] as Parsed).record;
  if (first.type === 'snapshot') await importSnapshot(deps, batch[0] as Parsed, by, counts);
  else if (first.type === 'statement')
    await importStatements(deps, batch as { line: number; record: StatementLine }[], by, counts);
  else {
    const outcomes = await deps.engine.write((tx) =>
      attemptAll(tx, batch, ({ record }) => storeLine(tx, deps.follower, record, by)),
    );
    for (const [at, outcome] of outcomes.entries()) count(counts, (batch[at] as Parsed).line, outcome);
  }
}

/** Each line in its place; what fails leaves nothing and is told by its error. */
async function attemptAll<One, Result>(
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

async function importSnapshot(
  { engine, follower }: ImportDeps,
  { line, record }: Parsed,
  by: By,
  counts: ImportCounts,
): Promise<void> {
  const { type: _, article, ...snapshot } = record as Extract<RecordLine, { type: 'snapshot' }>;
  try {
    // Of a text that does not say when it was retrieved, the line that was read before is known by the text alone.
    const { retrievedAt } = snapshot;
    const isKnown = (earlier: { retrievedAt: string }) =>
      retrievedAt === undefined || earlier.retrievedAt === retrievedAt;
    const { made } = await recordSnapshot(engine, follower, article, snapshot, by, isKnown);
    count(counts, line, made ? 'created' : 'unchanged');
  } catch (error) {
    reject(counts, line, expected(error));
  }
}

type Draft = { id: string | undefined; draft: Omit<StatementLine, 'type' | 'id'> };
/** A statement that was read before, under the same external id. */
type Known = { known: string };

/** New statements of a run share a transaction; one that was read before is revised by itself. */
async function importStatements(
  deps: ImportDeps,
  batch: { line: number; record: StatementLine }[],
  by: By,
  counts: ImportCounts,
): Promise<void> {
  const drafts = batch.map(({ line, record: { type: _, id, ...draft } }) => ({ line, id, draft }));
  const outcomes = await untilTextsRest(() => storeNew(deps, drafts, by));
  for (const [at, { line, draft }] of drafts.entries()) {
    const outcome = outcomes[at] as (typeof outcomes)[number];
    if (outcome instanceof Failure || typeof outcome === 'string') count(counts, line, outcome);
    else await reviseImported(deps, line, outcome.known, draft, by, counts);
  }
}

class LookUpAgain extends Error {}

/** What became of each; null, and nothing stored, where what was looked up is no longer so. */
async function storeNew(
  { engine, checker }: ImportDeps,
  drafts: readonly Draft[],
  by: By,
): Promise<(Known | Outcome | Failure)[] | null> {
  const lookUp = async ({ id, draft }: Draft) =>
    (await knownAs(engine.read, id)) === null ? lookUpQuotes(engine.read, checker, draft) : null;
  const batch: (Draft & { looked: LookedUp | Failure | null })[] = [];
  for (const one of drafts) batch.push({ ...one, looked: await lookUp(one).catch(expected) });
  const store = async (tx: Tx, { id, draft, looked }: (typeof batch)[number]): Promise<Known | Outcome> => {
    const known = await knownAs(tx, id);
    if (known !== null) return { known };
    if (looked instanceof Failure) throw looked;
    const stored = looked && (await storeStatement(tx, await internalReferences(tx, draft), looked, by));
    if (stored === null) throw new LookUpAgain();
    if (id !== undefined) await rememberImported(tx, 'statement', id, stored);
    return 'created';
  };
  try {
    return await engine.write((tx) => attemptAll(tx, batch, (one) => store(tx, one)));
  } catch (error) {
    if (error instanceof LookUpAgain) return null;
    throw error;
  }
}

async function knownAs(from: Handle, id: string | undefined): Promise<string | null> {
  return id === undefined ? null : importedId(from, 'statement', id);
}

async function reviseImported(
  { engine, checker }: ImportDeps,
  line: number,
  id: string,
  draft: Parameters<typeof recordStatement>[2],
  by: By,
  counts: ImportCounts,
): Promise<void> {
  try {
    const { rebuttal: _, ...patch } = await engine.write((tx) => internalReferences(tx, draft));
    const before = await stateOf(engine.read, id);
    const rebuts = [...patch.rebuts, ...linksBesides(patch.rebuts, before.links)];
    await reviseStatement(engine, checker, id, '*', { ...patch, rebuts }, by);
    const after = await stateOf(engine.read, id);
    count(counts, line, JSON.stringify(before) === JSON.stringify(after) ? 'unchanged' : 'updated');
  } catch (error) {
    reject(counts, line, expected(error));
  }
}

type Links = Awaited<ReturnType<typeof rebutsOf>>;

/** What the statement rebuts besides what its line says, by a line of its own or by hand: no import takes it away. */
function linksBesides(said: { statement: string }[], links: Links) {
  const others = links.filter(({ rebutsId }) => !said.some(({ statement }) => statement === rebutsId));
  return others.map(({ rebutsId, kind, note }) => ({ statement: rebutsId, kind, note }));
}

/** What a line of a statement can change: the statement, and the rebuttals that it makes. */
async function stateOf(from: Handle, id: string): Promise<{ revision: number; links: Links }> {
  const row = await rowById(from, 'statements', id);
  return { revision: row?.revision ?? 0, links: await rebutsOf(from, id) };
}

function count(counts: ImportCounts, line: number, outcome: Outcome | Failure): void {
  if (outcome instanceof Failure) reject(counts, line, outcome);
  else counts[outcome] += 1;
}

function reject(counts: ImportCounts, line: number, error: unknown): void {
  counts.rejected += 1;
  if (!(error instanceof Failure)) throw error;
  if (counts.errors.length >= ERRORS_MAX) return;
  const [fault] = error.faults;
  counts.errors.push({ line, code: error.code, pointer: fault?.pointer ?? '', detail: error.message });
}

/** Anything but a refusal ends the import. A full disk does too. */
function expected(error: unknown): Failure {
  if (error instanceof Failure && error.code !== 'storage-full') return error;
  throw error;
}
