import { EMBEDS } from './chain.ts';
import { type Grammar, Kind, type Kinds } from './grammar.ts';
import { Gap, type Sentence } from './sentence.ts';

const { no, any, the, more, of } = Kind;
/** Unknown words that may modify a noun: "a full-scale humanitarian". */
const MODIFIERS_MAX = 3;

/** The noun phrase that an occurrence heads, as far as it stands before it. */
export type Phrase = {
  /** The kinds of its determiners: no, any, the, more. */
  determiners: Kinds;
  /** Unknown words between them and the noun, or before it where it has none; of those the first may be a verb. */
  modifiers: number;
  /** The unit before the phrase, -1 where nothing of its clause is. */
  before: number;
};

export function phraseBefore({ kinds, gaps, words }: Sentence, at: number, grammar: Grammar): Phrase {
  let before = at - 1;
  let modifiers = 0;
  const isOpen = () => before >= 0 && gaps[before + 1] === Gap.none;
  const isModifier = () => kinds[before] === 0 && (grammar.isModifier?.(words[before] as string) ?? true);
  while (isOpen() && modifiers < MODIFIERS_MAX && isModifier()) {
    before -= 1;
    modifiers += 1;
  }
  if (modifiers === 0 && isNamedObject(kinds, gaps, before, at) && grammar.isDemonstrative?.(words[before] as string))
    return { determiners: 0, modifiers, before: before - 1 };
  // Where no determiner stands before them, what was taken for modifiers may be something else.
  let determiners: Kinds = 0;
  while (isOpen() && ((kinds[before] as Kinds) & (no | any | the | more)) !== 0) {
    const here = kinds[before] as Kinds;
    if (grammar.isPronoun?.(words[before] as string)) break;
    if ((here & Kind.rather) !== 0 || isComplementizer(kinds, before, determiners)) break;
    // French “de” is a determiner only where no noun or verb of saying stands before it.
    if ((here & of) !== 0 && before > 0 && ((kinds[before - 1] as Kinds) & (Kind.talk | Kind.call | Kind.word)) !== 0)
      break;
    if ((here & of) !== 0 && (before === 0 || kinds[before - 1] === 0)) break;
    determiners |= here & (no | any | the | more);
    before -= 1;
    // “A” ends a phrase, but for “such a”; what stands before it, as “it” of “call it a war”, is another.
    if ((here & no) !== 0) break;
    if ((here & any) !== 0 && ((kinds[before] ?? 0) & (more | no | any)) === 0) break;
  }
  return { determiners, modifiers, before: isOpen() ? before : -1 };
}

/**
 * Whether a verb of naming stands before what may be its object, and nothing of the clause after the name. In languages
 * without an article the object is no determiner, whatever follows.
 */
function isNamedObject(kinds: readonly Kinds[], gaps: readonly number[], object: number, at: number): boolean {
  const isAfterVerb = gaps[object] === Gap.none && ((kinds[object - 1] ?? 0) & Kind.call) !== 0;
  const isFree = ((kinds[object] ?? 0) & Kind.be) !== 0;
  return isAfterVerb && object === at - 1 && (isFree || at + 1 === kinds.length || gaps[at + 1] !== Gap.none);
}

/** "That" after a verb of saying, or before another determiner, begins a clause. */
function isComplementizer(kinds: readonly Kinds[], at: number, determiners: Kinds): boolean {
  if (((kinds[at] as Kinds) & Kind.that) === 0) return false;
  return determiners !== 0 || ((kinds[at - 1] ?? 0) & EMBEDS) !== 0;
}

/** "A more brutal war", "a war like this": there are such already. */
export function isCompared({ kinds, gaps, at }: Sentence, { determiners }: Phrase): boolean {
  return (determiners & more) !== 0 || (gaps[at + 1] === Gap.none && ((kinds[at + 1] as Kinds) & more) !== 0);
}
