import { z } from 'zod';

/** The kinds of things that have an id, and the three letters their ids begin with. */
export const ID_PREFIXES = {
  side: 'sid',
  dispute: 'dsp',
  question: 'qst',
  outlet: 'out',
  article: 'art',
  snapshot: 'snp',
  speaker: 'spk',
  claim: 'clm',
  'claim-relation': 'rel',
  statement: 'stm',
  rebuttal: 'reb',
  review: 'rev',
  correction: 'cor',
  key: 'key',
  import: 'imp',
} as const;

export type Kind = keyof typeof ID_PREFIXES;

const LETTER = '[0-9a-hjkmnp-tv-z]';
/** The last of the time's ten letters is followed by three for the count, whose first has two bits. */
const BODY = `0${LETTER}{9}[0-3]${LETTER}{2}`;
const kindByPrefix = new Map<string, Kind>(
  Object.entries(ID_PREFIXES).map(([kind, prefix]) => [prefix as string, kind as Kind]),
);

/**
 * The id of one kind: its prefix, then the time it was made at, as in a ULID in lower case, so that ids sort by it, and
 * three letters that tell those of one millisecond apart.
 */
export function idOf(kind: Kind): z.ZodString {
  return ids[kind];
}

const ids = Object.fromEntries(
  Object.entries(ID_PREFIXES).map(([kind, prefix]) => [
    kind,
    z
      .string()
      .regex(new RegExp(`^${prefix}_${BODY}$`))
      .meta({ id: `${pascal(kind)}Id`, examples: [`${prefix}_01k6v0a9q21y3`] }),
  ]),
) as Record<Kind, z.ZodString>;

function pascal(kind: string): string {
  return kind.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** An id, or what was one when these were as long as ULIDs: nothing has it, and it is no fault of form. */
const ASKED_BODY = `(?:${LETTER}{13}|${LETTER}{26})`;
const ASKED = new RegExp(`^([a-z]{3})_${ASKED_BODY}$`);

/** What may be asked for as the id of a kind. */
export function idAskedFor(kind: Kind) {
  return z
    .string()
    .regex(new RegExp(`^${ID_PREFIXES[kind]}_${ASKED_BODY}$`))
    .meta({ examples: [`${ID_PREFIXES[kind]}_01k6v0a9q21y3`] });
}

/** The kind that something written like an id is of; null when it is not written like one. */
export function kindOfId(reference: string): Kind | null {
  const match = ASKED.exec(reference);
  return match ? (kindByPrefix.get(match[1] as string) ?? null) : null;
}

/** Crockford's base 32, in lower case. */
export const ID_LETTERS = '0123456789abcdefghjkmnpqrstvwxyz';
/** The first moment that a key can have. */
export const FIRST_MS = Date.UTC(2020, 0, 1);
/** Keys that one millisecond has. */
export const KEYS_OF_MS = 4096;
const TIME_LETTERS = 10;
const COUNT_LETTERS = 3;

const VALUES = new Int8Array(128).fill(-1);
for (const [value, letter] of [...ID_LETTERS].entries()) VALUES[letter.charCodeAt(0)] = value;

/**
 * The id of what has this key. A key is what rows are stored and refer to each other by: a whole number that JavaScript
 * counts exactly, the milliseconds since 2020 times 4096, plus a count. So one says what the other says, and their
 * orders are the same.
 */
export function idFromKey(kind: Kind, key: number): string {
  const count = key % KEYS_OF_MS;
  const ms = FIRST_MS + (key - count) / KEYS_OF_MS;
  const low = ms % 2 ** 30;
  const high = (ms - low) / 2 ** 30;
  const [p, q, r] = PREFIX_CODES[kind];
  // Written in one piece: what is joined of parts is copied once more by whatever looks into it.
  // biome-ignore format: in the order in which they stand
  return String.fromCharCode(
    p, q, r, UNDERSCORE,
    letter(high >> 15), letter(high >> 10), letter(high >> 5), letter(high), letter(low >> 25),
    letter(low >> 20), letter(low >> 15), letter(low >> 10), letter(low >> 5), letter(low),
    letter(count >> 10), letter(count >> 5), letter(count),
  );
}

type Codes = [number, number, number];
const UNDERSCORE = 0x5f;
const LETTER_CODES = Uint8Array.from(ID_LETTERS, (letter) => letter.charCodeAt(0));
const PREFIX_CODES = Object.fromEntries(
  Object.entries(ID_PREFIXES).map(([kind, prefix]) => [kind, Array.from(prefix, (letter) => letter.charCodeAt(0))]),
) as Record<Kind, Codes>;

/** The code of the letter that stands for the last five bits. */
function letter(bits: number): number {
  return LETTER_CODES[bits & 31] as number;
}

/** The key of what has this id; null where nothing of this kind can have it. */
export function keyFromId(kind: Kind, id: string): number | null {
  return id.startsWith(ID_PREFIXES[kind]) ? keyFromAnyId(id) : null;
}

/** The key of what has this id, of whatever kind; null where nothing can have it. */
export function keyFromAnyId(id: string): number | null {
  if (id.length !== 4 + TIME_LETTERS + COUNT_LETTERS || id[3] !== '_') return null;
  const high = numberIn(id, 4, 4 + TIME_LETTERS / 2);
  const low = numberIn(id, 4 + TIME_LETTERS / 2, 4 + TIME_LETTERS);
  const count = numberIn(id, 4 + TIME_LETTERS, id.length);
  const ms = high * 2 ** 25 + low - FIRST_MS;
  const key = ms * KEYS_OF_MS + count;
  const isKey = high >= 0 && low >= 0 && count >= 0 && count < KEYS_OF_MS && ms >= 0 && key <= Number.MAX_SAFE_INTEGER;
  return isKey ? key : null;
}

/** The number that these letters write; negative when one of them is no letter of an id. */
function numberIn(id: string, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at += 1) {
    const letter = VALUES[id.charCodeAt(at)] ?? -1;
    if (letter < 0) return -1;
    value = (value << 5) | letter;
  }
  return value;
}

/**
 * Gives one key after the other, each greater than all it gave before, also where the clock was set back. The first of a
 * millisecond is drawn by lot, so that two processes rarely give the same; what does not fit into one is of the next.
 */
export function keysInOrder(random: () => number = Math.random): (at: Date) => number {
  let last = -1;
  return (at) => {
    const first = Math.max(at.getTime() - FIRST_MS, 0) * KEYS_OF_MS;
    last = last >= first ? last + 1 : first + Math.floor(random() * KEYS_OF_MS);
    return last;
  };
}
