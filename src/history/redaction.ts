import { and, eq, gte, lte, ne, sql } from 'drizzle-orm';
import type { Operation } from 'rfc6902';
import type { Handle, Tx } from '../platform/engine/tables.ts';
import { digestOfPatch } from './change.ts';
import { type ChangeRow, digestOfLine, hasWords, lineOf, wholeLines } from './whole-lines.ts';

/** A line of another entity whose comment was removed, and the digest of its patch, which stays. */
export type CleanedComment = { seq: number; patch: string };

/** Lines that one request can write on either side of one of them. */
const REQUEST_LINES_MAX = 1_000;

/** The lines of an entity that have words, oldest first. */
export async function linesWithWords(from: Handle, entity: string): Promise<ChangeRow[]> {
  const found = await from.query(
    'lines with words',
    (build) => {
      const { t, param } = build;
      return wholeLines(build)
        .where(and(eq(t.changes.entityId, param('entity')), hasWords(t)))
        .orderBy(t.changes.seq);
    },
    { entity },
  );
  return found.map(lineOf);
}

/**
 * Removes the words of every line of an entity: patch, comment and the salt of their digest, which stays and keeps the
 * chain whole. Gives the numbers of the lines, which the line that says why must name.
 */
export async function redactLines(tx: Tx, entity: string): Promise<number[]> {
  const lines = await linesWithWords(tx, entity);
  for (const line of lines) {
    await tx.query(
      'redact a line',
      ({ db, t: { changes }, param }) =>
        db
          .update(changes)
          .set({
            ...{ patch: null, toldByRow: null, comment: null, salt: null },
            digest: sql`${sql.param(sql.placeholder('digest'), changes.digest)}`,
            redacted: true,
          })
          .where(eq(changes.seq, param('seq'))),
      { seq: line.seq, digest: digestOfLine(line) },
    );
  }
  return lines.map(({ seq }) => seq);
}

/**
 * Removes the comments that the requests which wrote lines of an entity left on lines of others: one comment stands on
 * all lines of its request. To be called while the entity's own lines have theirs. Gives which, for the line that says
 * why.
 */
export async function cleanComments(tx: Tx, entity: string): Promise<CleanedComment[]> {
  const cleaned = new Map<number, CleanedComment & { digest: string | null }>();
  for (const line of await linesWithWords(tx, entity)) {
    if (line.comment === null) continue;
    for (const other of await besides(tx, line)) {
      const { seq, patch } = other;
      cleaned.set(seq, { seq, patch: digestOfPatch(patch as Operation[]), digest: digestOfLine(other) });
    }
  }
  const ordered = [...cleaned.values()].sort((a, b) => a.seq - b.seq);
  for (const { seq, digest } of ordered) {
    await tx.query(
      'clean a comment',
      ({ db, t: { changes }, param }) =>
        db
          .update(changes)
          .set({
            comment: null,
            salt: null,
            digest: sql`${sql.param(sql.placeholder('digest'), changes.digest)}`,
            redacted: true,
          })
          .where(eq(changes.seq, param('seq'))),
      { seq, digest },
    );
  }
  return ordered.map(({ seq, patch }) => ({ seq, patch }));
}

/** The lines of other entities that were written in the same request. */
async function besides(from: Handle, { seq, at, actor, comment, entityId }: ChangeRow): Promise<ChangeRow[]> {
  const found = await from.query(
    'lines of the same request',
    (build) => {
      const { t, param } = build;
      const { changes } = t;
      return wholeLines(build).where(
        and(
          gte(changes.seq, param('first')),
          lte(changes.seq, param('last')),
          eq(changes.at, param('at')),
          eq(changes.actor, param('actor')),
          eq(changes.comment, param('comment')),
          ne(changes.entityId, param('entity')),
          hasWords(t),
        ),
      );
    },
    { first: seq - REQUEST_LINES_MAX, last: seq + REQUEST_LINES_MAX, at, actor, comment, entity: entityId },
  );
  return found.map(lineOf);
}

/** What the line that says why tells beside the lines of its own entity. */
export function tellCleaned(comments: readonly CleanedComment[]): Operation[] {
  return comments.length === 0 ? [] : [{ op: 'add', path: '/redactedComments', value: comments }];
}
