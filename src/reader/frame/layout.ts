import { assetAddress } from './assets.ts';
import { type Html, html, joined, markupOf, type Part } from './html.ts';
import { LANGUAGES, type Locale, localeNamed, OWN_NAMES } from './locale.ts';

/** The same as a page in another form: what programs, spreadsheets and feed readers take. */
export type Alternate = { type: string; href: string; label: string };

export type PageContent = {
  title: string;
  /** A sentence for who finds the page elsewhere: search engines, and messages that it is shared in. */
  description?: string;
  body: Html;
  alternates?: Alternate[];
  /** A picture of the page, as an address of this service. */
  picture?: string;
  /** Data for machines, in a block of its own. */
  data?: Html | null;
  /** Scripts that the page is better with, by their names among the assets. */
  scripts?: string[];
  /** Styles besides those of every page, likewise. */
  styles?: string[];
  /** Whether search engines should leave it out. */
  isPrivate?: boolean;
  /** Of the answer, where it is not 200: a page may tell what was refused beside what it shows. */
  status?: number;
  /** Where the browser goes on to by itself. */
  refresh?: string;
  /** Whether it is the same whenever it is looked at; then it does not tell the time, and stays the same to the byte. */
  isTimeless?: boolean;
  /** The width of the text: `wide` where things stand side by side. */
  width?: 'text' | 'wide';
};

type Around = { locale: Locale; base: string; address: string; isSignedIn: boolean };

/** The whole document. */
export function documentOf(page: PageContent, { locale, base, address, isSignedIn }: Around): string {
  const { say } = locale;
  const {
    title,
    description,
    body,
    alternates = [],
    picture,
    data,
    scripts = [],
    styles = [],
    isPrivate,
    isTimeless,
    refresh,
    width = 'text',
  } = page;
  const url = `${base}${address}`;
  return markupOf(html`<!doctype html>
<html lang="${locale.language}" dir="${locale.direction}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – Counterclaim</title>
${description && html`<meta name="description" content="${description}">`}
<meta name="color-scheme" content="light dark">
${refresh && html`<meta http-equiv="refresh" content="0; url=${refresh}">`}
${isPrivate && html`<meta name="robots" content="noindex">`}
<meta property="og:title" content="${title}">
<meta property="og:type" content="article">
<meta property="og:site_name" content="Counterclaim">
<meta property="og:url" content="${url}">
${description && html`<meta property="og:description" content="${description}">`}
${picture && html`<meta property="og:image" content="${base}${picture}">`}
${['style.css', ...styles].map((name) => html`<link rel="stylesheet" href="${assetAddress(name)}">\n`)}<link rel="icon" href="${assetAddress('icon.svg')}" type="image/svg+xml">
<link rel="search" type="application/opensearchdescription+xml" href="/opensearch.xml" title="Counterclaim">
${alternates.map(({ type, href }) => html`<link rel="alternate" type="${type}" href="${href}">\n`)}
${[...scripts, 'page.js'].map((name) => html`<script type="module" src="${assetAddress(name)}"></script>\n`)}
${data && html`<script type="application/ld+json">${data}</script>`}
</head>
<body>
<a class="skip" href="#main">${say('skip')}</a>
<header class="top">
<a class="name" href="/">Counterclaim</a>
<nav aria-label="${say('siteMenu')}">
<a href="/search">${say('search')}</a>
<a href="/check">${say('check')}</a>
<a href="/drift">${say('changedQuotes')}</a>
<a href="/desk">${say('desk')}</a>
</nav>
</header>
<main id="main" class="${width}" tabindex="-1">
${body}
</main>
<footer>
${
  alternates.length > 0 &&
  html`<p>${say('alsoAs')} ${joined(
    alternates.map(({ href, label }) => html`<a href="${href}">${label}</a>`),
    ' · ',
  )}</p>`
}
<p class="printed">${!isTimeless && say('shownAt', { at: new Date().toISOString().slice(0, 16).replace('T', ' ') })} <span dir="ltr">${url}</span></p>
<p><a href="/docs">${say('forPrograms')}</a> · ${joined(
    LANGUAGES.filter((one) => one !== locale.language).map((one) => languageLink(address, one)),
    ' · ',
  )}${isSignedIn && html` · <form class="inline" method="post" action="/desk/sign-out"><button class="link">${say('signOut')}</button></form>`}</p>
</footer>
</body>
</html>
`);
}

function languageLink(address: string, language: (typeof LANGUAGES)[number]): Part {
  const [path = '/', query = ''] = address.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set('lang', language);
  const { direction } = localeNamed(language);
  return html`<a href="${path}?${parameters.toString()}" lang="${language}" dir="${direction}" hreflang="${language}" rel="nofollow">${OWN_NAMES[language]}</a>`;
}
