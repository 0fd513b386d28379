import { type Dialect, entityColumns } from '../../platform/engine/dialect.ts';

export function defineSides(d: Dialect) {
  const sides = d.table(
    'sides',
    { ...entityColumns(d, 'side'), slug: d.text('slug').notNull(), name: d.text('name').notNull() },
    (t) => [d.uniqueIndex('sides_slug').on(t.slug)],
  );
  return { sides };
}

declare module '../../platform/engine/tables.ts' {
  interface TableRegistry extends ReturnType<typeof defineSides> {}
}
