import type { Dialect } from '../../platform/engine/dialect.ts';

export function defineLikenesses(d: Dialect) {
  /** Folded addresses and names of the record: what has one in common may be the same. */
  const likenesses = d.table(
    'likenesses',
    {
      kind: d.text('kind').$type<'article' | 'outlet' | 'speaker' | 'claim'>().notNull(),
      folded: d.text('folded').notNull(),
      entityId: d.text('entity_id').notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.kind, t.folded, t.entityId] }), d.index('likenesses_by_entity').on(t.entityId)],
  );
  return { likenesses };
}

declare module '../../platform/engine/tables.ts' {
  interface TableRegistry extends ReturnType<typeof defineLikenesses> {}
}
