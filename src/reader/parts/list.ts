import { type Html, html } from '../frame/html.ts';
import type { Locale } from '../frame/locale.ts';

/** A link to the page after this one; nothing where it is the last. */
export function nextLink({ say }: Locale, address: string, cursor: string | null): Html | null {
  if (cursor === null) return null;
  return html`<p class="next"><a rel="next" href="${withParameter(address, 'cursor', cursor)}">${say('next')}</a></p>`;
}

export function withParameter(address: string, name: string, value: string): string {
  const [path = '/', query = ''] = address.split('?', 2);
  const parameters = new URLSearchParams(query);
  parameters.set(name, value);
  return `${path}?${parameters}`;
}
