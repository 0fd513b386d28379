import { listDrifts } from '../../analysis/drift/store.ts';
import { countBy } from '../../analysis/statements/counting.ts';
import { readFilter } from '../../analysis/statements/filter.ts';
import { listStatements } from '../../analysis/statements/list-store.ts';
import { sumOf } from '../../analysis/statements/tabulate.ts';
import type { Handle } from '../../platform/engine/tables.ts';
import type { Article } from '../../record/articles/article.ts';
import { findSnapshot, getArticle, listSnapshots } from '../../record/articles/store.ts';
import { briefsOf } from '../../record/briefs.ts';
import type { Statement } from '../../record/statements/statement.ts';
import { type Html, html, joined, type Part } from '../frame/html.ts';
import type { PageContent } from '../frame/layout.ts';
import type { Locale } from '../frame/locale.ts';
import type { Visit } from '../frame/visit.ts';
import { dateIn } from '../parts/dates.ts';
import { differenceOf } from '../parts/difference.ts';
import { readPalette, sideName } from '../parts/palette.ts';
import { type Look, sourceLine, statementCard } from '../parts/statement-card.ts';
import { verdictOf } from '../parts/verdict.ts';
import { changedSentences } from './changed-sentences.ts';
import { correctionsOf } from './statement-page.ts';

/** What it quotes and what was altered of it: no page tells of more than 200 statements. */
const STATEMENTS_MAX = 150;
const ALTERED_MAX = 50;
const SNAPSHOTS_MAX = 50;
const PUBLISHED = { drafts: false };
const first = (limit: number) => ({ limit, after: null, count: false });

/** An article: what it quotes, in the order of its text, and what its later texts made of that. */
export async function articlePage(visit: Visit, reference: string): Promise<PageContent> {
  const { engine, locale } = visit;
  const { say } = locale;
  const { read } = engine;
  const article = await getArticle(read, reference);
  const [statements, sides, drifts, snapshots, palette] = await Promise.all([
    listStatements(
      engine,
      { article: [article.id], status: 'published' },
      'createdAt',
      first(STATEMENTS_MAX),
      PUBLISHED,
    ),
    countedBySide(read, article.id),
    article.snapshots > 1
      ? listDrifts(read, { article: [article.id], drift: ['altered', 'gone'] }, first(ALTERED_MAX))
      : null,
    listSnapshots(read, article.id, first(SNAPSHOTS_MAX)),
    readPalette(read),
  ]);
  const look: Look = { locale, palette };
  const inOrder = statements.items.toSorted((a, b) => placeOf(a) - placeOf(b));
  const total = sumOf(sides);
  const list = `article=${article.id}`;
  return {
    title: article.title,
    description: `${article.outlet.name}, ${dateIn(locale, article.publishedAt)}: ${say('statements', { n: total })}`,
    alternates: [
      { type: 'application/json', href: `/v1/articles/${article.id}`, label: 'JSON' },
      { type: 'application/ld+json', href: `/v1/articles/${article.id}/annotations`, label: 'Web Annotation' },
      { type: 'text/csv', href: `/v1/statements?${list}&format=csv`, label: 'CSV' },
    ],
    body: html`<header class="head"><p class="n">${say('article')}</p><h1><bdi>${article.title}</bdi></h1>${sourceOf(locale, article)}
<p class="facts">${joined([say('statements', { n: total }), ...sides.map(({ side, n }): Part => html`${sideName(palette, side)} (${locale.number(n)})`)], ' · ')}</p></header>
${article.corrections.length > 0 && html`<section class="notice"><h2>${say('corrections')}</h2>${correctionsOf(locale, article.corrections)}</section>`}
${await changesOf(visit, article, look, drifts, snapshots.items)}
<section aria-labelledby="quotes"><h2 id="quotes">${say('whatItQuotes')}</h2>${inOrder.map((one) => statementCard(look, one))}
${inOrder.length === 0 && html`<p>${say('nothingHere')}</p>`}
${statements.next !== null && html`<p class="next"><a href="/statements?${list}">${say('allStatements', { n: total })}</a></p>`}</section>
${visit.sight.drafts && html`<p><a href="/desk/articles/${article.id}">${say('editAtDesk')}</a></p>`}`,
  };
}

/** What has no place in the text stands last. */
function placeOf({ anchor }: Statement): number {
  return anchor.start ?? Number.MAX_SAFE_INTEGER;
}

function sourceOf(locale: Locale, { outlet, byline, agencies, publishedAt, url, archiveUrl }: Article): Html {
  const { say } = locale;
  return html`<p class="source">${joined(
    [
      html`<a href="/statements?outlet=${outlet.slug}"><bdi>${outlet.name}</bdi></a>`,
      byline.length > 0 && html`<bdi>${byline.join(', ')}</bdi>`,
      agencies.length > 0 && html`<bdi>${agencies.join(', ')}</bdi>`,
      dateIn(locale, publishedAt),
      html`<a href="${url}" rel="external">${say('openArticle')}</a>`,
      archiveUrl && html`<a href="${archiveUrl}" rel="external">${say('archived')}</a>`,
    ],
    ' · ',
  )}</p>`;
}

/** How many of all its statements each side made. */
async function countedBySide(from: Handle, article: string) {
  const filter = await readFilter(from, { article: [article], status: 'published' }, PUBLISHED);
  const counts = await countBy(from, filter, ['side']);
  const names = await briefsOf(
    from,
    'side',
    counts.map(({ side }) => side),
  );
  return counts.map(({ side, n }) => ({ side: names.get(side) ?? null, n }));
}

type Drifts = Awaited<ReturnType<typeof listDrifts>>;
type Snapshots = Awaited<ReturnType<typeof listSnapshots>>['items'];

/** What the later texts changed: the quotes first, then, for who may read the texts, every changed sentence. */
async function changesOf(
  visit: Visit,
  article: Article,
  look: Look,
  drifts: Drifts | null,
  snapshots: Snapshots,
): Promise<Html | null> {
  const { say } = look.locale;
  if (snapshots.length < 2) return html`<p class="n">${say('textsHeld', { n: snapshots.length })}</p>`;
  const [before, after] = snapshots.toSorted((a, b) => (a.retrievedAt < b.retrievedAt ? -1 : 1)).slice(-2) as [
    Snapshots[number],
    Snapshots[number],
  ];
  const sentences = visit.seesTexts ? await sentencesBetween(visit, article, before.number, after.number) : null;
  return html`<section aria-labelledby="changes"><h2 id="changes">${say('changesOfText')}</h2>
<p class="facts">${say('textsHeld', { n: snapshots.length })} · ${dateIn(look.locale, before.retrievedAt)} → ${dateIn(look.locale, after.retrievedAt)}</p>
<h3>${say('alteredQuotes')}</h3>
${!drifts?.items.length && html`<p>${say('noQuoteAltered')}</p>`}
${drifts?.items.map(({ statement, drift, closest, difference }) => {
  return html`<article class="statement s${look.palette.signOf(statement.side?.id)}"><a class="plain" href="/statements/${statement.id}">${differenceOf({ was: statement.quote, is: closest?.text ?? null, language: article.language, locale: look.locale })}</a>${sourceLine(look, statement)}<p class="checked">${verdictOf(look.locale, drift, difference)}</p></article>`;
})}
${drifts?.next && html`<p class="next"><a href="/drift?article=${article.id}">${say('allOfThem')}</a></p>`}
${sentences && html`<h3>${say('changedSentences')}</h3>${sentences}`}</section>`;
}

async function sentencesBetween(
  { engine, locale }: Visit,
  article: Article,
  before: number,
  after: number,
): Promise<Html> {
  const [one, other] = await Promise.all([
    findSnapshot(engine.read, article.id, before),
    findSnapshot(engine.read, article.id, after),
  ]);
  const changes = changedSentences(one?.text ?? '', other?.text ?? '', article.language);
  if (changes === null) return html`<p>${locale.say('tooDifferent')}</p>`;
  return html`<ol class="sentences">${changes.map(({ was, is }) =>
    was === null
      ? html`<li><ins dir="auto">${is}</ins></li>`
      : html`<li>${differenceOf({ was, is, language: article.language, locale })}</li>`,
  )}</ol>`;
}
