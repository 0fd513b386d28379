import stringWidth from 'string-width';

const GAP = '  ';
/** So long a word is kept whole, however small the screen: an id is. */
const WORD_MAX = 30;

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
const words = new Intl.Segmenter('en', { granularity: 'word' });

/** How many columns of a terminal a text takes, in any script; what styles it takes none. */
export const widthOf = stringWidth;

/**
 * A text on one line, without what would steer the terminal instead of being read: control characters, of which a mark
 * is left, and characters that turn the direction of what follows.
 */
export function shown(text: string): string {
  return text
    .toWellFormed()
    .replace(/\s+/gu, ' ')
    .replace(/\p{Cc}/gu, '\uFFFD')
    .replace(/[\u00AD\u202A-\u202E\u2066-\u2069]/gu, '');
}

/** The text and as many spaces as make it this wide. */
export function padded(text: string, width: number): string {
  return set(text) + ' '.repeat(Math.max(0, width - widthOf(text)));
}

/** As much of a text as has room, with `…` for the rest. */
export function cut(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let [kept, room] = ['', width - 1];
  for (const { segment } of graphemes.segment(text)) {
    room -= widthOf(segment);
    if (room < 0) break;
    kept += segment;
  }
  return `${kept}…`;
}

/**
 * The lines of a text, broken at spaces. A word that is longer than a line, such as a sentence in a script without spaces,
 * is broken inside; a character never is.
 */
export function wrapped(text: string, width: number): string[] {
  let line = '';
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    let before = line === '' ? '' : ' ';
    for (const piece of widthOf(word) > width ? piecesOf(word, width) : [word]) {
      if (line !== '' && widthOf(line + before + piece) > width) {
        lines.push(line);
        line = piece;
      } else line += before + piece;
      before = '';
    }
  }
  return [...lines, line];
}

/** Blocks of lines beside each other, each as wide as is said. */
export function beside(blocks: readonly (readonly string[])[], widths: readonly number[], between = ' │ '): string[] {
  const height = Math.max(0, ...blocks.map((block) => block.length));
  return Array.from({ length: height }, (_, row) =>
    blocks
      .map((block, column) => padded(block[row] ?? '', widths[column] ?? 0))
      .join(between)
      .trimEnd(),
  );
}

/** Rows under headings, each column as wide as its widest cell; on a screen that is narrower, cells go over several lines. */
export function tableOf(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
  width = Number.POSITIVE_INFINITY,
): string {
  const lines = [headings, ...rows].map((row) => headings.map((_, column) => shown(row[column] ?? '')));
  const natural = headings.map((_, column) => Math.max(...lines.map((line) => widthOf(line[column] as string))));
  const least = headings.map((_, column) => Math.max(...lines.map((line) => leastWidth(line[column] as string))));
  const widths = fitting(natural, least, width - GAP.length * (headings.length - 1));
  return lines
    .flatMap((line) =>
      beside(
        line.map((cell, column) => wrapped(cell, widths[column] as number)),
        widths,
        GAP,
      ),
    )
    .join('\n');
}

/** What is narrow keeps its width, and the others share what is left, each at least as wide as its longest word. */
function fitting(natural: readonly number[], least: readonly number[], room: number): number[] {
  const widths = [...natural];
  let [left, open] = [room, natural.map((_, column) => column)];
  while (open.length > 0) {
    const share = Math.floor(left / open.length);
    const isSettled = (column: number) => (natural[column] as number) <= share || (least[column] as number) >= share;
    const settled = open.filter(isSettled);
    for (const column of settled.length > 0 ? settled : open) {
      widths[column] = Math.min(natural[column] as number, Math.max(least[column] as number, share));
      left -= widths[column];
    }
    open = settled.length > 0 ? open.filter((column) => !settled.includes(column)) : [];
  }
  return widths;
}

function leastWidth(cell: string): number {
  return Math.min(Math.max(0, ...Array.from(words.segment(cell), ({ segment }) => widthOf(segment))), WORD_MAX);
}

/** Where a long word may be broken: between the words of a script without spaces, else between any characters. */
function piecesOf(word: string, width: number): string[] {
  const pieces: string[] = [];
  for (const { segment, isWordLike } of words.segment(word)) {
    // A comma, or a closing mark, stays with what it closes.
    const last = pieces.at(-1);
    if (isWordLike || last === undefined || widthOf(last + segment) > width) pieces.push(segment);
    else pieces[pieces.length - 1] = last + segment;
  }
  return pieces.flatMap((piece) =>
    widthOf(piece) > width ? [...graphemes.segment(piece)].map(({ segment }) => segment) : [piece],
  );
}

const RIGHT_TO_LEFT = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;

/** What is written from right to left is set apart, so that a terminal that turns it leaves the columns where they are. */
function set(text: string): string {
  return RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;
}
