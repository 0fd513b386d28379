import { languageOf, type Node, nodeOf, objectsOf, reviewsIn, typesOf } from './json-ld.ts';
import { jsonValues } from './json-values.ts';
import { claimOf, disputeFor, externalId, outletOf, questionFor, speakerOf, titleOf, wikidataOf } from './made.ts';
import { addressOf, dateOf, plainLine, shortened, siteOf, wordsOf } from './plain.ts';
import { labelOf, ratingOf } from './rating.ts';
import { type Context, type ForeignRow, faulty, type ReadRow, rowsOf, type SaidLine, type Source } from './row.ts';

/**
 * ClaimReview as it is found: one object or many, arrays, `@graph`, NDJSON. Each review is a row: it makes its publisher,
 * its claim and the review, and a draft of the statement where claimant, appearance and date are named. The claim is
 * known by its words, the review by its claim, publisher and address: published again with another rating it is revised.
 */
export async function* readClaimReviews(source: Source, context: Context): AsyncGenerator<ForeignRow> {
  for await (const read of jsonValues(source)) {
    if ('failure' in read) yield read;
    else yield* reviewRows(read, context);
  }
}

type Place = { line: number; pointer: string; warnings: string[] };

/** The rows of one JSON-LD value: one for each review in it. */
export function reviewRows({ value, ...place }: Place & { value: unknown }, context: Context): ForeignRow[] {
  const reviews = reviewsIn(value);
  if (reviews.length === 0) {
    const failure = faulty(
      '',
      value === null ? 'holds nothing' : 'holds no ClaimReview and no MediaReview',
      'unprocessable',
    );
    return [{ line: place.line, pointer: place.pointer, failure }];
  }
  return reviews.flatMap(({ node, pointer }) =>
    rowsOf(place.line, place.pointer + pointer, () => [
      reviewRow(node, { ...place, pointer: place.pointer + pointer }, context),
    ]),
  );
}

/** Fails with `invalid` where the claim, the label or the publisher is not said. */
export function reviewRow(review: Node, place: Place, context: Context): ReadRow {
  const warnings = [...place.warnings];
  const item = nodeOf(review.itemReviewed) ?? {};
  const text = claimText(review, item);
  if (text === null) throw faulty('/claimReviewed', 'is needed: the claim that was reviewed');
  if (text.length > 500) warnings.push('claim-shortened');
  const label = labelOf(review, warnings);
  if (label === null) throw faulty('/reviewRating/alternateName', 'is needed: the label that the publisher gave');
  const url = addressOf(review.url) ?? addressOf(review['@id']) ?? addressOf(review.mainEntityOfPage);
  const publisher = publisherOf(review, url);
  if (publisher === null) throw faulty('/author', 'is needed, or a url: who published the review');
  const { question, records } = questionFor(context);
  const claim = claimOf(text, question);
  const reviewedAt = dateOf(review.datePublished) ?? dateOf(review.dateModified);
  if (reviewedAt === null && wordsOf(review.datePublished) !== null) warnings.push('date-unread');
  const title = wordsOf(review.name) ?? wordsOf(review.headline);
  const line: SaidLine = {
    type: 'review',
    claim: claim.slug,
    publisher: publisher.slug,
    ...(url !== null && { url }),
    ...(title !== null && { title: shortened(title, 500) }),
    ...(reviewedAt !== null && { reviewedAt }),
    rating: { label, ...ratingOf(nodeOf(review.reviewRating) ?? {}, warnings) },
    ...languageOf(review.inLanguage ?? item.inLanguage),
  };
  const draft = draftOf({ review, item, text, url, claim: claim.slug, publisher: publisher.name }, context, warnings);
  return {
    line: place.line,
    pointer: place.pointer,
    records: [...records, publisher, claim, line, ...draft],
    warnings,
  };
}

function claimText(review: Node, item: Node): string | null {
  const inner = nodeOf(nodeOf(item.mediaItemAppearance)?.interpretedAsClaim) ?? nodeOf(item.interpretedAsClaim) ?? {};
  return (
    wordsOf(review.claimReviewed) ??
    wordsOf(item.text) ??
    wordsOf(inner.text) ??
    wordsOf(inner.name) ??
    (typesOf(review).includes('MediaReview') ? wordsOf(review.originalMediaContextDescription) : null)
  );
}

/** Known by the site of the author's address or of the review's, by the name where there is neither. */
function publisherOf(review: Node, url: string | null) {
  const author = nodeOf(review.author) ?? nodeOf(review.publisher) ?? {};
  const name =
    wordsOf(author.name) ??
    (typeof review.author === 'string' && !addressOf(review.author) ? plainLine(review.author) : null);
  const homepage = addressOf(author.url) ?? addressOf(author['@id']) ?? addressOf(review.author);
  const site = url !== null ? siteOf(url) : homepage !== null ? siteOf(homepage) : null;
  if (site === null && !name) return null;
  return outletOf(site, name || null, { homepage });
}

type Told = { review: Node; item: Node; text: string; url: string | null; claim: string; publisher: string };

/** The draft of the statement that made the claim, where it is said whose it is, where it appeared and when. */
function draftOf(told: Told, context: Context, warnings: string[]): SaidLine[] {
  const { review, item, text, url } = told;
  const author = nodeOf(item.author) ?? nodeOf(item.creator);
  const name =
    author === null ? (typeof item.author === 'string' ? plainLine(item.author) || null : null) : wordsOf(author.name);
  const places = appearancesOf(item, author, url);
  const [address, ...others] = places;
  if (name === null || address === undefined) return [];
  const firstSeen = objectsOf(item.firstAppearance)
    .concat(objectsOf(item.appearance))
    .find((one) => addressOf(one.url) === address);
  const saidAt = dateOf(item.datePublished);
  const publishedAt = dateOf(firstSeen?.datePublished) ?? saidAt;
  if (publishedAt === null) {
    warnings.push('appearance-undated');
    return [];
  }
  const outlet = outletOf(siteOf(address), null);
  const kind = typesOf(author ?? {}).includes('Organization') ? ('organization' as const) : undefined;
  const speaker = speakerOf(name, { ...(kind && { kind }), wikidata: wikidataOf(author?.sameAs) });
  const { dispute, records } = disputeFor(context);
  const jobTitle = wordsOf(author?.jobTitle);
  const notes = [
    `As summed up by ${told.publisher}.`,
    ...(jobTitle === null ? [] : [`Speaks as: ${jobTitle}.`]),
    ...(others.length === 0 ? [] : [`Appeared also at ${others.join(' ')}`]),
  ];
  return [
    ...records,
    outlet,
    {
      type: 'article',
      url: address,
      title: wordsOf(firstSeen?.headline ?? firstSeen?.name) ?? titleOf(address),
      outlet: outlet.slug,
      publishedAt,
    },
    speaker,
    {
      type: 'statement',
      id: externalId('claimreview', url ?? '', text, told.publisher, address),
      article: address,
      speaker: speaker.slug,
      ...(context.side !== undefined && { side: context.side }),
      ...(context.question === undefined && { dispute }),
      // The claim is the reviewer's summary, and so the words of no speaker.
      quote: text,
      quoteType: 'indirect',
      ...(saidAt !== null && { saidAt }),
      ...languageOf(review.inLanguage),
      stances: [{ claim: told.claim, stance: 'support' }],
      status: 'draft',
      note: shortened(notes.join(' '), 5000),
    },
  ];
}

/** Where the claim appeared, the first appearance first; a link to the fact-check itself is none. */
function appearancesOf(item: Node, author: Node | null, reviewUrl: string | null): string[] {
  const reviewer = reviewUrl === null ? null : siteOf(reviewUrl);
  const sameAs = wikidataOf(author?.sameAs) === null && item.appearance === undefined ? author?.sameAs : undefined;
  const own = [item.firstAppearance, item.appearance, item.mediaItemAppearance].flatMap(addressesIn);
  const all = own.length > 0 ? own : [item.url, item.sameAs].flatMap(addressesIn);
  const found =
    all.length > 0
      ? all
      : addressesIn(sameAs).filter((one) => new URL(one).pathname.length > 1 && !/wikipedia|wikidata/.test(one));
  return [...new Set(found)].filter((address) => siteOf(address) !== reviewer).slice(0, 50);
}

/** Addresses in a string (of several, split by commas, spaces or `and`), an object, or a list of these. */
function addressesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.slice(0, 200).flatMap((one) => (Array.isArray(one) ? [] : addressesIn(one)));
  if (typeof value === 'string') {
    const parts = value.split(/(?:\s*[,;]\s*|\s+and\s+|\s+)(?=(?:https?:)?\/\/)/i);
    return parts.flatMap((part) => addressOf(part.trim().replace(/[\s,;]+(?:and)?$/i, '')) ?? []);
  }
  const node = nodeOf(value);
  return node === null
    ? []
    : ([node.url, node.contentUrl, node['@id']].map(addressesIn).find((found) => found.length > 0) ?? []);
}
