import { type Dialect, entityColumns } from '../../platform/engine/dialect.ts';
import type { defineSides } from '../sides/table.ts';
import type { SideInDispute } from './dispute.ts';

export function defineDisputes(d: Dialect, { sides }: ReturnType<typeof defineSides>) {
  const disputes = d.table(
    'disputes',
    {
      ...entityColumns(d, 'dispute'),
      slug: d.text('slug').notNull(),
      title: d.text('title').notNull(),
      summary: d.text('summary'),
      sides: d.json<SideInDispute[]>('sides').notNull(),
    },
    (t) => [d.uniqueIndex('disputes_slug').on(t.slug)],
  );

  /** The sides of a dispute again, as rows to join; written from `disputes.sides`. */
  const disputeSides = d.table(
    'dispute_sides',
    {
      disputeId: d
        .key('dispute_id', 'dispute')
        .notNull()
        .references(() => disputes.id, { onDelete: 'cascade' }),
      sideId: d
        .key('side_id', 'side')
        .notNull()
        .references(() => sides.id),
      role: d.text('role').$type<SideInDispute['role']>().notNull(),
    },
    (t) => [
      d.primaryKey({ columns: [t.disputeId, t.sideId] }),
      d.index('dispute_sides_by_side').on(t.sideId, t.disputeId),
    ],
  );

  const questions = d.table(
    'questions',
    {
      ...entityColumns(d, 'question'),
      slug: d.text('slug').notNull(),
      disputeId: d
        .key('dispute_id', 'dispute')
        .notNull()
        .references(() => disputes.id),
      text: d.text('text').notNull(),
    },
    (t) => [d.uniqueIndex('questions_slug').on(t.slug), d.index('questions_by_dispute').on(t.disputeId, t.id)],
  );

  return { disputes, disputeSides, questions };
}

declare module '../../platform/engine/tables.ts' {
  interface TableRegistry extends ReturnType<typeof defineDisputes> {}
}
