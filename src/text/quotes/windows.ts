/** A stretch of a text, in code points, end exclusive. */
export type Window = { readonly from: number; readonly to: number };

/** How many windows are aligned. */
export const windowsMax = 4;
/** The length of the sequences that are compared, in code points. */
const gram = 6;
const buckets = 1 << 18;

/**
 * The windows of a text that share most sequences of six characters with a quote, the likeliest first.
 *
 * The filter of E. Ukkonen, "Approximate string-matching with q-grams and maximal matches", 1992: a passage like the
 * quote holds many of its q-grams. A passage in which every sixth character differs holds none and is missed.
 * Takes two passes over the text and a sort of one candidate for each quarter of a window.
 */
export function candidateWindows(text: Uint16Array, quote: Uint16Array, length: number): Window[] {
  const wanted = new Uint8Array(buckets);
  visitGrams(quote, (hash) => {
    wanted[hash] = 1;
  });
  const step = Math.max(1, length >> 2);
  const shared = new Uint32Array(Math.ceil(text.length / step) + 1);
  visitGrams(text, (hash, at) => {
    if (wanted[hash] === 1) shared[Math.floor(at / step)] = (shared[Math.floor(at / step)] ?? 0) + 1;
  });
  const windows = Array.from(shared, (_, index) => {
    let hits = 0;
    for (let near = index; near < index + 3; near++) hits += shared[near] ?? 0;
    return { hits, index };
  }).sort((a, b) => b.hits - a.hits || a.index - b.index);
  const chosen: number[] = [];
  for (const { hits, index } of windows) {
    if (hits === 0 || chosen.length === windowsMax) break;
    if (chosen.every((other) => Math.abs(other - index) > 1)) chosen.push(index);
  }
  return chosen.map((index) => ({
    from: Math.max(0, (index - 1) * step),
    to: Math.min(text.length, (index + 4) * step),
  }));
}

function visitGrams(symbols: Uint16Array, visit: (hash: number, at: number) => void): void {
  for (let at = 0; at + gram <= symbols.length; at++) {
    let hash = 0;
    for (let next = at; next < at + gram; next++) hash = Math.imul(hash ^ (symbols[next] ?? 0), 0x01000193) + 0x9e37;
    visit((hash ^ (hash >>> 15)) & (buckets - 1), at);
  }
}
