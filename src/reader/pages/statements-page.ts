import { listStatements } from '../../analysis/statements/list-store.ts';
import { Failure } from '../../kernel/failure.ts';
import { type Html, html } from '../frame/html.ts';
import type { PageContent } from '../frame/layout.ts';
import type { Visit } from '../frame/visit.ts';
import { nextLink } from '../parts/list.ts';
import { readPalette } from '../parts/palette.ts';
import { statementCard } from '../parts/statement-card.ts';
import {
  type Asked,
  askedIn,
  type Filters,
  filterForm,
  filtersIn,
  queryOfFilters,
  readFilterChoices,
} from './statements-filter.ts';

const PAGE = 50;

/** Statements that a link of another page leads to, or that a reader chooses: by all filters of the API's list. */
export async function statementsPage(
  visit: Visit,
  query: Record<string, unknown>,
  cursor: string | undefined,
): Promise<PageContent> {
  const { engine, locale } = visit;
  const { say } = locale;
  const asked = askedIn(query);
  const found = await foundOrRefused(visit, asked, cursor);
  const isRefused = found instanceof Failure;
  const choices = await readFilterChoices(engine.read, isRefused ? {} : found.filters);
  const title = say('statementsTitle');
  return {
    title,
    width: 'wide',
    ...(isRefused ? { status: found.status, isPrivate: true } : { alternates: alternatesOf(found.filters) }),
    body: html`<h1>${title}</h1>${filterForm(locale, asked, choices)}
${isRefused ? html`<div class="notice" role="alert"><p>${say('notPossible')}</p><p lang="en" dir="ltr">${found.message}</p></div>` : found.body}`,
  };
}

/** What a reader can mend in the form is told beside it; anything else goes on. */
async function foundOrRefused(visit: Visit, asked: Asked, cursor: string | undefined) {
  try {
    const filters = filtersIn(asked);
    return { filters, body: await foundBy(visit, filters, cursor) };
  } catch (error) {
    if (error instanceof Failure && error.status < 500) return error;
    throw error;
  }
}

async function foundBy(
  { engine, locale, cursors, address }: Visit,
  filters: Filters,
  cursor: string | undefined,
): Promise<Html> {
  const { say } = locale;
  const list = `/statements ${JSON.stringify(filters)}`;
  const after = cursor === undefined ? null : cursors.open(list, cursor);
  const filter = { ...filters, status: 'published' as const };
  const [page, palette] = await Promise.all([
    listStatements(engine, filter, '-saidAt', { limit: PAGE, after, count: true }, { drafts: false }),
    readPalette(engine.read),
  ]);
  const total = page.total ?? page.totalAtLeast ?? 0;
  return html`<p class="facts" role="status">${page.total === null && '≥ '}${say('statements', { n: total })}</p>
<div class="columns">${page.items.map((one) => statementCard({ locale, palette }, one))}</div>
${page.items.length === 0 && html`<p>${say('nothingHere')}</p>`}
${nextLink(locale, address, page.next === null ? null : cursors.seal(list, page.next))}`;
}

function alternatesOf(filters: Filters): NonNullable<PageContent['alternates']> {
  const query = queryOfFilters(filters).toString();
  const api = `/v1/statements${query === '' ? '' : `?${query}`}`;
  const join = query === '' ? '?' : '&';
  return [
    { type: 'application/json', href: api, label: 'JSON' },
    { type: 'application/atom+xml', href: `${api}${join}format=atom`, label: 'Atom' },
    { type: 'text/csv', href: `${api}${join}format=csv`, label: 'CSV' },
  ];
}
