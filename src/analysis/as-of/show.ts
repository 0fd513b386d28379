import { and, count, eq, lt } from 'drizzle-orm';
import { Moved } from '../../kernel/moved.ts';
import type { Article } from '../../record/articles/article.ts';
import type { Claim } from '../../record/claims/claim.ts';
import type { ClaimRelation } from '../../record/claims/claim-relation.ts';
import type { Correction } from '../../record/corrections/correction.ts';
import type { Dispute } from '../../record/disputes/dispute.ts';
import type { Question } from '../../record/disputes/question.ts';
import type { Outlet } from '../../record/outlets/outlet.ts';
import type { Rebuttal } from '../../record/rebuttals/rebuttal.ts';
import type { Review } from '../../record/reviews/review.ts';
import type { Side } from '../../record/sides/side.ts';
import type { Speaker } from '../../record/speakers/speaker.ts';
import {
  articleThen,
  claimThen,
  correctionsThen,
  disputeThen,
  outletThen,
  questionThen,
  reviewThen,
  sideThen,
  statementThen,
} from './briefs.ts';
import type { Past, Standing } from './past.ts';
import { showStatementThen } from './statement-then.ts';

type Entity = { id: string; revision: number };

/** Null where something that it cannot be shown without was no part of the record then. */
type Show = (past: Past, standing: Standing, state: never, drafts: boolean) => Promise<Entity | null>;

/** The members of an entity that name others, as ids, and the rest as they are shown. */
type Told<Shape, Names extends string> = Omit<Shape, 'id' | 'revision' | 'createdAt' | 'updatedAt' | Names> &
  Record<Names, string>;

/** How each kind is shown as it stood then, from its state as history tells it. */
export const SHOWN: Record<string, Show> = {
  side: async (_past, { base }, { slug, name }: Side): Promise<Side> => ({ ...base, slug, name }),

  dispute: async (past, { base }, { slug, title, summary, sides }: DisputeState): Promise<Dispute> => {
    await past.load(sides.map(({ side }) => ['side', side]));
    return {
      ...{ ...base, slug, title, summary },
      sides: await Promise.all(sides.map(async ({ side, role }) => ({ ...(await sideThen(past, side)), role }))),
    };
  },

  question: async (past, { base }, { slug, text, dispute }: Told<Question, 'dispute'>): Promise<Question> => ({
    ...{ ...base, slug, text },
    dispute: await disputeThen(past, dispute),
  }),

  outlet: async (_past, { base }, { slug, name, homepage, kind, country }: Outlet): Promise<Outlet> => ({
    ...{ ...base, slug, name, homepage, kind, country },
  }),

  article: async (past, { base }, { outlet, ...told }: Told<Article, 'outlet'>): Promise<Article> => {
    const { url, title, byline, agencies, publishedAt, language, archiveUrl, accessedAt } = told;
    return {
      ...{ ...base, url, title, byline, agencies, publishedAt, language, archiveUrl, accessedAt },
      outlet: await outletThen(past, outlet),
      snapshots: await snapshotsThen(past, base.id),
      corrections: await correctionsThen(past, 'article', base.id),
    };
  },

  speaker: async (past, { base }, state: SpeakerState): Promise<Speaker> => {
    const { slug, name, kind, aliases, wikidata, affiliations } = state;
    await past.load(affiliations.map(({ side }) => ['side', side]));
    return {
      ...{ ...base, slug, name, kind, aliases, wikidata },
      affiliations: await Promise.all(
        affiliations.map(async ({ side, title, from, until }) => ({
          title,
          side: await sideThen(past, side),
          from,
          until,
        })),
      ),
    };
  },

  claim: async (past, { base }, state: Told<Claim, 'question'> & { mergedInto: string | null }): Promise<Claim> => {
    if (state.mergedInto !== null) throw new Moved(`claims/${state.mergedInto}`);
    const { dispute, ...question } = await questionThen(past, state.question);
    const { slug, text, terms, note } = state;
    return {
      ...{ ...base, slug, text, terms, note, question },
      dispute: await disputeThen(past, dispute),
      corrections: await correctionsThen(past, 'claim', base.id),
    };
  },

  'claim-relation': async (
    past,
    { base },
    { claim, target, kind, note }: Told<ClaimRelation, 'claim' | 'target'>,
  ): Promise<ClaimRelation> => ({
    ...{ ...base, kind, note },
    claim: await claimThen(past, claim),
    target: await claimThen(past, target),
  }),

  statement: showStatementThen,

  rebuttal: async (past, { base }, state: Told<Rebuttal, 'statement' | 'rebuts'>, drafts): Promise<Rebuttal | null> => {
    const statement = await statementThen(past, state.statement, drafts);
    const rebuts = await statementThen(past, state.rebuts, drafts);
    return statement && rebuts && { ...base, kind: state.kind, note: state.note, statement, rebuts };
  },

  review: async (past, { base }, state: ReviewState, drafts): Promise<Review | null> => {
    const { url, title, reviewedAt, language, label, value, best, worst, normalized } = state;
    const claim = state.claim === null ? null : await claimThen(past, state.claim);
    const statement = state.statement === null ? null : await statementThen(past, state.statement, drafts);
    if (claim === null && statement === null) return null;
    return {
      ...{ ...base, claim, statement, url, title, reviewedAt, language },
      rating: { label, value, best, worst, normalized },
      publisher: await outletThen(past, state.publisher),
      corrections: await correctionsThen(past, 'review', base.id),
    };
  },

  correction: async (past, { base }, state: CorrectionState, drafts): Promise<Correction | null> => {
    const { kind, note, effectiveAt } = state;
    const statement = state.statement === null ? null : await statementThen(past, state.statement, drafts);
    const article = state.article === null ? null : await articleThen(past, state.article);
    const claim = state.claim === null ? null : await claimThen(past, state.claim);
    const review = state.review === null ? null : await reviewThen(past, state.review);
    if (!statement && !article && !claim && !review) return null;
    return { ...base, statement, article, claim, review, kind, note, effectiveAt };
  },
};

type DisputeState = Omit<Dispute, 'sides'> & { sides: { side: string; role: Dispute['sides'][number]['role'] }[] };
type SpeakerState = Omit<Speaker, 'affiliations'> & {
  affiliations: (Omit<Speaker['affiliations'][number], 'side'> & { side: string })[];
};
type ReviewState = Pick<Review, 'url' | 'title' | 'reviewedAt' | 'language'> &
  Review['rating'] & { claim: string | null; statement: string | null; publisher: string };
type CorrectionState = Pick<Correction, 'kind' | 'note' | 'effectiveAt'> &
  Record<'statement' | 'article' | 'claim' | 'review', string | null>;

async function snapshotsThen({ from, until }: Past, articleId: string): Promise<number> {
  const rows = await from.query(
    'snapshots of an article up to a time',
    ({ db, t: { snapshots }, param }) =>
      db
        .select({ n: count() })
        .from(snapshots)
        .where(and(eq(snapshots.articleId, param('article')), lt(snapshots.createdAt, param('until')))),
    { article: articleId, until },
  );
  return Number(rows[0]?.n ?? 0);
}
