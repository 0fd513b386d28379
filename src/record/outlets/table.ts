import { type Dialect, entityColumns } from '../../platform/engine/dialect.ts';
import type { OutletKind } from './outlet.ts';

export function defineOutlets(d: Dialect) {
  const outlets = d.table(
    'outlets',
    {
      ...entityColumns(d, 'outlet'),
      slug: d.text('slug').notNull(),
      name: d.text('name').notNull(),
      homepage: d.text('homepage'),
      kind: d.text('kind').$type<OutletKind>().notNull(),
      country: d.text('country'),
    },
    (t) => [d.uniqueIndex('outlets_slug').on(t.slug)],
  );
  return { outlets };
}

declare module '../../platform/engine/tables.ts' {
  interface TableRegistry extends ReturnType<typeof defineOutlets> {}
}
