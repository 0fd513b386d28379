/**
 * Approximate matching by bit-parallel dynamic programming.
 *
 * G. Myers, "A Fast Bit-Vector Algorithm for Approximate String Matching Based on Dynamic Programming", Journal of the
 * ACM 46(3), 1999, pp. 395–415: 32 rows of the matrix are two words, advanced one column in a dozen operations. Rows
 * beyond the error bound are not computed (E. Ukkonen, "Finding approximate patterns in strings", 1985). Columns are
 * taken in strips, block by block, so that a block's words stay in registers.
 */

/** A pattern as bit vectors: bit `r` of `equal[block * alphabet + symbol]` says that row `32 * block + r` is the symbol. */
export type Pattern = {
  readonly length: number;
  readonly blocks: number;
  readonly alphabet: number;
  readonly equal: Int32Array;
};

/**
 * Counts the steps of a search: one is one column of one block. It bounds the time, whatever the machine. Of one that
 * would take more than `alignMax` only the likeliest windows of the text are looked at, where that is told.
 */
export type Work = { steps: number; readonly alignMax?: number };

/** Symbols are numbers from 0; a symbol of a text that the pattern lacks is 0, so the pattern's begin with 1. */
export function compilePattern(symbols: Uint16Array, alphabet: number): Pattern {
  const blocks = Math.ceil(symbols.length / 32);
  const equal = new Int32Array(blocks * alphabet);
  for (let row = 0; row < symbols.length; row++) {
    const cell = (row >>> 5) * alphabet + (symbols[row] ?? 0);
    equal[cell] = (equal[cell] ?? 0) | (1 << (row & 31));
  }
  return { length: symbols.length, blocks, alphabet, equal };
}

/** How many columns are taken at once. */
const strip = 128;

/** A column of the matrix: the vertical differences of each block as two words, and the score of its last row. */
type Column = { plus: Int32Array; minus: Int32Array; score: Int32Array; carry: Int8Array };

function firstColumn({ blocks, length }: Pattern): Column {
  const score = Int32Array.from({ length: blocks }, (_, block) => Math.min(length, 32 * (block + 1)));
  return { plus: new Int32Array(blocks).fill(-1), minus: new Int32Array(blocks), score, carry: new Int8Array(strip) };
}

/**
 * Advances one block by a strip of columns. `carry` brings in the horizontal differences above the block, and takes
 * those of its last row. Returns the least score of that row, the one before the strip included.
 */
function advanceBlock(pattern: Pattern, column: Column, block: number, text: Uint16Array, from: number): number {
  const { equal, alphabet, length } = pattern;
  const { plus, minus, score, carry } = column;
  const shift = Math.max(0, 32 * (block + 1) - length);
  const row = block * alphabet;
  const columns = Math.min(strip, text.length - from);
  let p = plus[block] ?? 0;
  let m = minus[block] ?? 0;
  let sum = score[block] ?? 0;
  let lowest = sum;
  for (let at = 0; at < columns; at++) {
    const into = carry[at] as number;
    const down = into >>> 31;
    const eq = (equal[row + (text[from + at] as number)] as number) | down;
    const vertical = eq | m;
    const horizontal = (((eq & p) + p) ^ p) | eq;
    let ph = m | ~(horizontal | p);
    let mh = p & horizontal;
    const out = ((mh << shift) >> 31) - ((ph << shift) >> 31);
    sum += out;
    if (sum < lowest) lowest = sum;
    carry[at] = out;
    ph = (ph << 1) | ((into + 1) >> 1);
    mh = (mh << 1) | down;
    p = mh | ~(vertical | ph);
    m = ph & vertical;
  }
  plus[block] = p;
  minus[block] = m;
  score[block] = sum;
  return lowest;
}

/** A column and the errors of the best passage that ends there. */
export type End = { readonly end: number; readonly errors: number };

/** How many ends with more errors than the best are kept beside it, and how many more errors they may have. */
const endsKept = 48;
const slackMin = 4;

/**
 * The ends of the likeliest passages among the columns that may be ends, with at most `errorsMax` errors: the fewest
 * errors first, then the nearest to `near`, then the first.
 */
export function likelyEnds(
  pattern: Pattern,
  text: Uint16Array,
  wanted: { readonly errorsMax: number; readonly near: number; mayEnd(column: number): boolean },
  work: Work,
): End[] {
  const slack = Math.max(slackMin, wanted.errorsMax >> 2);
  const away = ({ end }: End) => Math.abs(end - wanted.near);
  let kept: End[] = [];
  let limit = Math.min(wanted.errorsMax, pattern.length);
  const order = (a: End, b: End) => a.errors - b.errors || away(a) - away(b) || a.end - b.end;
  visitColumns(
    pattern,
    text,
    () => limit,
    work,
    (end, errors) => {
      if (!wanted.mayEnd(end)) return;
      kept.push({ end, errors });
      limit = Math.min(limit, errors + slack);
      if (kept.length < 4 * endsKept) return;
      kept = kept.sort(order).slice(0, endsKept);
      limit = Math.min(limit, kept.at(-1)?.errors ?? limit);
    },
  );
  return kept.sort(order).slice(0, endsKept);
}

/** Visits the columns of the last row that have at most `limit()` errors, wherever a passage begins. */
function visitColumns(
  pattern: Pattern,
  text: Uint16Array,
  limit: () => number,
  work: Work,
  visit: (end: number, errors: number) => void,
): void {
  const { blocks, length } = pattern;
  const column = firstColumn(pattern);
  const { plus, minus, score, carry } = column;
  const rowsOfLast = length - 32 * (blocks - 1);
  let last = Math.min(blocks - 1, limit() >> 5);
  for (let from = 0; from < text.length; from += strip) {
    const columns = Math.min(strip, text.length - from);
    carry.fill(0);
    let before = 0;
    let lowest = 0;
    for (let block = 0; block <= last; block++) {
      before = score[block] ?? 0;
      lowest = advanceBlock(pattern, column, block, text, from);
      work.steps += columns;
      if (block < last || last === blocks - 1 || lowest > limit()) continue;
      last++;
      plus[last] = -1;
      minus[last] = 0;
      score[last] = before + (last === blocks - 1 ? rowsOfLast : 32);
    }
    if (last === blocks - 1 && lowest <= limit()) {
      for (let at = 0, sum = before; at < columns; at++) {
        sum += carry[at] ?? 0;
        if (sum <= limit()) visit(from + at + 1, sum);
      }
    }
    while (last > 0 && (score[last] ?? 0) >= limit() + (last === blocks - 1 ? rowsOfLast : 32)) last--;
  }
}

/** The errors of every passage that begins with the text, by where it ends: `[0]` is of the empty one. */
export function anchoredErrors(pattern: Pattern, text: Uint16Array, work: Work): Int32Array {
  const errors = new Int32Array(text.length + 1);
  errors[0] = pattern.length;
  const column = firstColumn(pattern);
  for (let from = 0; from < text.length; from += strip) {
    const columns = Math.min(strip, text.length - from);
    column.carry.fill(1);
    let sum = column.score[pattern.blocks - 1] ?? 0;
    for (let block = 0; block < pattern.blocks; block++) {
      advanceBlock(pattern, column, block, text, from);
      work.steps += columns;
    }
    for (let at = 0; at < columns; at++) {
      sum += column.carry[at] ?? 0;
      errors[from + at + 1] = sum;
    }
  }
  return errors;
}

/** The edit distance between a pattern and a whole text: insertions, deletions and substitutions. */
export function editDistance(pattern: Pattern, text: Uint16Array, work: Work): number {
  const column = firstColumn(pattern);
  for (let from = 0; from < text.length; from += strip) {
    column.carry.fill(1);
    for (let block = 0; block < pattern.blocks; block++) {
      advanceBlock(pattern, column, block, text, from);
      work.steps += Math.min(strip, text.length - from);
    }
  }
  return pattern.blocks === 0 ? text.length : (column.score[pattern.blocks - 1] ?? 0);
}
