import type { ClaimsAsked } from '../../analysis/comparisons/claims/claims-with-pairs.ts';
import { type Html, html, joined, type Part } from '../frame/html.ts';
import type { PageContent } from '../frame/layout.ts';
import type { Locale } from '../frame/locale.ts';
import type { Visit } from '../frame/visit.ts';
import { dateIn, isCoarse, rangeIn } from '../parts/dates.ts';
import { sideLink } from '../parts/palette.ts';
import { stanceWord } from '../parts/verdict.ts';
import { chartOf } from './comparison-chart.ts';
import {
  type Column,
  type Picture,
  readClaims,
  readPicture,
  readWords,
  type Since,
  sinceIn,
  type Words,
  wordingOf,
} from './comparison-data.ts';
import { exchangesOf, unansweredOf } from './exchanges.ts';
import { ownVoiceOf, wordsOf } from './wordings.ts';

/** Claims side by side: who says which, since when, and what the others answered. */
export async function comparisonPage(visit: Visit, asked: ClaimsAsked): Promise<PageContent> {
  const { locale, address } = visit;
  const { say } = locale;
  const claims = await readClaims(visit, asked);
  const [picture, words] = await Promise.all([readPicture(visit, asked, claims), readWords(visit, asked, claims)]);
  const { comparison } = picture;
  const title = titleOf(locale, picture);
  const query = queryOf(asked);
  const dispute = claims[0]?.dispute;
  return {
    title,
    description: comparison.columns.map(({ claim }) => claim.text).join(' / '),
    width: 'wide',
    picture: `/compare.svg?${query}`,
    alternates: [
      { type: 'application/json', href: `/v1/comparisons/claims?${query}`, label: 'JSON' },
      { type: 'text/csv', href: `/v1/comparisons/claims?${query}&format=csv`, label: 'CSV' },
      { type: 'image/svg+xml', href: `/compare.svg?${query}`, label: 'SVG' },
    ],
    body: html`
<header class="head">
<h1>${title}</h1>
<p class="facts">${joined(factsOf(locale, picture), ' · ')}</p>
<p class="take"><a href="${address}" data-copy="link">${say('share')}</a> <a href="/v1/comparisons/claims?${query}&amp;format=csv">CSV</a> <a href="/compare.svg?${query}" download>SVG</a> <a href="/v1/comparisons/claims?${query}">JSON</a></p>
</header>
<div class="columns">${comparison.columns.map((column) => columnHead(locale, picture, column))}</div>
<section aria-labelledby="chart"><h2 id="chart">${say('chartTitle')}</h2>${chartOf(locale, picture, `/compare.svg?${query}`)}</section>
<section aria-labelledby="exchanges"><h2 id="exchanges">${say('whatAnswersWhat')}</h2>${exchangesOf(locale, picture, address)}</section>
${unansweredOf(locale, picture)}
${
  words &&
  html`<section aria-labelledby="words"><h2 id="words">${say('theWords')}</h2>${whichWords(locale, words)}${wordsOf(locale, picture.palette, words.terms)}</section>
<section aria-labelledby="voice"><h2 id="voice">${say('ownWords')}</h2>${ownVoiceOf(locale, words.terms)}</section>`
}
${bothOf(locale, picture)}
<section aria-labelledby="limits"><h2 id="limits">${say('notShown')}</h2>${limitsOf(locale, picture)}
${dispute && html`<p><a href="/disputes/${dispute.slug}"><bdi>${dispute.title}</bdi></a></p>`}</section>`,
  };
}

/** Of which statements the words are told, where they are not those of the dispute. */
function whichWords({ say }: Locale, { of, terms }: Words): Html | null {
  if (of === 'dispute') return null;
  return html`<p class="n">${of === 'record' ? say('inWholeRecord') : say('newestOnly', { n: terms.countedIn.statements })}</p>`;
}

/** The wordings against each other where each claim has one, else the question. */
export function titleOf({ say }: Locale, { claims }: Picture): string {
  const wordings = claims.map(wordingOf);
  const [first] = claims;
  const isOfOneQuestion = claims.every(({ question }) => question.id === first?.question.id);
  if (wordings.includes(null) || !isOfOneQuestion || wordings.length > 3)
    return first?.question.text ?? say('comparison');
  const text = wordings.join(` ${say('or')} `);
  return `${text.charAt(0).toLocaleUpperCase()}${text.slice(1)}${say('questionMark')}`;
}

export function queryOf({ query: { claim, from, to, side, outlet, granularity } }: ClaimsAsked): string {
  const parameters = new URLSearchParams(claim.map((one): [string, string] => ['claim', one]));
  for (const one of side ?? []) parameters.append('side', one);
  for (const one of outlet ?? []) parameters.append('outlet', one);
  if (from) parameters.set('from', from);
  if (to) parameters.set('to', to);
  if (granularity !== 'month') parameters.set('granularity', granularity);
  return parameters.toString();
}

function factsOf(locale: Locale, { comparison, claims, statements, isWhole }: Picture): Part[] {
  const { say } = locale;
  const questions = new Map(claims.map(({ question }) => [question.id, question.text]));
  const distinct = (of: (one: (typeof statements)[number]) => string) => new Set(statements.map(of)).size;
  return [
    ...[...questions.values()].slice(0, 2).map((text) => html`<bdi>${text}</bdi>`),
    rangeIn(locale, comparison.range),
    say('statements', { n: comparison.total }),
    isWhole && say('speakers', { n: distinct(({ speaker }) => speaker.id) }),
    isWhole && say('articles', { n: distinct(({ article }) => article.id) }),
  ];
}

function columnHead(locale: Locale, picture: Picture, column: Column): Html {
  const { say } = locale;
  const since = sinceIn(column, picture.statements);
  const counted = (['support', 'deny', 'query', 'comment'] as const)
    .filter((stance) => column.stances[stance] > 0)
    .map((stance) => say(`count_${stance}`, { n: column.stances[stance] }));
  const others = since.filter(({ stance }) => stance === 'query' || stance === 'comment');
  return html`<section class="column" aria-label="${column.claim.text}">
<h2><a class="plain" href="/claims/${column.claim.slug}"><bdi>${column.claim.text}</bdi></a></h2>
<p class="facts">${joined([say('statements', { n: column.n }), counted.join(locale.language === 'ar' ? '، ' : ', ')], ' · ')}</p>
<dl class="who">
<dt>${say('saysSo')}</dt>${holders(
    locale,
    picture,
    since.filter(({ stance }) => stance === 'support'),
  )}
<dt>${say('deniesIt')}</dt>${holders(
    locale,
    picture,
    since.filter(({ stance }) => stance === 'deny'),
  )}
${others.length > 0 && html`<dt>${say('asksOrComments')}</dt>${holders(locale, picture, others)}`}
</dl></section>`;
}

function holders(locale: Locale, { palette, isWhole }: Picture, since: Since[]): Html {
  const { say } = locale;
  if (since.length === 0) return html`<dd class="nobody">${isWhole ? say('nobody') : say('nobodyOfOldest')}</dd>`;
  return html`<dd><ul>${since.map(
    (one) =>
      html`<li>${sideLink(palette, one.side)} <span class="${!one.isSure && 'unsure'}">${sinceWords(locale, one)}</span> <span class="n">(${locale.number(one.n)})</span></li>`,
  )}</ul></dd>`;
}

function sinceWords(locale: Locale, { first, published }: Since): string {
  const { say } = locale;
  if (first === null) return published === null ? '' : say('dateOfArticle', { date: dateIn(locale, published) });
  return isCoarse(first)
    ? say('someTimeIn', { date: dateIn(locale, first) })
    : say('since', { date: dateIn(locale, first) });
}

/** Speakers who take a stance on every one of the claims. */
function bothOf(locale: Locale, { comparison }: Picture): Html | null {
  const { say } = locale;
  const { speakers } = comparison.both;
  if (speakers.length === 0) return null;
  return html`<section aria-labelledby="both"><h2 id="both">${say('onAll')}</h2>
<ul class="plainly">${speakers.map((speaker) => {
    const told = speaker as { counts?: number[]; stances?: Record<string, number>[]; speaker?: typeof speaker };
    const who = told.speaker ?? speaker;
    const what = told.stances
      ? told.stances.map(
          (counts) =>
            Object.entries(counts)
              .filter(([, n]) => n > 0)
              .map(([stance, n]) => `${stanceWord(locale, stance)} (${n})`)
              .join(', ') || '–',
        )
      : (told.counts ?? []).map((n) => say('statements', { n }));
    return html`<li><a href="/speakers/${who.slug}"><bdi>${who.name}</bdi></a>: ${what.join(' / ')}</li>`;
  })}</ul></section>`;
}

/** What a reader has to know before trusting the figures. */
function limitsOf(locale: Locale, { comparison, statements, isWhole }: Picture): Html {
  const { say } = locale;
  const count = (is: (one: (typeof statements)[number]) => boolean) => statements.filter(is).length;
  const undated = count(({ saidAt }) => saidAt === null);
  const coarse = count(({ saidAt }) => saidAt !== null && isCoarse(saidAt));
  const unchecked = new Set(
    statements.filter(({ anchor }) => anchor.result === 'no-text').map(({ article }) => article.id),
  ).size;
  const lines = [
    !isWhole && say('onlyOldest', { n: statements.length, total: comparison.total }),
    undated > 0 && say('undated', { n: undated }),
    coarse > 0 && say('coarse', { n: coarse }),
    unchecked > 0 && say('withoutText', { n: unchecked }),
    say('onlyRecorded'),
  ];
  return html`<ul class="plainly">${lines.map((line) => line && html`<li>${line}</li>`)}</ul>`;
}
