import { and, asc, desc, eq, gt, lt, sql } from 'drizzle-orm';
import { cutPage, type Page } from '../kernel/page.ts';
import { endOf, startOf } from '../kernel/time.ts';
import { countRows } from '../platform/engine/counts.ts';
import { allOf, type Condition, isOneOf, isOneOfIndexed, type Paging } from '../platform/engine/pages.ts';
import type { Handle, Tables } from '../platform/engine/tables.ts';
import type { Change } from './change.ts';
import { isInDispute } from './in-dispute.ts';
import { type ChangeRow, lineOf, wholeLines } from './whole-lines.ts';

/**
 * Which lines are asked for: those after a number, written in a time, by some actors, of some kinds, of one entity, of
 * what belongs to some disputes (ids).
 */
export type ChangeFilter = {
  after?: number | undefined;
  since?: string | undefined;
  until?: string | undefined;
  actor?: string[] | undefined;
  dispute?: readonly string[] | undefined;
  type?: string[] | undefined;
  entity?: string | undefined;
};
export type ChangeOrder = 'asc' | 'desc';

/** Whether the lines that were written while an entity was a draft may be seen. */
export type LineVisibility = { drafts: boolean };

/** Lines that one request looks through for what no index finds; a page that ends there leads on. */
const LINES_MAX = 20_000;
const LINES_AT_ONCE = 5_000;

/**
 * Oldest first, or newest first. The order of the numbers is the order of the commits, so nothing appears later before
 * what was read.
 */
export async function listChanges(
  from: Handle,
  filter: ChangeFilter,
  { limit, after, count }: Paging,
  sight: LineVisibility,
  order: ChangeOrder = 'asc',
): Promise<Page<Change, readonly string[]>> {
  const span = await spanOf(from, filter);
  const conditions = conditionsOf(filter, sight);
  const place = after === null ? null : Number(after[0]);
  const left =
    order === 'asc' ? { ...span, after: Math.max(span.after, place ?? 0) } : { ...span, before: place ?? span.before };
  const { rows, rest } = await linesIn(from, conditions, left, order, limit + 1, isSparse(filter));
  const page = cutPage(rows, limit, ({ seq }): readonly string[] => [String(seq)]);
  const lines = { table: 'changes' as const, conditions, key: 'seq', after: span.after };
  return {
    items: page.items.map(showChange),
    next: page.next ?? (rest === null ? null : [String(rest)]),
    ...(count && (await countRows(from, lines))),
  };
}

/** The place before the first line that was written at this time or later, or a little before it. */
export async function placeBefore(from: Handle, since: string): Promise<number> {
  return (await spanOf(from, { since })).after;
}

/** Lines after one, whatever they are, as history has them. */
export function linesAfter(from: Handle, seq: number, limit: number): Promise<ChangeRow[]> {
  return linesBetween(from, [], { ...EVERYTHING, after: seq }, 'asc', limit);
}

/** Numbers of lines: greater than the one, less than the other. */
type Span = { after: number; before: number };

/** Whether an index leads to what the filter finds only through what it does not. */
function isSparse({ actor, dispute, since, until }: ChangeFilter): boolean {
  return [actor, dispute, since, until].some((asked) => asked !== undefined);
}

/** The lines of a span; of those that have to be looked through no more than so many, and then where to go on. */
async function linesIn(
  from: Handle,
  conditions: Condition<Tables>[],
  span: Span,
  order: ChangeOrder,
  limit: number,
  isSparse: boolean,
): Promise<{ rows: ChangeRow[]; rest: number | null }> {
  if (!isSparse) return { rows: await linesBetween(from, conditions, span, order, limit), rest: null };
  const rows: ChangeRow[] = [];
  const { seq: last } = await headOfChain(from);
  let { after, before } = { ...span, before: Math.min(span.before, last + 1) };
  for (let read = 0; after + 1 < before; read += LINES_AT_ONCE) {
    if (read >= LINES_MAX) return { rows, rest: order === 'asc' ? after : before };
    const stretch =
      order === 'asc'
        ? { after, before: Math.min(before, after + LINES_AT_ONCE + 1) }
        : { after: Math.max(after, before - LINES_AT_ONCE - 1), before };
    rows.push(...(await linesBetween(from, conditions, stretch, order, limit - rows.length)));
    if (rows.length >= limit) break;
    if (order === 'asc') after = stretch.before - 1;
    else before = stretch.after + 1;
    await new Promise(setImmediate);
  }
  return { rows, rest: null };
}

/** Whether history has a line of the entity that may be seen. */
export async function hasHistory(from: Handle, entity: string, sight: LineVisibility): Promise<boolean> {
  return (await linesBetween(from, conditionsOf({ entity }, sight), EVERYTHING, 'asc', 1)).length > 0;
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

function conditionsOf(filter: ChangeFilter, { drafts }: LineVisibility): Condition<Tables>[] {
  const { type, entity, actor, since, until, dispute } = filter;
  return [
    ...isOneOfIndexed('type', (t: Tables) => t.changes.entityType, type),
    ...isOneOfIndexed('entity', (t: Tables) => t.changes.entityId, entity === undefined ? undefined : [entity]),
    ...isOneOf('actor', (t: Tables) => t.changes.actor, actor),
    ...(since === undefined ? [] : [timed('since', '>=', startOf(since))]),
    ...(until === undefined ? [] : [timed('until', '<', endOf(until))]),
    ...(dispute === undefined ? [] : [isInDispute(dispute)]),
    ...(drafts ? [] : [{ name: 'public', values: {}, holds: ({ t }: { t: Tables }) => sql`not ${t.changes.draft}` }]),
  ];
}

function timed(name: string, comparison: '>=' | '<', moment: string | null): Condition<Tables> {
  return {
    name,
    values: { [name]: moment },
    holds: ({ t, param }) => sql`${t.changes.at} ${sql.raw(comparison)} ${param(name)}`,
  };
}

const EVERYTHING: Span = { after: 0, before: Number.MAX_SAFE_INTEGER };

async function linesBetween(
  from: Handle,
  conditions: Condition<Tables>[],
  { after, before }: Span,
  order: ChangeOrder,
  limit: number,
): Promise<ChangeRow[]> {
  const { name, values, holds } = allOf(conditions);
  const found = await from.query(
    `lines of history ${order} ${name}`,
    (build) => {
      const { changes } = build.t;
      return wholeLines(build)
        .where(and(holds(build), gt(changes.seq, build.param('after')), lt(changes.seq, build.param('before'))))
        .orderBy(order === 'asc' ? asc(changes.seq) : desc(changes.seq))
        .limit(build.bound('limit'));
    },
    { ...values, after, before, limit },
  );
  return found.map(lineOf);
}

/** How far the clocks of processes that write at once may differ. */
const SKEW_MS = 86_400_000;

/**
 * Where the lines of the time asked for stand, by halves: times grow with the numbers but for the skew of clocks, by
 * which the span is wider than it has to be.
 */
async function spanOf(from: Handle, { after = 0, since, until }: ChangeFilter): Promise<Span> {
  if (since === undefined && until === undefined) return { ...EVERYTHING, after };
  const { seq: last } = await headOfChain(from);
  const shifted = (moment: string | null, by: number) => new Date(Date.parse(moment ?? '') + by).toISOString();
  const start = since === undefined ? 1 : await firstSince(from, shifted(startOf(since), -SKEW_MS), last);
  const before = until === undefined ? last + 1 : await firstSince(from, shifted(endOf(until), SKEW_MS), last);
  return { after: Math.max(after, start - 1), before };
}

/** The first line that was written at this moment or later; the one after the last where none was. */
async function firstSince(from: Handle, moment: string, last: number): Promise<number> {
  let [low, high] = [1, last + 1];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const rows = await from.query(
      'time of a line',
      ({ db, t, param }) =>
        db
          .select({ at: t.changes.at })
          .from(t.changes)
          .where(eq(t.changes.seq, param('seq'))),
      { seq: middle },
    );
    if ((rows[0]?.at ?? '') < moment) low = middle + 1;
    else high = middle;
  }
  return low;
}
