import { eq } from 'drizzle-orm';
import type { Page } from '../kernel/page.ts';
import type { Build } from '../platform/engine/engine.ts';
import { isOneOf, type Paging, pageInOrderOfCreation } from '../platform/engine/pages.ts';
import { idInPath, idsReferred } from '../references.ts';
import type { Handle, Tables } from '../tables.ts';
import type { Claim } from './claim.ts';

export type ClaimFilter = { dispute?: string[]; question?: string[] };

function claimsJoined({ db, t }: Build<Tables>) {
  return db
    .select({
      id: t.claims.id,
      revision: t.claims.revision,
      createdAt: t.claims.createdAt,
      updatedAt: t.claims.updatedAt,
      slug: t.claims.slug,
      dispute: { id: t.disputes.id, slug: t.disputes.slug, title: t.disputes.title },
      question: { id: t.questions.id, slug: t.questions.slug, text: t.questions.text },
      text: t.claims.text,
      terms: t.claims.terms,
      note: t.claims.note,
    })
    .from(t.claims)
    .innerJoin(t.questions, eq(t.questions.id, t.claims.questionId))
    .innerJoin(t.disputes, eq(t.disputes.id, t.questions.disputeId))
    .$dynamic();
}

/** Oldest first. */
export async function listClaims(
  from: Handle,
  { dispute, question }: ClaimFilter,
  paging: Paging,
): Promise<Page<Claim, readonly string[]>> {
  const conditions = [
    ...isOneOf(
      'dispute',
      (t: Tables) => t.claims.disputeId,
      dispute && (await idsReferred(from, 'dispute', dispute, 'dispute')),
    ),
    ...isOneOf(
      'question',
      (t: Tables) => t.claims.questionId,
      question && (await idsReferred(from, 'question', question, 'question')),
    ),
  ];
  return pageInOrderOfCreation(from, 'claims', claimsJoined, conditions, paging);
}

/** By id or slug; fails with `not-found`. */
export async function getClaim(from: Handle, reference: string): Promise<Claim> {
  const id = await idInPath(from, 'claim', reference);
  const rows = await from.query(
    'claim',
    (build) => claimsJoined(build).where(eq(build.t.claims.id, build.param('id'))),
    { id },
  );
  return rows[0] as Claim;
}
