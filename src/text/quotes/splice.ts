import { signsIn } from './gap.ts';
import { visitOccurrences } from './occurrences.ts';
import type { PreparedText } from './prepared.ts';
import type { Sought } from './standing.ts';
import { isWordEdge, wordsIn } from './words.ts';

/** The sentences or clauses of a quote where the text has them, in order, each as UTF-16 ranges of text and quote. */
export type Spliced = { readonly there: Range; readonly given: Range }[];
type Range = { readonly from: number; readonly to: number };

/** How many places of a quote's first clause are tried, and how much may stand between two clauses, in UTF-16 units. */
const triesMax = 64;
const betweenMax = 300;
const piecesMax = 32;

/**
 * Finds the sentences or clauses of a quote in order, with only an attribution between them: "We won," he said, "and we
 * will win again". Whatever their case, accents and signs. Nothing where it is not so.
 */
export function splicedIn(text: PreparedText, sought: Sought): Spliced | undefined {
  const { letters, start, end } = sought.skeleton;
  const ends = clauseEnds(sought);
  const first = ends[0];
  if (first === undefined || first === letters.length) return undefined;
  let found: Spliced | undefined;
  let tries = 0;
  visitOccurrences(text.skeleton.letters, letters.slice(0, first), (unit) => {
    const pieces = spliceFrom(text, sought, ends, unit);
    if (pieces !== undefined) found = pieces;
    return found === undefined && ++tries < triesMax;
  });
  return found?.map(({ there, given }) => ({
    there,
    given: { from: start[given.from] ?? 0, to: end[given.to - 1] ?? 0 },
  }));
}

/** Where clauses of the quote end, in units: before each gap with a sign other than an apostrophe or hyphen in it. */
function clauseEnds({ skeleton, text }: Sought): number[] {
  const ends: number[] = [];
  const { start, end, letters } = skeleton;
  for (let unit = 1; unit < letters.length; unit++) {
    const [from, to] = [end[unit - 1] ?? 0, start[unit] ?? 0];
    if (to - from < 1) continue;
    const gap = text.slice(from, to);
    if (/[.,;:?!…。、，；？！؟،؛—–]/u.test(gap) && (/\s/u.test(gap) || /[—。、，；？！]/u.test(gap))) ends.push(unit);
  }
  ends.push(letters.length);
  return ends;
}

function spliceFrom(text: PreparedText, sought: Sought, ends: readonly number[], first: number): Spliced | undefined {
  const { skeleton } = text;
  const { letters } = sought.skeleton;
  const pieces: Spliced = [];
  let [given, unit, limit] = [0, first, first];
  while (given < letters.length && pieces.length < piecesMax) {
    const reached = lastClauseEnd(text, letters, ends, given, unit);
    const from = skeleton.start[unit] ?? 0;
    if (reached !== undefined && isWordEdge(text.text, from, text.grouping)) {
      const last = unit + reached - given;
      const to = skeleton.end[last - 1] ?? 0;
      const before = pieces.at(-1);
      if (before === undefined || isAttribution(text.text, before.there.to, from)) {
        pieces.push({ there: { from, to }, given: { from: given, to: reached } });
        [given, unit, limit] = [reached, last, last];
        continue;
      }
    }
    unit++;
    const isTooFar = (skeleton.start[unit] ?? Infinity) - (skeleton.end[limit - 1] ?? 0) > betweenMax;
    if (pieces.length === 0 || isTooFar) return undefined;
  }
  return given === letters.length && pieces.length > 1 ? pieces : undefined;
}

/** How far the quote's letters from `given` on are the text's from `unit` on, up to the last end of a clause. */
function lastClauseEnd(
  text: PreparedText,
  letters: string,
  ends: readonly number[],
  given: number,
  unit: number,
): number | undefined {
  const there = text.skeleton.letters;
  let same = 0;
  while (given + same < letters.length && there.charCodeAt(unit + same) === letters.charCodeAt(given + same)) same++;
  for (let at = ends.length - 1; at >= 0; at--) {
    const end = ends[at] ?? 0;
    if (end <= given) return undefined;
    if (end > given + same) continue;
    if (isWordEdge(text.text, text.skeleton.end[unit + end - given - 1] ?? 0, text.grouping)) return end;
  }
  return undefined;
}

const wordsMax = 40;
const cuesMax = 8;
/** Verbs of saying, by which an attribution between commas is known. */
const cues =
  /(?<!\p{L})(?:sa(?:id|ys)|told|add(?:ed|s)|wrote|asked|replied|stated|noted|explained|insisted|warned|claimed|continued|argued|recalled|sagte|erklärte|schrieb|meinte|dit|déclaré|ajouté|affirmé|expliqué|dijo|añadió|afirmó|explicó|disse|detto|aggiunto|afirmou|zei|powiedział[ao]?|dodał[ao]?|сказала?|заявила?|добавила?|отметила?|сказав|заявив|додав|додала)(?!\p{L})/iu;

/** Whether what stands between two pieces only says who speaks: outside marks that close and open, or between commas. */
function isAttribution(text: string, from: number, to: number): boolean {
  const between = text.slice(from, to);
  const count = wordsIn(between).length;
  if (count === 0 || count > wordsMax) return false;
  const letters = /[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su.exec(between);
  if (letters === null) return false;
  const [start, stop] = [from + letters.index, from + letters.index + letters[0].length];
  const has = (signs: ReturnType<typeof signsIn>, form: string) => signs.some((sign) => sign.form === form);
  const [before, after] = [signsIn(text, from, start), signsIn(text, stop, to)];
  const sentences = letters[0].match(/[.?!](?=\s)/gu)?.length ?? 0;
  if (has(before, "'") && has(after, "'")) return sentences <= 1 && !/["“”«»„「」]/u.test(letters[0]);
  const isSet = (signs: ReturnType<typeof signsIn>) => has(signs, ',') || has(signs, '-');
  return isSet(before) && isSet(after) && count <= cuesMax && sentences === 0 && cues.test(letters[0]);
}
