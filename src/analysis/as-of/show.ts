import { countMadeOf } from '../../history/attached.ts';
import { Moved } from '../../kernel/moved.ts';
import { showArticle } from '../../record/articles/store.ts';
import { showClaimRelation } from '../../record/claims/relation-store.ts';
import { showClaim } from '../../record/claims/store.ts';
import { showCorrection } from '../../record/corrections/store.ts';
import { showDispute, showQuestion } from '../../record/disputes/store.ts';
import type { PublicRow, RecordKind } from '../../record/kinds.ts';
import { showRebuttal } from '../../record/rebuttals/store.ts';
import { showReview } from '../../record/reviews/store.ts';
import { showSpeaker } from '../../record/speakers/store.ts';
import { articleThen, briefsThen, briefThen, byId, correctionsThen, reviewThen, statementsThen } from './briefs.ts';
import { type Past, rowThen } from './past.ts';
import { showStatementThen } from './statement-then.ts';

type Entity = { id: string; revision: number };

/** How each kind is shown as it stood then: by the functions that show it now, of what was named then. */
const SHOWN: { [Kind in RecordKind]: (past: Past, row: PublicRow<Kind>, drafts: boolean) => Promise<Entity | null> } = {
  side: async (_past, row) => row,
  outlet: async (_past, row) => row,

  dispute: async (past, row) => {
    const sides = row.sides.map(({ side }) => side);
    return showDispute(row, await briefsThen(past, 'side', sides));
  },

  question: async (past, row) => showQuestion(row, await briefThen(past, 'dispute', row.disputeId)),

  article: async (past, row) =>
    showArticle(row, {
      outlet: await briefThen(past, 'outlet', row.outletId),
      snapshots: await countMadeOf(past.from, 'snapshot', row.id, past.until),
      corrections: await correctionsThen(past, 'article', row.id),
    }),

  speaker: async (past, row) => {
    const sides = row.affiliations.map(({ side }) => side);
    return showSpeaker(row, await briefsThen(past, 'side', sides));
  },

  claim: async (past, row) => {
    if (row.mergedIntoId !== null) throw new Moved(`claims/${row.mergedIntoId}`);
    const question = await rowThen(past, 'question', row.questionId);
    return showClaim(row, {
      dispute: await briefThen(past, 'dispute', question?.disputeId ?? ''),
      question: await briefThen(past, 'question', row.questionId),
      corrections: await correctionsThen(past, 'claim', row.id),
    });
  },

  'claim-relation': async (past, row) =>
    showClaimRelation(row, await briefsThen(past, 'claim', [row.claimId, row.targetId])),

  statement: showStatementThen,

  rebuttal: async (past, row, drafts) =>
    showRebuttal(row, await statementsThen(past, [row.statementId, row.rebutsId], drafts)),

  review: async (past, row, drafts) =>
    showReview(row, {
      claims: await briefsThen(past, 'claim', some(row.claimId)),
      statements: await statementsThen(past, some(row.statementId), drafts),
      publisher: await briefThen(past, 'outlet', row.publisherId),
      corrections: await correctionsThen(past, 'review', row.id),
    }),

  correction: async (past, row, drafts) =>
    showCorrection(row, {
      statements: await statementsThen(past, some(row.statementId), drafts),
      articles: await byId(some(row.articleId), (id) => articleThen(past, id)),
      claims: await briefsThen(past, 'claim', some(row.claimId)),
      reviews: await byId(some(row.reviewId), (id) => reviewThen(past, id, drafts)),
    }),
};

/** Null where something that it cannot be shown without was no part of the record then. */
export function showThen<Kind extends RecordKind>(
  past: Past,
  kind: Kind,
  row: PublicRow<Kind>,
  drafts: boolean,
): Promise<Entity | null> {
  return SHOWN[kind](past, row, drafts);
}

function some(id: string | null): string[] {
  return id === null ? [] : [id];
}
