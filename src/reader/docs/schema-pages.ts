import { type Html, html, type Part } from '../frame/html.ts';
import type { PageContent } from '../frame/layout.ts';
import { docsPage, entryLine, trail } from './parts.ts';
import { type Shown, schemaView } from './schema-view.ts';
import { schemaLink } from './type-line.ts';

/** Every schema that has a name. */
export function schemasPage({ reference, locale }: Shown): PageContent {
  const { say } = locale;
  const names = Object.keys(reference.document.components.schemas);
  return docsPage({
    title: say('docsSchemas'),
    width: 'wide',
    body: html`${trail(locale)}
<h1>${say('docsSchemas')}</h1>
<ul class="bare names" lang="en">${names.map((name) => html`<li>${schemaLink(name)}</li>\n`)}</ul>`,
  });
}

/** One of them, with what refers to it. Undefined where there is none of that name. */
export function schemaPage(shown: Shown, name: string): PageContent | undefined {
  const { reference, locale } = shown;
  const { say } = locale;
  const { schemas } = reference.document.components;
  const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
  if (schema === undefined) return undefined;
  const uses = reference.usesOf(name);
  return docsPage({
    title: name,
    body: html`${trail(locale, html`<a href="/docs/schemas">${say('docsSchemas')}</a>`)}
<h1 lang="en"><code>${name}</code></h1>
${schemaView(shown, schema)}
<details><summary>${say('docsAsJsonSchema')}</summary><pre class="code">${JSON.stringify(schema, null, 2)}</pre></details>
${usedBy(say('docsUsedBySchemas'), uses.schemas.length > 0 && html`<ul class="bare names" lang="en">${uses.schemas.map((by) => html`<li>${schemaLink(by)}</li>\n`)}</ul>`)}
${usedBy(say('docsUsedByOperations'), uses.operations.length > 0 && html`<ul class="bare operations">${uses.operations.map((entry) => entryLine(entry))}</ul>`)}`,
  });
}

function usedBy(title: string, list: Part): Html | null {
  return list ? html`<h2>${title}</h2>${list}` : null;
}
