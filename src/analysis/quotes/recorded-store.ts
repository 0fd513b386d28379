import { and, eq, sql } from 'drizzle-orm';
import type { Span } from '../../kernel/span.ts';
import type { Handle } from '../../platform/engine/tables.ts';
import type { SpeakerKind } from '../../record/speakers/speaker.ts';

/** A published statement where it stands in the newest text of its article, and all names of its speaker. */
export type Recorded = { id: string; speaker: { id: string; kind: SpeakerKind; names: string[] }; spans: Span[] };

/** The numbers of the newest texts of these articles; an article without a text is left out. */
export async function newestTexts(from: Handle, articles: readonly string[]): Promise<Map<string, number>> {
  if (articles.length === 0) return new Map();
  const rows = await from.query(
    'newest texts of articles',
    ({ db, t, oneOf }) =>
      db
        .select({ id: t.articles.id, number: t.articles.newest })
        .from(t.articles)
        .where(and(oneOf(t.articles.id, 'articles'), sql`${t.articles.snapshots} > 0`)),
    { articles: [...articles] },
  );
  return new Map(rows.map(({ id, number }) => [id, number]));
}

/** The most that are counted; the count reads an index and no text. */
const TEXTS_COUNTED_MAX = 100_000;

/** How many articles have a text; null where these are more than 100,000. */
export async function countTexts(from: Handle): Promise<number | null> {
  const rows = await from.query(
    'count of articles with a text',
    ({ db, t, param, bound }) => {
      const some = db
        .select({ one: sql`1`.as('one') })
        .from(t.snapshots)
        .where(eq(t.snapshots.number, param('first')))
        .limit(bound('max'))
        .as('some');
      return db.select({ n: sql<number>`count(*)`.mapWith(Number) }).from(some);
    },
    { first: 1, max: TEXTS_COUNTED_MAX + 1 },
  );
  const n = rows[0]?.n ?? 0;
  return n > TEXTS_COUNTED_MAX ? null : n;
}

/** The articles of these that have a published statement of the dispute. */
export async function articlesOfDispute(
  from: Handle,
  articles: readonly string[],
  dispute: string,
): Promise<Set<string>> {
  if (articles.length === 0) return new Set();
  const rows = await from.query(
    'articles of a dispute among some',
    ({ db, t, oneOf, param }) =>
      db
        .selectDistinct({ id: t.statements.articleId })
        .from(t.statements)
        .where(
          and(
            oneOf(t.statements.articleId, 'articles'),
            eq(t.statements.status, 'published'),
            eq(t.statements.disputeId, param('dispute')),
          ),
        ),
    { articles: [...articles], dispute },
  );
  return new Set(rows.map(({ id }) => id));
}

/** Published statements that stand in a text of an article, by their own anchors or where they have moved to since. */
export async function recordedIn(
  from: Handle,
  article: string,
  snapshot: number,
  dispute: string | null,
): Promise<Recorded[]> {
  const rows = await from.query(
    'statements recorded in a text',
    ({ db, t, param }) =>
      db
        .select({
          id: t.statements.id,
          disputeId: t.statements.disputeId,
          anchor: t.statements.anchor,
          drift: t.drifts.found,
          speaker: { id: t.speakers.id, kind: t.speakers.kind, name: t.speakers.name, aliases: t.speakers.aliases },
        })
        .from(t.statements)
        .innerJoin(t.speakers, eq(t.speakers.id, t.statements.speakerId))
        .leftJoin(t.drifts, and(eq(t.drifts.statementId, t.statements.id), eq(t.drifts.snapshot, param('snapshot'))))
        .where(and(eq(t.statements.articleId, param('article')), eq(t.statements.status, 'published')))
        .orderBy(t.statements.id),
    { article, snapshot },
  );
  return rows.flatMap(({ id, disputeId, anchor, drift, speaker: { name, aliases, ...speaker } }) => {
    if (dispute !== null && disputeId !== dispute) return [];
    const later = drift as Drifted | null;
    const place = anchor.snapshot === snapshot ? anchor : later?.anchor;
    const parts = anchor.snapshot === snapshot ? anchor.parts : later?.parts;
    const spans = parts ?? (place ? spanOf(place) : []);
    return spans.length === 0 ? [] : [{ id, speaker: { ...speaker, names: [name, ...aliases] }, spans }];
  });
}

type Drifted = { anchor?: { start: number; end: number }; parts?: Span[] };

function spanOf({ start, end }: { start: number | null; end: number | null }): Span[] {
  return start === null || end === null ? [] : [{ start, end }];
}
