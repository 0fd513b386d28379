import { parse } from 'bcp-47';
import { z } from 'zod';

/** A language as BCP 47 writes it, in its canonical case: `en`, `hy`, `zh-Hant`, `pt-BR`; `und` when it is not known. */
export const Language = z
  .string()
  .max(35)
  .refine((tag) => canonicalLanguage(tag) !== null, 'must be a BCP 47 language tag, such as en or pt-BR')
  .meta({ id: 'Language', examples: ['en'] });

/**
 * The tag in its canonical form, or at least in its canonical case where `Intl` does not know its kind, such as
 * `zh-cmn-Hans-CN` and `x-klingon`. Null when it is not well formed, or a name as `english` is: no language has a subtag
 * of four to eight letters.
 */
export function canonicalLanguage(tag: string): string | null {
  const before = known.get(tag);
  if (before !== undefined) return before;
  if (known.size >= KNOWN_MAX) known.clear();
  const canonical = canonicalOf(tag);
  known.set(tag, canonical);
  return canonical;
}

/** The tags asked for last: a record has few, in every statement. */
const known = new Map<string, string | null>();
const KNOWN_MAX = 1_000;

function canonicalOf(tag: string): string | null {
  const { language, privateuse, irregular, regular } = parse(tag, { normalize: false });
  const isOne = language ? language.length <= 3 : privateuse.length > 0 || Boolean(irregular ?? regular);
  if (!isOne) return null;
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return inCanonicalCase(tag);
  }
}

/** RFC 5646, section 2.1.1: of the subtags before a single letter, those of two letters are capitals, those of four begin with one. */
function inCanonicalCase(tag: string): string {
  const subtags = tag.toLowerCase().split('-');
  const single = subtags.findIndex((subtag) => subtag.length === 1);
  const plain = single === -1 ? subtags.length : single;
  return subtags
    .map((subtag, at) => {
      if (at === 0 || at >= plain) return subtag;
      if (subtag.length === 2) return subtag.toUpperCase();
      return subtag.length === 4 ? subtag.charAt(0).toUpperCase() + subtag.slice(1) : subtag;
    })
    .join('-');
}
