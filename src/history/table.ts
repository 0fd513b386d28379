import type { Operation } from 'rfc6902';
import type { Dialect } from '../platform/engine/dialect.ts';
import type { ChangeAction } from './change.ts';
import { patchStored, type StoredPatch, storedPatch } from './stored-patch.ts';

export function defineChanges(d: Dialect) {
  const changes = d.table(
    'changes',
    {
      seq: d.integer('seq').primaryKey(),
      at: d.text('at').notNull(),
      actor: d.text('actor').notNull(),
      action: d.text('action').$type<ChangeAction>().notNull(),
      entityType: d.text('entity_type').notNull(),
      entityId: d.idText('entity_id').notNull(),
      revision: d.integer('revision').notNull(),
      /** Written while the entity was a draft: shown only to those who may see drafts. */
      draft: d.boolean('draft').notNull(),
      /** Null once the line was redacted. */
      patch: d.packedJson<Operation[], StoredPatch>('patch', { pack: storedPatch, unpack: patchStored }),
      comment: d.text('comment'),
      /** Makes the digest of a short text impossible to guess; it goes with the words when they are redacted. */
      salt: d.text('salt'),
      digest: d.text('digest').notNull(),
      hash: d.text('hash').notNull(),
      /** Its words (patch, comment, salt) were removed; a later line names this one and says why. Not part of the chain. */
      redacted: d.boolean('redacted').notNull(),
    },
    (t) => [d.index('changes_by_entity').on(t.entityId, t.seq), d.index('changes_by_type').on(t.entityType, t.seq)],
  );
  return { changes };
}

declare module '../platform/engine/tables.ts' {
  interface TableRegistry extends ReturnType<typeof defineChanges> {}
}
