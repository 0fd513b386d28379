import { z } from 'zod';
import { shown, wrapped } from '../platform/columns.ts';
import { barOf } from './bars.ts';
import { PairTold, pairsSideBySide } from './pair-told.ts';
import type { Screen } from './screen.ts';
import { hanging, lineWidth, named, type Section, sideBySide, timelineOf } from './side-by-side.ts';
import { dateOf, quoted, StatementTold, speakerOf, UNDATED } from './statement-line.ts';
import { daysOf, Range } from './timeline.ts';

const Count = z.number();
const Stances = z.object({ support: Count, deny: Count, query: Count, comment: Count });
const Named = z.object({ name: z.string() });

const Column = z.object({
  claim: z.object({ slug: z.string(), text: z.string() }),
  n: Count,
  utterances: Count,
  share: z.number(),
  speakers: Count,
  outlets: Count,
  articles: Count,
  sides: z.array(z.object({ side: Named, n: Count, ...Stances.shape })),
  since: z.array(z.object({ side: Named, stance: z.string(), n: Count, first: StatementTold })).optional(),
  quotes: z.array(z.object({ ...StatementTold.shape, stance: z.string() })),
});

/** What is read of `GET /v1/comparisons/claims`. */
export const ClaimComparisonTold = z.object({
  range: Range,
  total: Count,
  columns: z.array(Column),
  timeline: z.array(z.object({ period: z.string(), counts: z.array(Count) })),
  coarser: z.array(Count).optional(),
  both: z.object({ speakers: z.array(z.object({ ...Named.shape, counts: z.array(Count) })) }),
  relations: z.array(
    z.object({ kind: z.string(), claim: z.object({ slug: z.string() }), target: z.object({ slug: z.string() }) }),
  ),
  pairs: z.object({
    items: z.array(PairTold),
    next: z.string().nullable(),
  }),
});
type Comparison = z.infer<typeof ClaimComparisonTold>;
type Column = Comparison['columns'][number];

const VERBS: Record<string, string> = { support: 'supports', deny: 'denies', query: 'queries', comment: 'comments' };
/** Quotes of a column that are shown; all of them are in the answer for programs. */
const QUOTES_SHOWN = 5;

/** Claims side by side: who says which, since when, in whose words, what answers what. */
export function claimsSideBySide(comparison: Comparison, screen: Screen): string {
  const { columns, total, range } = comparison;
  const width = lineWidth(screen, columns.length);
  const of = (title: string, lines: (column: Column) => string[]): Section => ({ title, columns: columns.map(lines) });
  const n = (count: number, one: string) => `${count} ${one}${count === 1 ? '' : 's'}`;
  const lines = [
    screen.bold(shown(`${columns.map(({ claim }) => claim.slug).join(' against ')}`)),
    `${n(total, 'statement')}, ${daysOf(range)}`,
    '',
    ...sideBySide(screen, [
      of('', ({ claim }) => [screen.bold(shown(claim.slug)), ...wrapped(shown(claim.text), width)]),
      of('', (column) =>
        wrapped(
          [
            `${column.n} of ${total} (${Math.round(column.share * 100)} %)`,
            ...(column.utterances < column.n ? [n(column.utterances, 'utterance')] : []),
            n(column.speakers, 'speaker'),
            n(column.outlets, 'outlet'),
            n(column.articles, 'article'),
          ].join(', '),
          width,
        ),
      ),
      of('Who', (column) => named(stancesOf(column), width)),
      of('In whose words', ({ quotes }) =>
        quotes
          .slice(0, QUOTES_SHOWN)
          .flatMap((one) => [
            ...wrapped(shown(quoted(one)), width),
            ...hanging('  — ', `${speakerOf(one)}, ${dateOf(one)}: ${VERBS[one.stance] ?? one.stance}`, width),
          ]),
      ),
    ]),
    ...timeline(comparison, screen),
    ...both(comparison, screen),
    ...relations(comparison, screen),
    ...answers(comparison, screen),
  ];
  return [...lines, ...(lines.some((line) => /\d\*/.test(line)) ? ['', UNDATED] : [])].join('\n');
}

function stancesOf({ sides, since }: Column): [string, string][] {
  if (since !== undefined)
    return since.map(({ side, stance, n, first }) => [
      side.name,
      `${VERBS[stance] ?? stance} ${n}, since ${dateOf(first)}`,
    ]);
  return sides.map(({ side, ...counts }) => [
    side.name,
    (['support', 'deny', 'query', 'comment'] as const)
      .filter((stance) => counts[stance] > 0)
      .map((stance) => `${VERBS[stance]} ${counts[stance]}`)
      .join(', '),
  ]);
}

function timeline({ columns, timeline: periods, coarser }: Comparison, screen: Screen): string[] {
  if (periods.length === 0) return [];
  const most = Math.max(1, ...periods.flatMap(({ counts }) => counts));
  const drawn = timelineOf(screen, {
    names: columns.map(({ claim }) => claim.slug),
    periods,
    isEmpty: ({ counts }) => counts.every((count) => count === 0),
    bar: ({ counts }, column, width) => {
      const count = counts[column] ?? 0;
      return `${barOf(count, most, width - String(most).length - 1)} ${count === 0 ? '·' : count}`.trimStart();
    },
  });
  const isCoarse = coarser?.some((count) => count > 0);
  return ['', screen.bold('When'), ...drawn, ...(isCoarse ? [`Dated more coarsely: ${coarser?.join(' │ ')}`] : [])];
}

function both({ both: { speakers } }: Comparison, screen: Screen): string[] {
  if (speakers.length === 0) return [];
  const told = speakers.map(({ name, counts }) => [name, counts.join(' · ')] as const);
  return ['', screen.bold('Who speaks of all'), ...named(told, screen.width)];
}

function relations({ relations: all }: Comparison, screen: Screen): string[] {
  if (all.length === 0) return [];
  const told = all.map(({ claim, kind, target }) => shown(`${claim.slug} ${kind.replaceAll('-', ' ')} ${target.slug}`));
  return ['', screen.bold('How the claims relate'), ...told];
}

function answers({ pairs: { items, next } }: Comparison, screen: Screen): string[] {
  if (items.length === 0) return [];
  const more = next === null ? [] : ['', '… and more: `counterclaim pairs` lists all.'];
  return ['', screen.bold('What is set against what'), '', ...pairsSideBySide(items, screen), ...more];
}
