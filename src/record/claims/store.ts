import { eq, isNull } from 'drizzle-orm';
import { Moved } from '../../kernel/moved.ts';
import type { Page } from '../../kernel/page.ts';
import type { Build } from '../../platform/engine/engine.ts';
import { conditionsOf } from '../../platform/engine/filters.ts';
import type { Paging } from '../../platform/engine/pages.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import { correctionsOf } from '../corrections-of.ts';
import type { PublicRow } from '../kinds.ts';
import { isReferred, ownIdInPath } from '../references.ts';
import { type Updated, wasUpdated } from '../updated.ts';
import { pageWithWords } from '../with-words.ts';
import type { Claim } from './claim.ts';
import { isContested, isReviewed } from './contested.ts';
import { deniesOwnTerm, termsIn } from './terms.ts';

export type ClaimFilter = {
  dispute?: string[];
  question?: string[];
  contested?: boolean | undefined;
  reviewed?: boolean | undefined;
  q?: string;
} & Updated;

function claimsJoined({ db, t }: Build<Tables>) {
  return db
    .select({
      id: t.claims.id,
      row: t.claims,
      dispute: { id: t.disputes.id, slug: t.disputes.slug, title: t.disputes.title },
      question: { id: t.questions.id, slug: t.questions.slug, text: t.questions.text },
    })
    .from(t.claims)
    .innerJoin(t.questions, eq(t.questions.id, t.claims.questionId))
    .innerJoin(t.disputes, eq(t.disputes.id, t.questions.disputeId))
    .$dynamic();
}

type ClaimRow = Awaited<ReturnType<typeof claimsJoined>>[number];

/** Oldest first, without those that were merged into others. */
export async function listClaims(
  from: Handle,
  { q, ...filter }: ClaimFilter,
  paging: Paging,
): Promise<Page<Claim, readonly string[]>> {
  const conditions = await conditionsOf<Omit<ClaimFilter, 'q'>, Tables>(filter, {
    dispute: isReferred(from, 'dispute', 'dispute', (t) => t.claims.disputeId),
    question: isReferred(from, 'question', 'question', (t) => t.claims.questionId),
    contested: isContested,
    reviewed: isReviewed,
    ...wasUpdated((t) => t.claims.updatedAt),
  });
  const standing = { name: 'standing', values: {}, holds: ({ t }: Build<Tables>) => isNull(t.claims.rootId) };
  const page = await pageWithWords<ClaimRow>(
    from,
    {
      table: 'claims',
      select: claimsJoined,
      conditions: [...conditions, standing],
      texts: ({ row }) => [row.text, ...row.terms.flat(), row.note ?? ''],
    },
    q,
    paging,
  );
  return { ...page, items: await corrected(from, page.items) };
}

/** By id or slug; fails with `not-found`, and with `Moved` for one that was merged into another. */
export async function getClaim(from: Handle, reference: string): Promise<Claim> {
  const id = await ownIdInPath(from, 'claim', reference);
  const rows = await from.query(
    'claim',
    (build) => claimsJoined(build).where(eq(build.t.claims.id, build.param('id'))),
    { id },
  );
  const rootId = rows[0]?.row.rootId ?? null;
  if (rootId !== null) throw new Moved(`claims/${rootId}`);
  return (await corrected(from, rows))[0] as Claim;
}

async function corrected(from: Handle, rows: ClaimRow[]): Promise<Claim[]> {
  const corrections = await correctionsOf(
    from,
    'claim',
    rows.map(({ id }) => id),
  );
  return rows.map(({ id, row, dispute, question }) =>
    showClaim(row, { dispute, question, corrections: corrections(id) }),
  );
}

/** A claim as every answer shows it, as it stands and as it stood. */
export function showClaim(
  { id, revision, createdAt, updatedAt, slug, text, terms, note }: PublicRow<'claim'>,
  { dispute, question, corrections }: Pick<Claim, 'dispute' | 'question' | 'corrections'>,
): Claim {
  const lists = termsIn(terms);
  return {
    ...{ id, revision, createdAt, updatedAt, slug, dispute, question, text, terms: lists, note, corrections },
    warnings: deniesOwnTerm(text, lists) ? ['term-denied-by-claim'] : [],
  };
}
