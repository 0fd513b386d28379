import { type Html, html } from '../frame/html.ts';
import type { PageContent } from '../frame/layout.ts';
import { docsPage, entryLine } from './parts.ts';
import { type Entry, type Group, parametersOf, type Reference } from './reference.ts';
import { prose, type Shown } from './schema-view.ts';

/**
 * Every operation by its group, what a reader looks for first before the rest; what lacks a word of `asked` is hidden,
 * so that the page's script can show it again.
 */
export function indexPage({ reference, locale }: Shown, asked: string): PageContent {
  const { say } = locale;
  const { about, groups } = reference;
  const words = wordsIn(asked);
  const marked = groups.map((group) => ({
    group,
    entries: group.entries.map((entry) => {
      const text = `${group.name} ${group.description} ${entry.id} ${entry.method} ${entry.path} ${entry.operation.summary} ${alsoOf(reference, entry)}`;
      return { entry, isHidden: words.some((word) => !text.toLowerCase().includes(word)) };
    }),
  }));
  const total = marked.flatMap(({ entries }) => entries);
  const counted = (n: number | string) => say('docsShown', { n, total: total.length });
  return docsPage({
    title: say('docsTitle'),
    description: about.summary,
    width: 'wide',
    body: html`<h1>${say('docsTitle')}</h1>
<p class="lead" lang="en">${about.summary}</p>
<form class="search filter" role="search" action="/docs" id="filter"><label for="q">${say('docsFilter')}</label>
<div><input type="search" id="q" name="q" value="${asked}" maxlength="200" dir="auto" autocomplete="off" aria-describedby="shown"><button>${say('docsFilterButton')}</button></div>
<p class="n" id="shown" role="status" data-text="${counted('{n}')}">${counted(total.filter(({ isHidden }) => !isHidden).length)}</p></form>
<div class="index"><div class="about">
<nav class="groups" aria-label="${say('docsGroups')}"><ul class="bare">${groups.map(({ name }) => html`<li><a href="#${name}" lang="en">${name}</a></li>\n`)}</ul></nav>
<ul class="bare besides"><li><a href="/docs/problems">${say('docsProblems')}</a></li>
<li><a href="/docs/schemas">${say('docsSchemas')}</a></li>
<li><a href="/openapi.json">openapi.json</a></li>
<li><a href="/openapi.yaml">openapi.yaml</a></li></ul></div>
<div id="operations"><details class="general"><summary dir="auto">${say('docsGeneral')}</summary>${prose(about.description)}</details>
${marked.map(({ group, entries }) => groupView(group, entries, reference))}</div></div>`,
  });
}

type Marked = { entry: Entry; isHidden: boolean };

function groupView({ name, description }: Group, entries: readonly Marked[], reference: Reference): Html {
  const isEmpty = entries.every(({ isHidden }) => isHidden);
  return html`<section class="group" aria-labelledby="${name}"${isEmpty && html` hidden`}><h2 id="${name}" lang="en">${name} <span class="n">${description}</span></h2>
<ul class="bare operations">${entries.map(({ entry, isHidden }) => entryLine(entry, { isHidden, also: alsoOf(reference, entry) }))}</ul></section>
`;
}

/** What it is found by, although its line does not say it: its parameters. */
function alsoOf(reference: Reference, { operation }: Entry): string {
  return parametersOf(reference, operation)
    .map(({ name }) => name)
    .join(' ');
}

function wordsIn(asked: string): string[] {
  return asked
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}
