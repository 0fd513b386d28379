import { idFromKey } from '../kernel/id.ts';
import type { Dialect } from '../platform/engine/dialect.ts';
import type { ImportError, ImportState, RowRun } from './import.ts';

/** Of what external ids are remembered. */
export type ImportedKind = 'review' | 'statement';
const IMPORTED = ['review', 'statement'] as const satisfies readonly ImportedKind[];

/** The id of what an external one became. */
export function importedIdOf({ kind, entityId }: { kind: ImportedKind; entityId: string }): string {
  return idFromKey(kind, Number(entityId));
}

export function defineExchange(d: Dialect) {
  const imports = d.table(
    'imports',
    {
      id: d.key('id', 'import').primaryKey(),
      format: d.text('format').notNull(),
      dryRun: d.boolean('dry_run').notNull(),
      /** Whose key sent it. */
      actor: d.text('actor').notNull(),
      comment: d.text('comment'),
      state: d.text('state').$type<ImportState>().notNull(),
      read: d.integer('read').notNull(),
      created: d.integer('created').notNull(),
      updated: d.integer('updated').notNull(),
      unchanged: d.integer('unchanged').notNull(),
      rejected: d.integer('rejected').notNull(),
      errors: d.json<ImportError[]>('errors').notNull(),
      createdAt: d.text('created_at').notNull(),
      updatedAt: d.text('updated_at').notNull(),
    },
    (t) => [d.index('imports_by_state').on(t.state, t.id)],
  );

  /** Which record an imported one became, so that the same line read twice makes one record. */
  const importedIds = d.table(
    'imported_ids',
    {
      kind: d.word('kind', IMPORTED).notNull(),
      externalId: d.text('external_id').notNull(),
      /** Of that kind; read it by `importedIdOf`. */
      entityId: d.anyKey('entity_id').notNull(),
      /** Whether the record was there already when its line was read, and is revised by no such line. */
      isAlias: d.boolean('is_alias').notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.kind, t.externalId] }), d.index('imported_ids_by_entity').on(t.entityId)],
  );

  /** What became of each row of an import, some hundreds of rows a part, so that reading and writing it takes little memory. */
  const importReports = d.table(
    'import_reports',
    {
      importId: d.key('import_id', 'import').notNull(),
      part: d.integer('part').notNull(),
      rows: d.json<RowRun[]>('rows').notNull(),
    },
    (t) => [d.primaryKey({ columns: [t.importId, t.part] })],
  );

  return { imports, importedIds, importReports };
}

declare module '../platform/engine/tables.ts' {
  interface TableRegistry extends ReturnType<typeof defineExchange> {}
}
