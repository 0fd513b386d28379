import type { Piece } from './pieces.ts';

/** One value of a file as text; null where it is too long, `isWhole` unless the file ended inside it. */
export type SplitValue = { line: number; pointer: string; text: string | null; isBroken: boolean; isWhole: boolean };

/**
 * Splits a JSON file into values without reading them: the items of an array, those of the array under `into` in the
 * outermost object, else outermost values.
 *
 * A quotation mark inside a string ends it only before `,` `:` `}` `]` or the end, which is so of every string of valid
 * JSON: an unescaped mark in a text does not throw the splitting off.
 */
export async function* splitJson(
  pieces: AsyncIterable<Piece>,
  into: string | null,
  lengthMax: number,
): AsyncGenerator<SplitValue> {
  let depth = 0;
  /** At which depth the values stand that are given; items of an array at 1, of one inside an object at 2. */
  let itemDepth = 0;
  let base = '';
  let index = 0;
  let inString = false;
  let isEscaped = false;
  let afterQuote = false;
  /** The string that ended last at the depth of the outermost object's members, where `into` may be. */
  let name: string | null = null;
  let lastKey = '';
  let nameFrom = -1;
  let held: string[] = [];
  let length = 0;
  let begin = 0;
  let isBroken = false;
  let isHolding = false;

  const take = (text: string) => {
    if (!isHolding) return;
    length += text.length;
    if (length <= lengthMax) held.push(text);
    else held = [];
  };
  const given = (isWhole: boolean): SplitValue => {
    const pointer = itemDepth === 0 ? '' : `${base}/${index}`;
    const value = { line: begin, pointer, text: length > lengthMax ? null : held.join(''), isBroken, isWhole };
    held = [];
    length = 0;
    isBroken = false;
    isHolding = false;
    index += 1;
    return value;
  };
  const hold = (line: number) => {
    isHolding = true;
    begin = line;
    held = [];
    length = 0;
  };

  for await (const piece of pieces) {
    const text = piece.ends ? `${piece.text}\n` : piece.text;
    if (isHolding && piece.isBroken) isBroken = true;
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at);
      if (inString) {
        if (afterQuote) {
          if (code === 32 || code === 10 || code === 13 || code === 9) continue;
          if (code === 44 || code === 58 || code === 125 || code === 93) {
            inString = false;
            afterQuote = false;
            if (depth === 1 && nameFrom >= 0) name = text.slice(nameFrom, at).trim().replace(/^"|"$/g, '');
            nameFrom = -1;
          } else {
            afterQuote = code === 34;
            isEscaped = code === 92;
            continue;
          }
        } else {
          const begins: number = isEscaped ? at + 1 : at;
          const quote = unescapedQuote(text, begins);
          isEscaped = quote < 0 && endsInEscape(text, begins);
          afterQuote = quote >= 0;
          at = quote < 0 ? text.length : quote;
          continue;
        }
      }
      if (code === 34) {
        inString = true;
        isEscaped = false;
        if (into !== null && depth === 1 && itemDepth === 0) nameFrom = at;
        if (depth === itemDepth && !isHolding) {
          hold(piece.line);
          from = at;
        }
      } else if (code === 58) lastKey = depth === 1 ? (name ?? '') : lastKey;
      else if (code === 123 || code === 91) {
        if (code === 91 && depth === 0 && itemDepth === 0) {
          itemDepth = 1;
          base = '';
          index = 0;
        } else if (code === 91 && depth === 1 && itemDepth === 0 && into !== null && lastKey === into) {
          itemDepth = 2;
          base = `/${into}`;
          index = 0;
          // What was held of the object around is not needed: only its items are.
          isHolding = false;
          held = [];
          length = 0;
        } else if (depth === itemDepth && !isHolding) {
          hold(piece.line);
          isBroken = piece.isBroken;
          from = at;
        }
        depth += 1;
      } else if (code === 125 || code === 93) {
        depth = Math.max(0, depth - 1);
        if (isHolding && depth === itemDepth) {
          take(text.slice(from, at + 1));
          from = at + 1;
          yield given(true);
        } else if (isHolding && depth < itemDepth) {
          // A bare value, such as null, was the last of its array.
          take(text.slice(from, at));
          yield given(true);
        }
        if (itemDepth > 0 && depth < itemDepth) itemDepth = itemDepth === 2 ? -1 : 0;
        if (itemDepth === 0) name = null;
      } else if (code === 44) {
        if (isHolding && depth === itemDepth && itemDepth > 0) {
          take(text.slice(from, at));
          from = at + 1;
          yield given(true);
        }
      } else if (code === 10 && isHolding && depth === 0) {
        // What is no JSON at all is told line by line.
        take(text.slice(from, at));
        yield given(true);
      } else if (itemDepth >= 0 && depth === itemDepth && !isHolding && code > 32) {
        hold(piece.line);
        isBroken = piece.isBroken;
        from = at;
      }
    }
    if (isHolding) take(text.slice(from));
    if (nameFrom >= 0) nameFrom = -1;
  }
  if (isHolding && (length > lengthMax || held.join('').trim() !== '')) yield given(false);
}

/** Where the next quotation mark stands that no backslash escapes; −1 when there is none. */
function unescapedQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (at - slashes > from && text.charCodeAt(at - slashes - 1) === 92) slashes += 1;
    if (slashes % 2 === 0) return at;
  }
  return -1;
}

function endsInEscape(text: string, from: number): boolean {
  let slashes = 0;
  while (text.length - slashes > from && text.charCodeAt(text.length - slashes - 1) === 92) slashes += 1;
  return slashes % 2 === 1;
}
