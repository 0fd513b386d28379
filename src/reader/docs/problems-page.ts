import { FAILURES, type FailureCode } from '../../kernel/failure.ts';
import { type Html, html, type Part } from '../frame/html.ts';
import type { PageContent } from '../frame/layout.ts';
import { ADVICE } from './advice.ts';
import { codesOf } from './answers-view.ts';
import { spans } from './markdown.ts';
import { docsPage, entryLine, trail } from './parts.ts';
import { answersOf, type Entry, type Reference } from './reference.ts';
import type { Shown } from './schema-view.ts';

/** Every problem that the service answers: what it is, what to do about it, by an example, and where it comes from. */
export function problemsPage(shown: Shown): PageContent {
  const { reference, locale } = shown;
  const { say } = locale;
  const codes = Object.keys(FAILURES) as FailureCode[];
  const telling = operationsByCode(reference);
  return docsPage({
    title: say('docsProblems'),
    body: html`${trail(locale)}
<h1>${say('docsProblems')}</h1>
<p dir="auto">${say('docsProblemsLead')} <a href="/docs/schemas/Problem">Problem</a></p>
${codes.map((code) => problemView(shown, code, telling.get(code) ?? []))}`,
  });
}

function problemView(shown: Shown, code: FailureCode, operations: readonly Entry[]): Html {
  const { reference, locale } = shown;
  const { say } = locale;
  const [status, title] = FAILURES[code];
  const example = reference.document.components.examples[code]?.value;
  return html`<section aria-labelledby="${code}"><h2 id="${code}"><span class="status s${String(status).slice(0, 1)}xx">${status}</span> <code>${code}</code></h2>
<p lang="en"><strong>${title}.</strong> ${spans(ADVICE[code])}</p>
${detailOf(say('docsForExample'), example)}
<p class="n">${say('docsType')} <code>${reference.typeOf(code)}</code>${operations.length === 0 && reference.unexpected.includes(code) && html` · ${say('docsAnyRequest')}`}</p>
${example !== undefined && html`<details><summary>${say('docsExampleProblem')}</summary><pre class="code">${JSON.stringify(example, null, 2)}</pre></details>`}
${operations.length > 0 && html`<details><summary>${say('docsAnsweredBy', { n: operations.length })}</summary><ul class="bare operations">${operations.map((entry) => entryLine(entry))}</ul></details>`}</section>`;
}

function detailOf(forExample: string, example: unknown): Part {
  const { detail } = (example ?? {}) as { detail?: string };
  return detail && html`<p class="n">${forExample} <q lang="en">${spans(detail)}</q></p>`;
}

/** The operations that say that they answer it; what any request can meet none says itself. */
function operationsByCode(reference: Reference): Map<FailureCode, Entry[]> {
  const telling = new Map<FailureCode, Entry[]>();
  for (const entry of reference.entryOf.values())
    for (const [status, answer] of answersOf(reference, entry.operation))
      for (const code of status === 'default' ? [] : codesOf(reference, status, answer))
        telling.set(code, [...(telling.get(code) ?? []), entry]);
  return telling;
}
