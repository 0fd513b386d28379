import { z } from 'zod';
import type { RouteContext } from '../access/route-context.ts';
import type { ListFormat } from '../platform/http/format.ts';
import { answerAll, listName } from '../platform/http/list.ts';
import { problems } from '../platform/http/problem.ts';
import type { Review } from '../record/reviews/review.ts';
import { aroundReview } from './answers.ts';
import { allReviews, reviewsLastWritten } from './around.ts';
import { ClaimsSearchQuery, searchClaims } from './claims-search.ts';
import { JsonLdDocument, writingOf } from './formats/answers.ts';
import { claimsSearchAnswer } from './formats/claims-search.ts';
import { dataFeedJsonLd } from './formats/schema-org.ts';

/** All reviews, for those who gather what fact-checkers found. */
export function reviewFeedRoutes({ http, answering, engine }: RouteContext): void {
  const feed: Omit<ListFormat<Review>, 'mediaType' | 'name'> = {
    schema: JsonLdDocument,
    takes: 'all',
    async *writeList(reviews, asked) {
      const told = (async function* () {
        for await (const review of reviews) yield { review, around: await aroundReview(engine, review) };
      })();
      yield* dataFeedJsonLd(told, { ...writingOf(asked), dateModified: await reviewsLastWritten(engine.read) });
    },
  };
  http.get('/feeds/claimreview.json', {
    config: {
      needs: 'read',
      formats: [
        { ...feed, mediaType: 'application/json', name: 'json' },
        { ...feed, mediaType: 'application/ld+json', name: 'jsonld' },
      ],
    },
    schema: {
      tags: ['reviews'],
      operationId: 'getClaimReviewFeed',
      summary: 'Read all reviews as a feed of ClaimReviews',
      description: 'A schema.org DataFeed, the oldest review first, read while it is sent.',
      response: { ...problems(400, 401, 403, 429, 503) },
    },
    handler: async (request, reply) => answerAll(request, reply, answering, allReviews(engine.read)),
  });
}

const Answer = z
  .looseObject({
    claims: z
      .array(
        z.looseObject({
          text: z.string(),
          claimant: z.string().optional(),
          claimDate: z.string().optional(),
          claimReview: z
            .array(
              z.looseObject({
                publisher: z.looseObject({ name: z.string(), site: z.string().optional() }),
                url: z.string().optional(),
                title: z.string().optional(),
                reviewDate: z.string().optional(),
                textualRating: z.string(),
                languageCode: z.string().optional(),
              }),
            )
            .optional(),
        }),
      )
      .optional(),
    nextPageToken: z.string().optional(),
  })
  .meta({ id: 'FactCheckedClaims' });

/** Reviewed claims as Google's Fact Check Tools API answers them, so that its clients work with another host. */
export function claimsSearchRoutes({ http, answering, engine }: RouteContext): void {
  http.get('/v1alpha1/claims::search', {
    config: { needs: 'read' },
    schema: {
      tags: ['reviews'],
      operationId: 'searchReviewedClaims',
      summary: 'Search reviewed claims as Google’s clients do',
      description:
        'As `claims:search` of Google’s Fact Check Tools API, with `claimant`, `rating`, `from` and `to` besides. The claimant and the claim’s date are those of the first supporting statement whose date is certain. `key`, `alt` and what else those clients always send is not looked at. A page may hold fewer claims than `pageSize` while `nextPageToken` leads on.',
      querystring: ClaimsSearchQuery,
      response: { 200: Answer, ...problems(400, 401, 403, 429, 503) },
    },
    handler: async ({ query: { pageToken, ...query } }) => {
      const { pageSize: _, offset: __, ...filter } = query;
      const name = listName('/v1alpha1/claims:search', {}, filter);
      const after = pageToken === undefined ? null : answering.cursors.open(name, pageToken);
      const { claims, next } = await searchClaims(engine, query, after, new Date());
      return claimsSearchAnswer(claims, next && answering.cursors.seal(name, next)) as z.infer<typeof Answer>;
    },
  });
}
