import { Failure } from '../../kernel/failure.ts';
import { type Html, html } from '../frame/html.ts';
import type { Locale } from '../frame/locale.ts';
import type { Unknown } from './statement-entry.ts';

/** Why a form was not taken, with what helps to mend it. */
export function refusalOf({ say }: Locale, failure: Failure): Html {
  const help = failure.help as { closest?: { text: string }; suggestion?: string; existing?: unknown };
  const right = help.suggestion ?? help.closest?.text;
  const existing = idIn(help.existing);
  return html`<div class="notice" role="alert" tabindex="-1" autofocus><h3>${say('notTaken')}</h3>
<p lang="en" dir="ltr">${failure.message}</p>
${right && html`<p>${say('articleHas')} <span class="words" id="right" dir="auto">${right}</span> <button type="button" data-use="right" hidden>${say('takeWords')}</button></p>`}
${existing && html`<p><a href="/statements/${existing}">${say('existing')}</a></p>`}</div>`;
}

function idIn(existing: unknown): string | null {
  const id = typeof existing === 'object' && existing !== null ? (existing as { id?: unknown }).id : existing;
  return typeof id === 'string' && id.startsWith('stm_') ? id : null;
}

/** Names that nothing has yet: the same form sent again makes them. */
export function makingOf({ say }: Locale, unknown: readonly Unknown[]): Html | null {
  if (unknown.length === 0) return null;
  return html`<div class="notice" role="alert"><h3>${say('notKnownYet')}</h3><ul class="plainly">${unknown.map(({ kind, name }) => html`<li>${say(kind)}: <bdi><strong>${name}</strong></bdi></li>`)}</ul>
<label class="choice"><input type="checkbox" name="make" value="yes" autofocus> ${say('makeThem')}</label></div>`;
}

/** What an editor can mend is told in the form; anything else goes on. */
export function mendable(error: unknown): Failure {
  if (error instanceof Failure && error.status < 500) return error;
  throw error;
}
