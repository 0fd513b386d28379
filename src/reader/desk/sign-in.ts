import { html } from '../frame/html.ts';
import type { PageContent } from '../frame/layout.ts';
import type { Locale } from '../frame/locale.ts';

/** A form for the key; `reason` says why it is shown again. */
export function signInPage({ say }: Locale, next: string, reason: 'wrong' | 'weak' | null): PageContent {
  return {
    title: say('signIn'),
    isPrivate: true,
    body: html`<h1>${say('signIn')}</h1><p>${say('signInLead')}</p>
${reason && html`<p class="notice" role="alert">${say(reason === 'wrong' ? 'keyUnknown' : 'keyWeak')}</p>`}
<form method="post" action="/desk/sign-in"><input type="hidden" name="next" value="${next}">
<label class="field">${say('key')} <input type="password" name="key" autocomplete="current-password" required maxlength="210" dir="ltr" placeholder="cck_…"></label>
<p><button>${say('signIn')}</button></p></form>`,
  };
}

/** Sent to who comes from another site, whose browser keeps the session back until it has arrived here. */
export function arrivalPage({ say }: Locale, address: string): PageContent {
  return {
    title: say('desk'),
    isPrivate: true,
    refresh: address,
    body: html`<h1>${say('desk')}</h1><p><a href="${address}">${say('goOn')}</a></p>`,
  };
}
