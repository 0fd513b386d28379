import { and, desc, eq, ne, sql } from 'drizzle-orm';
import { isHidden } from '../../history/record.ts';
import { Failure } from '../../kernel/failure.ts';
import { cutPage, type Page } from '../../kernel/page.ts';
import { countRows } from '../../platform/engine/counts.ts';
import { conditionsOf } from '../../platform/engine/filters.ts';
import {
  allOf,
  type Condition,
  isAfterPlace,
  isOneOf,
  type Paging,
  type PartAfter,
  rowsAfter,
} from '../../platform/engine/pages.ts';
import { rowById } from '../../platform/engine/rows.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import type { ArticleBrief } from '../articles/article.ts';
import { articleBriefs } from '../articles/store.ts';
import { briefsOf } from '../briefs.ts';
import type { ClaimBrief } from '../claims/claim.ts';
import type { Correctable } from '../corrections-of.ts';
import { KINDS, kindsWith, type PublicRow } from '../kinds.ts';
import { findId, idInPath, isReferred } from '../references.ts';
import type { ReviewBrief } from '../reviews/review.ts';
import { reviewBriefs } from '../reviews/store.ts';
import { statementBriefs, type Visibility } from '../statements/show.ts';
import type { StatementBrief } from '../statements/statement.ts';
import { refuseWithdrawn } from '../statements/store.ts';
import { type Updated, wasUpdated } from '../updated.ts';
import type { Correction } from './correction.ts';

export type CorrectionFilter = {
  statement?: string[];
  article?: string[];
  claim?: string[];
  review?: string[];
  kind?: string[];
} & Updated;
type CorrectionRow = Tables['corrections']['$inferSelect'];

/** Those that took effect last first, ties broken by id; those of withdrawn statements are left out. */
export async function listCorrections(
  from: Handle,
  filter: CorrectionFilter,
  { limit, after, count }: Paging,
  sight: Visibility,
): Promise<Page<Correction, readonly string[]>> {
  const conditions = [...(await asked(from, filter)), ofShownStatements];
  const { name, values, holds } = allOf(conditions);
  const read = (part: PartAfter, limit: number): Promise<CorrectionRow[]> =>
    from.query(
      `page of corrections ${name}${after ? ` after ${part}` : ''}`,
      (build) => {
        const { effectiveSort: date, id } = build.t.corrections;
        const isAfter = after && isAfterPlace(build, part, [date, 'afterDate'], [id, 'afterId'], 'desc');
        return build.db
          .select()
          .from(build.t.corrections)
          .where(and(holds(build), isAfter ?? undefined))
          .orderBy(desc(date), desc(id))
          .limit(build.bound('limit'));
      },
      { ...values, limit, ...(after && { afterDate: after[0], afterId: after[1] }) },
    );
  const rows = after ? await rowsAfter(from, limit + 1, read) : await read('all', limit + 1);
  const page = cutPage(rows, limit, ({ effectiveSort, id }): readonly string[] => [effectiveSort, id]);
  const total = count && (await countRows(from, { table: 'corrections', conditions }));
  return { ...page, items: await shown(from, page.items, sight), ...total };
}

/** The correction of the same thing with the same note; null when there is none. */
export async function correctionLike(
  from: Handle,
  { note, ...of }: { note: string } & Record<Correctable, string | null>,
): Promise<string | null> {
  for (const kind of kindsWith('correctedBy')) {
    const reference = of[kind];
    const id = reference === null ? null : await findId(from, kind, reference);
    if (id === null) continue;
    const rows = await from.query(
      `notes on one ${kind}`,
      ({ db, t, param }) =>
        db
          .select({ id: t.corrections.id, note: t.corrections.note })
          .from(t.corrections)
          .where(eq(t.corrections[KINDS[kind].correctedBy], param('id'))),
      { id },
    );
    return rows.find((row) => row.note === note)?.id ?? null;
  }
  return null;
}

/** By id; fails with `not-found`, and with `withdrawn` when what it corrects was. */
export async function getCorrection(from: Handle, reference: string, sight: Visibility): Promise<Correction> {
  const row = (await rowById(from, 'corrections', await idInPath(from, 'correction', reference))) as CorrectionRow;
  const [correction] = await shown(from, [row], sight);
  if (correction && !(await isOfGoneReview(from, row))) return correction;
  const review = row.reviewId === null ? null : await rowById(from, 'reviews', row.reviewId);
  const statement = await rowById(from, 'statements', row.statementId ?? review?.statementId ?? '');
  if (statement && (sight.drafts || !isHidden(statement))) refuseWithdrawn(statement);
  throw new Failure('not-found', `There is no correction "${reference}".`);
}

async function isOfGoneReview(from: Handle, { reviewId }: CorrectionRow): Promise<boolean> {
  const review = reviewId === null ? null : await rowById(from, 'reviews', reviewId);
  const statementId = review?.statementId ?? null;
  const statement = statementId === null ? null : await rowById(from, 'statements', statementId);
  return statement !== null && statement.status !== 'published';
}

function asked(from: Handle, filter: CorrectionFilter): Promise<Condition<Tables>[]> {
  return conditionsOf<CorrectionFilter, Tables>(filter, {
    statement: isReferred(from, 'statement', 'statement', (t) => t.corrections.statementId),
    article: isReferred(from, 'article', 'article', (t) => t.corrections.articleId),
    claim: isReferred(from, 'claim', 'claim', (t) => t.corrections.claimId),
    review: isReferred(from, 'review', 'review', (t) => t.corrections.reviewId),
    kind: (kinds) => isOneOf('kind', (t: Tables) => t.corrections.kind, kinds),
    ...wasUpdated((t) => t.corrections.updatedAt),
  });
}

/** Neither of a statement that is not published, nor of a review of one. */
const ofShownStatements: Condition<Tables> = {
  name: 'shown',
  values: {},
  holds: ({ db, t }) => {
    const gone = ne(t.statements.status, 'published');
    const statement = db
      .select({ one: sql`1` })
      .from(t.statements)
      .where(sql`${t.statements.id} = ${t.corrections.statementId} and ${gone}`);
    const review = db
      .select({ one: sql`1` })
      .from(t.reviews)
      .innerJoin(t.statements, sql`${t.statements.id} = ${t.reviews.statementId}`)
      .where(sql`${t.reviews.id} = ${t.corrections.reviewId} and ${gone}`);
    return sql`(not exists ${statement} and not exists ${review})`;
  },
};

async function shown(from: Handle, rows: CorrectionRow[], sight: Visibility): Promise<Correction[]> {
  const idsOf = (column: 'statementId' | 'articleId' | 'claimId' | 'reviewId') =>
    rows.flatMap((row) => row[column] ?? []);
  const [statements, articles, claims, reviews] = await Promise.all([
    statementBriefs(from, idsOf('statementId'), sight),
    articleBriefs(from, idsOf('articleId')),
    briefsOf(from, 'claim', idsOf('claimId')),
    reviewBriefs(from, idsOf('reviewId')),
  ]);
  return rows.flatMap((row) => showCorrection(row, { statements, articles, claims, reviews }) ?? []);
}

type Corrected = {
  statements: ReadonlyMap<string, StatementBrief>;
  articles: ReadonlyMap<string, ArticleBrief>;
  claims: ReadonlyMap<string, ClaimBrief>;
  reviews: ReadonlyMap<string, ReviewBrief>;
};

/** A correction as every answer shows it, as it stands and as it stood; null where what it corrects may not be seen. */
export function showCorrection(
  { id, revision, createdAt, updatedAt, kind, note, effectiveAt, ...of }: PublicRow<'correction'>,
  { statements, articles, claims, reviews }: Corrected,
): Correction | null {
  const statement = of.statementId === null ? null : (statements.get(of.statementId) ?? null);
  const article = of.articleId === null ? null : (articles.get(of.articleId) ?? null);
  const claim = of.claimId === null ? null : (claims.get(of.claimId) ?? null);
  const review = of.reviewId === null ? null : (reviews.get(of.reviewId) ?? null);
  if (!statement && !article && !claim && !review) return null;
  return { id, revision, createdAt, updatedAt, statement, article, claim, review, kind, note, effectiveAt };
}
