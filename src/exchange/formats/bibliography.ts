import type { Citation } from './citation.ts';

export const STYLES = ['apa', 'chicago', 'mla'] as const;
export type Style = (typeof STYLES)[number];

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const SHORT = 'Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.'.split(' ');

/** One line of a bibliography, in English, as plain text. */
export function bibliographyLine(citation: Citation, style: Style): string {
  const parts = { apa, chicago, mla }[style](citation);
  const archive = citation.archive === null ? '' : ` Archived at ${citation.archive}`;
  return `${parts}${archive}\n`;
}

function apa({ author, title, isParaphrase, container, outlet, published, accessed, url }: Citation): string {
  const [year, month, day] = partsOf(published);
  const date = [year, [month && MONTHS[month - 1], day].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  const what = isParaphrase ? `${title} [Paraphrased statement]` : `“${inner(title)}” [Quoted statement]`;
  const from = accessed === null ? url : `Retrieved ${american(accessed)}, from ${url}`;
  return `${stopped(author)} (${date}). ${what}. In ${stopped(container)} ${stopped(outlet)} ${from}`;
}

function chicago({ author, title, isParaphrase, container, outlet, published, accessed, url }: Citation): string {
  const what = isParaphrase ? `${title} (paraphrased), in` : `“${inner(title)},” quoted in`;
  const read = accessed === null ? '' : `accessed ${american(accessed)}, `;
  return `${author}, ${what} “${inner(container)},” ${outlet}, ${american(published)}, ${read}${url}.`;
}

function mla({ author, title, isParaphrase, container, outlet, published, accessed, url }: Citation): string {
  const what = isParaphrase ? `${title} Paraphrased in` : `“${inner(stopped(title))}” Quoted in`;
  const read = accessed === null ? '' : ` Accessed ${british(accessed)}.`;
  return `${stopped(author)} ${what} “${inner(container)},” ${outlet}, ${british(published)}, ${url}.${read}`;
}

function partsOf(date: string): [number, number | undefined, number | undefined] {
  const [year, month, day] = date.slice(0, 10).split('-').map(Number);
  return [year as number, month, day];
}

/** September 6, 2023. */
function american(date: string): string {
  const [year, month, day] = partsOf(date);
  if (month === undefined) return String(year);
  return day === undefined ? `${MONTHS[month - 1]} ${year}` : `${MONTHS[month - 1]} ${day}, ${year}`;
}

/** 6 Sept. 2023. */
function british(date: string): string {
  const [year, month, day] = partsOf(date);
  return [day, month && SHORT[month - 1], year].filter(Boolean).join(' ');
}

/** Double marks inside double marks are single ones. */
function inner(text: string): string {
  return text.replace(/[“”]/g, (mark) => (mark === '“' ? '‘' : '’')).replace(/"([^"]*)"/g, '‘$1’');
}

function stopped(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
