import { z } from 'zod';

export const SLUG_LENGTH_MAX = 100;

/** A name for addresses: lower-case Latin letters and digits, in words joined by single hyphens; unique among its kind. */
export const Slug = z
  .string()
  .max(SLUG_LENGTH_MAX)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case letters and digits, in words joined by single hyphens')
  .meta({ id: 'Slug', examples: ['limited-access'] });

/** The slug that a name gives: accents dropped, other letters left out, cut at a word. `fallback` when no letter is left. */
export function slugFrom(name: string, fallback: string): string {
  const folded = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/['’]/g, '')
    .replace(/ß/g, 'ss')
    .replace(/[æ]/g, 'ae')
    .replace(/[øœ]/g, (letter) => (letter === 'ø' ? 'o' : 'oe'))
    .replace(/[đð]/g, 'd')
    .replace(/[ł]/g, 'l')
    .replace(/[ı]/g, 'i')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (folded === '') return fallback;
  if (folded.length <= 80) return folded;
  const cut = folded.slice(0, 80);
  return cut.slice(0, cut.lastIndexOf('-') > 40 ? cut.lastIndexOf('-') : 80).replace(/-+$/, '');
}
