import { bibliographyLine, STYLES, type Style } from '../../exchange/formats/bibliography.ts';
import { bibtex, citationOf } from '../../exchange/formats/citation.ts';
import type { Tables } from '../../platform/engine/tables.ts';
import type { Statement } from '../../record/statements/statement.ts';
import { type Html, html } from '../frame/html.ts';
import type { Locale } from '../frame/locale.ts';

const NAMES: Record<Style, string> = { apa: 'APA', chicago: 'Chicago', mla: 'MLA' };

/** The statement as it is cited in each style and in BibTeX, each ready to be copied. */
export function citationsOf(
  { say }: Locale,
  statement: Statement,
  article: Tables['articles']['$inferSelect'] | null,
): Html {
  const citation = citationOf(statement, article);
  const written = [
    ...STYLES.map((style) => [NAMES[style], bibliographyLine(citation, style).trimEnd()]),
    ['BibTeX', bibtex(citation).trimEnd()],
  ];
  return html`<dl class="citations">${written.map(
    ([name, text], at) =>
      html`<dt>${name}</dt><dd><span id="citation-${at}" class="citation" lang="en" dir="ltr">${text}</span> <button type="button" data-copy="citation-${at}" hidden>${say('copy')}</button></dd>`,
  )}</dl>`;
}
