import { and, gt, sql } from 'drizzle-orm';
import { cutPage, type Page } from '../kernel/page.ts';
import { countRows } from '../platform/engine/counts.ts';
import { allOf, type Condition, isOneOfIndexed, type Paging } from '../platform/engine/pages.ts';
import type { Handle, Tables } from '../platform/engine/tables.ts';
import type { Change } from './change.ts';

export type ChangeRow = Tables['changes']['$inferSelect'];

/** Which lines are asked for: those after a number, of some kinds, of one entity. */
export type ChangeFilter = { after?: number | undefined; type?: string[] | undefined; entity?: string | undefined };

/** Whether the lines that were written while an entity was a draft may be seen. */
export type LineSight = { drafts: boolean };

/** Oldest first. The order of the numbers is the order of the commits, so nothing appears later before what was read. */
export async function listChanges(
  from: Handle,
  filter: ChangeFilter,
  { limit, after, count }: Paging,
  sight: LineSight,
): Promise<Page<Change, readonly string[]>> {
  const start = Math.max(filter.after ?? 0, after === null ? 0 : Number(after[0]));
  const conditions = conditionsOf(filter, sight);
  const rows = await linesAfter(from, conditions, start, limit + 1);
  const page = cutPage(rows, limit, ({ seq }): readonly string[] => [String(seq)]);
  const lines = { table: 'changes' as const, conditions, key: 'seq', after: filter.after ?? 0 };
  return { items: page.items.map(showChange), next: page.next, ...(count && (await countRows(from, lines))) };
}

/** Whether history has a line of the entity that may be seen. */
export async function hasHistory(from: Handle, entity: string, sight: LineSight): Promise<boolean> {
  return (await linesAfter(from, conditionsOf({ entity }, sight), 0, 1)).length > 0;
}

/** The number and hash of the last line; 0 and an empty hash while there is none. */
export async function headOfChain(from: Handle): Promise<{ seq: number; hash: string }> {
  const rows = await from.query('head of the chain', ({ db, t }) =>
    db
      .select({ seq: t.changes.seq, hash: t.changes.hash })
      .from(t.changes)
      .orderBy(sql`${t.changes.seq} desc`)
      .limit(1),
  );
  return rows[0] ?? { seq: 0, hash: '' };
}

export function showChange(row: ChangeRow): Change {
  const { seq, at, actor, action, entityType, entityId, revision, patch, comment, hash, redacted } = row;
  return {
    seq,
    at,
    actor,
    action,
    entity: { type: entityType, id: entityId },
    revision,
    patch: (patch ?? []) as Change['patch'],
    comment,
    hash,
    ...(redacted && { redacted }),
  };
}

function conditionsOf({ type, entity }: ChangeFilter, { drafts }: LineSight): Condition<Tables>[] {
  return [
    ...isOneOfIndexed('type', (t: Tables) => t.changes.entityType, type),
    ...isOneOfIndexed('entity', (t: Tables) => t.changes.entityId, entity === undefined ? undefined : [entity]),
    ...(drafts ? [] : [{ name: 'public', values: {}, holds: ({ t }: { t: Tables }) => sql`not ${t.changes.draft}` }]),
  ];
}

function linesAfter(from: Handle, conditions: Condition<Tables>[], after: number, limit: number): Promise<ChangeRow[]> {
  const { name, values, holds } = allOf(conditions);
  return from.query(
    `lines of history ${name}`,
    (build) =>
      build.db
        .select()
        .from(build.t.changes)
        .where(and(holds(build), gt(build.t.changes.seq, build.param('after'))))
        .orderBy(build.t.changes.seq)
        .limit(build.bound('limit')),
    { ...values, after, limit },
  );
}
