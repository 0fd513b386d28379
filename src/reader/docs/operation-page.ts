import type { Operation, Parameter } from '../../platform/http/document/document.ts';
import { type Html, html, joined, type Part } from '../frame/html.ts';
import type { PageContent } from '../frame/layout.ts';
import type { WordName } from '../frame/locale.ts';
import { answersView } from './answers-view.ts';
import { curlOf, exampleAnswer, exampleBody, textOf } from './curl.ts';
import { broken, docsPage, entryLine, methodOf, trail } from './parts.ts';
import { type Entry, exampleIn, parametersIn, resolved, scopeOf } from './reference.ts';
import { described, prose, type Shown, schemaView } from './schema-view.ts';
import { tryForm } from './try-form.ts';
import { typeLine } from './type-line.ts';

/** All that an operation takes and gives, beside how to call it. */
export function operationPage(shown: Shown, entry: Entry, base: string): PageContent {
  const { reference, locale } = shown;
  const { say } = locale;
  const { operation, method, path, tag } = entry;
  const { summary, description, requestBody } = operation;
  const group = reference.groups.find(({ name }) => name === tag);
  const jumps = [
    requestBody && html`<a href="#body">${say('docsBody')}</a>`,
    html`<a href="#answers">${say('docsAnswers')}</a>`,
    html`<a href="#command">${say('docsCurl')}</a>`,
    html`<a href="#try">${say('docsTry')}</a>`,
  ];
  const answered = exampleAnswer(reference, entry);
  const parameters = (['path', 'query', 'header'] as const).map((place) => parametersView(shown, operation, place));
  return docsPage({
    title: summary,
    description: description.replace(/[`*]/g, ''),
    width: 'wide',
    body: html`${trail(locale, html`<a href="/docs#${tag}">${tag}</a>`)}
<h1 lang="en">${summary}</h1>
<p class="address">${methodOf(method)} <code>${broken(path)}</code></p>
<nav class="jumps" aria-label="${say('docsOnPage')}">${joined(jumps, ' · ')}</nav>
<div class="reference"><div class="said">
${prose(description)}
<p class="needs" dir="auto">${say('docsNeeds')} ${needsOf(shown, operation)}</p>
${parameters}
${requestBody && bodyView(shown, entry, requestBody)}
${answersView(shown, entry)}
</div>
<aside class="called" aria-label="${say('docsCall')}">
<div class="titled"><h2 id="command">${say('docsCurl')}</h2><button type="button" data-copy="curl" hidden>${say('copy')}</button></div>
<pre class="code" id="curl">${curlOf(reference, entry, base)}</pre>
${tryForm(shown, entry)}
${answered && html`<h2>${say('docsAnswerExample')}</h2><p class="n">${answered.status} <code>${answered.type}</code></p><pre class="code">${answered.text}</pre>`}
</aside></div>
${group && group.entries.length > 1 && html`<nav class="group" aria-labelledby="others"><h2 id="others" lang="en">${group.name} <span class="n">${group.description}</span></h2><ul class="bare operations">${group.entries.map((one) => entryLine(one, { isHere: one.id === entry.id }))}</ul></nav>`}`,
  });
}

function needsOf({ reference, locale }: Shown, operation: Operation): Part {
  const scope = scopeOf(reference, operation);
  if (scope === 'open') return locale.say('docsOpen');
  if (scope === 'read-if-closed') return locale.say('docsReadIfClosed');
  return locale.say(scope === 'admin' ? 'docsScope' : 'docsScopeOrMore', { scope });
}

const PLACES: Record<Parameter['in'], WordName> = { path: 'docsInPath', query: 'docsInQuery', header: 'docsInHeaders' };

function parametersView(shown: Shown, operation: Operation, place: Parameter['in']): Part {
  const { reference, locale } = shown;
  const there = parametersIn(reference, operation, place);
  // What cannot be left out comes first.
  const inOrder = [...there].sort((a, b) => Number(b.required ?? false) - Number(a.required ?? false));
  return (
    there.length > 0 &&
    html`<section class="asked" aria-labelledby="${place}"><h2 id="${place}">${locale.say(PLACES[place])}</h2>
<dl class="members">${inOrder.map(({ name, schema, required, description = '', ...parameter }) =>
      described(shown, {
        ...{ name, schema, description, id: `${place}-${name}` },
        isRequired: required ?? false,
        example: exampleIn(reference, { ...parameter, schema }),
      }),
    )}</dl></section>`
  );
}

type Body = NonNullable<Operation['requestBody']>;

/** The members of what is sent are told here, also where it has a name; its example stands in the command. */
function bodyView(shown: Shown, entry: Entry, { content, required, description }: Body): Html {
  const { reference, locale } = shown;
  const { say } = locale;
  const types = Object.entries(content);
  const [, first] = types[0] ?? [];
  const others = types.filter(([, { schema }]) => JSON.stringify(schema) !== JSON.stringify(first?.schema));
  const alike = types.filter((one) => !others.includes(one));
  const inCommand = exampleBody(reference, entry)?.type;
  const examples = types.flatMap(([type, media]) => {
    const text = type === inCommand ? null : textOf(reference, media);
    return text === null ? [] : { type, text };
  });
  return html`<section class="asked" aria-labelledby="body"><h2 id="body">${say('docsBody')}${required && html` <span class="required">${say('docsRequired')}</span>`}</h2>
${description !== undefined && prose(description)}
<p>${alike.map(([type]) => html`<code>${type}</code> `)}${first && typeLine(first.schema)}</p>
${first?.schema.$ref !== undefined && schemaView(shown, resolved(reference, first.schema))}
${others.map(([type, { schema }]) => html`<p><code>${type}</code> ${typeLine(schema)}</p>`)}
${examples.map(({ type, text }) => html`<details><summary>${say('docsExampleOf', { type })}</summary><pre class="code">${text}</pre></details>`)}</section>`;
}
