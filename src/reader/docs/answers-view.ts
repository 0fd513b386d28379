import { FAILURES, type FailureCode } from '../../kernel/failure.ts';
import type { Answer, Media } from '../../platform/http/document/document.ts';
import { type Html, html, joined, type Part } from '../frame/html.ts';
import { exampleAnswer, textOf } from './curl.ts';
import { spans } from './markdown.ts';
import { answersOf, type Entry, nameIn, type Reference, resolved } from './reference.ts';
import { described, membersOf, prose, type Shown, schemaView } from './schema-view.ts';
import { typeLine } from './type-line.ts';

const PROBLEM = 'application/problem+json';

/** Every answer by its status, and the problems last. */
export function answersView(shown: Shown, entry: Entry): Html {
  const { say } = shown.locale;
  const given = exampleAnswer(shown.reference, entry);
  return html`<section aria-labelledby="answers"><h2 id="answers">${say('docsAnswers')}</h2>
${answersOf(shown.reference, entry.operation).map(([status, answer]) => answerView(shown, status, answer, status === given?.status ? given.type : undefined))}</section>`;
}

/** `given` is the media type whose example is shown beside it. */
function answerView(shown: Shown, status: string, answer: Answer, given: string | undefined): Html {
  const { say } = shown.locale;
  const { content = {}, description } = answer;
  const codes = PROBLEM in content ? codesOf(shown.reference, status, answer) : [];
  const name = status === 'default' ? say('docsAnyStatus') : status;
  return html`<div class="answer"><h3><span class="status s${status.slice(0, 1)}xx">${name}</span>${codes.length === 0 && html` <span lang="en">${spans(description)}</span>`}</h3>
${status === 'default' && prose(description)}
${codes.length > 0 && html`<ul class="bare codes">${codes.map((code) => problemLine(code, status))}</ul>`}
${Object.entries(content).map(([type, media]) => mediaView(shown, type, media, type !== given))}
${headersView(shown, answer)}</div>`;
}

/** The codes of an answer, those too that have no example. */
export function codesOf(
  { unexpected }: Reference,
  status: string,
  { description, content = {} }: Answer,
): FailureCode[] {
  const named = [...description.matchAll(/`([a-z-]+)`/g)].map(([, code]) => code as string);
  const shown = Object.keys(content[PROBLEM]?.examples ?? {});
  const all = status === 'default' ? unexpected : [...named, ...shown];
  const codes = [...new Set(all)].filter((code): code is FailureCode => code in FAILURES);
  return codes.sort((a, b) => FAILURES[a][0] - FAILURES[b][0]);
}

function problemLine(code: FailureCode, told: string): Html {
  const [status, title] = FAILURES[code];
  return html`<li><a href="/docs/problems#${code}"><code>${code}</code></a> <span lang="en">${told !== String(status) && `${status} `}${title}</span></li>`;
}

function mediaView(shown: Shown, type: string, media: Media, hasExample: boolean): Part {
  const { reference, locale } = shown;
  const { schema } = media;
  const line = html`<p><code>${type}</code> ${typeLine(schema)}</p>`;
  if (type === PROBLEM) return line;
  const name = schema.$ref === undefined ? null : nameIn(schema.$ref);
  const hasMembers = membersOf(reference, schema).length > 0 || schema.$ref === undefined;
  const isPlain = !hasMembers || schema.type === 'string';
  const text = hasExample ? textOf(reference, media) : null;
  return html`${line}${!isPlain && html`<details><summary>${locale.say('docsMembers')}${name && html` <span class="hidden">${name}</span>`}</summary>${schemaView(shown, resolved(reference, schema))}</details>`}${text !== null && html`<details><summary>${locale.say('docsExampleOf', { type })}</summary><pre class="code">${text}</pre></details>`}`;
}

function headersView(shown: Shown, { headers = {} }: Answer): Part {
  const { reference, locale } = shown;
  const names = Object.keys(headers);
  if (names.length === 0) return null;
  const told = names.flatMap((name) => {
    const header = reference.document.components.headers[nameIn(headers[name]?.$ref)];
    return header ? described(shown, { name, isRequired: false, ...header }) : [];
  });
  return html`<details><summary>${locale.say('docsAnswerHeaders')} <span>${joined(names, ', ')}</span></summary><dl class="members">${told}</dl></details>`;
}
