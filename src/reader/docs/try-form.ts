import type { Parameter, Schema } from '../../platform/http/document/document.ts';
import { type Html, html, type Part } from '../frame/html.ts';
import { exampleBody } from './curl.ts';
import { type Entry, exampleIn, parametersIn, scopeOf } from './reference.ts';
import { type Shown, written } from './schema-view.ts';
import { valuesOf, withPlain } from './type-line.ts';

/**
 * A form that asks the service itself. By a script it sends whatever the operation takes and shows the answer beside the
 * form; without, of what is read, the browser is led to the address that the form says.
 */
export function tryForm(shown: Shown, entry: Entry): Html {
  const { reference, locale } = shown;
  const { say } = locale;
  const { id, method, path, operation } = entry;
  const isRead = method === 'GET';
  const inPlace = (place: Parameter['in']) => parametersIn(reference, operation, place);
  const [shownFirst, others] = halves(shown, inPlace('query'));
  const field = (parameter: Parameter) => fieldOf(shown, parameter);
  const headers = inPlace('header').filter(({ name }) => isRead || name !== 'If-None-Match');
  const body = bodyField(shown, entry);
  return html`<details class="trying"><summary id="try">${say('docsTry')}</summary>
${!isRead && html`<noscript><p dir="auto">${say('docsTryByScript')}</p></noscript>`}
<form id="try-form" class="try"${isRead ? html` action="/docs/${id}/try"` : html` hidden`} data-method="${method}" data-path="${path}" aria-labelledby="try">
${inPlace('path').map(field)}${shownFirst.map(field)}
${others.length > 0 && html`<details><summary dir="auto">${say('docsMoreParameters', { n: others.length })}</summary>${others.map(field)}</details>`}
${body}
<div data-by-script hidden>${headers.map(field)}
${
  scopeOf(reference, operation) !== 'open' &&
  html`<label class="field">${say('docsKey')} <input type="password" data-key autocomplete="off" spellcheck="false" placeholder="cck_…" aria-describedby="key-kept"></label>
<p class="n" id="key-kept" dir="auto">${say('docsKeyKept')}</p>`
}</div>
<p><button>${say('docsSend')}</button> <button type="button" class="second" data-stop hidden>${say('docsStop')}</button></p></form>
<div id="answer" class="tried" hidden data-failed="${say('docsFailed')}" data-cut="${say('docsCut')}" data-stopped="${say('docsStopped')}">
<p role="status"></p><p class="n sent"></p><dl class="facts"></dl>
<pre class="code" lang="en"></pre></div></details>`;
}

/** What a form begins with, and what most do without. */
function halves({ reference }: Shown, parameters: readonly Parameter[]): [first: Parameter[], others: Parameter[]] {
  const isFirst = (one: Parameter) => one.required === true || exampleOf(one) !== undefined;
  const exampleOf = (one: Parameter) => exampleIn(reference, { ...one, schema: {} });
  return [parameters.filter(isFirst), parameters.filter((one) => !isFirst(one))];
}

/** Parameters of the path are named in braces, so that none has the name of one of the query. */
export function fieldName({ in: place, name }: Pick<Parameter, 'in' | 'name'>): string {
  return place === 'path' ? `{${name}}` : name;
}

function fieldOf(shown: Shown, parameter: Parameter): Html {
  const { reference, locale } = shown;
  const { in: place, name, required } = parameter;
  const schema = withPlain(reference, parameter.schema);
  const isList = schema.type === 'array';
  const values = valuesOf(reference, isList ? (schema.items as Schema) : schema).map(String);
  const example = [exampleIn(reference, { ...parameter, schema: {} }) ?? []].flat().map(String);
  // A header's name is not sent by a form itself.
  const named = html`${place === 'header' ? html`data-header` : 'name'}="${fieldName(parameter)}"${required && html` required`}`;
  const label = html`<code>${name}</code>${required && html` <span class="required">${locale.say('docsRequired')}</span>`}`;
  if (isList && values.length > 0)
    return html`<fieldset class="field"><legend>${label}</legend><div class="choices">${values.map((value) => html`<label><input type="checkbox" name="${name}" value="${value}"${example.includes(value) && html` checked`}> ${value}</label> `)}</div></fieldset>`;
  const choices = schema.type === 'boolean' ? ['true', 'false'] : values;
  if (choices.length > 0)
    return html`<label class="field">${label} <select ${named}>${!required && html`<option value="">${schema.default === undefined ? '' : written(schema.default)}</option>`}${choices.map((value) => html`<option${example.includes(value) && html` selected`}>${value}</option>`)}</select></label>`;
  if (isList)
    return html`<label class="field">${label} <span class="n">${locale.say('docsOneALine')}</span> <textarea ${named} rows="${Math.max(1, example.length)}" dir="auto" data-list>${example.join('\n')}</textarea></label>`;
  const isNumber = [schema.type].flat().includes('integer');
  return html`<label class="field">${label} <input ${named} value="${example.join('')}"${isNumber && html` inputmode="numeric"`}${schema.default !== undefined && html` placeholder="${written(schema.default)}"`} autocomplete="off" dir="auto"></label>`;
}

/** What is packed cannot be written into a field. */
const PACKED = /gzip|bzip2/;

function bodyField({ reference, locale }: Shown, entry: Entry): Part {
  const { requestBody } = entry.operation;
  if (!requestBody) return null;
  const example = exampleBody(reference, entry);
  const types = Object.keys(requestBody.content).filter((type) => !PACKED.test(type));
  const text = example?.text ?? '';
  return html`<label class="field">${locale.say('docsBodyType')} <select data-type>${types.map((type) => html`<option${type === example?.type && html` selected`}>${type}</option>`)}</select></label>
<label class="field">${locale.say('docsBody')} <textarea data-body rows="${Math.min(16, Math.max(4, text.split('\n').length))}" spellcheck="false" class="code">${text}</textarea></label>`;
}
