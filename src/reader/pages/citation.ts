import type { Statement } from '../../record/statements/statement.ts';
import { type Html, html } from '../frame/html.ts';
import type { Locale } from '../frame/locale.ts';

/** The statement as it is cited in four styles, each ready to be copied. */
export function citationsOf({ say }: Locale, statement: Statement, url: string): Html {
  return html`<dl class="citations">${styles(statement, url).map(
    ([name, text], at) =>
      html`<dt>${name}</dt><dd><span id="citation-${at}" class="citation" lang="en" dir="ltr">${text}</span> <button type="button" data-copy="citation-${at}" hidden>${say('copy')}</button></dd>`,
  )}</dl>`;
}

function styles(
  { speaker, quote, saidAt, article, anchor, id }: Statement,
  url: string,
): [name: string, text: string][] {
  const year = (saidAt ?? article.publishedAt).slice(0, 4);
  const { title, outlet, publishedAt } = article;
  const link = anchor.url;
  return [
    [
      'APA',
      `${speaker.name}. (${year}). “${quote}” [Statement]. In “${title}.” ${outlet.name}, ${publishedAt.slice(0, 10)}. ${link}`,
    ],
    [
      'Chicago',
      `${speaker.name}. “${quote}” Quoted in “${title}.” ${outlet.name}, ${publishedAt.slice(0, 10)}. ${link}.`,
    ],
    [
      'MLA',
      `${speaker.name}. “${quote}” Qtd. in “${title}.” ${outlet.name}, ${publishedAt.slice(0, 10)}, ${link}. Record: ${url}.`,
    ],
    [
      'BibTeX',
      `@online{${id}, author = {{${bibtex(speaker.name)}}}, title = {${bibtex(quote)}}, date = {${(saidAt ?? publishedAt).slice(0, 10)}}, organization = {${bibtex(outlet.name)}}, url = {${link}}, note = {Quoted in: ${bibtex(title)}}}`,
    ],
  ];
}

function bibtex(text: string): string {
  return text
    .replace(/[\\{}]/g, '')
    .replace(/([%&#$_])/g, '\\$1')
    .replace(/\s+/g, ' ');
}
