import { z } from 'zod';
import { shown, wrapped } from '../platform/columns.ts';
import { SHADES, stackOf } from './bars.ts';
import type { Screen } from './screen.ts';
import { hanging, lineWidth, named, type Section, sideBySide, timelineOf } from './side-by-side.ts';
import { dateOf, StatementTold, speakerOf, UNDATED } from './statement-line.ts';
import { daysOf, Range } from './timeline.ts';

const Count = z.number();
/** `unread`: in a language for which the service has no reading. */
const Usages = z.object({ use: Count, denial: Count, mention: Count, unread: Count.default(0) });
const Named = z.object({ name: z.string() });

const Column = z.object({
  term: z.string(),
  n: Count,
  utterances: Count,
  share: z.number(),
  ...Usages.shape,
  sides: z.array(z.object({ side: Named, ...Usages.shape })),
  outlets: z.array(z.object({ outlet: Named, inQuotes: Count, ownVoice: z.union([Count, Usages]).nullable() })),
  samples: z.array(
    z.object({
      statement: StatementTold,
      before: z.string(),
      match: z.string(),
      after: z.string(),
      usage: z.string(),
    }),
  ),
});

/** What is read of `GET /v1/comparisons/terms`. */
export const TermComparisonTold = z.object({
  range: Range,
  total: Count,
  columns: z.array(Column),
  timeline: z.array(z.object({ period: z.string(), counts: z.array(Usages) })),
  crossovers: z.array(z.object({ side: Named, term: z.string(), statement: StatementTold })),
});
type Comparison = z.infer<typeof TermComparisonTold>;
type Column = Comparison['columns'][number];
type Usages = z.infer<typeof Usages>;

const USAGES = ['use', 'denial', 'mention', 'unread'] as const;
const VERBS: Record<string, string> = { use: 'uses it', denial: 'denies it', mention: 'mentions it', unread: 'unread' };
const SAMPLES_SHOWN = 5;
const OUTLETS_SHOWN = 10;

/** Wordings side by side: who uses which, who denies or only mentions it, in whose sentences, in the outlets' own voice. */
export function termsSideBySide(comparison: Comparison, screen: Screen): string {
  const { columns, total, range, crossovers } = comparison;
  const width = lineWidth(screen, columns.length);
  const of = (title: string, lines: (column: Column) => string[]): Section => ({ title, columns: columns.map(lines) });
  const lines = [
    screen.bold(shown(columns.map(({ term }) => `“${term}”`).join(' against '))),
    `${total === 1 ? 'one statement' : `${total} statements`}, ${daysOf(range)}`,
    '',
    ...sideBySide(screen, [
      of('', ({ term }) => wrapped(shown(`“${term}”`), width)),
      of('', (column) =>
        wrapped(`${column.n} of ${total} (${Math.round(column.share * 100)} %): ${inWords(column) || 'none'}`, width),
      ),
      of('Who', ({ sides }) =>
        named(
          sides.map(({ side, ...usages }) => [side.name, inWords(usages)]),
          width,
        ),
      ),
      of('In which sentences', ({ samples }) =>
        samples
          .slice(0, SAMPLES_SHOWN)
          .flatMap(({ statement, before, match, after, usage }) => [
            ...wrapped(shown(`${before}_${match}_${after}`), width),
            ...hanging('  — ', `${speakerOf(statement)}, ${dateOf(statement)}: ${VERBS[usage] ?? usage}`, width),
          ]),
      ),
      of('Outlets', ({ outlets }) =>
        named(
          outlets
            .slice(0, OUTLETS_SHOWN)
            .map(({ outlet, inQuotes, ownVoice }) => [
              outlet.name,
              `${inQuotes} in quotes, own voice: ${voice(ownVoice)}`,
            ]),
          width,
        ),
      ),
    ]),
    ...timeline(comparison, screen),
    ...(crossovers.length === 0
      ? []
      : [
          '',
          screen.bold('Who took over a wording of others'),
          ...crossovers.flatMap(({ side, term, statement }) =>
            hanging(
              '',
              `${side.name}: “${term}”, first by ${speakerOf(statement)}, ${dateOf(statement)}`,
              screen.width,
            ),
          ),
        ]),
  ];
  return [...lines, ...(lines.some((line) => /\d\*/.test(line)) ? ['', UNDATED] : [])].join('\n');
}

function inWords(usages: Usages): string {
  const nouns = { use: 'use', denial: 'denial', mention: 'mention', unread: 'unread' };
  return USAGES.filter((usage) => usages[usage] > 0)
    .map((usage) => `${nouns[usage]} ${usages[usage]}`)
    .join(', ');
}

function voice(ownVoice: number | Usages | null): string {
  if (ownVoice === null) return 'no text';
  return typeof ownVoice === 'number' ? String(ownVoice) : inWords(ownVoice) || '0';
}

function timeline({ columns, timeline: periods }: Comparison, screen: Screen): string[] {
  if (periods.length === 0) return [];
  const sum = (usages: Usages | undefined) => USAGES.reduce((total, usage) => total + (usages?.[usage] ?? 0), 0);
  const most = Math.max(1, ...periods.flatMap(({ counts }) => counts.map(sum)));
  const there = USAGES.filter((usage) => columns.some((column) => column[usage] > 0));
  const drawn = timelineOf(screen, {
    names: columns.map(({ term }) => `“${term}”`),
    periods,
    isEmpty: ({ counts }) => counts.every((one) => sum(one) === 0),
    bar: ({ counts }, column, width) => {
      const usages = counts[column];
      const told = sum(usages);
      const stack = stackOf(
        USAGES.map((usage) => usages?.[usage] ?? 0),
        most,
        width - String(most).length - 4,
      );
      return `${stack} ${told === 0 ? '·' : told}`.trimStart();
    },
  });
  return [
    '',
    `${screen.bold('When')}  ${there.map((usage) => `${SHADES[USAGES.indexOf(usage)]} ${usage}`).join('  ')}`,
    ...drawn,
  ];
}
