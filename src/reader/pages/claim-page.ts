import { listCounterclaims } from '../../analysis/counterclaims/counterclaim-store.ts';
import { listStatements } from '../../analysis/statements/list-store.ts';
import type { Claim } from '../../record/claims/claim.ts';
import { getClaim } from '../../record/claims/store.ts';
import type { Review } from '../../record/reviews/review.ts';
import { listReviews } from '../../record/reviews/store.ts';
import type { Statement } from '../../record/statements/statement.ts';
import { dataBlock, type Html, html, joined } from '../frame/html.ts';
import type { PageContent } from '../frame/layout.ts';
import type { Locale } from '../frame/locale.ts';
import type { Visit } from '../frame/visit.ts';
import { dateIn } from '../parts/dates.ts';
import { readPalette } from '../parts/palette.ts';
import { type Look, statementCard } from '../parts/statement-card.ts';
import { stanceWord } from '../parts/verdict.ts';
import { correctionsOf } from './statement-page.ts';

const STATEMENTS = 60;
const first = (limit: number, count = false) => ({ limit, after: null, count });

/** A claim: who supports it, who denies it, what competes with it, and how it was reviewed. */
export async function claimPage({ engine, locale, base }: Visit, reference: string): Promise<PageContent> {
  const { say } = locale;
  const { read } = engine;
  const claim = await getClaim(read, reference);
  const [counterclaims, statements, reviews, palette] = await Promise.all([
    listCounterclaims(read, claim.id, first(50)),
    listStatements(engine, { claim: [claim.id], status: 'published' }, '-saidAt', first(STATEMENTS, true), {
      drafts: false,
    }),
    listReviews(read, { claim: [claim.id] }, first(50), { drafts: false }),
    readPalette(read),
  ]);
  const look: Look = { locale, palette };
  const total = statements.total ?? statements.totalAtLeast ?? 0;
  const list = `claim=${claim.slug}`;
  return {
    title: claim.text,
    description: `${claim.question.text} ${say('statements', { n: total })}`,
    width: 'wide',
    data:
      reviews.items.length === 0 ? null : dataBlock(reviews.items.map((review) => claimReview(review, claim, base))),
    alternates: [
      { type: 'application/json', href: `/v1/claims/${claim.slug}`, label: 'JSON' },
      { type: 'application/atom+xml', href: `/v1/statements?${list}&format=atom`, label: 'Atom' },
      { type: 'text/csv', href: `/v1/statements?${list}&format=csv`, label: 'CSV' },
    ],
    body: html`<header class="head"><p class="n">${say('claim')} · <a href="/disputes/${claim.dispute.slug}"><bdi>${claim.dispute.title}</bdi></a></p><h1><bdi>${claim.text}</bdi></h1>
<p class="facts">${joined([html`<bdi>${claim.question.text}</bdi>`, say('statements', { n: total })], ' · ')}</p>
${claim.note && html`<p class="prose" dir="auto">${claim.note}</p>`}</header>
${claim.corrections.length > 0 && html`<section class="notice"><h2>${say('corrections')}</h2>${correctionsOf(locale, claim.corrections)}</section>`}
${reviews.items.length > 0 && html`<section aria-labelledby="reviews"><h2 id="reviews">${say('reviews')}</h2>${reviewsOf(locale, reviews.items)}</section>`}
<section aria-labelledby="rivals"><h2 id="rivals">${say('counterclaims')}</h2>${counterclaims.items.length === 0 ? html`<p>${say('noCounterclaims')}</p>` : rivalsOf(locale, claim, counterclaims.items)}</section>
<div class="columns">${(['support', 'deny', 'query', 'comment'] as const).map((stance) => stanceColumn(look, claim, statements.items, stance))}</div>
${statements.next !== null && html`<p class="next"><a href="/statements?${list}">${say('allStatements', { n: total })}</a></p>`}`,
  };
}

function stanceColumn(look: Look, claim: Claim, statements: readonly Statement[], stance: string): Html | null {
  const { locale } = look;
  const taking = statements.filter(({ stances }) =>
    stances.some((one) => one.claim.id === claim.id && one.stance === stance),
  );
  if (taking.length === 0) return null;
  return html`<section><h2>${stanceWord(locale, stance)} <span class="n">(${locale.number(taking.length)})</span></h2>${taking.map((one) => statementCard(look, one))}</section>`;
}

type Rivals = Awaited<ReturnType<typeof listCounterclaims>>['items'];

function rivalsOf({ say }: Locale, { slug }: Claim, rivals: Rivals): Html {
  return html`<ul class="plainly">${rivals.map(
    ({ claim, n, stances }) =>
      html`<li><a href="/claims/${claim.slug}"><bdi>${claim.text}</bdi></a> <span class="n">${say('statements', { n })}: ${say('count_support', { n: stances.support })}, ${say('count_deny', { n: stances.deny })}</span> <a href="/compare?claim=${slug}&amp;claim=${claim.slug}">${say('compareThem')}</a></li>`,
  )}</ul>`;
}

export function reviewsOf(locale: Locale, reviews: readonly Review[]): Html {
  return html`<ul class="plainly">${reviews.map(
    ({ publisher, rating, title, url, reviewedAt }) =>
      html`<li><bdi>${publisher.name}</bdi>: <strong dir="auto">${rating.label}</strong>${reviewedAt && html`, ${dateIn(locale, reviewedAt)}`}${title && html` – ${url ? html`<a href="${url}" rel="external"><bdi>${title}</bdi></a>` : html`<bdi>${title}</bdi>`}`}</li>`,
  )}</ul>`;
}

/** The review as schema.org has it, for search engines. */
function claimReview({ url, publisher, rating, reviewedAt, title }: Review, claim: Claim, base: string): object {
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    ...(url !== null && { url }),
    ...(title !== null && { name: title }),
    ...(reviewedAt !== null && { datePublished: reviewedAt }),
    claimReviewed: claim.text,
    author: { '@type': 'Organization', name: publisher.name },
    itemReviewed: { '@type': 'Claim', '@id': `${base}/claims/${claim.slug}`, text: claim.text },
    reviewRating: {
      '@type': 'Rating',
      alternateName: rating.label,
      ...(rating.value !== null && { ratingValue: rating.value }),
      ...(rating.best !== null && { bestRating: rating.best }),
      ...(rating.worst !== null && { worstRating: rating.worst }),
    },
  };
}
