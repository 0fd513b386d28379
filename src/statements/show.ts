import { and, eq, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { claimBriefs } from '../claims/relation-store.ts';
import { correctionsOf } from '../corrected.ts';
import type { Build } from '../platform/engine/engine.ts';
import type { Handle, Tables } from '../tables.ts';
import { type AnchorState, NESTED_MAX, type Statement, type StatementBrief } from './statement.ts';

/** A statement's row with the names of what it refers to, in one query. */
export function statementsJoined(build: Build<Tables>) {
  return withNames(build, build.t.statements);
}

/** As much of it as a brief shows: rows are read often, and each column costs. */
function briefsJoined(build: Build<Tables>) {
  const { id, status, title, quote, quoteType, saidAt, anchorResult } = build.t.statements;
  return withNames(build, { id, status, title, quote, quoteType, saidAt, anchorResult });
}

function withNames<Columns extends Tables['statements'] | Record<string, SQLiteColumn>>(
  { db, t }: Build<Tables>,
  row: Columns,
) {
  return db
    .select({
      row,
      speaker: { id: t.speakers.id, slug: t.speakers.slug, name: t.speakers.name },
      side: { id: t.sides.id, slug: t.sides.slug, name: t.sides.name },
      role: t.disputeSides.role,
      dispute: { id: t.disputes.id, slug: t.disputes.slug, title: t.disputes.title },
      article: { id: t.articles.id, url: t.articles.url, title: t.articles.title, publishedAt: t.articles.publishedAt },
      outlet: { id: t.outlets.id, slug: t.outlets.slug, name: t.outlets.name },
    })
    .from(t.statements)
    .innerJoin(t.speakers, eq(t.speakers.id, t.statements.speakerId))
    .innerJoin(t.sides, eq(t.sides.id, t.statements.sideId))
    .innerJoin(t.disputes, eq(t.disputes.id, t.statements.disputeId))
    .innerJoin(t.articles, eq(t.articles.id, t.statements.articleId))
    .innerJoin(t.outlets, eq(t.outlets.id, t.articles.outletId))
    .leftJoin(
      t.disputeSides,
      and(eq(t.disputeSides.disputeId, t.statements.disputeId), eq(t.disputeSides.sideId, t.statements.sideId)),
    )
    .$dynamic();
}

export type JoinedRow = Awaited<ReturnType<typeof statementsJoined>>[number];
type BriefRow = Awaited<ReturnType<typeof briefsJoined>>[number];

/** What of the record a caller may see nested: published statements, and drafts only if they may be seen. */
export type Sight = { drafts: boolean };

/** The statements as every answer shows them, in the order of the rows. */
export async function showStatements(from: Handle, rows: JoinedRow[], sight: Sight): Promise<Statement[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ row }) => row.id);
  const [answered, answers, corrections, claims] = await Promise.all([
    linksOf(from, 'statementId', ids),
    linksOf(from, 'rebutsId', ids),
    correctionsOf(from, 'statement', ids),
    claimBriefs(
      from,
      rows.flatMap(({ row }) => row.stances.map(({ claim }) => claim)),
    ),
  ]);
  const briefs = await statementBriefs(
    from,
    [
      ...answered.map((link) => link.rebutsId),
      ...answers.map((link) => link.statementId),
      ...rows.flatMap(({ row }) => row.repeatsId ?? []),
    ],
    sight,
  );
  const shownLinks = (links: Link[], end: 'statementId' | 'rebutsId') =>
    links.flatMap(({ id, kind, note, [end]: other }) => {
      const statement = briefs.get(other);
      return statement ? [{ id, kind, note, statement }] : [];
    });
  return rows.map((joined) => {
    const { row } = joined;
    return {
      id: row.id,
      revision: row.revision,
      status: row.status,
      createdAt: row.createdAt,
      updatedAt: row.updatedAt,
      dispute: joined.dispute,
      ...attribution(joined),
      quote: row.quote,
      quoteType: row.quoteType,
      cue: row.cue,
      groundRules: row.groundRules,
      language: row.language,
      original: row.original,
      translations: row.translations,
      saidAt: row.saidAt,
      setting: row.setting,
      context: row.context,
      article: { ...joined.article, outlet: joined.outlet },
      anchor: shownAnchor(row.anchor, joined.article.url),
      stances: row.stances.flatMap(({ claim, stance }) => {
        const brief = claims.get(claim);
        return brief ? [{ claim: brief, stance }] : [];
      }),
      repeats: row.repeatsId === null ? null : (briefs.get(row.repeatsId) ?? null),
      rebuts: shownLinks(
        answered.filter((link) => link.statementId === row.id),
        'rebutsId',
      ),
      rebuttals: shownLinks(
        answers.filter((link) => link.rebutsId === row.id),
        'statementId',
      ),
      corrections: corrections(row.id),
      note: row.note,
    };
  });
}

/** The statements as other answers name them, by id; those that may not be seen are left out. */
export async function statementBriefs(
  from: Handle,
  ids: readonly string[],
  { drafts }: Sight,
): Promise<Map<string, StatementBrief>> {
  if (ids.length === 0) return new Map();
  const rows = await from.query(
    'briefs of statements',
    (build) => briefsJoined(build).where(build.oneOf(build.t.statements.id, 'ids')),
    { ids: [...new Set(ids)] },
  );
  const seen = rows.filter(({ row }) => row.status === 'published' || (drafts && row.status === 'draft'));
  return new Map(seen.map((joined) => [joined.row.id, showBrief(joined)]));
}

export function showBrief(joined: BriefRow): StatementBrief {
  const { row } = joined;
  return {
    id: row.id,
    quote: row.quote,
    quoteType: row.quoteType,
    saidAt: row.saidAt,
    ...attribution(joined),
    article: { ...joined.article, outlet: joined.outlet },
    anchor: { result: row.anchorResult },
  };
}

function attribution({ row, speaker, side, role }: BriefRow) {
  return { speaker: { ...speaker, title: row.title }, side: { ...side, role } };
}

function shownAnchor(
  { fragment, hints: _hints, exact: _exact, ...anchor }: AnchorState,
  url: string,
): Statement['anchor'] {
  return { ...anchor, url: fragment === null ? url : `${url}#${fragment}` };
}

type Link = Pick<Tables['rebuttals']['$inferSelect'], 'id' | 'kind' | 'note' | 'statementId' | 'rebutsId'>;

/** The rebuttals at one end of which these statements stand, the first of each in the order of creation. */
function linksOf(from: Handle, end: 'statementId' | 'rebutsId', ids: string[]): Promise<Link[]> {
  return from.query(
    `rebuttals by ${end}`,
    ({ db, t, oneOf }) => {
      const numbered = db
        .select({
          id: t.rebuttals.id,
          kind: t.rebuttals.kind,
          note: t.rebuttals.note,
          statementId: t.rebuttals.statementId,
          rebutsId: t.rebuttals.rebutsId,
          place: sql<number>`row_number() over (partition by ${t.rebuttals[end]} order by ${t.rebuttals.id})`.as(
            'place',
          ),
        })
        .from(t.rebuttals)
        .where(oneOf(t.rebuttals[end], 'ids'))
        .as('numbered');
      return db
        .select({
          id: numbered.id,
          kind: numbered.kind,
          note: numbered.note,
          statementId: numbered.statementId,
          rebutsId: numbered.rebutsId,
        })
        .from(numbered)
        .where(sql`${numbered.place} <= ${sql.raw(String(NESTED_MAX))}`)
        .orderBy(numbered.id);
    },
    { ids },
  );
}
