import { type Html, html, type Part } from '../frame/html.ts';
import type { PageContent } from '../frame/layout.ts';
import type { Locale } from '../frame/locale.ts';
import type { Entry } from './reference.ts';

/**
 * A page of the documentation: the same for everybody until the service changes. Most of it is the document's own English,
 * so that it runs from left to right in every language; a sentence of the interface says its direction itself.
 */
export function docsPage(page: PageContent): PageContent {
  return {
    ...page,
    styles: ['docs.css'],
    scripts: ['docs.js'],
    isTimeless: true,
    body: html`<div class="docs" dir="ltr">${page.body}</div>`,
  };
}

/** Where the page stands in the documentation. */
export function trail({ say }: Locale, more: Part = null): Html {
  return html`<nav class="trail" aria-label="${say('docsTrail')}"><a href="/docs">${say('docsTitle')}</a>${more && html` <span aria-hidden="true">›</span> ${more}`}</nav>`;
}

export function methodOf(method: string): Html {
  return html`<span class="method ${method.toLowerCase()}">${method}</span>`;
}

/** A line of a list of operations; `isHere` on the page of the operation itself. */
export function entryLine(
  { id, method, path, operation }: Entry,
  { isHere = false, isHidden = false, also = '' } = {},
): Html {
  return html`<li${isHidden && html` hidden`}${also !== '' && html` data-also="${also}"`}><a href="/docs/${id}" lang="en"${isHere && html` aria-current="page"`}>${methodOf(method)} <code>${broken(path)}</code> <span class="does">${operation.summary}</span></a></li>
`;
}

/** A path that may be broken before each of its segments, and nowhere in them. */
export function broken(path: string): Part {
  return path.split('/').map((segment, at) => (at === 0 ? segment : html`<wbr>/${segment}`));
}
