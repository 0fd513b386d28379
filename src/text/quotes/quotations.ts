/** Where a text sets words in quotation marks: ranges of UTF-16 units, the marks included, in order and apart. */
export type Quotations = { readonly starts: readonly number[]; readonly ends: readonly number[] };

/** Marks that open a quotation, and those that close it. */
const closers = new Map<string, string>([
  ['“', '”“"'],
  ['„', '“”"'],
  ['”', '”'],
  ['«', '»'],
  ['»', '«»'],
  ['‹', '›'],
  ['›', '‹'],
  ['‚', '‘’'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['｢', '｣'],
  ['"', '"”'],
  ['＂', '＂'],
  ["'", "'"],
  ['`', "`'"],
]);
const isSign = new Uint8Array(0x10000);
for (const sign of [...closers.keys(), '—', '–']) isSign[sign.charCodeAt(0)] = 1;
/** Marks that are apostrophes too: they open before a letter that begins a word, and close only where a word has ended. */
const isApostrophe = /['‘’`]/u;
const goesOn = /^[\p{L}\p{M}\p{N}]/u;

/**
 * A mark that is not closed before its paragraph ends quotes the rest of it: the custom is to open each paragraph of a
 * long quotation and to close the last, and closing marks are forgotten. An apostrophe is closed, or it is none.
 * A dash that begins a paragraph quotes the paragraph, as dialogue is set in many languages; not where `dialogue` is
 * false, since notes and answers of machines set their lists so.
 */
export function quotationsIn(text: string, { dialogue = true }: { dialogue?: boolean } = {}): Quotations {
  const starts: number[] = [];
  const ends: number[] = [];
  for (let at = 0; at < text.length; ) {
    const blank = /\n[ \t\r]*\n/g;
    blank.lastIndex = at;
    const end = blank.exec(text)?.index ?? text.length;
    visitParagraph(text, at, end, dialogue, (start, stop) => {
      starts.push(start);
      ends.push(stop);
    });
    at = end + 1;
  }
  return { starts, ends };
}

function visitParagraph(
  text: string,
  from: number,
  to: number,
  dialogue: boolean,
  visit: (start: number, end: number) => void,
): void {
  const unclosed = new Set<string>();
  for (let at = from; at < to; at++) {
    if (isSign[text.charCodeAt(at)] !== 1) continue;
    const char = text[at] as string;
    if (dialogue && (char === '—' || char === '–') && isLineStart(text, at) && /\s/.test(text[at + 1] ?? '')) {
      const line = text.indexOf('\n', at);
      const end = line === -1 || line > to ? to : line;
      visit(at, end);
      at = end;
      continue;
    }
    const closing = closers.get(char);
    if (closing === undefined || !opens(text, at, char)) continue;
    const end = unclosed.has(char) ? -1 : closingAt(text, at + 1, to, closing);
    if (end === -1) unclosed.add(char);
    if (end === -1 && (isApostrophe.test(char) || char === '”' || char === '»')) continue;
    visit(at, end === -1 ? to : end + 1);
    at = end === -1 ? to : end;
  }
}

function isLineStart(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && (text[before] === ' ' || text[before] === '\t')) before--;
  return before < 0 || text[before] === '\n';
}

/** Whether the mark at this place begins a quotation. The apostrophe of “don't” or “the '90s” does not. */
function opens(text: string, at: number, char: string): boolean {
  const before = text.slice(Math.max(0, at - 2), at);
  if (isApostrophe.test(char)) {
    return !/[\p{L}\p{M}\p{N}]$/u.test(before) && /^[\p{L}"“[…]/u.test(text.slice(at + 1, at + 3));
  }
  if (char !== '"' && char !== '”') return true;
  return !/[\p{N}\p{L}]$/u.test(before) || /\p{Script=Hebrew}$|\p{Script=Han}$|[\u3040-\u30ff]$/u.test(before);
}

function closingAt(text: string, from: number, to: number, marks: string): number {
  const [one, other, third] = [marks.charCodeAt(0), marks.charCodeAt(1), marks.charCodeAt(2)];
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code !== one && code !== other && code !== third) continue;
    const char = text[at] as string;
    if (isApostrophe.test(char)) {
      if (/\s/u.test(text[at - 1] ?? ' ') || goesOn.test(text.slice(at + 1, at + 3))) continue;
    } else if (char === '"' && /^[\p{Script=Hebrew}](?!\p{L})/u.test(text.slice(at + 1, at + 3))) continue;
    return at;
  }
  return -1;
}

/** The quotation that holds all of `[from, to)`, the marks around it left out or not; -1 where none does. */
export function quotationAround({ starts, ends }: Quotations, from: number, to: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= from) low = middle + 1;
    else high = middle;
  }
  return low > 0 && (ends[low - 1] as number) >= to ? low - 1 : -1;
}
