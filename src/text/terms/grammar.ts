import { wordsOf } from '../words/token.ts';

/**
 * What a word, or a phrase that is one to grammar, does in a clause. A word may be of several kinds.
 *
 * The names are those of what is common to the languages read, after Huddleston and Pullum (2002), chapters 9 and 11.
 */
export const Kind = {
  /** Negates a verb, or what follows: not, never, hardly. */
  not: 1 << 0,
  /** Negates a noun: no, kein, aucun, никакой. */
  no: 1 << 1,
  /** Stands for nobody and nothing. */
  nobody: 1 << 2,
  /** Begins a noun phrase that names nothing known yet: a, any. */
  any: 1 << 3,
  /** Begins, or is, a noun phrase that takes what it names for given: the, this, our, it. */
  the: 1 << 4,
  /** Compares, which takes one such thing for given: another, such, more, like. */
  more: 1 << 5,
  /** Joins a subject to what it is said to be. */
  be: 1 << 6,
  /** Says that its subject is there: exist, happen, there is. */
  exist: 1 << 7,
  /** Brings its object about, or finds it there: impose, commit, see; which names it for the first time. */
  make: 1 << 8,
  /** Gives its object a name: call, describe, speak of. */
  call: 1 << 9,
  /** Negates its object or complement: deny. */
  deny: 1 << 10,
  /** Negates what somebody claims, though of an action it only says no to it: reject, dismiss. */
  reject: 1 << 11,
  /** Names what somebody claims or might know: allegation, evidence, talk. */
  talk: 1 << 12,
  /** Names a wording: word, term. */
  word: 1 << 13,
  /** Says of a claim, or of saying it, that it does not fit: false, baseless, wrong to. */
  false: 1 << 14,
  /** Says of a thing that it is none: myth, hoax, fiction. */
  myth: 1 << 15,
  /** Says of a claim or thing that it is so: true, real. */
  true: 1 << 16,
  /** Has a clause for its complement, and lets a negation of its own through to it: think, say, seem. */
  think: 1 << 17,
  /** Has a clause for its complement, and takes it back: doubt. */
  doubt: 1 << 18,
  /** Joins a noun to what it is about. */
  of: 1 << 19,
  /** Puts a subject into a state: at war, under siege; or names it: described as. */
  in: 1 << 20,
  /** Begins a phrase that stands apart from what is denied: because of, without, against; also an infinitive. */
  prep: 1 << 21,
  /** Joins what is alike. */
  or: 1 << 22,
  /** Begins a clause that is a complement. */
  that: 1 << 23,
  /** Begins another clause: but, because, who. With `prep`, a verb of wanting, or of doing with what is there: want, fear, lift. */
  clause: 1 << 24,
  /** Begins a clause that is supposed, and not stated. */
  if: 1 << 25,
  /** Sets what follows aside for something else: rather than, anything but. */
  rather: 1 << 26,
  /** Helps a verb, which follows it: do, will, can. */
  aux: 1 << 27,
  /** Changes nothing, as most adverbs, and idioms in which a negation has none: not only, no matter. */
  skip: 1 << 28,
  /** Says that a word is others': so-called, alleged. */
  socalled: 1 << 29,
  /** Begins a clause that may say what others call a thing: what, which, as. */
  what: 1 << 30,
  /** The speaker, or anybody: what I call a war is one to me. */
  me: 1 << 31,
} as const;
export type KindName = keyof typeof Kind;

/** One kind or several. */
export type Kinds = number;

/** How one language denies: its words by their kind, and where they stand. */
export type Grammar = {
  /** Of which tags this is the grammar, by their first subtag. */
  language: string;
  /**
   * Words and phrases by their kinds: `'be not': 'isn’t aren’t'`. Blanks separate them, `_` joins the words of a phrase,
   * and `*` ends what is only the beginning of a word. They are folded as the words of a text are, but for words after
   * `=`, which an accent tells from another: `=è`, “is”, from `=e`, “and”.
   */
  words: Readonly<Partial<Record<KindName | `${KindName} ${KindName}`, string>>>;
  /** Where the verb stands: before its object, last, or around it, as German splits it. */
  order: 'verb-first' | 'verb-last' | 'frame';
  /** Whether several negations in a clause are one, as in "no hay ningún bloqueo". */
  concord: boolean;
  /** Whether a dash may stand for “is”, and "Blokada – mif" has no verb. */
  withoutCopula?: boolean;
  /** Whether, in a language whose verb stands last, what stands after a noun begins another phrase and does not govern it. */
  withPrepositions?: boolean;
  /** Whether a negation stands after its verb, as French “pas” does. */
  negatesAfter?: boolean;
  /** Words of a verb’s subject that may stand between it and its object. */
  subjectMax?: number;
  /** A folded word that may stand between a determiner, or nothing, and its noun; any where it is left out. */
  isModifier?: (word: string) => boolean;
  /** A folded word that takes a thing for given and is no determiner of the noun after it: "call it torture". */
  isPronoun?: (word: string) => boolean;
  /**
   * A folded word that is a determiner or the object of a verb of naming, which it is where nothing follows the name:
   * "call this torture".
   */
  isDemonstrative?: (word: string) => boolean;
  /**
   * A folded verb, or one that helps it, of what may be or will be, and not of what is or was: an unknown verb with one
   * says nothing of what its object is.
   */
  isUnreal?: (word: string) => boolean;
  /** The kinds of a folded word that stands in none of the lists, by its form. */
  kindsOf?: (word: string) => Kinds;
  /**
   * The kinds that a wording has by its own form: `the` where an article is part of the word, `prep` in an oblique
   * case, `in` where it names a state that one may be in.
   */
  kindsOfTerm?: (word: string) => Kinds;
};

type Entry = {
  rest: readonly { word: string; isStem: boolean }[];
  /** The first word as it is written, in small letters; null where accents make no difference. */
  written: string | null;
  kinds: Kinds;
};
/** What the words are looked up in. */
export type Lexicon = {
  grammar: Grammar;
  /** What begins with this word, the longest first. */
  entriesOf(word: string): readonly Entry[];
  /** Whether this word may negate or distance, alone or in a phrase. A sentence without such a word is read as a use. */
  isSign(word: string): boolean;
};

/** One of these stands in every sentence that is read as anything but a use. */
const SIGNS =
  Kind.not |
  Kind.no |
  Kind.nobody |
  Kind.deny |
  Kind.reject |
  Kind.false |
  Kind.myth |
  Kind.doubt |
  Kind.rather |
  Kind.socalled |
  Kind.word |
  Kind.what;

/** Words of which the entries are remembered; more than are in common use. */
const REMEMBERED_MAX = 50_000;
type Found = { entries: readonly Entry[]; kinds: Kinds };
/** What is found of most words. */
const NOTHING: Found = { entries: [], kinds: 0 };

export function lexiconOf(grammar: Grammar): Lexicon {
  const whole = new Map<string, Entry[]>();
  const stems = new Map<string, Entry[]>();
  for (const [names, text] of Object.entries(grammar.words)) {
    const kinds = kindsNamed(names);
    for (const phrase of text.trim().split(/\s+/u)) {
      const written = phrase.startsWith('=') ? phrase.slice(1) : null;
      const [first, ...rest] = partsOf(phrase);
      if (first === undefined) continue;
      const entries = first.isStem ? stems : whole;
      const there = entries.get(first.word) ?? [];
      const same = there.find((entry) => entry.written === written && isSamePhrase(entry.rest, rest));
      if (same) same.kinds |= kinds;
      else entries.set(first.word, [...there, { rest, written, kinds }]);
    }
  }
  const stemLengths = [...new Set([...stems.keys()].map((stem) => stem.length))].sort((one, other) => other - one);
  const remembered = new Map<string, Found>();

  function find(word: string): Found {
    const known = remembered.get(word);
    if (known) return known;
    if (remembered.size >= REMEMBERED_MAX) remembered.clear();
    const found = lookUp(word);
    remembered.set(word, found);
    return found;
  }

  function lookUp(word: string): Found {
    const listed = [...(whole.get(word) ?? [])];
    for (const length of stemLengths)
      if (length <= word.length) listed.push(...(stems.get(word.slice(0, length)) ?? []));
    const byForm = grammar.kindsOf?.(word) ?? 0;
    if (listed.length === 0 && byForm === 0) return NOTHING;
    // Longer phrases before shorter ones, whole words before stems, longer stems before shorter ones.
    const entries = merged(
      listed.toSorted(
        (one, other) =>
          other.rest.length - one.rest.length || Number(other.written !== null) - Number(one.written !== null),
      ),
    );
    if (byForm !== 0 && !entries.some(({ rest }) => rest.length === 0))
      entries.push({ rest: [], written: null, kinds: byForm });
    return { entries, kinds: entries.reduce((kinds, entry) => kinds | entry.kinds, 0) };
  }

  const mayBegin = beginningsOf([whole, stems]);
  const isSign = (word: string) =>
    (grammar.kindsOf !== undefined || mayBegin(word)) && (find(word).kinds & SIGNS) !== 0;
  return { grammar, entriesOf: (word) => find(word).entries, isSign };
}

/** Tells by the first two letters, which is far cheaper than looking a word up, that it is none of the listed signs. */
function beginningsOf(lists: readonly ReadonlyMap<string, readonly Entry[]>[]): (word: string) => boolean {
  const beginningOf = (word: string) => word.charCodeAt(0) * 0x1_0000 + (word.charCodeAt(1) || 0);
  const signs = lists
    .flatMap((list) => [...list])
    .filter(([, entries]) => entries.some(({ kinds }) => (kinds & SIGNS) !== 0))
    .map(([word]) => word);
  const beginnings = new Set(signs.map(beginningOf));
  const letters = new Set(signs.filter((word) => word.length === 1).map((word) => word.charCodeAt(0)));
  return (word) => beginnings.has(beginningOf(word)) || letters.has(word.charCodeAt(0));
}

/** A stem tells nothing of a word that is listed whole, nor a shorter stem of what a longer one begins. */
function merged(entries: readonly Entry[]): Entry[] {
  return entries.filter(
    (entry, at) =>
      entries.findIndex((other) => other.written === entry.written && isSamePhrase(other.rest, entry.rest)) === at,
  );
}

function isSamePhrase(one: Entry['rest'], other: Entry['rest']): boolean {
  return (
    one.length === other.length &&
    one.every(({ word, isStem }, at) => word === other[at]?.word && isStem === other[at]?.isStem)
  );
}

function kindsNamed(names: string): Kinds {
  return names.split(' ').reduce((kinds, name) => kinds | Kind[name as KindName], 0);
}

function partsOf(phrase: string): { word: string; isStem: boolean }[] {
  return phrase.split('_').flatMap((part) => {
    const isStem = part.endsWith('*');
    const words = wordsOf(part);
    return words.map((word, at) => ({ word, isStem: isStem && at === words.length - 1 }));
  });
}
