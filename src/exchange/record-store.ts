import type { Author } from '../history/change.ts';
import { articleUrl } from '../kernel/address.ts';
import { rowById } from '../platform/engine/rows.ts';
import type { Tx } from '../platform/engine/tables.ts';
import { KINDS } from '../record/kinds.ts';
import { findOwnId } from '../record/references.ts';
import type { Outcome } from './import-counts.ts';
import { type BodyOf, lineKind, type StoredLine } from './line-kinds.ts';
import type { RecordLine } from './record-line.ts';

/** Creates what a line says, or revises the record that it names already, by the same actions as every way in. */
export async function storeLine(tx: Tx, record: RecordLine, by: Author): Promise<Outcome> {
  const line = record as StoredLine;
  const existing = await existingId(tx, line);
  const { type, ...body } = line;
  if (existing === null) {
    await lineKind(type).record(tx, body as BodyOf<typeof type>, by);
    return 'created';
  }
  // A claim that was merged is left as it is; what refers to it follows.
  if (line.type === 'claim' && (await findOwnId(tx, 'claim', line.slug ?? '')) !== existing) return 'unchanged';
  const before = await revisionOf(tx, type, existing);
  await lineKind(type).revise(tx, existing, '*', await patchFor(tx, line, existing), by);
  return (await revisionOf(tx, type, existing)) === before ? 'unchanged' : 'updated';
}

/** The record that a line is known to be; null when there is none yet. */
export function existingId(tx: Tx, { type, ...body }: StoredLine): Promise<string | null> {
  return lineKind(type).known(tx, body as BodyOf<typeof type>);
}

/**
 * What the line says, but for what it is known by. Where the name by which it was found is a former one, it keeps its
 * present one: an old file renames nothing back.
 */
async function patchFor(tx: Tx, { type, ...body }: StoredLine, id: string): Promise<Record<string, unknown>> {
  const fixed = new Set<string>(lineKind(type).fixed);
  const patch: Record<string, unknown> = Object.fromEntries(
    Object.entries(body).filter(([member, value]) => value !== undefined && !fixed.has(member)),
  );
  const { namedBy, table } = KINDS[type];
  if (namedBy === null) return patch;
  const row = (await rowById(tx, table, id)) as Record<string, unknown> | null;
  const name = namedBy === 'url' ? articleUrl(String(patch.url)) : patch.slug;
  return row?.[namedBy] === name ? patch : { ...patch, [namedBy]: row?.[namedBy] };
}

async function revisionOf(tx: Tx, kind: StoredLine['type'], id: string): Promise<number> {
  const row = await rowById(tx, KINDS[kind].table, id);
  return row?.revision ?? 0;
}
