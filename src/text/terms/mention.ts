import { type Grammar, Kind, type Kinds } from './grammar.ts';
import { Gap, type Sentence } from './sentence.ts';

const { any, the, more, of, call, word, socalled, what, me, clause, be, prep, that } = Kind;
/** Units between "so-called" and its noun, and around "what they call". */
const NEAR_MAX = 2;
const CALLED_MAX = 9;

/** Whether the words set the term apart as others', or as a word: "so-called", "what they call", "the term". */
export function isMentioned(sentence: Sentence, { order }: Grammar): boolean {
  return (
    isSoCalled(sentence) || isNamed(sentence, order === 'verb-last') || isCalled(sentence) || isCalledAfter(sentence)
  );
}

function isSoCalled({ kinds, gaps, at }: Sentence): boolean {
  for (let before = at - 1; before >= 0 && at - before <= NEAR_MAX + 1 && gaps[before + 1] === Gap.none; before -= 1) {
    const here = kinds[before] as Kinds;
    if ((here & socalled) !== 0) return true;
    if (here !== 0 && (here & (any | the | more)) === 0) break;
  }
  // Where adjectives stand after their noun, the next word or the one after.
  for (let after = at + 1; after < kinds.length && after - at <= NEAR_MAX && gaps[after] === Gap.none; after += 1) {
    const here = kinds[after] as Kinds;
    if ((here & socalled) !== 0) return (here & what) === 0 || after === at + 1;
    if (here !== 0) break;
  }
  return false;
}

/** "The word war", "the term of war", and where the word stands after it: "soykırım kelimesi". */
function isNamed({ kinds, gaps, at }: Sentence, isWordAfter: boolean): boolean {
  let before = at - 1;
  while (before >= 0 && gaps[before + 1] === Gap.none && ((kinds[before] as Kinds) & (of | any | the)) !== 0)
    before -= 1;
  if (before >= 0 && gaps[before + 1] === Gap.none && ((kinds[before] as Kinds) & word) !== 0) return true;
  return isWordAfter && gaps[at + 1] === Gap.none && ((kinds[at + 1] ?? 0) & word) !== 0;
}

/** "What Moscow calls a war", in any order of the name and the verb. */
function isCalled({ kinds, gaps, at }: Sentence): boolean {
  let called = -1;
  for (
    let before = at - 1;
    before >= 0 && at - before <= 4 && gaps[before + 1] === Gap.none && called < 0;
    before -= 1
  ) {
    const here = kinds[before] as Kinds;
    if ((here & call) !== 0) called = before;
    else if ((here & ~(any | the | more | Kind.in | of | what | be)) !== 0) break;
  }
  for (
    let after = at + 1;
    after < kinds.length && after - at <= 2 && gaps[after] === Gap.none && called < 0;
    after += 1
  )
    if (((kinds[after] as Kinds) & call) !== 0) called = after;
  if (called < 0) return false;
  for (let before = Math.min(called, at) - 1; before >= 0 && at - before <= CALLED_MAX; before -= 1) {
    const here = kinds[before] as Kinds;
    if ((here & what) !== 0) return gaps[before + 1] === Gap.none || ((kinds[before + 1] as Kinds) & that) !== 0;
    // "То, что Москва называет": the comma before a complementizer parts nothing.
    const isParted = gaps[before + 1] !== Gap.none && ((kinds[before + 1] as Kinds) & that) === 0;
    if ((here & (me | clause | be | prep)) !== 0 || isParted) return false;
  }
  return false;
}

/** "The war, as they call it". */
function isCalledAfter({ kinds, gaps, at }: Sentence): boolean {
  const from = at + 1;
  if (from >= kinds.length || ((kinds[from] as Kinds) & what) === 0) return false;
  for (let after = from + 1; after < kinds.length && after - from <= 4 && gaps[after] === Gap.none; after += 1) {
    const here = kinds[after] as Kinds;
    if ((here & call) !== 0) return true;
    if ((here & (me | clause)) !== 0) return false;
  }
  return false;
}
