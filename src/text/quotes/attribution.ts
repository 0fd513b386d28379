/** A range of a text in UTF-16 units, end exclusive. */
type Range = { start: number; end: number };

/** How far from a quotation the words that attribute it are looked for, in UTF-16 units. */
const REACH = 240;

/** Verbs of saying, in the languages that write names with capitals. */
const CUE =
  /(?<!\p{L})(?:sa(?:id|ys|ying)|told|tells|add(?:ed|s|ing)|wrot?e|writes|tweet(?:ed|s)|post(?:ed|s)|ask(?:ed|s)|repl(?:ied|ies)|answer(?:ed|s)|stat(?:ed|es)|declar(?:ed|es)|announc(?:ed|es)|not(?:ed|es)|explain(?:ed|s)|insist(?:ed|s)|warn(?:ed|s)|claim(?:ed|s)|argu(?:ed|es)|continu(?:ed|es)|conclud(?:ed|es)|according|quoted|call(?:ed|s)|describ(?:ed|es)|accus(?:ed|es)|sagte|sagt|erklärte|schrieb|meinte|betonte|laut|dit|déclaré|ajouté|affirmé|expliqué|écrit|selon|dijo|dice|añadió|afirmó|explicó|según|disse|dice|detto|aggiunto|afirmou|secondo|segundo|zei|powiedział[ao]?|dodał[ao]?|сказала?|заявила?|добавила?|отметила?|говорит|сказав|заявив|додав|додала)(?!\p{L})/iu;
const NAME =
  /\p{Lu}[\p{L}\p{M}.'’-]*(?:\s+(?:(?:de|da|di|del|della|la|le|van|der|den|von|zu|bin|ibn|al|el|of|the|for)\s+){0,2}\p{Lu}[\p{L}\p{M}.'’-]*)*/gu;
/** Words that begin a sentence with a capital, and name nobody. */
const NO_NAMES = new Set(
  'a an and as at but by he her his i in it its no not on she so that the their there these they this those we when while who yes you der die das er sie und aber le la les il elle el los ella en de'.split(
    ' ',
  ),
);

/**
 * Who a text says spoke the words of a quotation: the name in the sentence before or after it, beside a verb of saying or
 * before a colon, as it stands there. Null where nobody is named, as by a pronoun.
 */
export function attributionOf(text: string, { start, end }: Range): string | null {
  const after = sentenceBegun(text.slice(end, end + REACH));
  const before = sentenceEnded(text.slice(Math.max(0, start - REACH), start));
  const cueAfter = CUE.exec(after);
  if (cueAfter) {
    const name = nearestName(after, cueAfter.index, cueAfter.index + cueAfter[0].length);
    if (name !== null) return name;
  }
  const cues = [...before.matchAll(new RegExp(CUE, 'giu'))];
  const cueBefore = cues.at(-1);
  if (cueBefore) return nearestName(before, cueBefore.index, cueBefore.index + cueBefore[0].length);
  return /[:：]\s*$/u.test(before) ? (namesIn(before).at(-1)?.name ?? null) : null;
}

/** What follows a quotation up to where the sentence, the line or another quotation ends it. */
function sentenceBegun(after: string): string {
  const stop = /[\n“„«"]|[.!?…](?=\s+\p{Lu}|\s*$)/u.exec(after);
  return stop ? after.slice(0, stop.index) : after;
}

/** What leads to a quotation in its sentence, from the end of the sentence, line or quotation before. */
function sentenceEnded(before: string): string {
  const stops = [...before.matchAll(/[\n”»"]|(?<!\p{Lu}\p{Ll}?)[.!?…](?=\s)/gu)];
  const last = stops.at(-1);
  return last ? before.slice(last.index + 1) : before;
}

function nearestName(text: string, from: number, to: number): string | null {
  const distance = ({ start, end }: Range) => (start >= to ? start - to : from - end);
  const names = namesIn(text).filter(({ start, end }) => start >= to || end <= from);
  return names.toSorted((one, other) => distance(one) - distance(other))[0]?.name ?? null;
}

function namesIn(text: string): (Range & { name: string })[] {
  return [...text.matchAll(NAME)].flatMap(({ 0: found, index }) => {
    const words = found.split(/\s+/);
    while (words[0] !== undefined && NO_NAMES.has(words[0].toLowerCase())) words.shift();
    const name = words.join(' ').replace(/(?:['’]s)?[.'’-]*$/u, '');
    const start = index + found.length - words.join(' ').length;
    return name === '' ? [] : [{ name, start, end: start + name.length }];
  });
}
