import type { Author } from '../history/change.ts';
import { Failure } from '../kernel/failure.ts';
import { parseJson } from '../kernel/json.ts';
import { findUnstorable } from '../kernel/text.ts';
import { invalid, parseOrFail } from '../kernel/validate.ts';
import { advisoryLock } from '../platform/engine/advisory-lock.ts';
import type { ReadWrite } from '../platform/engine/tables.ts';
import { recordSnapshot } from '../record/articles/actions.ts';
import type { QuoteChecker } from '../text/quotes/checker.ts';
import type { ImportRow } from './import.ts';
import {
  attemptTogether,
  count,
  expected,
  type ImportCounts,
  noCounts,
  reject,
  reportRowsOf,
} from './import-counts.ts';
import type { NumberedLine } from './lines.ts';
import { RecordLine } from './record-line.ts';
import { storeLine } from './record-store.ts';
import { importStatements, type StatementLine } from './statement-import.ts';

/** Lines, or rows, that share one transaction as a rule; between two of them others take their turn. */
export const LINES_AT_ONCE = 50;
export type ImportDeps = {
  engine: ReadWrite;
  checker: QuoteChecker;
  /** How many the next transaction has; asked before each. */
  linesAtOnce?: () => number;
};
/** The turn that those take who write what was sent as a file. */
export const IMPORTING = 'import';

type Parsed = { line: number; record: RecordLine };

/**
 * Reads records line by line; a faulty line is rejected with its reason and the others go on. What was read before is
 * left as it is or revised, never doubled. `told` hears the counts after each transaction. What concerns no single line,
 * a full disk or a service that stops, ends it.
 */
export async function importRecords(
  { engine, linesAtOnce = () => LINES_AT_ONCE, ...others }: ImportDeps,
  lines: AsyncIterable<NumberedLine> | Iterable<NumberedLine>,
  by: Author,
  told: (counts: ImportCounts) => Promise<void> | void,
  report: (row: ImportRow) => void = () => {},
): Promise<ImportCounts> {
  const deps = { ...others, engine: inTurn(engine) };
  const counts = noCounts();
  reportRowsOf(counts, report);
  let batch: Parsed[] = [];
  let atOnce = linesAtOnce();
  const flush = async () => {
    const ready = batch;
    batch = [];
    if (ready.length > 0) await importBatch(deps, ready, by, counts);
    // A line that cannot be read is told at once, one that cannot be stored only with its batch.
    counts.errors.sort((one, other) => one.line - other.line);
    await told(counts);
    atOnce = linesAtOnce();
    // On SQLite nothing else, not even answering, has had a turn since the batch before.
    await new Promise(setImmediate);
  };
  for await (const { line, text } of lines) {
    if (typeof text === 'string' && text.trim() === '') continue;
    counts.read += 1;
    const record = readLine(text);
    if (record instanceof Failure) {
      reject(counts, line, record);
      continue;
    }
    const last = batch.at(-1);
    if (batch.length >= atOnce || (last && !canShare(last.record, record))) await flush();
    batch.push({ line, record });
  }
  await flush();
  return counts;
}

/** Imports write one at a time, in whatever process: two that read the same records would lock each other out. */
export function inTurn(engine: ReadWrite): ReadWrite {
  const write: ReadWrite['write'] = (work) =>
    engine.write(async (tx) => {
      await advisoryLock(tx, IMPORTING);
      return work(tx);
    });
  return { read: engine.read, write };
}

function readLine(text: string | Failure): RecordLine | Failure {
  if (text instanceof Failure) return text;
  try {
    return parseLine(text);
  } catch (error) {
    return expected(error);
  }
}

function parseLine(text: string): RecordLine {
  const value = parseJson(text, 'line');
  const fault = findUnstorable(value);
  if (fault) throw invalid([fault], 'the line');
  return parseOrFail(RecordLine, value);
}

/** Quotes are looked up before the transaction, so the article and its text must be stored by then. */
function canShare(earlier: RecordLine, later: RecordLine): boolean {
  const isApart = (record: RecordLine) => record.type === 'snapshot';
  if (isApart(earlier) || isApart(later)) return false;
  return (earlier.type === 'statement') === (later.type === 'statement');
}

async function importBatch(deps: ImportDeps, batch: Parsed[], by: Author, counts: ImportCounts): Promise<void> {
  const first = (batch[0] as Parsed).record;
  if (first.type === 'snapshot') await importSnapshot(deps, batch[0] as Parsed, by, counts);
  else if (first.type === 'statement')
    await importStatements(deps, batch as { line: number; record: StatementLine }[], by, counts);
  else {
    const outcomes = await deps.engine.write((tx) =>
      attemptTogether(tx, batch, (part, { record }) => storeLine(part, record, by)),
    );
    for (const [at, outcome] of outcomes.entries()) count(counts, (batch[at] as Parsed).line, outcome);
  }
}

async function importSnapshot(
  { engine, checker }: ImportDeps,
  { line, record }: Parsed,
  by: Author,
  counts: ImportCounts,
): Promise<void> {
  const { type: _, article, ...snapshot } = record as Extract<RecordLine, { type: 'snapshot' }>;
  try {
    // Of a text that does not say when it was retrieved, the line that was read before is known by the text alone.
    const { retrievedAt } = snapshot;
    const isKnown = (earlier: { retrievedAt: string }) =>
      retrievedAt === undefined || earlier.retrievedAt === retrievedAt;
    const { made } = await recordSnapshot(engine, checker, article, snapshot, by, isKnown);
    count(counts, line, made ? 'created' : 'unchanged');
  } catch (error) {
    reject(counts, line, expected(error));
  }
}
