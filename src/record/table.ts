import type { Dialect } from '../platform/engine/dialect.ts';

export function defineFormerNames(d: Dialect) {
  /** Slugs and URLs that entities once had. They outlive what had them, so that no other of its kind gets them. */
  const formerNames = d.table(
    'former_names',
    {
      kind: d.text('kind').notNull(),
      name: d.text('name').notNull(),
      entityId: d.text('entity_id').notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.kind, t.name] })],
  );
  return { formerNames };
}

declare module '../platform/engine/tables.ts' {
  interface TableRegistry extends ReturnType<typeof defineFormerNames> {}
}
