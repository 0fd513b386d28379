import type { Failure, FailureCode } from '../../kernel/failure.ts';
import { type Html, html } from '../frame/html.ts';
import type { PageContent } from '../frame/layout.ts';
import type { Locale, WordName } from '../frame/locale.ts';
import { dateIn } from '../parts/dates.ts';
import { searchBox } from './front-page.ts';

const WORDS: Partial<Record<FailureCode, [title: WordName, advice: WordName]>> = {
  'not-found': ['notThere', 'notThereAdvice'],
  withdrawn: ['withdrawn', 'withdrawnAdvice'],
  unauthenticated: ['needsKey', 'needsKeyAdvice'],
  forbidden: ['mayNot', 'mayNotAdvice'],
  'rate-limited': ['tooMany', 'tooManyAdvice'],
  overloaded: ['busy', 'busyAdvice'],
  internal: ['ourFault', 'ourFaultAdvice'],
  invalid: ['notUnderstood', 'notUnderstoodAdvice'],
};

/** Says what happened, what there is instead, and what to do. */
export function failurePage(locale: Locale, failure: Failure, address: string): PageContent {
  const { say } = locale;
  const [title, advice] = WORDS[failure.code] ?? ['notPossible', 'notUnderstoodAdvice'];
  const isDetailTold = !['not-found', 'unauthenticated', 'internal', 'withdrawn'].includes(failure.code);
  return {
    title: say(title),
    isPrivate: true,
    body: html`<h1>${say(title)}</h1>
${failure.code === 'withdrawn' && withdrawal(locale, failure.help)}
${isDetailTold && html`<p lang="en" dir="ltr">${failure.message}</p>`}
${failure.faults.length > 0 && html`<ul class="plainly" lang="en" dir="ltr">${failure.faults.map(({ pointer, detail }) => html`<li><code>${pointer}</code> ${detail}</li>`)}</ul>`}
<p>${say(advice)}</p>
${failure.code === 'unauthenticated' && html`<p><a class="button" href="/desk?${new URLSearchParams({ next: address }).toString()}">${say('signIn')}</a></p>`}
${failure.code === 'not-found' && searchBox(locale, '')}`,
  };
}

function withdrawal(locale: Locale, help: Readonly<Record<string, unknown>>): Html {
  const { say } = locale;
  const { reason, withdrawnAt, redactedAt } = help;
  const date = String(redactedAt ?? withdrawnAt ?? '').slice(0, 10);
  return html`<p>${say(redactedAt ? 'redactedOn' : 'withdrawnOn', { date: dateIn(locale, date) })}</p>
<p>${reason ? html`${say('reason')} <bdi>${String(reason)}</bdi>` : say('noReason')}</p>`;
}
