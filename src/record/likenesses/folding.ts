import { createHash } from 'node:crypto';
import { wordsOf } from '../../text/words/token.ts';

/** Words that one writer puts before a name and another leaves out. */
const ARTICLES = new Set('the a an le la les l el los las il lo gli der die das de het'.split(' '));
/** Fewer consonants are many names'. */
const CONSONANTS_MIN = 5;

/**
 * What an address has in common with others of the same page: without the scheme, `www.`, `m.` and `amp.`, a slash at the
 * end, and what asks for the AMP form of a page.
 */
export function foldedAddress(address: string): string {
  const url = new URL(address);
  const host = url.host.replace(/^(?:(?:www\d?|m|mobile|amp)\.)+/, '');
  const path = url.pathname
    .replace(/\.amp(?=\.html?$|$)/, '')
    .replace(/\/amp(?=\/|$)/g, '')
    .replace(/\/index\.(?:html?|php)$/, '')
    .replace(/\/+$/, '');
  const query = [...url.searchParams].filter(([name, value]) => !(name === 'amp' || value === 'amp'));
  query.sort(([one], [other]) => (one < other ? -1 : Number(one > other)));
  return digest(`url ${host}${path}?${new URLSearchParams(query)}`);
}

/** What a name has in common with nearly the same names: its words in any order, or written as one. */
export function foldedText(text: string): string[] {
  const words = wordsOf(text);
  const telling = words.filter((word) => !ARTICLES.has(word));
  const kept = telling.length === 0 ? words : telling;
  if (kept.length === 0) return [];
  return [digest(`words ${kept.toSorted().join(' ')}`), digest(`letters ${kept.join('')}`)];
}

/** The same of a person or an organization, and its consonants, since vowels are transliterated in many ways. */
export function foldedName(name: string): string[] {
  const consonants = wordsOf(name)
    .filter((word) => !ARTICLES.has(word))
    .map((word) => word.replace(/[aeiouy'’]/g, '').replace(/(.)\1+/g, '$1'))
    .toSorted()
    .join(' ');
  const isTelling = /^[a-z ]+$/.test(consonants) && consonants.replaceAll(' ', '').length >= CONSONANTS_MIN;
  return [...foldedText(name), ...(isTelling ? [digest(`consonants ${consonants}`)] : [])];
}

export function foldedItem(wikidata: string): string {
  return digest(`item ${wikidata}`);
}

/** Short, since an index holds it. */
function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 22);
}
