import { z } from 'zod';

/** A language as BCP 47 writes it, in its canonical case: `en`, `hy`, `zh-Hant`, `pt-BR`; `und` when it is not known. */
export const Language = z
  .string()
  .max(35)
  .refine((tag) => canonicalLanguage(tag) !== null, 'must be a BCP 47 language tag, such as en or pt-BR')
  .meta({ id: 'Language', examples: ['en'] });

/** The tag in its canonical case; null when it is not well formed. */
export function canonicalLanguage(tag: string): string | null {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? null;
  } catch {
    return null;
  }
}
