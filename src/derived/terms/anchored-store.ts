import { and, eq } from 'drizzle-orm';
import type { Span } from '../../kernel/span.ts';
import type { Handle } from '../../platform/engine/tables.ts';

/**
 * Where published statements are anchored in the newest text, in code points: by their own anchor, or where the quote has
 * moved to since. A draft changes no number that others see.
 */
export async function anchoredIn(from: Handle, articleId: string, snapshot: number): Promise<Span[]> {
  const rows = await from.query(
    'anchors in an article',
    ({ db, t, param }) =>
      db
        .select({ anchor: t.statements.anchor, drift: t.drifts.found })
        .from(t.statements)
        .leftJoin(t.drifts, and(eq(t.drifts.statementId, t.statements.id), eq(t.drifts.snapshot, param('snapshot'))))
        .where(and(eq(t.statements.articleId, param('article')), eq(t.statements.status, 'published'))),
    { article: articleId, snapshot },
  );
  return rows.flatMap(({ anchor, drift }) =>
    anchor.snapshot === snapshot
      ? spansOf(anchor)
      : spansOf((drift as Drifted | null)?.anchor ?? null, (drift as Drifted | null)?.parts),
  );
}

type Place = { start: number | null; end: number | null; parts?: { start: number; end: number }[] | undefined };
type Drifted = { anchor?: Place; parts?: { start: number; end: number }[] };

function spansOf(place: Place | null, parts = place?.parts): Span[] {
  if (parts) return parts;
  return place === null || place.start === null || place.end === null ? [] : [{ start: place.start, end: place.end }];
}
