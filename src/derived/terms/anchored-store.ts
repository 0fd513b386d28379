import { and, eq, type SQL } from 'drizzle-orm';
import type { Span } from '../../kernel/span.ts';
import type { Build } from '../../platform/engine/engine.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';

/** Where a statement's words stand in the newest text of its article, in code points. */
export type Anchored = { id: string; spans: Span[] };

/**
 * Where published statements stand in the newest text: by their own anchor, or where the quote has moved to since; all
 * places of an ambiguous one, and of an altered one the closest passage. A draft changes no number that others see.
 */
export function anchoredIn(from: Handle, articleId: string, snapshot: number): Promise<Anchored[]> {
  return anchoredWhere(
    from,
    'of an article',
    ({ t, param }) => eq(t.statements.articleId, param('article')),
    snapshot,
    {
      article: articleId,
    },
  );
}

/** The same of one statement; null when it is not published, or of another article. */
export async function anchoredOf(
  from: Handle,
  statementId: string,
  articleId: string,
  snapshot: number,
): Promise<Anchored | null> {
  const isIt = ({ t, param }: Build<Tables>) =>
    and(eq(t.statements.id, param('statement')), eq(t.statements.articleId, param('article'))) as SQL;
  const values = { statement: statementId, article: articleId };
  return (await anchoredWhere(from, 'of a statement', isIt, snapshot, values))[0] ?? null;
}

async function anchoredWhere(
  from: Handle,
  which: string,
  isAsked: (build: Build<Tables>) => SQL,
  snapshot: number,
  values: Record<string, unknown>,
): Promise<Anchored[]> {
  const rows = await from.query(
    `anchors ${which}`,
    (build) => {
      const { db, t, param } = build;
      return db
        .select({ id: t.statements.id, anchor: t.statements.anchor, drift: t.drifts.found })
        .from(t.statements)
        .leftJoin(t.drifts, and(eq(t.drifts.statementId, t.statements.id), eq(t.drifts.snapshot, param('snapshot'))))
        .where(and(isAsked(build), eq(t.statements.status, 'published')));
    },
    { ...values, snapshot },
  );
  return rows.map(({ id, anchor, drift }) => {
    const { anchor: place, ...found } = (drift ?? {}) as Found & { anchor?: Found };
    return { id, spans: spansOf(anchor.snapshot === snapshot ? anchor : { ...place, ...found }) };
  });
}

type Found = {
  result?: string;
  start?: number | null;
  end?: number | null;
  parts?: Span[] | undefined;
  occurrences?: Span[] | undefined;
  closest?: Span | undefined;
};

/** Where the words stand, by what was found of them. */
export function spansOf({ result, start = null, end = null, parts, occurrences = [], closest }: Found): Span[] {
  const spans = parts ?? (occurrences.length > 0 ? occurrences : null);
  if (spans !== null) return spans.map((span) => ({ start: span.start, end: span.end }));
  if (start !== null && end !== null) return [{ start, end }];
  return closest && result === 'altered' ? [{ start: closest.start, end: closest.end }] : [];
}
