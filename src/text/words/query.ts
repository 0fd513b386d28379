import { formsWithClitics } from './clitics.ts';
import { type Wording, wordsOf } from './token.ts';

/** Words of which all must occur, and such of which none may. */
export type Group = { all: Wording[]; none: Wording[] };

/** What a search asks for: one of the groups must hold. Without groups nothing is asked for, and nothing is found. */
export type Query = { any: Group[] };

export const QUERY_POINTS_MAX = 1000;

type Item = { or: true } | { or: false; negated: boolean; wording: Wording };

/**
 * Reads a search as its writer meant it. Any text is a search:
 *
 * - words, all of which must occur: `lachin corridor`; Arabic and Hebrew ones with or without what is written onto them;
 * - `"phrases"`, whose words stand one after another. A word with signs in it (`cease-fire`, `U.S.`) is a phrase too;
 * - `-not`, `-"not this"`: what must not occur;
 * - `prefix*`, `"of a phrase*"`: words that begin so;
 * - `OR` in capitals between two of these, which binds less tightly than words do: `a b OR c` is `(a b) OR c`.
 *
 * Everything else is text: a quotation mark that is never closed, an `OR` with nothing on one side, brackets, colons,
 * a lone asterisk. Signs alone are no words.
 */
export function parseQuery(text: string): Query {
  const items = itemsOf(text);
  const groups: Group[] = [{ all: [], none: [] }];
  let isOpen = false;
  for (const [at, item] of items.entries()) {
    const group = groups.at(-1) as Group;
    if (!item.or) {
      add(item.negated ? group.none : group.all, item.wording);
      isOpen = true;
    } else if (isOpen && at < items.length - 1) {
      groups.push({ all: [], none: [] });
      isOpen = false;
    } else {
      add(group.all, { tokens: ['or'], prefix: false });
      isOpen = true;
    }
  }
  const any = new Map(
    groups.filter(({ all, none }) => all.length + none.length > 0).map((g) => [JSON.stringify(g), g]),
  );
  return { any: [...any.values()] };
}

/** Any text as the words of a phrase; null when it holds no word. */
export function wordingOf(text: string): Wording | null {
  const tokens = wordsOf(text);
  return tokens.length === 0 ? null : { tokens, prefix: false };
}

/** What occurs in a text that is found, each once. */
export function highlightTerms({ any }: Query): Wording[] {
  const all: Wording[] = [];
  for (const group of any) for (const wording of group.all) add(all, wording);
  return all;
}

function add(wordings: Wording[], wording: Wording): void {
  const same = ({ tokens, prefix }: Wording) =>
    prefix === wording.prefix && tokens.join(' ') === wording.tokens.join(' ');
  if (!wordings.some(same)) wordings.push(wording);
}

const QUOTED = /(-?)["“”„«](.*?)["“”»](\*?)(?=\s|$)/suy;
const PLAIN = /\S+/uy;

function itemsOf(text: string): Item[] {
  const items: Item[] = [];
  for (let at = 0; at < text.length; ) {
    if (/\s/u.test(text[at] as string)) {
      at += 1;
      continue;
    }
    QUOTED.lastIndex = at;
    const quoted = QUOTED.exec(text);
    PLAIN.lastIndex = at;
    const chunk = quoted?.[0] ?? (PLAIN.exec(text) as RegExpExecArray)[0];
    at += chunk.length;
    if (chunk === 'OR') {
      items.push({ or: true });
      continue;
    }
    const [negated, inner] = quoted ? [quoted[1] === '-', `${quoted[2]}${quoted[3]}`] : [chunk.startsWith('-'), chunk];
    const tokens = wordsOf(inner);
    if (tokens.length > 0)
      items.push({ or: false, negated, wording: wordingIn(tokens, asksForPrefix(inner), !quoted) });
  }
  return items;
}

/** A word by itself is found with what its script writes onto it; in quotation marks, and of a phrase, as it is. */
function wordingIn(tokens: string[], prefix: boolean, isPlain: boolean): Wording {
  const forms = isPlain && !prefix && tokens.length === 1 ? formsWithClitics(tokens[0] as string) : [];
  return forms.length === 0 ? { tokens, prefix } : { tokens, prefix, forms };
}

/** An asterisk right after a letter or digit, at the end. */
function asksForPrefix(text: string): boolean {
  return /[\p{L}\p{N}\p{M}]\*+$/u.test(text);
}
