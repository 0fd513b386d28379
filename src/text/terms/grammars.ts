import { type Grammar, type Lexicon, lexiconOf } from './grammar.ts';
import { ar } from './grammars/ar.ts';
import { az } from './grammars/az.ts';
import { de } from './grammars/de.ts';
import { en } from './grammars/en.ts';
import { es } from './grammars/es.ts';
import { fa } from './grammars/fa.ts';
import { fr } from './grammars/fr.ts';
import { he } from './grammars/he.ts';
import { hy } from './grammars/hy.ts';
import { it } from './grammars/it.ts';
import { ka } from './grammars/ka.ts';
import { nl } from './grammars/nl.ts';
import { pl } from './grammars/pl.ts';
import { pt } from './grammars/pt.ts';
import { ru } from './grammars/ru.ts';
import { tr } from './grammars/tr.ts';
import { uk } from './grammars/uk.ts';
import { zh } from './grammars/zh.ts';

const GRAMMARS: readonly Grammar[] = [en, ru, uk, fr, es, it, pt, pl, de, nl, tr, az, hy, fa, ka, ar, he, zh];

const byLanguage = new Map(GRAMMARS.map((grammar) => [grammar.language, grammar]));
/** Made when a language is first read. */
const lexicons = new Map<Grammar, Lexicon>();

/** The languages in which words are read, as the first subtags of BCP 47. */
export const READ_LANGUAGES: readonly string[] = [...byLanguage.keys()].sort();

/** The language of a BCP 47 tag, without its script and region. */
export function languageOf(tag: string): string {
  if (byLanguage.has(tag)) return tag;
  return (tag.split('-', 1)[0] as string).toLowerCase();
}

/** Whether words in this language are read. */
export function isRead(language: string): boolean {
  return byLanguage.has(languageOf(language));
}

/** The grammar of a BCP 47 tag’s language; its script and region are of no matter. Null where there is none. */
export function grammarOf(language: string): Lexicon | null {
  const grammar = byLanguage.get(languageOf(language));
  if (grammar === undefined) return null;
  const lexicon = lexicons.get(grammar) ?? lexiconOf(grammar);
  lexicons.set(grammar, lexicon);
  return lexicon;
}
