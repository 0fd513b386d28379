import { guessLanguage } from '../quotes/language.ts';
import type { Token } from '../words/token.ts';
import { deniesWithin } from './frame.ts';
import { grammarOf, languageOf } from './grammars.ts';
import { isMentioned } from './mention.ts';
import { type Occurrence, sentenceAround } from './sentence.ts';
import type { Usage } from './term.ts';
import { deniesBefore } from './verb-first.ts';
import { deniesAfter } from './verb-last.ts';

export { isRead, READ_LANGUAGES } from './grammars.ts';
export type { Occurrence } from './sentence.ts';

/** The words of a quote, or of an article’s own text, and what their usage depends on besides them. */
export type Words = {
  text: string;
  tokens: readonly Token[];
  /** BCP 47; the region is of no matter. */
  language: string;
  /** Whether the words are the reporter's, so that quotation marks around one of them set it apart. */
  isIndirect: boolean;
};

/** Marks, and those of them that are apostrophes too: they open and close only beside what is no letter. */
const MARK = '["“”„‟‚‛«»‹›「」『』]';
const APOSTROPHE = "['‘’]";
const OPENING = new RegExp(`(?:${MARK}|(?<![\\p{L}\\p{M}\\p{N}])${APOSTROPHE})\\s?$`, 'u');
/** With a stop within or without. */
const CLOSING = new RegExp(`^\\s?[.,]?(?:${MARK}|${APOSTROPHE}(?![\\p{L}\\p{M}\\p{N}]))`, 'u');

/**
 * The language in which a text is read, without script and region: the one it is said to be in, or where that is not
 * said (`und`) the one that its script and commonest words tell.
 */
export function languageRead(tag: string, text: string): string {
  const language = languageOf(tag);
  return language === 'und' ? (guessLanguage(text) ?? language) : language;
}

/** By the order of a language's words. */
const DENIES = { 'verb-first': deniesBefore, frame: deniesWithin, 'verb-last': deniesAfter } as const;

/**
 * Rule 7 of the record, as far as the words tell: in "there was no blockade" the speaker does not use the word as his
 * framing.
 *
 * An occurrence is a `mention` after "so-called", in "what they call", as "the word …", or in scare quotes inside an
 * indirect quote. It is a `denial` where its clause says that it is there, is brought about, or is what something is,
 * and an odd number of negations governs that, up through the clauses that it is a complement of. All else is a `use`:
 * where a determiner takes the thing for given (“the”, “this”, a case or suffix), where another noun or an unknown verb is what the
 * negation belongs to, in a condition, in a question, and wherever the sentence lies beyond the grammar.
 *
 * The method is a shallow one, without a parser: words of closed classes and of a few open ones are known by kind, and
 * a sentence is read from its occurrence outward. That negation has a scope, and a focus in it, is after Horn, A Natural
 * History of Negation (1989), and Huddleston and Pullum, The Cambridge Grammar of the English Language (2002), chapters
 * 9 and 11 (complements, and predicates that let a negation through to them); that definite phrases presuppose what they name is
 * Strawson's. Cues with a direction and an end are from NegEx (Chapman et al. 2001) and ConText (Harkema et al. 2009), which count
 * distance where this looks for what governs. Each grammar says in its docstring how its language differs; the
 * sentences in test/terms/sentences tell how often each is wrong.
 */
export function readingOf(words: Words, occurrence: Occurrence): Usage {
  // Marks set a word apart in whatever language.
  if (isInScareQuotes(words, occurrence)) return 'mention';
  const lexicon = grammarOf(words.language);
  if (lexicon === null) return 'unread';
  const { grammar } = lexicon;
  const sentence = sentenceAround(words.text, words.tokens, occurrence, lexicon);
  if (isMentioned(sentence, grammar)) return 'mention';
  return !sentence.isQuestion && DENIES[grammar.order](sentence, grammar) ? 'denial' : 'use';
}

/**
 * How a text with these words has whatever it has, where that needs no reading: a use where no word of it negates or
 * distances in this language, `unread` where the language is not read; null where only a reading tells. Scare quotes
 * aside, which the reporter's wordings have.
 */
export function plainUsage(words: readonly string[], language: string): 'use' | 'unread' | null {
  const lexicon = grammarOf(language);
  if (lexicon === null) return 'unread';
  return words.some((word) => lexicon.isSign(word)) ? null : 'use';
}

/** Stronger ones first. */
const STRENGTH = ['use', 'denial', 'mention', 'unread'] as const;

/** What a statement is counted under when its occurrences differ: a use outweighs a denial, a denial a mention, and that what is not read. */
export function strongestUsage<Some extends Usage>(readings: readonly Some[]): Some {
  const strongest = STRENGTH.find((reading) => (readings as readonly Usage[]).includes(reading));
  return (readings.find((reading) => reading === strongest) ?? readings[0]) as Some;
}

function isInScareQuotes({ text, tokens, isIndirect }: Words, { from, to }: Occurrence): boolean {
  const [first, last] = [tokens[from], tokens[to - 1]];
  if (!isIndirect || !first || !last) return false;
  return (
    OPENING.test(text.slice(Math.max(0, first.start - 3), first.start)) &&
    CLOSING.test(text.slice(last.end, last.end + 4))
  );
}
