import { eq, exists, getTableColumns, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Members } from '../../kernel/page.ts';
import type { Build } from '../../platform/engine/engine.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import { correctionsOf } from '../corrections-of.ts';
import { driftsNow, warningsOfStatements } from './beside-store.ts';
import { type BriefRow, showBrief } from './columns.ts';
import { namesOf } from './names.ts';
import { type StatementRow, showingOf } from './shown-members.ts';
import { NESTED_MAX, type Statement, type StatementBrief } from './statement.ts';

/**
 * What is shown of a statement's row, what it refers to, and which other tables have something to be shown with it; of some
 * members alone, what they are shown from. Rows are read often, and each column and each further query costs: so no others
 * are read but those that the caller names.
 */
export function statementRows(build: Build<Tables>, members?: Members, also: readonly (keyof StatementRow)[] = []) {
  const all = everythingOf(build);
  const isRead = (column: string) => showingOf(members).columns.has(column) || also.some((name) => name === column);
  const read = Object.fromEntries(Object.entries(all).filter(([column]) => column === 'id' || isRead(column)));
  return build.db
    .select(read as typeof all)
    .from(build.t.statements)
    .$dynamic();
}

function everythingOf(build: Build<Tables>) {
  const { statements, rebuttals, corrections, drifts, statementWarnings } = build.t;
  return {
    ...getTableColumns(statements),
    rebuts: isIn(build, rebuttals, rebuttals.statementId),
    isRebutted: isIn(build, rebuttals, rebuttals.rebutsId),
    isCorrected: isIn(build, corrections, corrections.statementId),
    hasDrift: isIn(build, drifts, drifts.statementId),
    isWarned: isIn(build, statementWarnings, statementWarnings.statementId),
  };
}

function isIn({ db, t }: Build<Tables>, table: SQLiteTable, column: SQLiteColumn) {
  const found = db.select({ one: sql`1` }).from(table).where(eq(column, t.statements.id));
  return sql`${exists(found)}`.mapWith(Boolean);
}

/** What of the record a caller may see nested: published statements, and drafts only if they may be seen. */
export type Visibility = { drafts: boolean };

/** The statements as every answer shows them, or with these members alone, in the order of the rows. */
export async function showStatements(
  from: Handle,
  rows: StatementRow[],
  sight: Visibility,
  members?: Members,
): Promise<Statement[]> {
  if (rows.length === 0) return [];
  const idsOf = (some: StatementRow[]) => some.map(({ id }) => id);
  const claims = rows.flatMap(({ stances }: Partial<StatementRow>) => stances?.map(({ claim }) => claim) ?? []);
  const standAlone = !rows.some(({ rebuts, isRebutted, repeatsId }) => rebuts || isRebutted || repeatsId);
  const [answered, answers, corrections, drifts, warnings, ownNames] = await Promise.all([
    linksOf(from, 'statementId', idsOf(rows.filter(({ rebuts }) => rebuts))),
    linksOf(from, 'rebutsId', idsOf(rows.filter(({ isRebutted }) => isRebutted))),
    correctionsOf(from, 'statement', idsOf(rows.filter(({ isCorrected }) => isCorrected))),
    driftsNow(from, idsOf(rows.filter(({ hasDrift }) => hasDrift))),
    warningsOfStatements(from, idsOf(rows.filter(({ isWarned }) => isWarned))),
    // A journey less where the database is elsewhere.
    standAlone ? namesOf(from, rows, claims) : null,
  ]);
  const others = await briefRows(
    from,
    [
      ...answered.map((link) => link.rebutsId),
      ...answers.map((link) => link.statementId),
      ...rows.flatMap(({ repeatsId }) => repeatsId ?? []),
    ],
    sight,
  );
  const { show } = showingOf(members);
  const names = ownNames ?? (await namesOf(from, [...rows, ...others], claims));
  const briefs = new Map(others.map((other) => [other.id, showBrief(other, names)]));
  return rows.map((row) =>
    show(row, names, {
      drift: drifts.get(row.id) ?? null,
      warnings: warnings.get(row.id) ?? [],
      repeats: row.repeatsId ? (briefs.get(row.repeatsId) ?? null) : null,
      rebuts: row.rebuts ? showLinks(answered, 'statementId', row.id, briefs) : [],
      rebuttals: row.isRebutted ? showLinks(answers, 'rebutsId', row.id, briefs) : [],
      corrections: corrections(row.id),
    }),
  );
}

/** The rebuttals at one end of which a statement stands, with what stands at the other, where that may be seen. */
export function showLinks(
  links: readonly Link[],
  end: 'statementId' | 'rebutsId',
  own: string,
  briefs: ReadonlyMap<string, StatementBrief>,
): Statement['rebuts'] {
  return links.flatMap((link) => {
    if (link[end] !== own) return [];
    const statement = briefs.get(end === 'statementId' ? link.rebutsId : link.statementId);
    return statement ? [{ id: link.id, kind: link.kind, note: link.note, statement }] : [];
  });
}

/** The statements as other answers name them, by id; those that may not be seen are left out. */
export async function statementBriefs(
  from: Handle,
  ids: readonly string[],
  sight: Visibility,
): Promise<Map<string, StatementBrief>> {
  const rows = await briefRows(from, ids, sight);
  if (rows.length === 0) return new Map();
  const names = await namesOf(from, rows, []);
  return new Map(rows.map((row) => [row.id, showBrief(row, names)]));
}

async function briefRows(from: Handle, ids: readonly string[], { drafts }: Visibility): Promise<BriefRow[]> {
  if (ids.length === 0) return [];
  const rows = await from.query(
    'briefs of statements',
    ({ db, t: { statements }, oneOf }) => {
      const { id, status, title, quote, quoteType, saidAt, anchorResult } = statements;
      const { speakerId, sideId, disputeId, articleId } = statements;
      return db
        .select({ id, status, title, quote, quoteType, saidAt, anchorResult, speakerId, sideId, disputeId, articleId })
        .from(statements)
        .where(oneOf(id, 'ids'));
    },
    { ids: [...new Set(ids)] },
  );
  return rows.filter(({ status }) => status === 'published' || (drafts && status === 'draft'));
}

export type Link = Pick<Tables['rebuttals']['$inferSelect'], 'id' | 'kind' | 'note' | 'statementId' | 'rebutsId'>;

/** The rebuttals at one end of which these statements stand, the first of each in the order of creation. */
async function linksOf(from: Handle, end: 'statementId' | 'rebutsId', ids: string[]): Promise<Link[]> {
  if (ids.length === 0) return [];
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
