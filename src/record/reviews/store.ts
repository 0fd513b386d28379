import { and, eq, sql } from 'drizzle-orm';
import { isHidden } from '../../history/record.ts';
import { articleUrl } from '../../kernel/address.ts';
import { Failure } from '../../kernel/failure.ts';
import type { Page } from '../../kernel/page.ts';
import type { Build } from '../../platform/engine/engine.ts';
import { conditionsOf } from '../../platform/engine/filters.ts';
import { type Condition, isOneOf, type Paging, pageInOrderOfCreation } from '../../platform/engine/pages.ts';
import { rowById } from '../../platform/engine/rows.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import { briefsOf } from '../briefs.ts';
import type { ClaimBrief } from '../claims/claim.ts';
import { correctionsOf } from '../corrections-of.ts';
import { isInLanguage } from '../in-language.ts';
import type { PublicRow } from '../kinds.ts';
import { findId, idInPath, isReferred } from '../references.ts';
import { statementBriefs, type Visibility } from '../statements/show.ts';
import type { StatementBrief } from '../statements/statement.ts';
import { refuseWithdrawn } from '../statements/store.ts';
import { type Updated, wasUpdated } from '../updated.ts';
import type { Review, ReviewBrief } from './review.ts';

export type ReviewFilter = {
  claim?: string[];
  statement?: string[];
  publisher?: string[];
  normalized?: string[];
  language?: string[];
} & Updated;

function reviewsJoined({ db, t }: Build<Tables>) {
  return db
    .select({
      id: t.reviews.id,
      row: t.reviews,
      publisher: { id: t.outlets.id, slug: t.outlets.slug, name: t.outlets.name },
    })
    .from(t.reviews)
    .innerJoin(t.outlets, eq(t.outlets.id, t.reviews.publisherId))
    .$dynamic();
}

type JoinedRow = Awaited<ReturnType<typeof reviewsJoined>>[number];

/** Oldest first; those of withdrawn statements are left out. */
export async function listReviews(
  from: Handle,
  filter: ReviewFilter,
  paging: Paging,
  sight: Visibility,
): Promise<Page<Review, readonly string[]>> {
  const asked = await conditionsOf<ReviewFilter, Tables>(filter, {
    claim: isReferred(from, 'claim', 'claim', (t) => t.reviews.claimId),
    statement: isReferred(from, 'statement', 'statement', (t) => t.reviews.statementId),
    publisher: isReferred(from, 'outlet', 'publisher', (t) => t.reviews.publisherId),
    normalized: (ratings) => isOneOf('normalized', (t: Tables) => t.reviews.normalized, ratings),
    language: isInLanguage((t) => t.reviews.language),
    ...wasUpdated((t) => t.reviews.updatedAt),
  });
  const conditions = [...asked, ofShownStatements];
  const page = await pageInOrderOfCreation<Tables, JoinedRow>(from, 'reviews', reviewsJoined, conditions, paging);
  return { ...page, items: await shown(from, page.items, sight) };
}

/** By id; fails with `not-found`, and with `withdrawn` when its statement was. */
export async function getReview(from: Handle, reference: string, sight: Visibility): Promise<Review> {
  const id = await idInPath(from, 'review', reference);
  const rows = await from.query(
    'review',
    (build) => reviewsJoined(build).where(eq(build.t.reviews.id, build.param('id'))),
    {
      id,
    },
  );
  const [review] = await shown(from, rows, sight);
  if (review) return review;
  const statement = await rowById(from, 'statements', rows[0]?.row.statementId ?? '');
  if (statement && (sight.drafts || !isHidden(statement))) refuseWithdrawn(statement);
  throw new Failure('not-found', `There is no review "${reference}".`);
}

/** The review of the same thing at the same address; null when there is none. */
export async function reviewLike(
  from: Handle,
  { claim, statement, url }: { claim: string | null; statement: string | null; url: string },
): Promise<string | null> {
  const claimId = claim === null ? null : await findId(from, 'claim', claim);
  const rows = await from.query(
    'reviews at an address, whoever published them',
    ({ db, t, param }) =>
      db
        .select({ id: t.reviews.id, claimId: t.reviews.claimId, statementId: t.reviews.statementId })
        .from(t.reviews)
        .where(eq(t.reviews.url, param('url'))),
    { url: articleUrl(url) },
  );
  return rows.find((row) => row.claimId === claimId && row.statementId === statement)?.id ?? null;
}

/** The reviews as other answers name them, by id. */
export async function reviewBriefs(from: Handle, ids: readonly string[]): Promise<Map<string, ReviewBrief>> {
  if (ids.length === 0) return new Map();
  const rows: JoinedRow[] = await from.query(
    'briefs of reviews',
    (build) => reviewsJoined(build).where(build.oneOf(build.t.reviews.id, 'ids')),
    { ids: [...new Set(ids)] },
  );
  return new Map(rows.map(({ id, row, publisher }) => [id, showReviewBrief(row, publisher)]));
}

const ofShownStatements: Condition<Tables> = {
  name: 'shown',
  values: {},
  holds: ({ db, t }) => {
    const statement = db
      .select({ one: sql`1` })
      .from(t.statements)
      .where(and(eq(t.statements.id, t.reviews.statementId), eq(t.statements.status, 'published')));
    return sql`(${t.reviews.statementId} is null or exists ${statement})`;
  },
};

async function shown(from: Handle, rows: JoinedRow[], sight: Visibility): Promise<Review[]> {
  const [claims, statements, corrections] = await Promise.all([
    briefsOf(
      from,
      'claim',
      rows.flatMap(({ row }) => row.claimId ?? []),
    ),
    statementBriefs(
      from,
      rows.flatMap(({ row }) => row.statementId ?? []),
      sight,
    ),
    correctionsOf(
      from,
      'review',
      rows.map(({ id }) => id),
    ),
  ]);
  return rows.flatMap(
    ({ row, publisher }) => showReview(row, { claims, statements, publisher, corrections: corrections(row.id) }) ?? [],
  );
}

type Beside = {
  claims: ReadonlyMap<string, ClaimBrief>;
  statements: ReadonlyMap<string, StatementBrief>;
  publisher: Review['publisher'];
  corrections: Review['corrections'];
};

/** A review as every answer shows it, as it stands and as it stood; null where what it is of may not be seen. */
export function showReview(
  row: PublicRow<'review'>,
  { claims, statements, publisher, corrections }: Beside,
): Review | null {
  const claim = row.claimId === null ? null : (claims.get(row.claimId) ?? null);
  const statement = row.statementId === null ? null : (statements.get(row.statementId) ?? null);
  if (claim === null && statement === null) return null;
  const { id, revision, createdAt, updatedAt, url, title, reviewedAt, language } = row;
  const { label, value, best, worst, normalized } = row;
  return {
    ...{ id, revision, createdAt, updatedAt, claim, statement, publisher, url, title, reviewedAt },
    rating: { label, value, best, worst, normalized },
    language,
    corrections,
  };
}

export function showReviewBrief(
  { id, url, title, label, normalized }: PublicRow<'review'>,
  publisher: ReviewBrief['publisher'],
): ReviewBrief {
  return { id, url, title, publisher, rating: { label, normalized } };
}
