/** The characters of a text, numbered from 1. */
export function alphabetOf(text: string): Map<number, number> {
  const alphabet = new Map<number, number>();
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at) ?? 0;
    if (point > 0xffff) at++;
    if (!alphabet.has(point)) alphabet.set(point, alphabet.size + 1);
  }
  return alphabet;
}

/** The symbols of an alphabet by code point, while it is used; else all 0. */
const known = new Uint16Array(0x10000);

/** One symbol for each code point, 0 for those that the alphabet lacks. */
export function symbolsOf(text: string, alphabet: ReadonlyMap<number, number>): Uint16Array {
  const symbols = new Uint16Array(text.length);
  for (const [point, symbol] of alphabet) if (point <= 0xffff) known[point] = symbol;
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at) ?? 0;
    if (point > 0xffff) at++;
    symbols[length++] = point > 0xffff ? (alphabet.get(point) ?? 0) : (known[point] ?? 0);
  }
  for (const point of alphabet.keys()) if (point <= 0xffff) known[point] = 0;
  return symbols.subarray(0, length);
}
