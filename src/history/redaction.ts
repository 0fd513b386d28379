import { and, eq, gte, isNotNull, lte, ne } from 'drizzle-orm';
import type { Operation } from 'rfc6902';
import type { Handle, Tx } from '../platform/engine/tables.ts';
import { digestOfPatch } from './change.ts';
import type { ChangeRow } from './feed.ts';

/** A line of another entity whose comment was removed, and the digest of its patch, which stays. */
export type CleanedComment = { seq: number; patch: string };

/** Lines that one request can write on either side of one of them. */
const REQUEST_LINES_MAX = 1_000;

/** The lines of an entity that have words, oldest first. */
export function linesWithWords(from: Handle, entity: string): Promise<ChangeRow[]> {
  return from.query(
    'lines with words',
    ({ db, t: { changes }, param }) =>
      db
        .select()
        .from(changes)
        .where(and(eq(changes.entityId, param('entity')), isNotNull(changes.patch)))
        .orderBy(changes.seq),
    { entity },
  );
}

/**
 * Removes the words of every line of an entity: patch, comment and the salt of their digest, which stays and keeps the
 * chain whole. Gives the numbers of the lines, which the line that says why must name.
 */
export async function redactLines(tx: Tx, entity: string): Promise<number[]> {
  const lines = await linesWithWords(tx, entity);
  await tx.query(
    'redact lines',
    ({ db, t: { changes }, param }) =>
      db
        .update(changes)
        .set({ patch: null, comment: null, salt: null, redacted: true })
        .where(and(eq(changes.entityId, param('entity')), isNotNull(changes.patch))),
    { entity },
  );
  return lines.map(({ seq }) => seq);
}

/**
 * Removes the comments that the requests which wrote lines of an entity left on lines of others: one comment stands on
 * all lines of its request. To be called while the entity's own lines have theirs. Gives which, for the line that says
 * why.
 */
export async function cleanComments(tx: Tx, entity: string): Promise<CleanedComment[]> {
  const cleaned = new Map<number, CleanedComment>();
  for (const line of await linesWithWords(tx, entity)) {
    if (line.comment === null) continue;
    for (const { seq, patch } of await besides(tx, line))
      cleaned.set(seq, { seq, patch: digestOfPatch(patch as Operation[]) });
  }
  const seqs = [...cleaned.keys()].sort((a, b) => a - b);
  for (const seq of seqs) {
    await tx.query(
      'clean a comment',
      ({ db, t: { changes }, param }) =>
        db
          .update(changes)
          .set({ comment: null, salt: null, redacted: true })
          .where(eq(changes.seq, param('seq'))),
      { seq },
    );
  }
  return seqs.map((seq) => cleaned.get(seq) as CleanedComment);
}

/** The lines of other entities that were written in the same request. */
function besides(from: Handle, { seq, at, actor, comment, entityId }: ChangeRow): Promise<ChangeRow[]> {
  return from.query(
    'lines of the same request',
    ({ db, t: { changes }, param }) =>
      db
        .select()
        .from(changes)
        .where(
          and(
            gte(changes.seq, param('first')),
            lte(changes.seq, param('last')),
            eq(changes.at, param('at')),
            eq(changes.actor, param('actor')),
            eq(changes.comment, param('comment')),
            ne(changes.entityId, param('entity')),
            isNotNull(changes.patch),
          ),
        ),
    { first: seq - REQUEST_LINES_MAX, last: seq + REQUEST_LINES_MAX, at, actor, comment, entity: entityId },
  );
}

/** What the line that says why tells beside the lines of its own entity. */
export function tellCleaned(comments: readonly CleanedComment[]): Operation[] {
  return comments.length === 0 ? [] : [{ op: 'add', path: '/redactedComments', value: comments }];
}
