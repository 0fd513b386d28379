import type { Change } from '../../history/change.ts';
import { type Html, html } from '../frame/html.ts';
import type { Locale, WordName } from '../frame/locale.ts';
import { dateIn } from '../parts/dates.ts';

const ACTIONS: Record<string, WordName> = {
  create: 'didCreate',
  revise: 'didRevise',
  publish: 'didPublish',
  withdraw: 'didWithdraw',
  restore: 'didRestore',
  redact: 'didRedact',
  delete: 'didDelete',
};

/** What became of an entity, the oldest first, with the reasons that were given. */
export function historyOf(locale: Locale, lines: readonly Change[]): Html {
  const { say } = locale;
  return html`<ol class="plainly">${lines.map(({ at, action, comment, patch }) => {
    const fields = action === 'revise' ? [...new Set(patch.map(fieldOf))].filter(Boolean) : [];
    return html`<li><time datetime="${at}">${dateIn(locale, at)}</time>: ${ACTIONS[action] ? say(ACTIONS[action]) : action}${fields.length > 0 && ` (${fields.join(', ')})`}${comment && html` – <bdi>${comment}</bdi>`}</li>`;
  })}</ol>`;
}

function fieldOf(step: object): string {
  return ((step as { path?: string }).path ?? '').split('/')[1] ?? '';
}
