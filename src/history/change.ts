import { hash } from 'node:crypto';
import { createPatch, type Operation } from 'rfc6902';
import { z } from 'zod';
import type { Author } from '../kernel/author.ts';
import { EntityName } from '../kernel/entity.ts';
import { Timestamp } from '../kernel/time.ts';

export type { Author } from '../kernel/author.ts';

/** `publish` is what makes a draft known to everyone: it tells the whole entity, since the lines before are not shown. */
export const ChangeAction = z.enum([
  'create',
  'revise',
  'publish',
  'delete',
  'withdraw',
  'restore',
  'redact',
  'merge',
  'unmerge',
]);
export type ChangeAction = z.infer<typeof ChangeAction>;

/** One line of history: who changed what, when, why. The lines form a chain of hashes in the order of `seq`. */
export const Change = z
  .strictObject({
    seq: z.int().min(1),
    at: Timestamp,
    actor: z.string(),
    action: ChangeAction,
    entity: EntityName,
    revision: z.int().min(1).describe('The revision that this change made'),
    patch: z
      .array(z.looseObject({ op: z.string(), path: z.string() }))
      .describe('JSON Patch (RFC 6902) of the entity; empty once its words were redacted'),
    comment: z.string().nullable().describe('Why, in the words of who wrote it'),
    hash: z.string().describe('SHA-256 over the hash of the line before and this line'),
    redacted: z
      .literal(true)
      .optional()
      .describe('Its words, or its comment alone, were removed, as a later line `redact` says and why'),
  })
  .meta({ id: 'Change' });
export type Change = z.infer<typeof Change>;

/** A line of history that is still to be written: what was done to which entity, and by whom. */
export type Line = {
  action: ChangeAction;
  entityType: string;
  entityId: string;
  /** The revision that the change made. */
  revision: number;
  draft: boolean;
  patch: Operation[];
  by: Author;
};

declare module '../platform/engine/written.ts' {
  interface Written {
    /** The line of history that tells it; null for what changes nothing that history tells. */
    readonly line: Line | null;
    /** With a line `redact`: the words that left the record. */
    readonly gone?: readonly string[];
  }
}

/** What history says of an entity: its members under their public names, references as ids. */
export type State = Record<string, unknown>;

/** The JSON Patch that leads from one state to the next; a creation adds the whole, a deletion removes it. */
export function patchBetween(before: State | null, after: State | null): Operation[] {
  if (before === null) return [{ op: 'add', path: '', value: after }];
  if (after === null) return [{ op: 'remove', path: '' }];
  return createPatch(before, after);
}

/** What a line of history is chained by: everything but its words, for which their digest stands. */
export type ChainedLine = {
  seq: number;
  at: string;
  actor: string;
  action: ChangeAction;
  entityType: string;
  entityId: string;
  revision: number;
  draft: boolean;
  digest: string;
};

/** The digest of a line's words: SHA-256 over a salt, the patch and the comment. */
export function digestOf(salt: string, patch: Operation[], comment: string | null): string {
  return sha256(JSON.stringify([salt, patch, comment]));
}

/** What stands for the patch of a line of which the comment was removed: its own digest cannot be checked any more. */
export function digestOfPatch(patch: Operation[]): string {
  return sha256(JSON.stringify(patch));
}

/** SHA-256 over the hash of the line before (empty for the first) and this line, in hex. */
export function hashOf(previous: string, line: ChainedLine): string {
  const { seq, at, actor, action, entityType, entityId, revision, draft, digest } = line;
  return sha256(JSON.stringify([previous, seq, at, actor, action, entityType, entityId, revision, draft, digest]));
}

function sha256(text: string): string {
  return hash('sha256', text, 'hex');
}
