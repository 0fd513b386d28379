/** A range of a text in UTF-16 units, end exclusive. */
export type Range = { start: number; end: number };

/** Marks that open a quotation, and those that close it. */
const MARKS: [open: string, close: string][] = [
  ['“', '”'],
  ['„', '“”'],
  ['”', '”'],
  ['«', '»'],
  ['»', '«»'],
  ['‹', '›'],
  ['›', '‹'],
  ['‚', '‘’'],
  ['‘', '’'],
  ['「', '」'],
  ['『', '』'],
  ['"', '"'],
  ["'", "'"],
];
const CLOSED_BY = new Map(MARKS);
const OPENING = new RegExp(`[${MARKS.map(([open]) => open).join('')}]`, 'gu');
/** Marks that are apostrophes too: they open before a letter that begins a word, and close only where a word has ended. */
const APOSTROPHES = /['‘’]/u;
const OPENS = /(?<![\p{L}\p{M}\p{N}])['‘]$/u;
const GOES_ON = /^[\p{L}\p{M}\p{N}]/u;
const BEGINS = /^[\p{L}"“[…]/u;

/**
 * What stands between quotation marks in an article. A mark that is not closed before the paragraph ends opens nothing,
 * but for the custom of repeating it at each further paragraph of one quotation: there the quotation runs to that end.
 */
export function quotationsIn(text: string): Range[] {
  const ranges: Range[] = [];
  let offset = 0;
  for (const paragraph of text.split(/\n\s*\n/u)) {
    const start = text.indexOf(paragraph, offset);
    offset = start + paragraph.length;
    for (const range of inParagraph(paragraph, text.slice(offset).trimStart())) {
      ranges.push({ start: start + range.start, end: start + range.end });
    }
  }
  return ranges;
}

function inParagraph(paragraph: string, following: string): Range[] {
  const ranges: Range[] = [];
  // What is not closed once is not closed further on: it is looked for once, so that a text of marks alone takes no longer.
  const unclosed = new Set<string>();
  for (let at = nextMark(paragraph, 0); at !== -1; at = nextMark(paragraph, at + 1)) {
    if (!opens(paragraph, at)) continue;
    const marks = CLOSED_BY.get(paragraph[at] as string) as string;
    const end = unclosed.has(marks) ? -1 : closing(paragraph, at + 1, marks);
    if (end === -1) unclosed.add(marks);
    const goesOn = end === -1 && following.startsWith(paragraph[at] as string);
    if (end === -1 && !goesOn) continue;
    ranges.push({ start: at, end: goesOn ? paragraph.length : end + 1 });
    at = goesOn ? paragraph.length : end;
  }
  return ranges;
}

function nextMark(text: string, from: number): number {
  OPENING.lastIndex = from;
  return OPENING.test(text) ? OPENING.lastIndex - 1 : -1;
}

/** Whether the mark at this place begins a quotation. The apostrophe of “don't” or “the '90s” does not. */
function opens(text: string, at: number): boolean {
  if (!APOSTROPHES.test(text[at] as string)) return true;
  return OPENS.test(text.slice(Math.max(0, at - 2), at + 1)) && BEGINS.test(text.slice(at + 1, at + 3));
}

function closing(text: string, from: number, marks: string): number {
  for (let at = from; at < text.length; at += 1) {
    const mark = text[at] as string;
    if (!marks.includes(mark)) continue;
    if (APOSTROPHES.test(mark) && (/\s/u.test(text[at - 1] as string) || GOES_ON.test(text.slice(at + 1, at + 3))))
      continue;
    return at;
  }
  return -1;
}

/** The places that none of the ranges touches. */
export function outsideOf<Place extends Range>(ranges: readonly Range[], places: readonly Place[]): Place[] {
  const sorted = ranges.toSorted((one, other) => one.start - other.start);
  let reached = 0;
  const reachedBy = sorted.map(({ end }) => {
    reached = Math.max(reached, end);
    return reached;
  });
  return places.filter((place) => {
    const beginBefore = countUpTo(sorted, place.end);
    return beginBefore === 0 || (reachedBy[beginBefore - 1] as number) <= place.start;
  });
}

/** How many of the ranges, which are in the order of their starts, begin before an offset. */
function countUpTo(sorted: readonly Range[], offset: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as Range).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
