import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { COUNT_ROWS_MAX, cutPage, type Page } from '../kernel/page.ts';
import type { Build } from '../platform/engine/engine.ts';
import type { Paging } from '../platform/engine/pages.ts';
import type { Handle, Tables } from '../platform/engine/tables.ts';
import { statementBriefs } from '../record/statements/show.ts';
import { StatementBrief } from '../record/statements/statement.ts';
import { Closest, QuoteDifference } from '../text/quotes/quote.ts';

/** A quote whose article has other words now, or none. */
export const ChangedQuote = z.strictObject({
  statement: StatementBrief,
  drift: z.enum(['altered', 'gone']),
  snapshot: z.int().min(1).describe('The number of the later text of the article'),
  difference: QuoteDifference.nullable(),
  closest: Closest.nullable().describe('What stands there instead'),
});
export type ChangedQuote = z.infer<typeof ChangedQuote>;

type Filter = { article: string | undefined; dispute: string | undefined };
type Found = { difference?: z.infer<typeof QuoteDifference>; closest?: z.infer<typeof Closest> };

/** Those recorded last first, ties broken by the snapshot, the newest first. */
export async function listChangedQuotes(
  from: Handle,
  { article, dispute }: Filter,
  { limit, after }: Paging,
): Promise<Page<ChangedQuote, readonly string[]>> {
  const name = `${article ? ' of an article' : ''}${dispute ? ' of a dispute' : ''}`;
  const values = { ...(article && { article }), ...(dispute && { dispute }) };
  const holds = ({ t, param }: Build<Tables>) =>
    and(
      inArray(t.drifts.drift, ['altered', 'gone']),
      article ? eq(t.drifts.articleId, param('article')) : undefined,
      dispute ? eq(t.statements.disputeId, param('dispute')) : undefined,
    );
  const rows = await from.query(
    `quotes that were changed${name}${after ? ' after' : ''}`,
    (build) => {
      const { db, t, param, bound } = build;
      const isAfter = after
        ? sql`(${t.drifts.statementId}, ${t.drifts.snapshot}) < (${param('afterId')}, ${param('afterSnapshot')})`
        : undefined;
      return db
        .select({ row: t.drifts })
        .from(t.drifts)
        .innerJoin(t.statements, and(eq(t.statements.id, t.drifts.statementId), eq(t.statements.status, 'published')))
        .where(and(holds(build), isAfter))
        .orderBy(desc(t.drifts.statementId), desc(t.drifts.snapshot))
        .limit(bound('limit'));
    },
    { ...values, limit: limit + 1, ...(after && { afterId: after[0], afterSnapshot: Number(after[1]) }) },
  );
  const counted = await from.query(
    `count of quotes that were changed${name}`,
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
  const page = cutPage(rows, limit, ({ row }): readonly string[] => [row.statementId, String(row.snapshot)]);
  const ids = page.items.map(({ row }) => row.statementId);
  const briefs = await statementBriefs(from, ids, { drafts: false });
  const items = page.items.flatMap(({ row }) => {
    const statement = briefs.get(row.statementId);
    if (!statement || (row.drift !== 'altered' && row.drift !== 'gone')) return [];
    const { difference, closest } = (row.found ?? {}) as Found;
    const { drift, snapshot } = row;
    return [{ statement, drift, snapshot, difference: difference ?? null, closest: closest ?? null }];
  });
  const total = counted[0]?.n ?? 0;
  return {
    items,
    next: page.next,
    ...(total > COUNT_ROWS_MAX ? { total: null, totalAtLeast: COUNT_ROWS_MAX } : { total }),
  };
}
