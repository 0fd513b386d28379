import { Column, is, Param, type Placeholder, SQL, sql } from 'drizzle-orm';
import { ID_PREFIXES, idFromKey, type Kind, keyFromAnyId, keyFromId, kindOfId } from '../../kernel/id.ts';
import { isoTime } from '../../kernel/time.ts';

/** How values of a column that are text everywhere else are kept in the database, most of them as whole numbers. */
export type Codec<Stored extends number | string = number | string> = {
  /** What is stored; fails where nothing of the column can be this value. */
  encode(value: unknown): Stored;
  /** What a stored value is compared with; one that nothing stored equals where nothing can be this value. */
  compare(value: unknown): Stored;
  decode(stored: number | string): string;
  /** Written into a query as it is: there are few, and what is planned may depend on which it is. */
  isLiteral: boolean;
  isText: boolean;
  /** Of keys: of what. */
  kind?: Kind;
  /** Of words: which, each at the place of its code. */
  words?: readonly string[];
};

/** Stored nowhere: keys, codes and the times of this era are greater. */
const NOTHING = -1;

/** What comes before and after all ids and times where they are text, and so where they are numbers. */
const ENDS = new Map<unknown, number>([
  ['', Number.MIN_SAFE_INTEGER],
  ['~', Number.MAX_SAFE_INTEGER],
]);

/** Ids of one kind, as the keys that they say (see `kernel/id.ts`). */
export function keyCodec(kind: Kind): Codec<number> {
  const keyOf = (id: unknown) => (typeof id === 'string' ? keyFromId(kind, id) : null);
  return {
    encode: (id) => keyOf(id) ?? refuse(id, `is no id of a ${kind}`),
    compare: (id) => keyOf(id) ?? ENDS.get(id) ?? NOTHING,
    decode: MANY.has(kind) ? (key) => idFromKey(kind, Number(key)) : rememberedIds(kind),
    isLiteral: false,
    isText: false,
    kind,
  };
}

/** Kinds of which rows refer to ever others. */
const MANY: ReadonlySet<Kind> = new Set<Kind>(['statement', 'article', 'snapshot', 'rebuttal']);
/** What is remembered at most of a kind; then it begins anew. */
const REMEMBERED_MAX = 5_000;

/** The same few stand in most rows, and who looks up the same text again finds it sooner. */
function rememberedIds(kind: Kind): Codec['decode'] {
  const ids = new Map<number, string>();
  return (stored) => {
    const key = Number(stored);
    const known = ids.get(key);
    if (known !== undefined) return known;
    const id = idFromKey(kind, key);
    if (ids.size >= REMEMBERED_MAX) ids.clear();
    ids.set(key, id);
    return id;
  };
}

/** Ids of several kinds. A key does not say of which kind it is, so it is read in digits, and the reader makes an id of it. */
export const anyKeyCodec: Codec<number> = {
  encode: (id) => keyFromAnyId(String(id)) ?? refuse(id, 'is no id'),
  compare: (id) => keyFromAnyId(String(id)) ?? NOTHING,
  decode: String,
  isLiteral: false,
  isText: false,
};

/** Points in time, written in RFC 3339 in UTC with milliseconds, as milliseconds since 1970. */
export const timeCodec: Codec<number> = {
  encode: msOf,
  compare: (time) => ENDS.get(time) ?? msOf(time),
  decode: (ms) => isoTime(Number(ms)),
  isLiteral: false,
  isText: false,
};

/** One of a few words, as its place among them: these stand in the order of the alphabet, so that both sort the same. */
export function wordCodec(words: readonly string[]): Codec<number> {
  const codes = new Map(words.map((word, code) => [word, code]));
  return {
    encode: (word) => codes.get(word as string) ?? refuse(word, `is none of ${words.join(', ')}`),
    compare: (word) => codes.get(word as string) ?? NOTHING,
    decode: (code) => words[Number(code)] as string,
    isLiteral: true,
    isText: false,
    words,
  };
}

/** How many digits a key is written with in text, so that text sorts as keys do. */
export const KEY_DIGITS = String(Number.MAX_SAFE_INTEGER).length;
const KINDS = new Map(Object.entries(ID_PREFIXES).map(([kind, prefix]) => [prefix as string, kind as Kind]));
const IDS_OR_KEYS = new RegExp(`(?<![^ ])([a-z]{3})_([0-9]{${KEY_DIGITS}})(?![^ ])`, 'g');

/**
 * Text in which ids stand between spaces, or alone, as their keys in digits after the prefix: `clm_0000892312345678`. A
 * query writes and reads that at once (see `id-text.ts`); the letters of ids take it thirty times as long.
 */
export const idTextCodec: Codec<string> = {
  encode: digitsIn,
  compare: digitsIn,
  decode: (stored) =>
    String(stored).replace(IDS_OR_KEYS, (told, prefix: string, digits: string) => {
      const kind = KINDS.get(prefix);
      return kind ? idFromKey(kind, Number(digits)) : told;
    }),
  isLiteral: false,
  isText: true,
};

function digitsIn(text: unknown): string {
  return String(text)
    .split(' ')
    .map((word) => {
      const key = kindOfId(word) === null ? null : keyFromAnyId(word);
      return key === null ? word : `${word.slice(0, 4)}${String(key).padStart(KEY_DIGITS, '0')}`;
    })
    .join(' ');
}

/** How a column of bytes is mapped, which are text in hex everywhere else: drivers give and take a Buffer. */
export const bytesMapping = {
  toDriver: (hex: unknown) => (hex === null ? null : bytesOf(hex)),
  fromDriver: (stored: unknown) => Buffer.from(stored as Uint8Array).toString('hex'),
};

function bytesOf(hex: unknown): Buffer {
  const bytes = Buffer.from(String(hex), 'hex');
  return bytes.toString('hex') === hex ? bytes : refuse(hex, 'is no bytes in hex');
}

function msOf(time: unknown): number {
  const ms = typeof time === 'string' ? Date.parse(time) : Number.NaN;
  return Number.isNaN(ms) ? refuse(time, 'is no point in time') : ms;
}

/** A value that a column cannot keep. */
export class NotEncodable extends Error {}

function refuse(value: unknown, why: string): never {
  throw new NotEncodable(`${JSON.stringify(value)} ${why}.`);
}

type Write = (value: unknown) => unknown;
/** With what makes of a number what the engine's driver takes for a whole one. */
export type Bound = Codec & { bind(stored: number | string): unknown };
const codecs = new WeakMap<Write, Bound>();

/** What a custom column type is made of. */
export function mappingOf(codec: Codec, bind: Bound['bind']) {
  const toDriver: Write = (value) => (value === null ? null : bind(codec.encode(value)));
  codecs.set(toDriver, { ...codec, bind });
  return { toDriver, fromDriver: (stored: unknown) => codec.decode(stored as number | string) };
}

/** What maps an expression to text with ids, as a column of `idText` is mapped. */
export const idTextDecoder = { mapFromDriverValue: (stored: unknown) => idTextCodec.decode(stored as string) };

/** The codec of a column, or of an expression that is mapped with one; undefined where values are stored as they are. */
export function codecOf(of: unknown): Bound | undefined {
  if (is(of, SQL)) return codecOf((of as unknown as { decoder: unknown }).decoder);
  if (of === idTextDecoder) return { ...idTextCodec, bind: (text) => text };
  if (is(of, SQL.Aliased)) return codecOf(of.sql);
  return is(of, Column) ? codecs.get((of as unknown as { mapTo: Write }).mapTo) : undefined;
}

/** Encodes what is compared with a column. */
export function comparing({ compare, bind }: Bound) {
  return { mapToDriverValue: (value: unknown) => (isStored(value) ? value : bind(compare(value))) };
}

/** A value that is given when a query runs: encoded as the column where there is one. */
export function placeholderFor(name: string, column: unknown): Placeholder | Param {
  const codec = codecOf(column);
  return codec ? new Param(sql.placeholder(name), comparing(codec)) : sql.placeholder(name);
}

/** Encodes each of a list of what is compared with a column; as numbers, which stand in JSON, too. */
export function comparingEach(codec: Codec | undefined) {
  return (values: readonly unknown[]) => (codec ? values.map((value) => codec.compare(value)) : values);
}

function isStored(value: unknown): boolean {
  return value === null || typeof value === 'number' || typeof value === 'bigint';
}
