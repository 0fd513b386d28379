import type { DriftOfStatement } from '../../analysis/drift/item.ts';
import { listDrifts } from '../../analysis/drift/store.ts';
import { listStatements } from '../../analysis/statements/list-store.ts';
import type { Correction } from '../../record/corrections/correction.ts';
import { listCorrections } from '../../record/corrections/store.ts';
import { listDisputes, listQuestions } from '../../record/disputes/store.ts';
import { type Html, html, joined, type Part } from '../frame/html.ts';
import type { PageContent } from '../frame/layout.ts';
import type { Locale } from '../frame/locale.ts';
import type { Visit } from '../frame/visit.ts';
import { dateIn } from '../parts/dates.ts';
import { type Palette, paletteOf, sideLink, sideName } from '../parts/palette.ts';
import { inlineQuoteOf } from '../parts/quoted.ts';
import { type Look, statementCard } from '../parts/statement-card.ts';
import { correctionWord, verdictOf } from '../parts/verdict.ts';

const DISPUTES = 20;
const NEWEST = 6;
const CHANGED = 5;
const first = (limit: number) => ({ limit, after: null, count: false });

/** What is contested, what was said last, and what was changed after it was published. */
export async function frontPage({ engine, locale }: Visit): Promise<PageContent> {
  const { say } = locale;
  const { read } = engine;
  const [disputes, newest, corrections, changed] = await Promise.all([
    listDisputes(read, {}, first(200)),
    listStatements(engine, { status: 'published' }, '-saidAt', first(NEWEST), { drafts: false }),
    listCorrections(read, {}, first(CHANGED), { drafts: false }),
    listDrifts(read, { drift: ['altered', 'gone'] }, first(CHANGED)),
  ]);
  const shown = disputes.items.slice(-DISPUTES).reverse();
  const questions = await listQuestions(read, { dispute: shown.map(({ id }) => id) }, first(200));
  const palette = paletteOf(disputes.items.map(({ sides }) => sides.map(({ id }) => id)));
  const look: Look = { locale, palette };
  return {
    title: say('frontTitle'),
    description: say('frontDescription'),
    width: 'wide',
    alternates: [
      { type: 'application/json', href: '/v1/statements', label: 'JSON' },
      { type: 'application/atom+xml', href: '/v1/statements?format=atom', label: 'Atom' },
    ],
    body: html`<header class="head"><h1>${say('frontTitle')}</h1><p class="lead">${say('frontDescription')}</p>${searchBox(locale, '')}</header>
<div class="front">
<div>
<section aria-labelledby="disputes"><h2 id="disputes">${say('disputes')}</h2>
${shown.length === 0 && html`<p>${say('emptyRecord')} <a href="/desk">${say('desk')}</a></p>`}
${shown.map((dispute) =>
  disputeOf(
    locale,
    palette,
    dispute,
    questions.items.filter((one) => one.dispute.id === dispute.id),
  ),
)}</section>
<section aria-labelledby="newest"><h2 id="newest">${say('newestStatements')}</h2>${newest.items.map((one) => statementCard(look, one))}
<p><a href="/statements">${say('allOfThem')}</a></p></section>
</div>
<section aria-labelledby="changed"><h2 id="changed">${say('changedAfter')}</h2>${changesOf(look, changed.items, corrections.items)}</section>
</div>`,
  };
}

export function searchBox({ say }: Locale, q: string): Html {
  return html`<form class="search" role="search" action="/search"><label for="q">${say('searchFor')}</label><div><input type="search" id="q" name="q" value="${q}" maxlength="1000" dir="auto"><button>${say('search')}</button></div></form>`;
}

type Dispute = Awaited<ReturnType<typeof listDisputes>>['items'][number];
type Question = { slug: string; text: string };

function disputeOf({ say }: Locale, palette: Palette, dispute: Dispute, questions: Question[]): Html {
  return html`<article class="dispute"><h3><a href="/disputes/${dispute.slug}"><bdi>${dispute.title}</bdi></a></h3>
<p class="sides">${joined(
    dispute.sides.slice(0, 12).map((side) => sideLink(palette, side)),
    ' · ',
  )}</p>
${questions.length > 0 && html`<p class="n">${say('atIssue')}</p><ul class="plainly">${questions.slice(0, 4).map(({ text }) => html`<li><bdi>${text}</bdi></li>`)}</ul>`}
${questions.length > 4 && html`<p class="n"><a href="/disputes/${dispute.slug}">${say('moreQuestions', { n: questions.length - 4 })}</a></p>`}</article>`;
}

function changesOf(look: Look, changed: readonly DriftOfStatement[], corrections: readonly Correction[]): Html {
  const { locale } = look;
  const { say } = locale;
  return html`<h3>${say('changedQuotes')}</h3>
${changed.length === 0 ? html`<p>${say('noneChanged')}</p>` : html`<ul class="bare">${changed.map((one) => changedLine(look, one))}</ul><p><a href="/drift">${say('allOfThem')}</a></p>`}
<h3>${say('corrections')}</h3>
${corrections.length === 0 ? html`<p>${say('noCorrections')}</p>` : html`<ul class="bare">${corrections.map((one) => html`<li>${correctionLine(locale, one)}</li>`)}</ul>`}`;
}

function changedLine({ locale, palette, languages }: Look, { statement, drift, difference }: DriftOfStatement): Html {
  return html`<li><a class="plain" href="/statements/${statement.id}">${inlineQuoteOf({ ...statement, language: languages?.get(statement.id) })}</a><br>${verdictOf(locale, drift, difference)} · ${sideName(palette, statement.side)} · <bdi>${statement.article.outlet.name}</bdi></li>`;
}

function correctionLine(locale: Locale, correction: Correction): Part {
  const { statement, article, claim, review, kind, note, effectiveAt } = correction;
  const of = statement
    ? html`<a href="/statements/${statement.id}">${inlineQuoteOf(statement)}</a>`
    : article
      ? html`<a href="/articles/${article.id}"><bdi>${article.title}</bdi></a>`
      : claim
        ? html`<a href="/claims/${claim.slug}"><bdi>${claim.text}</bdi></a>`
        : html`<bdi>${review?.title ?? review?.publisher.name ?? ''}</bdi>`;
  return html`<strong>${correctionWord(locale, kind)}</strong>, ${dateIn(locale, effectiveAt)}: <bdi>${note}</bdi><br>${of}`;
}
