import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { COUNT_ROWS_MAX, cutPage, type Page } from '../../kernel/page.ts';
import type { Total } from '../../platform/engine/counts.ts';
import type { Paging } from '../../platform/engine/pages.ts';
import type { Handle } from '../../platform/engine/tables.ts';
import { idInPath } from '../../record/references.ts';
import { statementBriefs } from '../../record/statements/show.ts';
import { Anchor, StatementBrief } from '../../record/statements/statement.ts';
import { Closest, driftKinds, type Anchor as PlaceInText, QuoteResult } from '../../text/quotes/quote.ts';

/** What became of one anchored quote in one later snapshot of its article. */
export const DriftOfStatement = z
  .strictObject({
    statement: StatementBrief,
    drift: z.enum(driftKinds).meta({ id: 'DriftKind' }),
    from: z
      .strictObject({ snapshot: Anchor.shape.snapshot, start: Anchor.shape.start, end: Anchor.shape.end })
      .describe('Where it was anchored'),
    to: z
      .strictObject({
        snapshot: z.int().min(1),
        result: QuoteResult,
        start: z.int().nullable(),
        end: z.int().nullable(),
      })
      .describe('Where it stands in the later snapshot; null where it does not'),
    closest: Closest.nullable().describe('What the later snapshot has instead, when altered'),
  })
  .meta({ id: 'DriftOfStatement' });
export type DriftOfStatement = z.infer<typeof DriftOfStatement>;

type Found = { result: z.infer<typeof QuoteResult>; anchor?: PlaceInText; closest?: z.infer<typeof Closest> };

/** By statement, then by snapshot. */
export async function listDrifts(
  from: Handle,
  reference: string,
  { limit, after, count }: Paging,
): Promise<Page<DriftOfStatement, readonly string[]>> {
  const article = await idInPath(from, 'article', reference);
  const rows = await from.query(
    `drifts of an article${after ? ' after' : ''}`,
    ({ db, t, param, bound }) =>
      db
        .select({ row: t.drifts, anchor: t.statements.anchor })
        .from(t.drifts)
        .innerJoin(t.statements, and(eq(t.statements.id, t.drifts.statementId), eq(t.statements.status, 'published')))
        .where(
          and(
            eq(t.drifts.articleId, param('article')),
            after
              ? sql`(${t.drifts.statementId}, ${t.drifts.snapshot}) > (${param('afterId')}, ${param('afterSnapshot')})`
              : undefined,
          ),
        )
        .orderBy(t.drifts.statementId, t.drifts.snapshot)
        .limit(bound('limit')),
    { article, limit: limit + 1, ...(after && { afterId: after[0], afterSnapshot: Number(after[1]) }) },
  );
  const page = cutPage(rows, limit, ({ row }): readonly string[] => [row.statementId, String(row.snapshot)]);
  const briefs = await statementBriefs(
    from,
    page.items.map(({ row }) => row.statementId),
    { drafts: false },
  );
  const items = page.items.flatMap(({ row, anchor }) => {
    const statement = briefs.get(row.statementId);
    if (!statement) return [];
    const found = row.found as Found;
    return [
      {
        statement,
        drift: row.drift,
        from: { snapshot: anchor.snapshot, start: anchor.start, end: anchor.end },
        to: {
          snapshot: row.snapshot,
          result: found.result,
          start: found.anchor?.start ?? null,
          end: found.anchor?.end ?? null,
        },
        closest: found.closest ?? null,
      },
    ];
  });
  return { ...page, items, ...(count && (await countDrifts(from, article))) };
}

async function countDrifts(from: Handle, article: string): Promise<Total> {
  const rows = await from.query(
    'count of drifts of an article',
    ({ db, t, param, bound }) => {
      const some = db
        .select({ one: sql`1`.as('one') })
        .from(t.drifts)
        .innerJoin(t.statements, and(eq(t.statements.id, t.drifts.statementId), eq(t.statements.status, 'published')))
        .where(eq(t.drifts.articleId, param('article')))
        .limit(bound('max'))
        .as('some');
      return db.select({ n: sql<number>`count(*)`.mapWith(Number) }).from(some);
    },
    { article, max: COUNT_ROWS_MAX + 1 },
  );
  const total = rows[0]?.n ?? 0;
  return total > COUNT_ROWS_MAX ? { total: null, totalAtLeast: COUNT_ROWS_MAX } : { total };
}
