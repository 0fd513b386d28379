import { listChanges } from '../../history/feed.ts';
import { rowById } from '../../platform/engine/rows.ts';
import { findSnapshot } from '../../record/articles/store.ts';
import type { Statement } from '../../record/statements/statement.ts';
import { getStatement } from '../../record/statements/store.ts';
import { type Html, html, joined, type Part } from '../frame/html.ts';
import type { Alternate, PageContent } from '../frame/layout.ts';
import type { Locale } from '../frame/locale.ts';
import type { Visit } from '../frame/visit.ts';
import { dateIn } from '../parts/dates.ts';
import { placeInText } from '../parts/excerpt.ts';
import { languagesOf } from '../parts/languages-store.ts';
import { readPalette } from '../parts/palette.ts';
import { langOf, quoteOf } from '../parts/quoted.ts';
import { type Look, sourceLine, statementCard } from '../parts/statement-card.ts';
import { answerWord, correctionWord, stanceWord, verdictOf, warningWords } from '../parts/verdict.ts';
import { citationsOf } from './citation.ts';
import { historyOf } from './history.ts';

/** Lines of history that the page tells. */
const HISTORY = { limit: 50, after: null, count: false };

/** One statement: its words large, whose they are, whether they appear in the article, and what answers them. */
export async function statementPage(visit: Visit, reference: string): Promise<PageContent> {
  const { engine, sight, locale } = visit;
  const { say } = locale;
  const statement = await getStatement(engine.read, reference, sight);
  const links = [...statement.rebuts, ...statement.rebuttals].map((link) => link.statement.id);
  const [palette, languages, place, history, cited] = await Promise.all([
    readPalette(engine.read),
    languagesOf(engine.read, links),
    textAround(visit, statement),
    listChanges(engine.read, { entity: statement.id }, HISTORY, sight),
    rowById(engine.read, 'articles', statement.article.id),
  ]);
  const look: Look = { locale, palette, languages };
  const { speaker, side, quote, article } = statement;
  const start = quote.length > 80 ? `${quote.slice(0, 79).trimEnd()}…` : quote;
  return {
    title: `${speaker.name}: ${start}`,
    description: `${speaker.name}${side === null ? '' : ` (${side.name})`}, ${article.outlet.name}: ${quote.slice(0, 300)}`,
    width: 'wide',
    alternates: alternatesOf(statement),
    isPrivate: statement.status !== 'published',
    body: html`<article class="one s${palette.signOf(side?.id)}">
${statement.status === 'draft' && html`<p class="notice">${say('isDraft')}</p>`}
<h1 class="quoted">${quoteOf(statement, 'large')}</h1>
${sourceLine(look, statement)}
${aboutWords(locale, statement)}
</article>
<section aria-labelledby="checked"><h2 id="checked">${say('inTheArticle')}</h2>${checkOf(locale, statement, place)}</section>
${statement.corrections.length > 0 && html`<section class="notice" aria-labelledby="corrections"><h2 id="corrections">${say('corrections')}</h2>${correctionsOf(locale, statement.corrections)}</section>`}
${stancesOf(locale, statement)}
<div class="columns">
<section aria-labelledby="answers"><h2 id="answers">${say('whatItAnswers')}</h2>${linksOf(look, statement.rebuts, say('answersNothing'))}</section>
<section aria-labelledby="answered"><h2 id="answered">${say('whatAnswersIt')}</h2>${linksOf(look, statement.rebuttals, say('answeredByNobody'))}</section>
</div>
${links.length > 0 && html`<p><a href="/statements/${statement.id}/thread">${say('asPicture')}</a></p>`}
${statement.note && html`<section aria-labelledby="note"><h2 id="note">${say('note')}</h2><p class="prose" dir="auto">${statement.note}</p></section>`}
<section aria-labelledby="cite"><h2 id="cite">${say('cite')}</h2>${citationsOf(locale, statement, cited)}</section>
<details><summary>${say('history')}</summary>${historyOf(locale, history.items)}</details>
${visit.caller.scope !== null && visit.sight.drafts && html`<p><a href="/desk/statements/${statement.id}">${say('editAtDesk')}</a></p>`}
<p><a href="/disputes/${statement.dispute.slug}"><bdi>${statement.dispute.title}</bdi></a></p>`,
  };
}

async function textAround(
  { engine, seesTexts }: Visit,
  { article, anchor, language }: Statement,
): Promise<Html | null> {
  if (anchor.snapshot === null || anchor.start === null || anchor.end === null) return null;
  const snapshot = await findSnapshot(engine.read, article.id, anchor.snapshot);
  if (snapshot === null) return null;
  const spans = anchor.parts ?? [{ start: anchor.start, end: anchor.end }];
  return placeInText(snapshot.text, spans, { language, seesTexts });
}

function aboutWords(locale: Locale, { original, translations, repeats, groundRules }: Statement): Part {
  const { say } = locale;
  return html`${groundRules !== 'on-record' && html`<p>${say(groundRules === 'background' ? 'onBackground' : 'onDeepBackground')}</p>`}
${original && html`<p>${say('originally')}</p>${quoteOf({ quote: original.text, language: original.language })}`}
${translations.map(({ text, language, translator, method, stale }) => html`<p>${say('translated')} (${joined([language, translator, method, stale && say('stale')], ', ')})</p>${quoteOf({ quote: text, language })}`)}
${repeats && html`<p>${say('repeats')} <a href="/statements/${repeats.id}"><bdi>${repeats.article.outlet.name}</bdi></a></p>`}`;
}

/** What the check found, in plain words, with the sentence where the words stand. */
function checkOf(locale: Locale, statement: Statement, place: Html | null): Html {
  const { say } = locale;
  const { anchor, drift } = statement;
  const { closest, difference, elsewhere = [] } = anchor;
  const told = warningWords(locale, [...anchor.warnings, ...statement.warnings]);
  return html`<p class="checked">${verdictOf(locale, anchor.result, difference)}</p>
${place}
${!place && statement.context && html`<blockquote class="around"${langOf(statement.language)}>${statement.context}</blockquote>`}
${closest && html`<p>${say('articleHas')}</p>${quoteOf({ quote: closest.text, language: statement.language })}`}
${elsewhere.length > 0 && html`<p>${say('elsewhere')} ${elsewhere.map((one) => (one.in === 'title' ? say('inTitle') : one.in === 'snapshot' ? say('inSnapshot', { n: one.snapshot ?? 0 }) : say('inText'))).join(', ')}</p>`}
${told.length > 0 && html`<ul class="warnings">${told.map((one) => html`<li>${one}</li>`)}</ul>`}
${drift && html`<p>${say('sinceThen')} ${verdictOf(locale, drift.drift, drift.difference)}</p>${drift.closest && quoteOf({ quote: drift.closest.text, language: statement.language })}`}
<p><a href="${anchor.url}" rel="external">${say('openAtQuote')}</a> · <a href="/articles/${statement.article.id}"><bdi>${statement.article.title}</bdi></a>, <bdi>${statement.article.outlet.name}</bdi>, ${dateIn(locale, statement.article.publishedAt)}</p>`;
}

function stancesOf(locale: Locale, { stances }: Statement): Html | null {
  if (stances.length === 0) return null;
  const { say } = locale;
  return html`<section aria-labelledby="stances"><h2 id="stances">${say('stances')}</h2><ul class="plainly">${stances.map(
    ({ claim, stance }) =>
      html`<li>${stanceWord(locale, stance)}: <a href="/claims/${claim.slug}"><bdi>${claim.text}</bdi></a></li>`,
  )}</ul></section>`;
}

function linksOf(look: Look, links: Statement['rebuts'], nothing: string): Html {
  if (links.length === 0) return html`<p>${nothing}</p>`;
  return html`<ul class="bare">${links.map(
    ({ kind, note, statement }) =>
      html`<li><p class="bond"><strong>${answerWord(look.locale, kind)}</strong>${note && html`: <bdi>${note}</bdi>`}</p>${statementCard(look, statement)}</li>`,
  )}</ul>`;
}

export function correctionsOf(locale: Locale, corrections: Statement['corrections']): Html {
  return html`<ul class="plainly">${corrections.map(
    ({ kind, note, effectiveAt }) =>
      html`<li><strong>${correctionWord(locale, kind)}</strong>, ${dateIn(locale, effectiveAt)}: <bdi class="prose">${note}</bdi></li>`,
  )}</ul>`;
}

function alternatesOf({ id, status, article }: Statement): Alternate[] {
  if (status !== 'published') return [];
  return [
    { type: 'application/json', href: `/v1/statements/${id}`, label: 'JSON' },
    { type: 'application/ld+json', href: `/v1/articles/${article.id}/annotations`, label: 'Web Annotation' },
    { type: 'text/vnd.graphviz', href: `/v1/statements/${id}/thread`, label: 'Thread' },
  ];
}
