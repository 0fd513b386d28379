import { Failure } from '../kernel/failure.ts';
import { endOf, startOf } from '../kernel/time.ts';
import { outletBriefs } from '../outlets/store.ts';
import { sideBriefs } from '../sides/store.ts';
import { statementBriefs } from '../statements/show.ts';
import type { StatementBrief } from '../statements/statement.ts';
import type { Handle } from '../tables.ts';
import { type OwnVoice, outletsWithText, scanOwnVoice } from './own-voice-scan.ts';
import { type Granularity, periodsBetween, startOfPeriod } from './periods.ts';
import { lastDayBefore, rangeBetween, shareOf } from './tally.ts';
import { SAMPLES_MAX, type TermColumn, type TermComparison, type TermQuery } from './term-comparison.ts';
import {
  type ColumnCounts,
  type Counted,
  type CountedRow,
  crossoversOf,
  noUsages,
  type Wanted,
} from './term-counts.ts';
import { type Scan, scanStatements, wantedOf } from './term-scan.ts';

/** Code points of a quote that a sample shows before and after the wording. */
const CONTEXT_MAX = 80;
const PUBLISHED_ONLY = { drafts: false };

/**
 * Who uses, denies and mentions each wording, where, and since when.
 *
 * Fails with `invalid` for a term without a word or named twice, `unknown-reference`, and `unprocessable` for a
 * granularity that gives too many periods.
 */
export async function compareTerms(from: Handle, query: TermQuery): Promise<TermComparison> {
  const wanted = await wantedOf(from, query.term);
  refuseEmptyAndTwice(wanted);
  const scan = await scanStatements(from, query, wanted);
  const range = rangeOf(scan.columns, query);
  const timeline = timelineOf(scan.columns, range, query.granularity);
  const voice = await scanOwnVoice(from, query, wanted);
  const names = await namesFor(from, scan, voice);
  return {
    range,
    total: scan.total,
    columns: wanted.map((wording, at) => columnOf(wording, scan, at, voice, names)),
    timeline,
    crossovers: wanted.flatMap(({ term }, at) =>
      crossoversOf(scan.columns[at] as ColumnCounts).flatMap((row) => {
        const [side, statement] = [names.sides.get(row.sideId), names.statements.get(row.id)];
        return side && statement ? [{ side, term, statement }] : [];
      }),
    ),
    ownVoiceOf: { articles: voice.articles, isComplete: voice.isComplete },
  };
}

function refuseEmptyAndTwice(wanted: readonly Wanted[]): void {
  const seen = new Set<string>();
  for (const [at, { variants }] of wanted.entries()) {
    const words = (variants[0] ?? []).join(' ');
    const detail = words === '' ? 'has no word to look for' : seen.has(words) ? 'is compared with itself' : null;
    if (detail !== null)
      throw new Failure('invalid', `term: the ${at + 1}. term ${detail}.`, {
        faults: [{ pointer: `term.${at}`, detail }],
      });
    seen.add(words);
  }
}

/** As asked for; where left open, the days of the first and the last statement counted. */
function rangeOf(columns: readonly ColumnCounts[], { from, to }: TermQuery): TermComparison['range'] {
  const dates = columns
    .flatMap(({ first, latest }) => (first && latest ? [first.saidSort, latest.saidSort] : []))
    .sort();
  const counted = rangeBetween(dates[0] ?? null, dates.at(-1) ?? null);
  const [start, end] = [from && startOf(from), to && endOf(to)];
  return { from: start ? start.slice(0, 10) : counted.from, to: end ? lastDayBefore(end) : counted.to };
}

function timelineOf(
  columns: readonly ColumnCounts[],
  { from, to }: TermComparison['range'],
  granularity: Granularity,
): TermComparison['timeline'] {
  if (from === null || to === null) return [];
  const periods = periodsBetween(from, to, granularity).map((period) => ({ ...period, counts: columns.map(noUsages) }));
  const byStart = new Map(periods.map((period) => [startOfPeriod(period.from, granularity), period.counts]));
  for (const [at, { byDay }] of columns.entries()) {
    for (const [day, usages] of byDay) {
      const counts = byStart.get(startOfPeriod(day, granularity))?.[at];
      if (counts) for (const usage of ['use', 'denial', 'mention'] as const) counts[usage] += usages[usage];
    }
  }
  return periods;
}

type Names = {
  sides: Awaited<ReturnType<typeof sideBriefs>>;
  outlets: Awaited<ReturnType<typeof outletBriefs>>;
  statements: Map<string, StatementBrief>;
  withText: Set<string>;
};

async function namesFor(from: Handle, { columns }: Scan, { byOutlet }: OwnVoice): Promise<Names> {
  const sides = columns.flatMap(({ bySide }) => [...bySide.keys()]);
  const outlets = [...new Set([...columns.flatMap(({ byOutlet: quoted }) => [...quoted.keys()]), ...byOutlet.keys()])];
  const shown = columns.flatMap((column) => [
    column.first,
    column.latest,
    ...column.samples.map(({ row }) => row),
    ...column.firstUses.values(),
  ]);
  const ids = shown.flatMap((row) => (row === null ? [] : [row.id]));
  return {
    sides: await sideBriefs(from, sides),
    outlets: await outletBriefs(from, outlets),
    statements: await statementBriefs(from, ids, PUBLISHED_ONLY),
    withText: await outletsWithText(from, outlets),
  };
}

function columnOf(
  { term, variants }: Wanted,
  { columns, total }: Scan,
  at: number,
  voice: OwnVoice,
  names: Names,
): TermColumn {
  const column = columns[at] as ColumnCounts;
  const shown = (row: CountedRow | null) => (row === null ? null : (names.statements.get(row.id) ?? null));
  return {
    term,
    wordings: variants.map((words) => words.join(' ')),
    n: column.n,
    utterances: column.utterances.size,
    share: shareOf(column.n, total),
    ...column.usages,
    sides: bySlug(
      [...column.bySide].flatMap(([id, usages]) => {
        const side = names.sides.get(id);
        return side ? [{ side, n: usages.use + usages.denial + usages.mention, ...usages }] : [];
      }),
      ({ side }) => side.slug,
    ),
    speakers: column.speakers.size,
    outlets: bySlug(
      [...names.outlets.values()].map((outlet) => ({
        outlet,
        inQuotes: column.byOutlet.get(outlet.id) ?? 0,
        ownVoice: names.withText.has(outlet.id) ? (voice.byOutlet.get(outlet.id)?.[at] ?? 0) : null,
      })),
      ({ outlet }) => outlet.slug,
    ),
    first: shown(column.first),
    latest: shown(column.latest),
    samples: column.samples.slice(0, SAMPLES_MAX).flatMap((counted) => sampleOf(counted, names.statements)),
  };
}

/** Keyword in context, within the quote. */
function sampleOf({ row, usage, match }: Counted, statements: Names['statements']): TermColumn['samples'] {
  const statement = statements.get(row.id);
  if (!statement) return [];
  const before = Array.from(row.quote.slice(0, match.start));
  const after = Array.from(row.quote.slice(match.end));
  return [
    {
      statement,
      before: before.length > CONTEXT_MAX ? `…${before.slice(-CONTEXT_MAX).join('')}` : before.join(''),
      match: row.quote.slice(match.start, match.end),
      after: after.length > CONTEXT_MAX ? `${after.slice(0, CONTEXT_MAX).join('')}…` : after.join(''),
      usage,
    },
  ];
}

function bySlug<Item>(items: Item[], slugOf: (item: Item) => string): Item[] {
  return items.sort((one, other) => (slugOf(one) < slugOf(other) ? -1 : 1));
}
