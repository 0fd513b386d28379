import { countedUnder, type StatementText } from '../../../derived/terms/counting.ts';
import { Failure } from '../../../kernel/failure.ts';
import type { Handle } from '../../../platform/engine/tables.ts';
import { type Brief, briefsOf } from '../../../record/briefs.ts';
import { termListed } from '../../../record/claims/wordings.ts';
import { statementBriefs } from '../../../record/statements/show.ts';
import type { StatementBrief } from '../../../record/statements/statement.ts';
import { isRead } from '../../../text/terms/usage.ts';
import { tokenize, wordsOf } from '../../../text/words/token.ts';
import { type Granularity, periodsBetween, startOfPeriod } from '../../periods.ts';
import { rangeAsked } from '../../statements/range.ts';
import { rangeBetween, rangeTold, shareOf } from '../../tally.ts';
import { type Asked, countAsked, crossoversIn } from './count-asked.ts';
import { outletsWithText } from './own-voice-scan.ts';
import type { ReadMax, TermColumn, TermComparison, TermQuery } from './term-comparison.ts';
import {
  type ColumnCounts,
  type Crossover,
  type Dated,
  noUsages,
  type OwnVoice,
  type TermCounts,
  USAGES,
  type UsageCounts,
} from './term-counts.ts';
import { saidIn } from './term-scan.ts';

/** Code points of a quote that a sample shows before and after the wording. */
const CONTEXT_MAX = 80;
const PUBLISHED_ONLY = { drafts: false };

/**
 * Who uses, denies and mentions each wording, where, and since when. What claims list is kept counted; other words, and
 * whatever a filter leaves, are counted by reading the quotes up to `max`, and the answer says how many.
 *
 * Fails with `invalid` for a term without a word or named twice, `unknown-reference`, and `unprocessable` for a
 * granularity that gives too many periods.
 */
export async function compareTerms(from: Handle, query: TermQuery, max: ReadMax): Promise<TermComparison> {
  rangeAsked(query.from, query.to);
  const asked = await askedFor(from, query.term);
  refuseEmptyAndTwice(asked);
  const { counts, voice } = await countAsked(from, query, asked, max);
  const range = rangeOf(counts.columns, query);
  const timeline = timelineOf(counts.columns, range, query.granularity);
  const { crossovers, read } = await crossoversIn(from, query, asked, counts, max);
  const names = await namesFor(from, counts, voice, crossovers.flat());
  return {
    range,
    total: counts.total,
    columns: asked.map((wanted, at) => columnOf(wanted, counts, at, voice, names)),
    timeline,
    crossovers: asked.flatMap(({ term }, at) =>
      (crossovers[at] as Crossover[]).flatMap(({ sideId, id, certain }) => {
        const [side, statement] = [names.sides.get(sideId), names.statements.get(id)];
        return side && statement ? [{ side, term, statement, certain }] : [];
      }),
    ),
    languages: languagesIn(counts, voice),
    countedIn: counts.read,
    crossoversIn: read,
    ownVoiceOf: { articles: voice.articles, isComplete: voice.isComplete },
  };
}

/** The terms as they are looked for: by all their forms, and with the claims that decide how they are used. */
function askedFor(from: Handle, terms: readonly string[]): Promise<Asked[]> {
  return Promise.all(
    terms.map(async (term) => ({ term, wording: wordsOf(term).join(' '), ...(await termListed(from, term)) })),
  );
}

/** As many as terms can be compared. */
const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'] as const;

function refuseEmptyAndTwice(asked: readonly Asked[]): void {
  const seen = new Set<string>();
  for (const [at, { wording }] of asked.entries()) {
    const detail = wording === '' ? 'has no word to look for' : seen.has(wording) ? 'is compared with itself' : null;
    if (detail !== null)
      throw new Failure('invalid', `term: the ${ORDINALS[at]} term ${detail}.`, {
        faults: [{ pointer: `term.${at}`, detail }],
      });
    seen.add(wording);
  }
}

/** As asked for; where left open, the days of the first and the last statement counted. */
function rangeOf(columns: readonly ColumnCounts[], asked: TermQuery): TermComparison['range'] {
  const dates = columns
    .flatMap(({ first, latest }) => (first && latest ? [first.saidSort, latest.saidSort] : []))
    .sort();
  return rangeTold(asked, rangeBetween(dates[0] ?? null, dates.at(-1) ?? null));
}

function timelineOf(
  columns: readonly ColumnCounts[],
  { from, to }: TermComparison['range'],
  granularity: Granularity,
): TermComparison['timeline'] {
  if (from === null || to === null) return [];
  const periods = periodsBetween(from, to, granularity).map((period) => ({ ...period, counts: columns.map(noUsages) }));
  const byStart = new Map(periods.map((period) => [startOfPeriod(period.from, granularity), period.counts]));
  for (const [at, { byPeriod }] of columns.entries()) {
    for (const [start, usages] of byPeriod) {
      const counts = byStart.get(startOfPeriod(start.padEnd(10, '-01'), granularity))?.[at];
      if (counts) for (const usage of USAGES) counts[usage] += usages[usage];
    }
  }
  return periods;
}

type Names = {
  sides: Map<string, Brief<'side'>>;
  outlets: Map<string, Brief<'outlet'>>;
  statements: Map<string, StatementBrief>;
  said: Map<string, StatementText>;
  withText: Set<string>;
};

async function namesFor(
  from: Handle,
  { columns }: TermCounts,
  { byOutlet }: OwnVoice,
  crossovers: readonly Crossover[],
): Promise<Names> {
  const sides = [...columns.flatMap(({ bySide }) => [...bySide.keys()]), ...crossovers.map(({ sideId }) => sideId)];
  const outlets = [...new Set([...columns.flatMap(({ byOutlet: quoted }) => [...quoted.keys()]), ...byOutlet.keys()])];
  const samples = columns.flatMap((column) => column.samples.map(({ id }) => id));
  const ends = columns.flatMap(({ first, latest }) => [first, latest].flatMap((row) => row?.id ?? []));
  const crossed = crossovers.map(({ id }) => id);
  return {
    sides: await briefsOf(from, 'side', sides),
    outlets: await briefsOf(from, 'outlet', outlets),
    statements: await statementBriefs(from, [...samples, ...ends, ...crossed], PUBLISHED_ONLY),
    said: await saidIn(from, samples),
    withText: await outletsWithText(from, outlets),
  };
}

function columnOf(asked: Asked, { columns, total }: TermCounts, at: number, voice: OwnVoice, names: Names): TermColumn {
  const column = columns[at] as ColumnCounts;
  const shown = (row: Dated | null) => (row === null ? null : (names.statements.get(row.id) ?? null));
  return {
    term: asked.term,
    forms: asked.variants.map((words) => words.join(' ')),
    n: column.n,
    utterances: column.utterances,
    share: shareOf(column.n, total),
    ...column.usages,
    sides: bySlug(
      [...column.bySide].flatMap(([id, usages]) => {
        const side = names.sides.get(id);
        return side ? [{ side, n: totalOf(usages), ...usages }] : [];
      }),
      ({ side }) => side.slug,
    ),
    speakers: column.speakers,
    outlets: bySlug(
      [...names.outlets.values()].map((outlet) => ({
        outlet,
        ...(column.byOutlet.get(outlet.id) ?? { inQuotes: 0, paraphrased: 0 }),
        ownVoice: names.withText.has(outlet.id) ? (voice.byOutlet.get(outlet.id)?.[at] ?? noUsages()) : null,
      })),
      ({ outlet }) => outlet.slug,
    ),
    range: rangeBetween(column.first?.saidSort ?? null, column.latest?.saidSort ?? null),
    first: shown(column.first),
    latest: shown(column.latest),
    samples: column.samples.flatMap(({ id }) => sampleOf(asked, names.said.get(id), names.statements.get(id))),
  };
}

function totalOf(usages: UsageCounts): number {
  return USAGES.reduce((sum, usage) => sum + usages[usage], 0);
}

/** The languages of what was counted: those that are read, and those that are not. */
function languagesIn(counts: TermCounts, voice: OwnVoice): TermComparison['languages'] {
  const all = [...new Set([...counts.languages, ...voice.languages])].sort();
  return { read: all.filter(isRead), unread: all.filter((language) => !isRead(language)) };
}

/** Keyword in context, within the quote. */
function sampleOf(
  asked: Asked,
  said: StatementText | undefined,
  statement: StatementBrief | undefined,
): TermColumn['samples'] {
  const found = said && countedUnder(said, tokenize(said.quote), asked);
  if (!found || !statement) return [];
  const { usage, match } = found;
  const before = Array.from(said.quote.slice(0, match.start));
  const after = Array.from(said.quote.slice(match.end));
  return [
    {
      statement,
      before: before.length > CONTEXT_MAX ? `…${before.slice(-CONTEXT_MAX).join('')}` : before.join(''),
      match: said.quote.slice(match.start, match.end),
      after: after.length > CONTEXT_MAX ? `${after.slice(0, CONTEXT_MAX).join('')}…` : after.join(''),
      usage,
    },
  ];
}

function bySlug<Item>(items: Item[], slugOf: (item: Item) => string): Item[] {
  return items.sort((one, other) => (slugOf(one) < slugOf(other) ? -1 : 1));
}
