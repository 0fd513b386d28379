import type { Operation } from 'rfc6902';
import type { Dialect } from '../platform/engine/dialect.ts';
import type { ChangeAction } from './change.ts';
import { patchStored, type StoredPatch, storedPatch } from './stored-patch.ts';

const ACTIONS = [
  'create',
  'delete',
  'merge',
  'publish',
  'redact',
  'restore',
  'revise',
  'unmerge',
  'withdraw',
] as const satisfies readonly ChangeAction[];

/** Of what there are lines, in the order of their numbers in the database, which migrations and raw queries name. */
export const ENTITY_TYPES = [
  'article',
  'claim',
  'claim-relation',
  'correction',
  'dispute',
  'outlet',
  'question',
  'rebuttal',
  'review',
  'side',
  'snapshot',
  'speaker',
  'statement',
] as const;

export function defineChanges(d: Dialect) {
  const changes = d.table(
    'changes',
    {
      seq: d.integer('seq').primaryKey(),
      at: d.time('at').notNull(),
      actor: d.text('actor').notNull(),
      action: d.word('action', ACTIONS).notNull(),
      entityType: d.word<string>('entity_type', ENTITY_TYPES).notNull(),
      entityId: d.idText('entity_id').notNull(),
      revision: d.integer('revision').notNull(),
      /** Written while the entity was a draft: shown only to those who may see drafts. */
      draft: d.boolean('draft').notNull(),
      /** Null once the line was redacted, and where the row tells it. Read lines by `wholeLines`, which has it. */
      patch: d.packedJson<Operation[], StoredPatch>('patch', { pack: storedPatch, unpack: patchStored }),
      comment: d.text('comment'),
      /** Makes the digest of a short text impossible to guess; it goes with the words when they are redacted. */
      salt: d.bytes('salt'),
      /** Of a line whose words are there it is reckoned from them, and null. */
      digest: d.bytes('digest'),
      hash: d.bytes('hash').notNull(),
      /** Its words (patch, comment, salt) were removed; a later line names this one and says why. Not part of the chain. */
      redacted: d.boolean('redacted').notNull(),
      /**
       * The line made a statement that nothing has changed since: its row has what the patch says, with the members of
       * the template of this number. Null where the patch is stored.
       */
      toldByRow: d.integer('told_by_row'),
    },
    (t) => [d.index('changes_by_entity').on(t.entityId, t.seq), d.index('changes_by_type').on(t.entityType, t.seq)],
  );
  return { changes };
}

declare module '../platform/engine/tables.ts' {
  interface TableRegistry extends ReturnType<typeof defineChanges> {}
}
