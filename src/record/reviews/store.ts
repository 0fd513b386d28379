import { and, eq, sql } from 'drizzle-orm';
import { isHidden } from '../../history/record.ts';
import { normalizeUrl } from '../../kernel/address.ts';
import { Failure } from '../../kernel/failure.ts';
import type { Page } from '../../kernel/page.ts';
import type { Build } from '../../platform/engine/engine.ts';
import { type Condition, isOneOf, type Paging, pageInOrderOfCreation } from '../../platform/engine/pages.ts';
import { rowById } from '../../platform/engine/rows.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import { claimBriefs } from '../claims/relation-store.ts';
import { correctionsOf } from '../corrections-of.ts';
import { findId, idInPath, idsReferred } from '../references.ts';
import { type Sight, statementBriefs } from '../statements/show.ts';
import { refuseWithdrawn } from '../statements/store.ts';
import type { Review, ReviewBrief } from './review.ts';

export type ReviewFilter = {
  claim?: string[];
  statement?: string[];
  publisher?: string[];
  normalized?: string[];
  language?: string[];
};

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
  sight: Sight,
): Promise<Page<Review, readonly string[]>> {
  const { claim, statement, publisher, normalized, language } = filter;
  const conditions = [
    ...isOneOf('claim', (t: Tables) => t.reviews.claimId, claim && (await idsReferred(from, 'claim', claim, 'claim'))),
    ...isOneOf(
      'statement',
      (t: Tables) => t.reviews.statementId,
      statement && (await idsReferred(from, 'statement', statement, 'statement')),
    ),
    ...isOneOf(
      'publisher',
      (t: Tables) => t.reviews.publisherId,
      publisher && (await idsReferred(from, 'outlet', publisher, 'publisher')),
    ),
    ...isOneOf('normalized', (t: Tables) => t.reviews.normalized, normalized),
    ...isOneOf('language', (t: Tables) => t.reviews.language, language),
    ofShownStatements,
  ];
  const page = await pageInOrderOfCreation<Tables, JoinedRow>(from, 'reviews', reviewsJoined, conditions, paging);
  return { ...page, items: await shown(from, page.items, sight) };
}

/** By id; fails with `not-found`, and with `withdrawn` when its statement was. */
export async function getReview(from: Handle, reference: string, sight: Sight): Promise<Review> {
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
    { url: normalizeUrl(url) },
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
  return new Map(
    rows.map(({ row: { id, url, title, label, normalized }, publisher }) => [
      id,
      { id, url, title, publisher, rating: { label, normalized } },
    ]),
  );
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

async function shown(from: Handle, rows: JoinedRow[], sight: Sight): Promise<Review[]> {
  const [claims, statements, corrections] = await Promise.all([
    claimBriefs(
      from,
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
  return rows.flatMap(({ row, publisher }) => {
    const claim = row.claimId === null ? null : (claims.get(row.claimId) ?? null);
    const statement = row.statementId === null ? null : (statements.get(row.statementId) ?? null);
    if (claim === null && statement === null) return [];
    const { id, revision, createdAt, updatedAt, url, title, reviewedAt, language } = row;
    const { label, value, best, worst, normalized } = row;
    return [
      {
        ...{ id, revision, createdAt, updatedAt, claim, statement, publisher, url, title, reviewedAt },
        rating: { label, value, best, worst, normalized },
        language,
        corrections: corrections(id),
      },
    ];
  });
}
