import { z } from 'zod';
import type { Line } from '../history/change.ts';
import { type Expected, rowToRevise } from '../history/record.ts';
import { linesWithWords, redactLines } from '../history/redaction.ts';
import { Failure } from '../kernel/failure.ts';
import { kindOfId } from '../kernel/id.ts';
import { Timestamp } from '../kernel/time.ts';
import { deleteRow } from '../platform/engine/rows.ts';
import type { Engine, Tx } from '../platform/engine/tables.ts';
import { KINDS } from './kinds.ts';
import { findId, leadsNowhere } from './references.ts';
import { refuseWhileReferredTo } from './references-to.ts';

/** What is written to a statement by others, in words of theirs. */
export type NoteKind = 'rebuttal' | 'review' | 'correction';
type Redacting = { actor: string; comment: string };

/** What became of the redaction of a note. */
export const NoteRedactionReceipt = z
  .strictObject({
    id: z.string(),
    redactedAt: Timestamp,
    reason: z.string(),
    lines: z.array(z.int()).describe('The lines of history whose words were removed'),
    purged: z.boolean().describe('Whether the files of the database were cleaned of what had been there'),
  })
  .meta({ id: 'NoteRedactionReceipt' });
export type NoteRedactionReceipt = z.infer<typeof NoteRedactionReceipt>;

/** Shorter texts may be anybody's. */
const WORDS_LENGTH_MIN = 12;

/**
 * Removes a rebuttal, a review or a correction for good, and its words from every line of its history, also where it was
 * deleted already. One more line says so, why, and which lines lost their words.
 *
 * Fails with `conflict` when that was done already, and with `in-use` while a correction of it stands.
 */
export async function redactNote(
  engine: Engine,
  kind: NoteKind,
  reference: string,
  expected: Expected,
  by: Redacting,
): Promise<NoteRedactionReceipt> {
  const told = await engine.write((tx) => removeWords(tx, kind, reference, expected, by));
  const purged = await engine.purge();
  return { ...told, reason: by.comment, purged };
}

async function removeWords(tx: Tx, kind: NoteKind, reference: string, expected: Expected, by: Redacting) {
  const standing = await findId(tx, kind, reference);
  const id = standing ?? reference;
  const known = kindOfId(id) === kind ? await linesWithWords(tx, id) : [];
  const last = known.at(-1);
  if (!last) throw await leadsNowhere(tx, kind, reference);
  if (known.some(({ action }) => action === 'redact'))
    throw new Failure('conflict', `The words of this ${kind} were removed already.`);
  if (standing !== null) {
    await rowToRevise(tx, kind, id, expected);
    await refuseWhileReferredTo(tx, kind, id);
    await deleteRow(tx, KINDS[kind].table, id);
  }
  const lines = await redactLines(tx, id);
  const line: Line = {
    action: 'redact',
    entityType: kind,
    entityId: id,
    revision: last.revision + 1,
    draft: last.draft,
    patch: [{ op: 'add', path: '/redactedLines', value: lines }],
    by,
  };
  const gone = known.flatMap(({ patch, comment }) => textsIn([patch, comment]));
  tx.changed({ kind: 'redaction', before: null, after: null, line, gone: [...new Set(gone)] });
  return { id, redactedAt: tx.now, lines };
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return value.length >= WORDS_LENGTH_MIN && kindOfId(value) === null ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
