import { getTableColumns } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { rebuildSearch } from '../derived/full-text/rebuild.ts';
import { recountAll } from '../derived/recount.ts';
import { verifyChain } from '../history/verify.ts';
import { Failure } from '../kernel/failure.ts';
import { keyFromAnyId, kindOfId } from '../kernel/id.ts';
import { parseJson } from '../kernel/json.ts';
import { insertRow, updateRow } from '../platform/engine/rows.ts';
import type { Engine, Tx } from '../platform/engine/tables.ts';
import type { ImportRow } from './import.ts';
import { count, type ImportCounts, noCounts, reportRowsOf } from './import-counts.ts';
import type { NumberedLine } from './lines.ts';
import { HEAD, WHOLE } from './whole.ts';

type Line = Record<string, unknown>;

/** Whether a line is the first of an export of everything. */
export function isHead({ text }: NumberedLine): boolean {
  return typeof text === 'string' && /^\s*\{\s*"type"\s*:\s*"export"/.test(text);
}

/**
 * Takes an export of everything over, ids, times, history and all, in one transaction; what is derived of it is made anew
 * afterwards. Fails with `conflict` where anything is recorded already, with `invalid` for a line that no export has, and
 * where its history does not hold. Nothing is kept then.
 */
export async function restoreEverything(
  engine: Engine,
  lines: AsyncIterable<NumberedLine>,
  report: (row: ImportRow) => void,
): Promise<ImportCounts> {
  const counts = noCounts();
  reportRowsOf(counts, report);
  await engine.write(async (tx) => {
    await refuseUnlessEmpty(tx);
    const mergers: [string, string][] = [];
    let head = false;
    for await (const { line, text } of lines) {
      if (text instanceof Failure) throw text;
      if (text.trim() === '') continue;
      const said = parseJson(text, 'line') as Line;
      if (said.type === HEAD.type) {
        if (said.version !== HEAD.version) throw wrong(line, 'is an export of another version');
        head = true;
        continue;
      }
      await takeOver(tx, line, said, mergers);
      counts.read += 1;
      count(counts, line, 'created');
    }
    if (!head) throw new Failure('overloaded', 'The file could not be read from its beginning. Send it again.');
    for (const [id, mergedIntoId] of mergers) await updateRow(tx, 'claims', id, { mergedIntoId });
    const { broken } = await verifyChain(tx);
    if (broken) throw new Failure('invalid', `The history of the export breaks at line ${broken.seq}: ${broken.why}.`);
  });
  await rebuildSearch(engine);
  await recountAll(engine);
  return counts;
}

async function takeOver(tx: Tx, line: number, said: Line, mergers: [string, string][]): Promise<void> {
  const whole = WHOLE.find(({ type }) => type === said.type);
  if (!whole) throw wrong(line, 'is no line of an export');
  if (typeof said.id === 'string' && kindOfId(said.id) !== null && keyFromAnyId(said.id) === null)
    throw wrong(line, 'has an id of a version before the first release, whose ids were longer');
  const columns = Object.keys(getTableColumns(tx.t[whole.table] as SQLiteTable));
  const row = Object.fromEntries(columns.map((name) => [name, said[name] ?? null]));
  // A claim may have been merged into one that was recorded after it.
  if (whole.table === 'claims' && typeof row.mergedIntoId === 'string') {
    mergers.push([String(row.id), row.mergedIntoId]);
    row.mergedIntoId = null;
  }
  try {
    await insertRow(tx, whole.table, row as never);
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw wrong(line, 'does not fit what stands before it');
  }
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
