import type { z } from 'zod';
import { seesDrafts } from '../../access/guard.ts';
import type { RouteContext } from '../../access/route-context.ts';
import { oneOrMore, Reference } from '../../kernel/entity.ts';
import { Language } from '../../kernel/language.ts';
import { resource } from '../../platform/http/resource.ts';
import { updated } from '../updated.ts';
import { recordReview, removeReview, reviseReview } from './actions.ts';
import { NewReview, NormalizedRating, Review, ReviewDraft } from './review.ts';
import { getReview, listReviews, type ReviewFilter } from './store.ts';

const EVERYTHING = { drafts: true };

export function reviewRoutes({ http, answering, engine, formats }: RouteContext): void {
  resource(http, answering, {
    path: 'reviews',
    names: ['review', 'reviews'],
    shape: Review,
    brief: ['id', 'url', 'title', 'publisher', 'rating.label', 'rating.normalized'],
    fresh: NewReview,
    revisable: ReviewDraft,
    filter: {
      claim: oneOrMore(Reference).describe('Reviews of this claim'),
      statement: oneOrMore(Reference).describe('Reviews of this statement'),
      publisher: oneOrMore(Reference).describe('Reviews by this outlet'),
      normalized: oneOrMore(NormalizedRating).describe('Reviews whose rating comes to this'),
      language: oneOrMore(Language).describe('Language (BCP 47); `en` finds `en-GB` too'),
      ...updated,
    } satisfies Record<keyof ReviewFilter, z.ZodType>,
    refusals: { get: ['withdrawn'], write: ['unprocessable'] },
    formats: { one: formats.one.review },
    list: (filter: ReviewFilter, paging, caller) =>
      listReviews(engine.read, filter, paging, { drafts: seesDrafts(caller) }),
    get: (reference, caller) => getReview(engine.read, reference, { drafts: seesDrafts(caller) }),
    create: (body: NewReview, by) =>
      engine.write(async (tx) => getReview(tx, await recordReview(tx, body, by), EVERYTHING)),
    revise: (reference, expected, patch, by) =>
      engine.write(async (tx) => getReview(tx, await reviseReview(tx, reference, expected, patch, by), EVERYTHING)),
    remove: (reference, expected, by) => engine.write((tx) => removeReview(tx, reference, expected, by)),
  });
}
