/** Code points that two inflections of a word share at its beginning, at the least. */
const STEM_MIN = 4;
/** How much of the longer one that must be. */
const STEM_SHARE_MIN = 0.6;

/**
 * Whether two wordings, as folded tokens, are inflections of one another: as many words, each pair of which begins
 * alike ("blockade", "blockading"). Knows no language, so it is asked only about the wordings that one claim lists.
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

/** The wordings that count as one asked for: itself, and its inflections among those that the same claim lists. */
export function variantsOf(asked: readonly string[], listed: readonly (readonly string[])[]): (readonly string[])[] {
  const isSame = (wording: readonly string[]) => wording.join(' ') === asked.join(' ');
  if (!listed.some(isSame)) return [asked];
  return [asked, ...listed.filter((wording) => !isSame(wording) && areInflections(asked, wording))];
}
