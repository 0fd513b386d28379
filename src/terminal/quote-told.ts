import { z } from 'zod';
import { padded, shown, tableOf, widthOf, wrapped } from '../platform/columns.ts';
import type { Screen } from './screen.ts';
import { hanging } from './side-by-side.ts';

/** What is read of `POST /v1/quotes/verify`. */
export const VerifiedTold = z.object({
  result: z.string(),
  anchor: z.object({ start: z.number(), end: z.number() }).optional(),
  occurrences: z.array(z.object({ start: z.number(), end: z.number() })).optional(),
  warnings: z.array(z.string()),
  difference: z.string().optional(),
  suggestion: z.string().optional(),
  closest: z.object({ text: z.string(), start: z.number() }).optional(),
});
type Verified = z.infer<typeof VerifiedTold>;

/** What is read of `POST /v1/quotes/check`. */
export const CheckedTold = z.object({
  quotations: z.array(
    z.object({
      start: z.number(),
      quote: z.string(),
      attributedTo: z.string().nullable().optional(),
      result: z.string(),
      found: z.array(
        z.object({
          article: z.object({ title: z.string(), outlet: z.object({ name: z.string() }).optional() }).optional(),
          text: z.object({ title: z.string().nullable() }).optional(),
          speaker: z.object({ name: z.string() }).optional(),
        }),
      ),
      difference: z.string().optional(),
      suggestion: z.string().optional(),
      closest: z.object({ text: z.string() }).optional(),
    }),
  ),
  searched: z.object({ texts: z.number(), of: z.number().nullable() }).optional(),
});
type Checked = z.infer<typeof CheckedTold>;
type Quotation = Checked['quotations'][number];

const VERIFIED = ['exact', 'normalized', 'elided'];
const IN_WORDS: Record<string, string> = {
  exact: 'word for word',
  normalized: 'word for word, typography apart',
  elided: 'in parts, in this order',
  ambiguous: 'in more than one place',
  altered: 'not in these words',
  misattributed: 'in the mouth of another speaker',
  spliced: 'put together from different sentences',
  'not-found': 'not there',
};

/** Whether the words are the text's own in one place, and nobody else's. */
export function isVerified({ result }: { result: string }): boolean {
  return VERIFIED.includes(result);
}

/** One quote and what the text has: where it stands, or what stands there instead. */
export function verifiedInWords(told: Verified, quote: string, text: string, name: string, screen: Screen): string {
  const { result, anchor, occurrences, warnings, difference, suggestion, closest } = told;
  const points = [...text];
  const places = occurrences ?? (anchor === undefined ? [] : [anchor]);
  const lines = [
    `${screen.bold(result)}: ${IN_WORDS[result] ?? ''}${difference === undefined ? '' : `; what differs: ${difference}`}`,
    ...places.flatMap((place) => [
      `${shown(name)}, line ${lineAt(points, place.start)}, characters ${place.start} to ${place.end}:`,
      ...hanging('  ', around(points, place), screen.width),
    ]),
    ...labelled([['quoted', quote], ...there(closest, suggestion, points)], screen.width),
    ...warnings.map((warning) => `warning: ${warning}`),
  ];
  return lines.join('\n');
  function there(
    closest: Verified['closest'],
    suggestion: string | undefined,
    points: readonly string[],
  ): [string, string][] {
    return [
      ...(closest === undefined ? [] : [[`line ${lineAt(points, closest.start)}`, closest.text] as [string, string]]),
      ...(suggestion === undefined || suggestion === closest?.text
        ? []
        : [['suggested', suggestion] as [string, string]]),
    ];
  }
}

/** Labels and texts under each other; nothing where the quote alone would stand there. */
function labelled(rows: [label: string, text: string][], width: number): string[] {
  if (rows.length < 2) return [];
  const labels = Math.max(...rows.map(([label]) => widthOf(label)));
  return rows.flatMap(([label, text]) =>
    wrapped(shown(text), width - labels - 4).map((line, at) => `  ${padded(at === 0 ? label : '', labels)}  ${line}`),
  );
}

const AROUND_POINTS = 60;

/** The words and what surrounds them, the words between underscores. */
function around(points: readonly string[], { start, end }: { start: number; end: number }): string {
  const before = points.slice(Math.max(0, start - AROUND_POINTS), start).join('');
  const after = points.slice(end, end + AROUND_POINTS).join('');
  const [cutBefore, cutAfter] = [start > AROUND_POINTS ? '…' : '', end + AROUND_POINTS < points.length ? '…' : ''];
  return `${cutBefore}${before}_${points.slice(start, end).join('')}_${after}${cutAfter}`;
}

function lineAt(points: readonly string[], place: number): number {
  return points.slice(0, place).filter((point) => point === '\n').length + 1;
}

/** Every quotation of a text, a row each, and how many stand. */
export function checkedInWords({ quotations, searched }: Checked, text: string, screen: Screen): string {
  if (quotations.length === 0) return 'The text has no quotations.';
  const points = [...text];
  const rows = quotations.map((one) => [
    String(lineAt(points, one.start)),
    one.result,
    one.quote,
    one.attributedTo ?? '–',
    whereOf(one),
    insteadOf(one),
  ]);
  const standing = quotations.filter(isVerified).length;
  const among = searched === undefined ? '' : `, looked up in ${textsOf(searched)}`;
  return [
    tableOf(
      ['LINE', 'RESULT', 'QUOTE', 'SAID TO BE BY', 'FOUND IN', 'RECORDED OR WRITTEN THERE'],
      rows,
      screen.tableWidth,
    ),
    '',
    `${standing} of ${quotations.length} ${quotations.length === 1 ? 'quotation' : 'quotations'} verified${among}.`,
  ].join('\n');
}

function textsOf({ texts, of }: { texts: number; of: number | null }): string {
  const all = of === null || of > texts ? ` of ${of ?? 'very many'}` : '';
  return `${texts}${all} ${texts === 1 && all === '' ? 'text' : 'texts'}`;
}

function whereOf({ found: [first, ...others] }: Quotation): string {
  if (first === undefined) return '–';
  const name = first.article === undefined ? (first.text?.title ?? 'the text') : articleName(first.article);
  return others.length === 0 ? name : `${name}, and ${others.length} more`;
}

function articleName({ title, outlet }: NonNullable<Quotation['found'][number]['article']>): string {
  return outlet === undefined ? title : `${outlet.name}: ${title}`;
}

function insteadOf({ result, found, difference, suggestion, closest }: Quotation): string {
  if (result === 'misattributed') return found.find(({ speaker }) => speaker !== undefined)?.speaker?.name ?? '–';
  const text = suggestion ?? closest?.text;
  if (text === undefined) return '–';
  return difference === undefined ? text : `${text} (${difference})`;
}
