import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { cutPage, type Page } from '../../kernel/page.ts';
import type { Paging } from '../../platform/engine/pages.ts';
import type { Handle } from '../../platform/engine/tables.ts';
import { statementBriefs } from '../../record/statements/show.ts';
import type { StatementBrief } from '../../record/statements/statement.ts';

/** A quote whose article has other words now, or none. */
export type ChangedQuote = {
  statement: StatementBrief;
  drift: 'altered' | 'gone';
  difference?: string | null;
  snapshot: number;
  closest: string | null;
};

type Found = { difference?: string; closest?: { text: string } };

/** Those recorded last first, ties broken by the snapshot, the newest first. */
export async function listChangedQuotes(
  from: Handle,
  { limit, after }: Paging,
): Promise<Page<ChangedQuote, readonly string[]>> {
  const rows = await from.query(
    `changed quotes${after ? ' after' : ''}`,
    ({ db, t, param }) =>
      db
        .select({ row: t.drifts })
        .from(t.drifts)
        .innerJoin(t.statements, and(eq(t.statements.id, t.drifts.statementId), eq(t.statements.status, 'published')))
        .where(
          and(
            inArray(t.drifts.drift, ['altered', 'gone']),
            after
              ? sql`(${t.drifts.statementId}, ${t.drifts.snapshot}) < (${param('afterId')}, ${param('afterSnapshot')})`
              : undefined,
          ),
        )
        .orderBy(desc(t.drifts.statementId), desc(t.drifts.snapshot))
        .limit(sql.placeholder('limit')),
    { limit: limit + 1, ...(after && { afterId: after[0], afterSnapshot: Number(after[1]) }) },
  );
  const page = cutPage(rows, limit, ({ row }): readonly string[] => [row.statementId, String(row.snapshot)]);
  const ids = page.items.map(({ row }) => row.statementId);
  const briefs = await statementBriefs(from, ids, { drafts: false });
  const items = page.items.flatMap(({ row }) => {
    const statement = briefs.get(row.statementId);
    if (!statement || (row.drift !== 'altered' && row.drift !== 'gone')) return [];
    const { difference, closest } = row.found as Found;
    return [
      {
        statement,
        drift: row.drift,
        difference: difference ?? null,
        snapshot: row.snapshot,
        closest: closest?.text ?? null,
      },
    ];
  });
  return { ...page, items };
}
