import type { FastifyRequest } from 'fastify';
import Negotiator from 'negotiator';
import { arabic } from './arabic.ts';
import { english } from './english.ts';
import type { Word } from './word.ts';

export type WordName = keyof typeof english;
type Catalogue = Record<WordName, Word>;

const CATALOGUES: Record<Language, Catalogue> = { en: english, ar: arabic };
export const LANGUAGES = ['en', 'ar'] as const;
export type Language = (typeof LANGUAGES)[number];
/** Each language by its own name. */
export const OWN_NAMES: Record<Language, string> = { en: 'English', ar: 'العربية' };

export const LANGUAGE_COOKIE = 'lang';

/** The words of the interface in one language, and how it writes numbers and dates. */
export type Locale = {
  language: Language;
  direction: 'ltr' | 'rtl';
  /** The text of that name, with `{name}` filled in; `n` chooses the plural form. */
  say(name: WordName, values?: Record<string, string | number>): string;
  number(value: number): string;
  plurals: Intl.PluralRules;
};

const locales = new Map(LANGUAGES.map((language) => [language, localeOf(language)]));

export function localeNamed(language: string): Locale {
  return (locales.get(language as Language) ?? locales.get('en')) as Locale;
}

/** The language that the caller chose, else the one that the browser asks for. */
export function localeFor(request: FastifyRequest): Locale {
  const chosen = (request.query as { lang?: string } | null)?.lang ?? cookieOf(request, LANGUAGE_COOKIE);
  if (chosen !== undefined && locales.has(chosen as Language)) return localeNamed(chosen);
  const [best = 'en'] = new Negotiator({ headers: request.headers as Record<string, string> }).languages([
    ...LANGUAGES,
  ]);
  return localeNamed(best);
}

export function cookieOf(request: FastifyRequest, name: string): string | undefined {
  for (const pair of (request.headers.cookie ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim();
  }
  return undefined;
}

function localeOf(language: Language): Locale {
  const plurals = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  const words = CATALOGUES[language];
  return {
    language,
    direction: language === 'ar' ? 'rtl' : 'ltr',
    plurals,
    number: (value) => numbers.format(value),
    say(name, values = {}) {
      const word: Word = words[name];
      const text = typeof word === 'string' ? word : (word[plurals.select(Number(values.n ?? 0))] ?? word.other);
      return text.replace(/\{(\w+)\}/g, (_all, key: string) => {
        const value = values[key];
        return typeof value === 'number' ? numbers.format(value) : (value ?? '');
      });
    },
  };
}
