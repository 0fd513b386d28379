import { and, eq } from 'drizzle-orm';
import type { Author } from '../history/change.ts';
import type { Tx } from '../platform/engine/tables.ts';
import { recordArticle, reviseArticle } from '../record/articles/actions.ts';
import { recordClaim, reviseClaim } from '../record/claims/actions.ts';
import { recordClaimRelation, reviseClaimRelation } from '../record/claims/relation-actions.ts';
import { recordCorrection, reviseCorrection } from '../record/corrections/actions.ts';
import { correctionLike } from '../record/corrections/store.ts';
import { recordDispute, recordQuestion, reviseDispute, reviseQuestion } from '../record/disputes/actions.ts';
import { recordOutlet, reviseOutlet } from '../record/outlets/actions.ts';
import { recordRebuttal, reviseRebuttal } from '../record/rebuttals/actions.ts';
import { findId, idReferred } from '../record/references.ts';
import { recordReview, reviseReview } from '../record/reviews/actions.ts';
import { reviewLike } from '../record/reviews/store.ts';
import { recordSide, reviseSide } from '../record/sides/actions.ts';
import { recordSpeaker, reviseSpeaker } from '../record/speakers/actions.ts';
import { importedId, internalId, rememberImported } from './external-ids.ts';
import type { RecordLine } from './record-line.ts';

/** Lines that become one entity each, in one transaction; texts and statements have quotes to be looked up before it. */
export type StoredLine = Exclude<RecordLine, { type: 'snapshot' | 'statement' }>;
type LineOf<Type> = Extract<StoredLine, { type: Type }>;
export type BodyOf<Type> = Omit<LineOf<Type>, 'type'>;

/** How lines of a type are kept, by the same actions as every way in. */
type LineKind<Type extends StoredLine['type']> = {
  /** The entity that a line is known to be; null when there is none yet. */
  known(tx: Tx, body: BodyOf<Type>): Promise<string | null>;
  record(tx: Tx, body: BodyOf<Type>, by: Author): Promise<unknown>;
  /** The members that a line is known by: a line that was read before does not revise them. */
  fixed: readonly (keyof BodyOf<Type>)[];
  revise(tx: Tx, id: string, expected: '*', patch: unknown, by: Author): Promise<unknown>;
};

const bySlug = (kind: 'side' | 'dispute' | 'question' | 'outlet' | 'speaker' | 'claim') => ({
  known: async (tx: Tx, { slug }: { slug?: string | undefined }) =>
    slug === undefined ? null : findId(tx, kind, slug),
});

const LINE_KINDS: { readonly [Type in StoredLine['type']]: LineKind<Type> } = {
  side: { ...bySlug('side'), fixed: [], record: recordSide, revise: reviseSide },
  dispute: { ...bySlug('dispute'), fixed: [], record: recordDispute, revise: reviseDispute },
  question: { ...bySlug('question'), fixed: [], record: recordQuestion, revise: reviseQuestion },
  outlet: { ...bySlug('outlet'), fixed: [], record: recordOutlet, revise: reviseOutlet },
  speaker: { ...bySlug('speaker'), fixed: [], record: recordSpeaker, revise: reviseSpeaker },
  claim: { ...bySlug('claim'), fixed: [], record: recordClaim, revise: reviseClaim },
  article: {
    known: (tx, { url }) => findId(tx, 'article', url),
    fixed: [],
    record: recordArticle,
    revise: reviseArticle,
  },
  'claim-relation': { known: relationLike, fixed: [], record: recordClaimRelation, revise: reviseClaimRelation },
  rebuttal: {
    known: rebuttalLike,
    record: async (tx, body, by) => recordRebuttal(tx, await withInternalIds(tx, body), by),
    fixed: ['statement', 'rebuts'],
    revise: reviseRebuttal,
  },
  review: {
    known: async (tx, { id, ...body }) => {
      const imported = id === undefined ? null : await importedId(tx, 'review', id);
      if (imported !== null) return imported;
      const { url } = body;
      const alike =
        url === null
          ? await reviewWithoutAddress(tx, body)
          : await reviewLike(tx, { ...(await withInternalId(tx, body)), url });
      // The caller's id leads to the review that is there.
      if (alike !== null && id !== undefined) await rememberImported(tx, 'review', id, alike, true);
      return alike;
    },
    record: async (tx, { id, ...body }, by) => {
      const recorded = await recordReview(tx, await withInternalId(tx, body), by);
      if (id !== undefined) await rememberImported(tx, 'review', id, recorded);
      return recorded;
    },
    fixed: ['id', 'claim', 'statement'],
    revise: reviseReview,
  },
  correction: {
    known: async (tx, body) => correctionLike(tx, await withInternalReview(tx, await withInternalId(tx, body))),
    record: async (tx, body, by) =>
      recordCorrection(tx, await withInternalReview(tx, await withInternalId(tx, body)), by),
    fixed: ['statement', 'article', 'claim', 'review', 'note'],
    revise: reviseCorrection,
  },
};

/** How lines of this type are kept. */
export function lineKind<Type extends StoredLine['type']>(type: Type): LineKind<Type> {
  return LINE_KINDS[type];
}

async function withInternalIds(tx: Tx, body: BodyOf<'rebuttal'>): Promise<BodyOf<'rebuttal'>> {
  return {
    ...body,
    statement: await internalId(tx, body.statement, '/statement'),
    rebuts: await internalId(tx, body.rebuts, '/rebuts'),
  };
}

/** The line with the external id of its statement replaced by the one it has here. */
async function withInternalId<Body extends { statement: string | null }>(tx: Tx, body: Body): Promise<Body> {
  if (body.statement === null) return body;
  return { ...body, statement: await internalId(tx, body.statement, '/statement') };
}

/** The same for the review that a correction is of. */
async function withInternalReview<Body extends { review: string | null }>(tx: Tx, body: Body): Promise<Body> {
  const imported = body.review === null ? null : await importedId(tx, 'review', body.review);
  return imported === null ? body : { ...body, review: imported };
}

/** The publisher's review of a claim that was read without an address, too. */
async function reviewWithoutAddress(
  tx: Tx,
  { claim, publisher }: Omit<BodyOf<'review'>, 'id'>,
): Promise<string | null> {
  const claimId = claim && (await findId(tx, 'claim', claim));
  const publisherId = await findId(tx, 'outlet', publisher);
  if (claimId === null || publisherId === null) return null;
  const rows = await tx.query(
    'reviews of a claim by a publisher',
    ({ db, t, param }) =>
      db
        .select()
        .from(t.reviews)
        .where(and(eq(t.reviews.claimId, param('claim')), eq(t.reviews.publisherId, param('publisher')))),
    { claim: claimId, publisher: publisherId },
  );
  return rows.find(({ url }) => url === null)?.id ?? null;
}

async function relationLike(tx: Tx, body: BodyOf<'claim-relation'>): Promise<string | null> {
  const claim = await idReferred(tx, 'claim', body.claim, '/claim');
  const target = await idReferred(tx, 'claim', body.target, '/target');
  const rows = await tx.query(
    'relations from a claim in an import',
    ({ db, t, param }) =>
      db
        .select()
        .from(t.claimRelations)
        .where(eq(t.claimRelations.claimId, param('claim'))),
    { claim },
  );
  return rows.find((row) => row.targetId === target && row.kind === body.kind)?.id ?? null;
}

async function rebuttalLike(tx: Tx, body: BodyOf<'rebuttal'>): Promise<string | null> {
  const { statement, rebuts } = await withInternalIds(tx, body);
  const rows = await tx.query(
    'rebuttals by statementId alone',
    ({ db, t, param }) =>
      db
        .select()
        .from(t.rebuttals)
        .where(eq(t.rebuttals.statementId, param('statement'))),
    { statement },
  );
  return rows.find((row) => row.rebutsId === rebuts)?.id ?? null;
}
