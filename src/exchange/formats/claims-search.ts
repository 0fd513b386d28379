import type { Review } from '../../record/reviews/review.ts';
import { siteOf } from './plain.ts';
import type { Claimant } from './schema-org.ts';
import { knownLanguage, momentOf, said } from './written.ts';

/** A claim with its reviews, as `claims:search` of Google's Fact Check Tools tells it. */
export type FoundClaim = { text: string; claimant: Claimant | null; reviews: readonly Review[] };

type Told = Record<string, unknown>;

/** Times are RFC 3339 in UTC, and a date that is known to the day or coarser is its first moment. */
export function googleClaim({ text, claimant, reviews }: FoundClaim): Told {
  return {
    text,
    ...said({
      claimant: claimant?.statement.speaker.name,
      claimDate: claimant && momentOf(claimant.saidAt),
      claimReview: reviews.map(googleReview),
    }),
  };
}

function googleReview({ publisher, url, title, reviewedAt, rating, language }: Review): Told {
  return {
    publisher: { name: publisher.name, ...said({ site: url === null ? null : siteOf(url) }) },
    ...said({ url, title, reviewDate: reviewedAt && momentOf(reviewedAt) }),
    textualRating: rating.label,
    ...said({ languageCode: knownLanguage(language) }),
  };
}

/** A page of claims; one without any is an empty object, and the last has no token. */
export function claimsSearchAnswer(claims: readonly FoundClaim[], nextPageToken: string | null): Told {
  return said({ claims: claims.map(googleClaim), nextPageToken });
}
