import type { Dialect } from '../../platform/engine/dialect.ts';

export function defineRechecks(d: Dialect) {
  /** What an older version wrote and is still to be looked through: by its kind, and up to where that is done. */
  const rechecks = d.table('rechecks', {
    kind: d.text('kind').$type<'article' | 'outlet' | 'speaker' | 'claim'>().primaryKey(),
    /** The id of the last that is done. */
    after: d.text('after').notNull(),
  });
  return { rechecks };
}

declare module '../../platform/engine/tables.ts' {
  interface TableRegistry extends ReturnType<typeof defineRechecks> {}
}
