import type { SearchResult } from '../../analysis/search/result.ts';
import { searchRecord } from '../../analysis/search/store.ts';
import { type Html, html, trusted } from '../frame/html.ts';
import type { PageContent } from '../frame/layout.ts';
import type { Visit } from '../frame/visit.ts';
import { languagesOf } from '../parts/languages-store.ts';
import { nextLink } from '../parts/list.ts';
import { readPalette } from '../parts/palette.ts';
import { langOf } from '../parts/quoted.ts';
import { type Look, sourceLine } from '../parts/statement-card.ts';
import { verdictOf } from '../parts/verdict.ts';
import { searchBox } from './front-page.ts';

const PAGE = 30;
const KINDS = ['statement', 'claim', 'speaker', 'article'] as const;

/** What was found, the best first, with the words marked where they stand. */
export async function searchPage(
  visit: Visit,
  q: string,
  kind: SearchResult['kind'] | undefined,
  cursor: string | undefined,
): Promise<PageContent> {
  const { engine, locale, cursors, address } = visit;
  const { say } = locale;
  const list = `/search ${JSON.stringify([q, kind])}`;
  const after = cursor === undefined ? null : cursors.open(list, cursor);
  const kinds = kind === undefined ? KINDS : [kind];
  const [found, palette] = await Promise.all([
    searchRecord(engine, q, kinds, { limit: PAGE, after, count: true }),
    readPalette(engine.read),
  ]);
  const languages = await languagesOf(
    engine.read,
    found.items.flatMap((one) => (one.kind === 'statement' ? one.statement.id : [])),
  );
  const total = found.total ?? found.totalAtLeast ?? 0;
  const query = new URLSearchParams([['q', q], ...(kind === undefined ? [] : [['kind', kind]])] as [string, string][]);
  return {
    title: q === '' ? say('search') : `${q} – ${say('search')}`,
    isPrivate: true,
    alternates: [{ type: 'application/json', href: `/v1/search?${query}`, label: 'JSON' }],
    body: html`<h1>${say('search')}</h1>${searchBox(locale, q)}
<p class="n">${say('searchHelp')}</p>
${
  q !== '' &&
  html`<p class="facts" role="status">${say('found', { n: total })}</p>
<ol class="results">${found.items.map((one) => html`<li>${resultOf({ locale, palette, languages }, one)}</li>`)}</ol>
${total === 0 && html`<p>${say('foundNothing')}</p>`}
${nextLink(locale, address, found.next === null ? null : cursors.seal(list, found.next))}`
}`,
  };
}

/** Snippets come escaped, with `<mark>` around what was found. */
function resultOf(look: Look, result: SearchResult): Html {
  const { say } = look.locale;
  const snippet = trusted(result.snippet);
  if (result.kind === 'statement') {
    const { statement } = result;
    return html`<a class="plain" href="/statements/${statement.id}"><blockquote class="quote middle"${langOf(look.languages?.get(statement.id))}>${snippet}</blockquote></a>${sourceLine(look, statement)}<p class="checked">${verdictOf(look.locale, statement.anchor.result)}</p>`;
  }
  if (result.kind === 'claim') {
    return html`<p class="n">${say('claim')}</p><p><a href="/claims/${result.claim.slug}"><bdi>${snippet}</bdi></a></p>`;
  }
  if (result.kind === 'speaker') {
    return html`<p class="n">${say('speaker')}</p><p><a href="/speakers/${result.speaker.slug}"><bdi>${snippet}</bdi></a></p>`;
  }
  const { article } = result;
  return html`<p class="n">${say('article')} · <bdi>${article.outlet.name}</bdi></p><p><a href="/articles/${article.id}"><bdi>${article.title}</bdi></a></p><p dir="auto">${snippet}</p>`;
}
