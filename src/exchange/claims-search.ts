import { z } from 'zod';
import { Language } from '../kernel/language.ts';
import { wholeNumber, wholeNumberOr } from '../kernel/number.ts';
import { endOf, PartialDate, startOf } from '../kernel/time.ts';
import type { Engine } from '../platform/engine/tables.ts';
import { listClaims } from '../record/claims/store.ts';
import type { Review } from '../record/reviews/review.ts';
import { aroundClaim, reviewsOfClaim } from './around.ts';
import type { FoundClaim } from './formats/claims-search.ts';
import { siteOf } from './formats/plain.ts';

const DAY_MS = 24 * 60 * 60_000;
/** Reviewed claims that one request looks through; beyond them the page is short, and its token leads on. */
const LOOKED_AT_MAX = 500;
const text = (max: number) => z.string().min(1).max(max).optional();

/** What Google's clients send with every request, and this service has no use for. */
const SYSTEM = Object.fromEntries(
  ['key', 'alt', 'fields', 'prettyPrint', 'quotaUser', 'userIp', 'access_token', 'oauth_token', '$.xgafv'].map(
    (name) => [name, z.string().optional().describe('Not looked at')] as const,
  ),
);

export const ClaimsSearchQuery = z.strictObject({
  query: text(500).describe('Words that the claim must have, all of them; every reviewed claim, when left out'),
  languageCode: Language.optional().describe('The language of the review (BCP 47); `en` finds `en-GB` too'),
  reviewPublisherSiteFilter: text(253).describe('The site that the review stands on, such as `example.org`'),
  maxAgeDays: wholeNumber(1, 100_000).optional().describe('How old a review may be; one without a date is left out'),
  pageSize: wholeNumberOr(10, 1, 200).describe('How many claims a page has at most'),
  pageToken: text(1000).describe('`nextPageToken` of the page before'),
  claimant: text(200).describe('A part of the name of who made the claim, or the slug'),
  rating: text(200).describe('What the label of the review is, or comes to: `false`'),
  from: PartialDate.optional().describe('Claimed at this date or later'),
  to: PartialDate.optional().describe('Claimed at this date or earlier, the whole of it'),
  ...SYSTEM,
});
export type ClaimsSearchQuery = Partial<z.infer<typeof ClaimsSearchQuery>> & { pageSize: number };

type Found = { claims: FoundClaim[]; next: readonly string[] | null };

/** Reviewed claims as everybody may read them, the oldest first; a claim is told with those of its reviews that fit. */
export async function searchClaims(
  engine: Engine,
  asked: ClaimsSearchQuery,
  after: readonly string[] | null,
  now: Date,
): Promise<Found> {
  const claims: FoundClaim[] = [];
  let place = after;
  for (let looked = 0; looked < LOOKED_AT_MAX; ) {
    const limit = asked.pageSize - claims.length;
    const filter = { reviewed: true, ...(asked.query !== undefined && { q: asked.query }) };
    const page = await listClaims(engine.read, filter, { limit, after: place, count: false });
    looked += limit;
    for (const claim of page.items) {
      const reviews = (await reviewsOfClaim(engine.read, claim.id)).filter((review) => isAsked(review, asked, now));
      if (reviews.length === 0) continue;
      const { claimant } = await aroundClaim(engine, claim.id);
      if (isMadeAsAsked(claimant, asked)) claims.push({ text: claim.text, claimant, reviews });
    }
    place = page.next;
    if (place === null || claims.length >= asked.pageSize) break;
  }
  return { claims, next: place };
}

function isAsked(
  { language, url, reviewedAt, rating }: Review,
  { languageCode, reviewPublisherSiteFilter: site, maxAgeDays, rating: label }: ClaimsSearchQuery,
  now: Date,
): boolean {
  if (languageCode !== undefined && language !== languageCode && !language.startsWith(`${languageCode}-`)) return false;
  if (site !== undefined && (url === null || !isOnSite(url, site))) return false;
  if (maxAgeDays !== undefined) {
    const end = reviewedAt === null ? null : endOf(reviewedAt);
    if (end === null || Date.parse(end) < now.getTime() - maxAgeDays * DAY_MS) return false;
  }
  return label === undefined || [rating.label, rating.normalized].some((one) => isSame(one, label));
}

function isOnSite(url: string, site: string): boolean {
  const wanted = site
    .toLowerCase()
    .replace(/^(?:https?:\/\/)?(?:www\.)?/, '')
    .replace(/\/.*$/, '');
  const found = siteOf(url);
  return found === wanted || found.endsWith(`.${wanted}`);
}

function isMadeAsAsked(claimant: FoundClaim['claimant'], { claimant: name, from, to }: ClaimsSearchQuery): boolean {
  const speaker = claimant?.statement.speaker;
  if (name !== undefined && speaker?.slug !== name && !speaker?.name.toLowerCase().includes(name.toLowerCase()))
    return false;
  if (from === undefined && to === undefined) return true;
  const at = claimant && startOf(claimant.saidAt);
  if (!at) return false;
  return (from === undefined || at >= (startOf(from) ?? '')) && (to === undefined || at < (endOf(to) ?? ''));
}

function isSame(one: string | null, other: string): boolean {
  return one !== null && one.toLowerCase() === other.toLowerCase();
}
