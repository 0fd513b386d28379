import { listStatements } from '../../analysis/statements/list-store.ts';
import { html } from '../frame/html.ts';
import type { PageContent } from '../frame/layout.ts';
import type { Visit } from '../frame/visit.ts';
import { nextLink, withoutParameter } from '../parts/list.ts';
import { readPalette } from '../parts/palette.ts';
import { statementCard } from '../parts/statement-card.ts';

const PAGE = 50;

export type StatementsAsked = {
  [Name in 'dispute' | 'question' | 'claim' | 'speaker' | 'side' | 'outlet' | 'article']?: string[] | undefined;
};

/** Statements that a link of another page leads to: of a side, of a speaker, on a claim. */
export async function statementsPage(
  visit: Visit,
  asked: StatementsAsked,
  cursor: string | undefined,
): Promise<PageContent> {
  const { engine, locale, cursors, address } = visit;
  const { say } = locale;
  const list = `/statements ${JSON.stringify(asked)}`;
  const after = cursor === undefined ? null : cursors.open(list, cursor);
  const filter = { ...asked, status: 'published' as const };
  const [page, palette] = await Promise.all([
    listStatements(engine, filter, '-saidAt', { limit: PAGE, after, count: true }, { drafts: false }),
    readPalette(engine.read),
  ]);
  const total = page.total ?? page.totalAtLeast ?? 0;
  const query = withoutParameter(address, 'cursor').split('?')[1] ?? '';
  const api = `/v1/statements${query === '' ? '' : `?${query}`}`;
  const join = query === '' ? '?' : '&';
  return {
    title: say('statementsTitle'),
    width: 'wide',
    alternates: [
      { type: 'application/json', href: api, label: 'JSON' },
      { type: 'application/atom+xml', href: `${api}${join}format=atom`, label: 'Atom' },
      { type: 'text/csv', href: `${api}${join}format=csv`, label: 'CSV' },
    ],
    body: html`<h1>${say('statementsTitle')}</h1><p class="facts">${page.total === null && '≥ '}${say('statements', { n: total })}${Object.values(asked).some(Boolean) && html` · <bdi>${Object.values(asked).flat().join(', ')}</bdi>`}</p>
<div class="columns">${page.items.map((one) => statementCard({ locale, palette }, one))}</div>
${page.items.length === 0 && html`<p>${say('nothingHere')}</p>`}
${nextLink(locale, address, page.next === null ? null : cursors.seal(list, page.next))}`,
  };
}
