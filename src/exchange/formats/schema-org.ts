import { startOf } from '../../kernel/time.ts';
import type { Claim } from '../../record/claims/claim.ts';
import type { Review } from '../../record/reviews/review.ts';
import type { Speaker } from '../../record/speakers/speaker.ts';
import { addressIn, knownLanguage, said, type ToldBrief, type ToldStatement, type Writing } from './written.ts';

const CONTEXT = 'https://schema.org';
export type JsonLd = Record<string, unknown>;

/** A published statement that supports a claim, and what is known of its speaker. */
export type Supporter = { statement: ToldBrief; speaker: Pick<Speaker, 'kind' | 'wikidata'> };
/** Who made a claim first, as far as dates are known, and where it was printed. */
export type Claimant = Supporter & { saidAt: string };

/**
 * Who is told as the claimant: the speaker of the first supporting statement whose date is known. Nobody where none
 * is, or where the words are nobody's in particular.
 */
export function claimantOf(supporters: readonly Supporter[]): Claimant | null {
  const dated = supporters
    .flatMap((one) =>
      one.statement.saidAt === null
        ? []
        : [{ ...one, saidAt: one.statement.saidAt, sort: startOf(one.statement.saidAt) ?? '' }],
    )
    .sort((one, other) =>
      one.sort < other.sort ? -1 : one.sort > other.sort ? 1 : one.statement.id < other.statement.id ? -1 : 1,
    );
  const [first] = dated;
  if (!first || first.speaker.kind === 'unattributed') return null;
  const { sort: _, ...claimant } = first;
  return claimant;
}

/** What a claim is told with: its supporters' articles, the first first, and its reviews. */
export type AroundClaim = { claimant: Claimant | null; appearances?: readonly string[]; reviews?: readonly Review[] };

/** schema.org `Claim`. Its text is the claim's own, which is a paraphrase and nobody's quote. */
export function claimJsonLd(
  claim: Pick<Claim, 'slug' | 'text'> & Partial<Claim>,
  around: AroundClaim,
  writing: Writing,
): JsonLd {
  return {
    '@context': CONTEXT,
    ...claimNode(claim, around, writing),
    ...said({
      correction: (claim.corrections ?? []).map(correctionNode),
      subjectOf: (around.reviews ?? [])
        .map((review) => addressIn(writing, `reviews/${review.id}`))
        .map((id) => ({ '@type': 'ClaimReview', '@id': id })),
    }),
  };
}

function claimNode(
  { slug, text }: Pick<Claim, 'slug' | 'text'>,
  { claimant, appearances = [] }: AroundClaim,
  writing: Writing,
): JsonLd {
  const [first, ...others] = [...new Set([...(claimant ? [claimant.statement.article.url] : []), ...appearances])];
  const work = (url: string) => ({ '@type': 'CreativeWork', url });
  return {
    '@type': 'Claim',
    '@id': addressIn(writing, `claims/${slug}`),
    text,
    ...said({
      author: claimant && speakerNode(claimant),
      datePublished: claimant?.saidAt,
      firstAppearance: claimant && first !== undefined ? work(first) : null,
      appearance: (claimant ? others : [first, ...others]).flatMap((url) => (url === undefined ? [] : work(url))),
    }),
  };
}

function speakerNode({ statement: { speaker }, speaker: { kind, wikidata } }: Supporter): JsonLd {
  return {
    '@type': kind === 'organization' ? 'Organization' : 'Person',
    name: speaker.name,
    ...said({
      jobTitle: kind === 'organization' ? null : speaker.title,
      sameAs: wikidata && `https://www.wikidata.org/wiki/${wikidata}`,
    }),
  };
}

/**
 * schema.org `ClaimReview`. `claimReviewed` is the claim's text; of a statement that was reviewed, what it says is told as
 * the item's text. The numbers of a rating are told where they are known, and the label always.
 */
export function claimReviewJsonLd(
  review: Review,
  around: AroundClaim & { homepage?: string | null },
  writing: Writing,
): JsonLd {
  return { '@context': CONTEXT, ...reviewNode(review, around, writing) };
}

function reviewNode(review: Review, around: AroundClaim & { homepage?: string | null }, writing: Writing): JsonLd {
  const { rating, publisher, url, claim, statement } = review;
  const itemReviewed = claim
    ? claimNode(claim, around, writing)
    : {
        '@type': 'Claim',
        '@id': addressIn(writing, `statements/${statement?.id}`),
        text: statement?.quote,
        ...said({ datePublished: statement?.saidAt }),
      };
  return {
    '@type': 'ClaimReview',
    '@id': addressIn(writing, `reviews/${review.id}`),
    ...said({
      url,
      name: review.title,
      datePublished: review.reviewedAt,
      inLanguage: knownLanguage(review.language),
      correction: review.corrections.map(correctionNode),
    }),
    claimReviewed: claim?.text ?? statement?.quote,
    author: {
      '@type': 'Organization',
      name: publisher.name,
      ...said({ url: around.homepage ?? (url === null ? null : new URL(url).origin) }),
    },
    itemReviewed,
    reviewRating: {
      '@type': 'Rating',
      alternateName: rating.label,
      ...said({ ratingValue: rating.value, bestRating: rating.best, worstRating: rating.worst }),
    },
    sdPublisher: { '@type': 'Organization', name: 'Counterclaim', url: writing.publicUrl },
  };
}

function correctionNode({ id, kind, note, effectiveAt }: Review['corrections'][number]): JsonLd {
  return { '@type': 'CorrectionComment', identifier: id, name: kind, text: note, datePublished: effectiveAt };
}

/** schema.org `DataFeed` of reviews, written as they come: the text of one JSON document. */
export async function* dataFeedJsonLd(
  reviews: AsyncIterable<{ review: Review; around: AroundClaim & { homepage?: string | null } }>,
  { dateModified, ...writing }: Writing & { dateModified: string },
): AsyncGenerator<string> {
  const head = { '@context': CONTEXT, '@type': 'DataFeed', name: 'Reviews of claims', dateModified };
  yield `${JSON.stringify(head).slice(0, -1)},"dataFeedElement":[`;
  let comma = '';
  for await (const { review, around } of reviews) {
    const { createdAt, updatedAt, url } = review;
    const element = {
      '@type': 'DataFeedItem',
      dateCreated: createdAt,
      dateModified: updatedAt,
      ...said({ url }),
      item: [claimReviewJsonLd(review, around, writing)],
    };
    yield `${comma}\n${JSON.stringify(element)}`;
    comma = ',';
  }
  yield '\n]}\n';
}

/**
 * A statement as schema.org `Quotation`: the words of a direct quote. Of an indirect one the words are the reporter's,
 * so it is a `Statement`, which schema.org has since version 29.
 */
export function quotationJsonLd(statement: ToldStatement, writing: Writing, speaker?: Supporter['speaker']): JsonLd {
  const { id, quote, quoteType, language, article, stances, saidAt, corrections } = statement;
  return {
    '@context': CONTEXT,
    '@type': quoteType === 'indirect' ? 'Statement' : 'Quotation',
    '@id': addressIn(writing, `statements/${id}`),
    text: quote,
    ...said({ inLanguage: knownLanguage(language), dateCreated: saidAt, correction: corrections.map(correctionNode) }),
    [quoteType === 'indirect' ? 'about' : 'creator']: speakerNode({
      statement,
      speaker: speaker ?? { kind: 'person', wikidata: null },
    }),
    isBasedOn: {
      '@type': 'Article',
      '@id': article.url,
      url: article.url,
      headline: article.title,
      datePublished: article.publishedAt,
      publisher: { '@type': 'Organization', name: article.outlet.name },
    },
    url: statement.anchor.url,
    ...said({
      interpretedAsClaim: stances
        .filter(({ stance }) => stance === 'support')
        .map(({ claim }) => ({
          '@type': 'Claim',
          '@id': addressIn(writing, `claims/${claim.slug}`),
          text: claim.text,
        })),
    }),
  };
}
