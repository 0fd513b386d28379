import { listDrifts } from '../../analysis/drift/store.ts';
import { html } from '../frame/html.ts';
import type { PageContent } from '../frame/layout.ts';
import type { Visit } from '../frame/visit.ts';
import { differenceOf } from '../parts/difference.ts';
import { languagesOf } from '../parts/languages-store.ts';
import { nextLink } from '../parts/list.ts';
import { readPalette } from '../parts/palette.ts';
import { sourceLine } from '../parts/statement-card.ts';
import { verdictOf } from '../parts/verdict.ts';

const PAGE = 50;

/** What became of quotes after publication, everywhere or in one article. */
export async function driftPage(
  { engine, locale, cursors, address }: Visit,
  article: string | undefined,
  cursor: string | undefined,
): Promise<PageContent> {
  const { say } = locale;
  const list = `/drift ${article ?? ''}`;
  const after = cursor === undefined ? null : cursors.open(list, cursor);
  const filter = { drift: ['altered' as const, 'gone' as const], ...(article && { article: [article] }) };
  const [page, palette] = await Promise.all([
    listDrifts(engine.read, filter, { limit: PAGE, after, count: false }),
    readPalette(engine.read),
  ]);
  const languages = await languagesOf(
    engine.read,
    page.items.map(({ statement }) => statement.id),
  );
  return {
    title: say('changedQuotes'),
    description: say('changedLead'),
    alternates: [
      {
        type: 'application/json',
        href: `/v1/drift?drift=altered&drift=gone${article ? `&article=${encodeURIComponent(article)}` : ''}`,
        label: 'JSON',
      },
    ],
    body: html`<h1>${say('changedQuotes')}</h1><p class="lead">${say('changedLead')}</p>
${page.items.length === 0 && html`<p>${say('noneChanged')}</p>`}
<ol class="results">${page.items.map(({ statement, drift, difference, closest }) => {
      const language = languages.get(statement.id);
      return html`<li class="s${palette.signOf(statement.side?.id)}"><a class="plain" href="/statements/${statement.id}">${differenceOf({ was: statement.quote, is: closest?.text ?? null, language, locale })}</a>
${sourceLine({ locale, palette, languages }, statement)}
<p class="checked">${verdictOf(locale, drift, difference)} · <a href="/articles/${statement.article.id}#changes"><bdi>${statement.article.title}</bdi></a></p></li>`;
    })}</ol>
${nextLink(locale, address, page.next === null ? null : cursors.seal(list, page.next))}`,
  };
}
