import { wordsOf } from './token.ts';

/** Code points that two inflections of a word share at its beginning, at the least. */
const STEM_MIN = 4;
/** How much of the longer one that must be. */
const STEM_SHARE_MIN = 0.6;

/**
 * Whether two wordings, as folded tokens, are inflections of one another: as many words, each pair of which begins
 * alike ("blockade", "blockading"). Knows no language, so it is asked only about the wordings that one claim listed before claims listed forms.
 */
export function areInflections(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((word, at) => beginAlike(word, other[at] as string));
}

function beginAlike(one: string, other: string): boolean {
  if (one === other) return true;
  const [a, b] = [Array.from(one), Array.from(other)];
  let shared = 0;
  while (shared < a.length && shared < b.length && a[shared] === b[shared]) shared += 1;
  return shared >= STEM_MIN && shared >= Math.max(a.length, b.length) * STEM_SHARE_MIN;
}

/**
 * The wordings that a claim listed one by one, in groups of those that counted together: each with its inflections, and
 * with the inflections of these.
 */
export function groupInflections(listed: readonly string[]): string[][] {
  const groups: { words: string[]; wording: string }[][] = [];
  for (const wording of listed) {
    const words = wordsOf(wording);
    const isOfIt = (group: (typeof groups)[number]) => group.some((one) => areInflections(one.words, words));
    const joined = words.length === 0 ? [] : groups.filter(isOfIt);
    const [first] = joined;
    if (first === undefined) groups.push([{ words, wording }]);
    else first.push(...joined.slice(1).flat(), { words, wording });
    for (const other of joined.slice(1)) groups.splice(groups.indexOf(other), 1);
  }
  return groups.map((group) => group.map(({ wording }) => wording));
}
