import { parse } from 'bcp-47';
import { z } from 'zod';
import { Language } from '../kernel/language.ts';
import { wholeNumber, wholeNumberOr } from '../kernel/number.ts';
import { PAGE_LIMIT_MAX } from '../kernel/page.ts';
import { endOf, PartialDate, startOf } from '../kernel/time.ts';
import type { Engine } from '../platform/engine/tables.ts';
import type { Claim } from '../record/claims/claim.ts';
import { listClaims } from '../record/claims/store.ts';
import type { Review } from '../record/reviews/review.ts';
import { aroundClaim, reviewsOfClaim } from './around.ts';
import type { FoundClaim } from './formats/claims-search.ts';
import { siteOf } from './formats/plain.ts';

const DAY_MS = 24 * 60 * 60_000;
/** Reviewed claims that one request looks through; beyond them the page is short, and its token leads on. */
const LOOKED_AT_MAX = 500;
/** Claims that a page may leave out before its first. */
const OFFSET_MAX = 1000;
const text = (max: number) => z.string().min(1).max(max).optional();

/** What clients of Google send with every request, and this service has no use for. */
const SYSTEM = new Set(
  'key alt fields prettyPrint quotaUser access_token oauth_token callback uploadType upload_protocol $.xgafv'.split(
    ' ',
  ),
);

export const ClaimsSearchQuery = z.preprocess(
  (query) => Object.fromEntries(Object.entries(query as object).filter(([name]) => !SYSTEM.has(name))),
  z.strictObject({
    query: text(500).describe('Words that the claim must have, all of them; every reviewed claim, when left out'),
    languageCode: Language.optional().describe(
      'The language of the review (BCP 47), whose region is not looked at: `en-US` finds `en` and `en-GB`',
    ),
    reviewPublisherSiteFilter: text(253).describe('The site that the review stands on, such as `example.org`'),
    maxAgeDays: wholeNumber(1, 100_000)
      .optional()
      .describe('How old the review or the claim may be, whichever is newer'),
    pageSize: wholeNumberOr(10, 1, 200).describe('How many claims a page has at most'),
    offset: wholeNumberOr(0, 0, OFFSET_MAX).describe('Claims that the first page leaves out'),
    pageToken: text(1000).describe('`nextPageToken` of the page before'),
    claimant: text(200).describe('A part of the name of who made the claim, or the slug'),
    rating: text(200).describe('What the label of the review is, or comes to: `false`'),
    from: PartialDate.optional().describe('Claimed at this date or later'),
    to: PartialDate.optional().describe('Claimed at this date or earlier, the whole of it'),
  }),
);
export type ClaimsSearchQuery = Partial<z.infer<typeof ClaimsSearchQuery>> & { pageSize: number; offset: number };

type Found = { claims: FoundClaim[]; next: readonly string[] | null };

/**
 * Reviewed claims as everybody may read them, the oldest first; a claim is told with those of its reviews that fit. The
 * place where a page ended begins with how many are yet to be left out.
 */
export async function searchClaims(
  engine: Engine,
  asked: ClaimsSearchQuery,
  after: readonly string[] | null,
  now: Date,
): Promise<Found> {
  const claims: FoundClaim[] = [];
  let [left, place] = after === null ? [asked.offset, null] : [Number(after[0]), after.slice(1)];
  if (place?.length === 0) place = null;
  for (let looked = 0; looked < LOOKED_AT_MAX; ) {
    const limit = Math.min(asked.pageSize - claims.length + left, PAGE_LIMIT_MAX);
    const filter = { reviewed: true, ...(asked.query !== undefined && { q: asked.query }) };
    const page = await listClaims(engine.read, filter, { limit, after: place, count: false });
    looked += limit;
    for (const claim of page.items) {
      const found = await asFound(engine, claim, asked, now);
      if (found && left > 0) left -= 1;
      else if (found) claims.push(found);
    }
    place = page.next === null ? null : [...page.next];
    if (place === null || claims.length >= asked.pageSize) break;
  }
  return { claims, next: place && [String(left), ...place] };
}

/** The claim as it is told, with those of its reviews that were asked for; null where there is none. */
async function asFound(
  engine: Engine,
  { id, text }: Claim,
  asked: ClaimsSearchQuery,
  now: Date,
): Promise<FoundClaim | null> {
  const published = (await reviewsOfClaim(engine.read, id)).filter((review) => isAsked(review, asked));
  if (published.length === 0) return null;
  const { claimant } = await aroundClaim(engine, id);
  if (!isMadeAsAsked(claimant, asked)) return null;
  const oldest = asked.maxAgeDays === undefined ? null : now.getTime() - asked.maxAgeDays * DAY_MS;
  const isNew = (date: string | null | undefined) => oldest === null || isSince(date, oldest);
  const reviews = isNew(claimant?.saidAt) ? published : published.filter(({ reviewedAt }) => isNew(reviewedAt));
  return reviews.length === 0 ? null : { text, claimant, reviews };
}

function isSince(date: string | null | undefined, oldest: number): boolean {
  const end = date == null ? null : endOf(date);
  return end !== null && Date.parse(end) >= oldest;
}

function isAsked(
  { language, url, rating }: Review,
  { languageCode, reviewPublisherSiteFilter: site, rating: label }: ClaimsSearchQuery,
): boolean {
  if (languageCode !== undefined && !isLanguage(language, languageCode)) return false;
  if (site !== undefined && (url === null || !isOnSite(url, site))) return false;
  return label === undefined || [rating.label, rating.normalized].some((one) => isSame(one, label));
}

/** A script that is asked for counts; regions do not. */
function isLanguage(language: string, asked: string): boolean {
  const [one, other] = [subtagsOf(language), subtagsOf(asked)];
  return one.language === other.language && (other.script === null || one.script === other.script);
}

function subtagsOf(tag: string): { language: string; script: string | null } {
  const { language, script } = parse(tag);
  return { language: (language || tag).toLowerCase(), script: script?.toLowerCase() ?? null };
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
