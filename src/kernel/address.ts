import { z } from 'zod';

export const URL_LENGTH_MAX = 2000;

/**
 * Query parameters that only say where a reader came from, and never what is read. Those beginning with `utm_`, `mtm_`,
 * `at_custom` and `hsa_` belong here too.
 */
const TRACKING = new Set(
  (
    'fbclid fb_action_ids fb_action_types fb_source fb_ref gclid gclsrc dclid gbraid wbraid gad_source gad_campaignid ' +
    'srsltid msclkid yclid ysclid ymclid _openstat twclid ttclid li_fat_id rdt_cid epik sccid irclickid igshid igsh ' +
    'mc_cid mc_eid mkt_tok ml_subscriber ml_subscriber_hash wt_mc wt.mc_id wt_zmc ocid cmpid cmp ito icid ncid sr_share ' +
    'smid smtyp ref_src ref_url _hsenc _hsmi __hstc __hssc __hsfp hsctatracking vero_id vero_conv oly_enc_id ' +
    'oly_anon_id s_cid rss xtor at_medium at_campaign guccounter guce_referrer guce_referrer_sig maca _ga _gl _ke _kx ' +
    'dm_i ck_subscriber_id spm mibextid __twitter_impression taid trk_contact trk_msg trk_module trk_sid ' +
    'pk_campaign pk_kwd pk_source pk_medium pk_content pk_cid piwik_campaign piwik_kwd matomo_campaign matomo_kwd'
  ).split(' '),
);
const TRACKING_BEGINNINGS = /^(?:utm_|mtm_|at_custom|hsa_)/;
/** Elsewhere `ref` may name what is read: a branch, a product, a document. */
const TRACKING_REF =
  /^(?:rss|feed|home|homepage|share|newsletter|email|facebook|twitter|whatsapp|telegram|linkedin|reddit|flipboard)$/;
/** What only tracks on these hosts, and on those below them. */
const TRACKING_AT: Record<string, readonly string[]> = {
  'twitter.com': ['s', 't'],
  'x.com': ['s', 't'],
  'youtube.com': ['si', 'feature', 'pp'],
  'youtu.be': ['si', 'feature'],
  'open.spotify.com': ['si'],
};

/** An address on the web: http or https, written as the URL Standard serializes it. */
export const WebUrl = z
  .string()
  .max(URL_LENGTH_MAX)
  .refine((text) => parseWebUrl(text) !== null, 'must be an http or https URL without a user name')
  .refine((text) => parseWebUrl(text) === null || normalizeUrl(text) !== null, 'is too long once it is escaped')
  .meta({ id: 'WebUrl', format: 'uri', examples: ['https://p.dw.com/p/4W3DS'] });

/**
 * The address in the form that all that are equal to it by RFC 3986 have (section 6.2.2 and 6.2.3): what the URL Standard
 * makes of it, with codes of letters, digits, `-`, `.`, `_` and `~` decoded and all others in capitals. Null when it is
 * none, or longer than is kept.
 */
export function normalizeUrl(text: string): string | null {
  const url = parseWebUrl(text);
  return url && kept(url);
}

/** The address under which an article is known: without fragment, and without parameters that only track its readers. */
export function articleUrl(text: string): string | null {
  const url = parseWebUrl(text);
  if (!url) return null;
  url.hash = '';
  const untracked = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && !isTracking(pair, url.hostname));
  url.search = untracked.length > 0 ? `?${untracked.join('&')}` : '';
  return kept(url);
}

function isTracking(pair: string, host: string): boolean {
  const [name = '', value = ''] = pair.split(/=(.*)/s, 2).map(decoded);
  if (TRACKING.has(name) || TRACKING_BEGINNINGS.test(name)) return true;
  if (name === 'ref') return TRACKING_REF.test(value);
  return Object.entries(TRACKING_AT).some(
    ([where, names]) => names.includes(name) && (host === where || host.endsWith(`.${where}`)),
  );
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' ')).toLowerCase();
  } catch {
    return part.toLowerCase();
  }
}

/** Invisible characters that no address has and that come with it when it is pasted; joiners are letters of some. */
const PASTED = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;

function parseWebUrl(text: string): URL | null {
  const pasted = text.replace(PASTED, '').trim();
  if (!/^https?:\/\//i.test(pasted) || !URL.canParse(pasted)) return null;
  const url = new URL(pasted);
  return url.username === '' && url.password === '' && url.hostname !== '' ? url : null;
}

/**
 * The address as it is kept: a code stands for the same byte in capitals, and an unreserved character needs none. Where a
 * percent sign begins no code, what is decoded after it could make it one.
 */
function kept({ href }: URL): string | null {
  const isWellFormed = !/%(?![0-9a-f]{2})/i.test(href);
  const address = href.replace(/%[0-9a-f]{2}/gi, (code) => {
    const character = String.fromCharCode(Number.parseInt(code.slice(1), 16));
    return isWellFormed && /[A-Za-z0-9._~-]/.test(character) ? character : code.toUpperCase();
  });
  return address.length <= URL_LENGTH_MAX ? address : null;
}
