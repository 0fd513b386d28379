import { z } from 'zod';

export const URL_LENGTH_MAX = 2000;

/** Query parameters that only say where a reader came from. Those beginning with `utm_` belong here too. */
const TRACKING = new Set(
  (
    'fbclid gclid gclsrc dclid gbraid wbraid msclkid yclid ysclid twclid ttclid igshid igsh mc_cid mc_eid mkt_tok ' +
    'wt_mc wt.mc_id wt_zmc ocid cmpid cmp ito icid ncid sr_share smid smtyp ref_src ref_url _hsenc _hsmi vero_id oly_enc_id oly_anon_id ' +
    's_cid rss xtor at_medium at_campaign at_custom1 at_custom2 at_custom3 at_custom4 guccounter guce_referrer guce_referrer_sig ' +
    'maca _ga _gl spm mibextid __twitter_impression'
  ).split(' '),
);

/** An address on the web: http or https, written as the URL Standard serializes it. */
export const WebUrl = z
  .string()
  .max(URL_LENGTH_MAX)
  .refine((text) => parseWebUrl(text) !== null, 'must be an http or https URL without a user name')
  .meta({ id: 'WebUrl', format: 'uri', examples: ['https://p.dw.com/p/4W3DS'] });

/** The address as the URL Standard serializes it; null when it is none, or longer than is kept. */
export function normalizeUrl(text: string): string | null {
  const href = parseWebUrl(text)?.href ?? null;
  return href !== null && href.length <= URL_LENGTH_MAX ? href : null;
}

/** The address under which an article is known: without fragment, and without parameters that only track its readers. */
export function articleUrl(text: string): string | null {
  const url = parseWebUrl(text);
  if (!url) return null;
  url.hash = '';
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !isTracking(nameOf(pair)));
  url.search = kept.length > 0 ? `?${kept.join('&')}` : '';
  return url.href.length <= URL_LENGTH_MAX ? url.href : null;
}

function nameOf(pair: string): string {
  const name = pair.split('=', 1)[0] as string;
  try {
    return decodeURIComponent(name.replaceAll('+', ' ')).toLowerCase();
  } catch {
    return name.toLowerCase();
  }
}

function isTracking(name: string): boolean {
  return name.startsWith('utm_') || TRACKING.has(name);
}

function parseWebUrl(text: string): URL | null {
  if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
  const url = new URL(text);
  return url.username === '' && url.password === '' && url.hostname !== '' ? url : null;
}
