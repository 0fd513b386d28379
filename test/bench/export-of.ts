import { createWriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { everything } from '../../src/exchange/export-store.ts';
import { END, endOf } from '../../src/exchange/whole.ts';
import { type ChangeAction, digestOf, hashOf } from '../../src/history/change.ts';
import { openReader } from '../../src/platform/engine/open.ts';
import { KINDS, type RecordKind } from '../../src/record/kinds.ts';
import { tables } from '../../src/tables.ts';

const AT = '2024-01-01T00:00:00.000Z';
const CHUNK = 1024 * 1024;

/**
 * Writes a generated record to a file as an export of everything, with a history as the service writes it: a line for each
 * entity that was recorded. Gives how many lines the file has.
 */
export async function writeExportOf(database: string, file: string): Promise<number> {
  const out = createWriteStream(file);
  let [lines, chunk] = [0, ''];
  const write = async (line: object) => {
    chunk += `${JSON.stringify(line)}\n`;
    lines += 1;
    if (chunk.length < CHUNK) return;
    if (!out.write(chunk)) await new Promise<void>((resolve) => void out.once('drain', () => resolve()));
    chunk = '';
  };
  const history = historyLines();
  await openReader(`file:${database}`, tables).readSnapshot(async (from) => {
    for await (const line of everything(from)) if (line.type !== END) await write(line);
    for await (const line of everything(from)) {
      const change = history.of(line);
      if (change) await write(change);
    }
  });
  await write(endOf(lines - 1));
  out.end(chunk);
  await finished(out);
  return lines;
}

function historyLines() {
  let [seq, last] = [0, ''];
  return {
    of({ type, ...row }: Record<string, unknown>): object | null {
      if (!Object.hasOwn(KINDS, type as string)) return null;
      const columns: Record<string, unknown> = KINDS[type as RecordKind].columns;
      const told = Object.entries(row).filter(([column]) => columns[column] !== 'private');
      const patch = [{ op: 'add' as const, path: '', value: Object.fromEntries(told) }];
      seq += 1;
      const salt = String(seq).padStart(32, '0');
      const digest = digestOf(salt, patch, null);
      const entity = { action: 'create' as ChangeAction, entityType: type as string, entityId: String(row.id) };
      const line = { seq, at: AT, actor: 'bench', ...entity, revision: 1, draft: false, digest };
      last = hashOf(last, line);
      return { type: 'change', ...line, patch, comment: null, salt, hash: last, redacted: false };
    },
  };
}
