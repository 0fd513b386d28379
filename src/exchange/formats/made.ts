import { createHash } from 'node:crypto';
import { slugFrom } from '../../kernel/slug.ts';
import { shortened, siteOf } from './plain.ts';
import type { Context, SaidLine } from './row.ts';

type Line<Type extends SaidLine['type']> = Extract<SaidLine, { type: Type }>;

export const IMPORTED_DISPUTE = 'imported';
export const IMPORTED_QUESTION = 'imported-claims';

/** The same for the same words, whatever their case and spaces, and for no others. */
export function digestOf(...words: (string | null)[]): string {
  const folded = words.map((word) => (word ?? '').normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim());
  return createHash('sha256').update(JSON.stringify(folded)).digest('hex').slice(0, 16);
}

/** What a statement is known by here: the format, and the identity that the format gives it, as far as it is short enough. */
export function externalId(format: string, ...identity: string[]): string {
  const plain = `${format}:${identity.join(':')}`;
  return plain.length <= 200 && /^[\x21-\x7e]+$/.test(plain) ? plain : `${format}:${digestOf(...identity)}`;
}

/** The dispute that a row goes to where it names none, and its record where that is one of ours to make. */
export function disputeFor({ dispute, side }: Context): { dispute: string; records: SaidLine[] } {
  if (dispute !== undefined) return { dispute, records: [] };
  const sides = side === undefined ? {} : { sides: [{ side, role: 'party' as const }] };
  const record: Line<'dispute'> = { type: 'dispute', slug: IMPORTED_DISPUTE, title: 'Imported', ...sides };
  return { dispute: IMPORTED_DISPUTE, records: [record] };
}

/** The question that a claim goes to where the row names none: the one given, else one of all imported claims of the dispute. */
export function questionFor(context: Context): { question: string; records: SaidLine[] } {
  if (context.question !== undefined) return { question: context.question, records: [] };
  const { dispute, records } = disputeFor(context);
  const slug =
    context.dispute === undefined
      ? IMPORTED_QUESTION
      : slugFrom(`${IMPORTED_QUESTION}-${dispute.replaceAll('_', '-')}`, IMPORTED_QUESTION);
  return { question: slug, records: [...records, { type: 'question', slug, dispute, text: 'Imported claims' }] };
}

const PLATFORMS =
  /(?:^|\.)(?:facebook\.com|fb\.watch|instagram\.com|twitter\.com|x\.com|tiktok\.com|youtube\.com|youtu\.be|t\.me|telegram\.me|vk\.com|ok\.ru|reddit\.com|linkedin\.com|threads\.net|bsky\.app|weibo\.com|whatsapp\.com|gab\.com|rumble\.com|bitchute\.com|truthsocial\.com|pinterest\.com|tumblr\.com)$/;

/** An outlet is known by its site; one without by its name. */
export function outletOf(
  site: string | null,
  name: string | null,
  over: { kind?: Line<'outlet'>['kind']; homepage?: string | null } = {},
): Line<'outlet'> & { slug: string } {
  const known = name ?? site ?? 'unknown';
  const kind = over.kind ?? (site !== null && PLATFORMS.test(site) ? 'platform' : undefined);
  return {
    type: 'outlet',
    slug: slugFrom((site ?? known).replaceAll('.', '-'), `outlet-${digestOf(site ?? known)}`),
    name: shortened(known, 200),
    ...(over.homepage && { homepage: over.homepage }),
    ...(kind && { kind }),
  };
}

/** Names of nobody in particular, in the words of fact-checkers of several languages. */
const NOBODY =
  /^(?:none|unknown|n\/?a|-+|various|several|multiple|many|anonymous|an[oó]n[iy]m[oa]s?|anonyme?|unbekannt|inconnue?|desconocid[oa]s?|desconhecid[oa]s?|diversos|varios|v[aá]rios|viral|internet|rumou?rs?|bulo viral)$|social[- ]?media|\b(?:multiple|various|several|unknown|unnamed|anonymous|different)\b.{0,30}\b(?:sources?|users?|people|posts?|accounts?|websites?|outlets?|claimants?)\b|\b(?:sources?|auteurs?|comptes?)\s+(?:multiples|diverses?|inconnue?s?)\b|\b(?:viral|online|internet|facebook|twitter|instagram|tiktok|whatsapp|youtube|telegram|x|web)\b.{0,12}\b(?:posts?|users?|messages?|videos?|images?|claims?|rumou?rs?|accounts?|pages?|forwards?|publica[a-zçõóé]*|usu[aá]ri[oa]s?)\b|redes? sociais|redes sociales|r[eé]seaux sociaux|soziale medien|sozialen medien|соцсет|социальн/iu;
const PRONOUN =
  /^(?:i|you|he|she|it|we|they|him|her|them|who|this|that|one|er|sie|es|wir|il|elle|ils|elles|on|lui|él|ella|ellos|ellas|он|она|они|the (?:man|woman|official|spokes(?:man|woman|person)|minister|president))$/iu;

export function isNobody(name: string): boolean {
  return NOBODY.test(name.trim());
}

/** A word that stands for a speaker whom the text names elsewhere. */
export function isPronoun(name: string): boolean {
  return PRONOUN.test(name.trim());
}

/** A speaker is known by the name; nobody in particular is `unattributed`. */
export function speakerOf(
  name: string,
  over: { kind?: Line<'speaker'>['kind']; wikidata?: string | null; key?: string; aliases?: string[] } = {},
): Line<'speaker'> & { slug: string } {
  const kind = isNobody(name) ? 'unattributed' : over.kind;
  return {
    type: 'speaker',
    slug: slugFrom(over.key ?? name, `speaker-${digestOf(over.key ?? name)}`),
    name: shortened(name, 200),
    ...(kind && { kind }),
    ...(over.wikidata && { wikidata: over.wikidata }),
    ...(over.aliases && over.aliases.length > 0 && { aliases: over.aliases }),
  };
}

/** A claim is known by its words and its question; words that are too long for a claim stand in its note. */
export function claimOf(text: string, question: string): Line<'claim'> & { slug: string } {
  const short = shortened(text, 500);
  return {
    type: 'claim',
    slug: `${slugFrom(shortened(text, 60), 'claim').slice(0, 60).replace(/-+$/, '')}-${digestOf(text, question).slice(0, 10)}`,
    question,
    text: short,
    ...(short !== text && { note: shortened(text, 5000) }),
  };
}

/** The one Wikidata item that an address is of; null when it is of none. */
export function wikidataOf(sameAs: unknown): string | null {
  const all = (Array.isArray(sameAs) ? sameAs : [sameAs]).filter((one) => typeof one === 'string');
  const items = new Set(
    all.flatMap(
      (one) => /^https?:\/\/(?:www\.|m\.)?wikidata\.org\/(?:wiki|entity)\/(Q[1-9]\d{0,11})\b/.exec(one)?.[1] ?? [],
    ),
  );
  return items.size === 1 ? ([...items][0] as string) : null;
}

/**
 * An article that has no address on the web, under one that leads nowhere: `.invalid` is reserved for that (RFC 6761), and
 * what the format knows it by stands behind it.
 */
export function addressless(format: string, identity: string): string {
  return `https://${format}.invalid/${encodeURIComponent(identity.length <= 500 ? identity : digestOf(identity))}`;
}

/** The title of an article of which only its address is known. */
export function titleOf(address: string): string {
  const { pathname, search } = new URL(address);
  return shortened(`${siteOf(address)}${pathname}${search}`, 500);
}
