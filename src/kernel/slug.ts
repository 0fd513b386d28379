import anyAscii from 'any-ascii';
import { z } from 'zod';

export const SLUG_LENGTH_MAX = 100;

/** A name for addresses: lower-case Latin letters and digits, in words joined by single hyphens; unique among its kind. */
export const Slug = z
  .string()
  .max(SLUG_LENGTH_MAX)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'must be lower-case letters and digits, in words joined by single hyphens')
  .meta({ id: 'Slug', examples: ['limited-access'] });

/**
 * The slug that a name gives: transliterated into Latin letters, cut at a word. A Chinese character is a word, as it is
 * in Pinyin. `fallback` when nothing is left.
 */
export function slugFrom(name: string, fallback: string): string {
  const words = name.normalize('NFC').replace(/\p{Script=Han}/gu, ' $& ');
  const folded = anyAscii(words)
    .toLowerCase()
    // What stands for an apostrophe, or for a letter without a Latin one, such as ayin or the soft sign.
    .replace(/['`’]/g, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  if (folded === '') return fallback;
  if (folded.length <= 80) return folded;
  const cut = folded.slice(0, 80);
  return cut.slice(0, cut.lastIndexOf('-') > 40 ? cut.lastIndexOf('-') : 80).replace(/-+$/, '');
}
