import { and, eq, ne, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { COUNT_ROWS_MAX, cutPage, type Page } from '../../kernel/page.ts';
import type { Total } from '../../platform/engine/counts.ts';
import type { Build } from '../../platform/engine/engine.ts';
import { conditionsOf } from '../../platform/engine/filters.ts';
import { allOf, type Condition, isOneOf, type Paging } from '../../platform/engine/pages.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import { articleBriefs } from '../../record/articles/store.ts';
import { idsReferred } from '../../record/references.ts';
import { statementBriefs } from '../../record/statements/show.ts';
import { type DateColumns, rangeAsked, withinRange } from '../statements/range.ts';
import type { DriftOfStatement } from './item.ts';

export type DriftFilter = {
  dispute?: string[];
  side?: string[];
  speaker?: string[];
  outlet?: string[];
  article?: string[];
  drift?: string[];
  difference?: string[];
  from?: string;
  to?: string;
};

type Place = readonly string[];

/**
 * The newest texts first, then by statement; of published statements. Those that are unchanged only where they are asked
 * for.
 */
export async function listDrifts(
  from: Handle,
  filter: DriftFilter,
  paging: Paging,
  { unchanged = false } = {},
): Promise<Page<DriftOfStatement, Place>> {
  const referred =
    (kind: 'dispute' | 'side' | 'speaker' | 'outlet', column: (t: Tables) => Column) => async (references: string[]) =>
      isOneOf<Tables>(kind, column, await idsReferred(from, kind, references, kind));
  const conditions = await conditionsOf<Omit<DriftFilter, 'from' | 'to'>, Tables>(filter, {
    dispute: referred('dispute', (t) => t.statements.disputeId),
    side: referred('side', (t) => t.statements.sideId),
    speaker: referred('speaker', (t) => t.statements.speakerId),
    outlet: referred('outlet', (t) => t.statements.outletId),
    article: async (articles) =>
      isOneOf<Tables>('article', (t) => t.drifts.articleId, await idsReferred(from, 'article', articles, 'article')),
    drift: (kinds) => isOneOf<Tables>('drift', (t) => t.drifts.drift, kinds),
    difference: (differences) => isOneOf<Tables>('difference', (t) => t.drifts.difference, differences),
  });
  conditions.push(...withinRange('at', retrievedColumns, rangeAsked(filter.from, filter.to)));
  conditions.push(unchanged || filter.drift?.includes('unchanged') ? IS_LATER : IS_OF_NOTE);
  const rows = await rowsOf(from, conditions, paging);
  const page = cutPage(rows, paging.limit, ({ row }): Place => [row.atSort, row.statementId, String(row.snapshot)]);
  const items = await shown(from, page.items);
  return { ...page, items, ...(paging.count && (await countDrifts(from, conditions))) };
}

/** When a text was retrieved: always an instant. */
function retrievedColumns({ t: { drifts }, beginning }: Build<Tables>): DateColumns {
  return { sort: drifts.atSort, on: beginning(drifts.atSort, 10), isTimed: sql`1 = 1` };
}

type Column = Tables['statements']['id'] | Tables['statements']['sideId'];

/** What an older copy has is no news of a quote. */
const IS_LATER: Condition<Tables> = {
  name: 'later',
  values: {},
  holds: ({ t }) => sql`not ${t.drifts.isEarlier}`,
};

/** As the index says it that holds those alone. */
const IS_OF_NOTE: Condition<Tables> = {
  name: 'of note',
  values: {},
  holds: ({ t }) => sql`${ne(t.drifts.drift, 'unchanged')} and not ${t.drifts.isEarlier}`,
};

function joined({ db, t }: Build<Tables>) {
  const other = alias(t.snapshots, 'other');
  const isOther = and(eq(other.articleId, t.drifts.articleId), eq(other.number, t.drifts.snapshot));
  return db
    .select({ row: t.drifts, anchor: t.statements.anchor, at: other.retrievedAt })
    .from(t.drifts)
    .innerJoin(t.statements, and(eq(t.statements.id, t.drifts.statementId), eq(t.statements.status, 'published')))
    .innerJoin(other, isOther)
    .$dynamic();
}

type DriftRow = Awaited<ReturnType<typeof joined>>[number];

function rowsOf(from: Handle, conditions: Condition<Tables>[], { limit, after }: Paging): Promise<DriftRow[]> {
  const { name, values, holds } = allOf(conditions);
  return from.query(
    `drifts ${name}${after ? ' after' : ''}`,
    (build) => {
      const { t, param, bound } = build;
      const key = sql`(${t.drifts.atSort}, ${t.drifts.statementId}, ${t.drifts.snapshot})`;
      const isAfter = after
        ? sql`${key} < (${param('afterAt')}, ${param('afterId')}, ${param('afterSnapshot')})`
        : undefined;
      return joined(build)
        .where(and(holds(build), isAfter))
        .orderBy(sql`${t.drifts.atSort} desc, ${t.drifts.statementId} desc, ${t.drifts.snapshot} desc`)
        .limit(bound('limit'));
    },
    {
      ...values,
      limit: limit + 1,
      ...(after && { afterAt: after[0], afterId: after[1], afterSnapshot: Number(after[2]) }),
    },
  );
}

async function shown(from: Handle, rows: readonly DriftRow[]): Promise<DriftOfStatement[]> {
  const statements = await statementBriefs(
    from,
    rows.map(({ row }) => row.statementId),
    { drafts: false },
  );
  const articles = await articleBriefs(
    from,
    rows.map(({ row }) => row.articleId),
  );
  const retrievals = await retrievalsOf(from, [...articles.keys()]);
  return rows.flatMap(({ row, anchor, at }) => {
    const [statement, article] = [statements.get(row.statementId), articles.get(row.articleId)];
    if (!statement || !article || anchor.snapshot === null) return [];
    const { result = 'not-found', anchor: place, difference, suggestion, closest, elsewhere } = row.found ?? {};
    return [
      {
        statement,
        article,
        drift: row.drift,
        from: {
          snapshot: anchor.snapshot,
          retrievedAt: retrievals.get(`${row.articleId} ${anchor.snapshot}`) ?? at,
          start: anchor.start,
          end: anchor.end,
        },
        to: {
          snapshot: row.snapshot,
          retrievedAt: at,
          result,
          start: place?.start ?? null,
          end: place?.end ?? null,
        },
        ...(difference && { difference }),
        ...(suggestion !== undefined && { suggestion }),
        ...(closest && { closest }),
        ...(elsewhere && { elsewhere }),
        at,
      },
    ];
  });
}

/** When the texts of some articles were retrieved, by the article's id and the text's number. */
async function retrievalsOf(from: Handle, articles: readonly string[]): Promise<Map<string, string>> {
  if (articles.length === 0) return new Map();
  const rows = await from.query(
    'retrievals of the texts of articles',
    ({ db, t: { snapshots }, oneOf }) =>
      db
        .select({ article: snapshots.articleId, number: snapshots.number, at: snapshots.retrievedAt })
        .from(snapshots)
        .where(oneOf(snapshots.articleId, 'articles')),
    { articles: [...articles] },
  );
  return new Map(rows.map(({ article, number, at }) => [`${article} ${number}`, at]));
}

async function countDrifts(from: Handle, conditions: Condition<Tables>[]): Promise<Total> {
  const { name, values, holds } = allOf(conditions);
  const rows = await from.query(
    `count of drifts ${name}`,
    (build) => {
      const { db, t, bound } = build;
      const some = db
        .select({ one: sql`1`.as('one') })
        .from(t.drifts)
        .innerJoin(t.statements, and(eq(t.statements.id, t.drifts.statementId), eq(t.statements.status, 'published')))
        .where(holds(build))
        .limit(bound('max'))
        .as('some');
      return db.select({ n: sql<number>`count(*)`.mapWith(Number) }).from(some);
    },
    { ...values, max: COUNT_ROWS_MAX + 1 },
  );
  const total = rows[0]?.n ?? 0;
  return total > COUNT_ROWS_MAX ? { total: null, totalAtLeast: COUNT_ROWS_MAX } : { total };
}
