import { and, asc, desc, eq, inArray, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { withMark } from '../../../derived/summaries/mark.ts';
import { sumsIn } from '../../../derived/summaries/rest.ts';
import { membersOf, tallySizes } from '../../../derived/summaries/store.ts';
import { firstDayOf } from '../../../kernel/written-date.ts';
import type { Handle } from '../../../platform/engine/tables.ts';
import type { Usage } from '../../../text/terms/term.ts';
import { type Granularity, keptFor } from '../../periods.ts';
import { lastDayIn } from '../../statements/days.ts';
import { countFromSummaries } from '../../statements/summary-counts.ts';
import type { SummaryFilter } from '../../statements/summary-filter.ts';
import { sumOf } from '../../statements/tabulate.ts';
import { idAfterSort, joined, SORT_LENGTH } from '../../tally.ts';
import { SAMPLES_MAX } from './term-comparison.ts';
import {
  addTo,
  byDate,
  type ColumnCounts,
  crossingsIn,
  type Dated,
  type FirstUse,
  noUsages,
  type OwnVoice,
  type TermCounts,
  USAGES,
  type UsageCounts,
} from './term-counts.ts';

/** All published statements that have the wordings, from the summaries: what it costs does not grow with the statements. */
export async function countTerms(
  from: Handle,
  wordings: readonly string[],
  granularity: Granularity,
): Promise<TermCounts> {
  const kept: SummaryFilter = { of: 'term', subjects: wordings };
  const period = keptFor(granularity);
  const bySide = await countFromSummaries(from, kept, ['term', 'side', 'kind']);
  const byPeriod = await countFromSummaries(from, kept, ['term', 'kind', period]);
  const all = await countFromSummaries(from, kept, []);
  const terms = { of: 'term', subjects: wordings } as const;
  const outlets = await membersOf(from, terms, 'out');
  const reporters = await membersOf(from, terms, 'par');
  const languages = await membersOf(from, terms, 'lng');
  const sizes = await tallySizes(from, terms);
  const crossovers = await crossoversIn(from, await firstUsesOf(from, wordings));
  const reported = new Map(reporters.map(({ subject, member, n }) => [`${member} ${subject}`, n]));
  const columns: ColumnCounts[] = [];
  for (const wording of wordings) {
    const ofIt = ({ subject }: { subject: string }) => subject === wording;
    const column: ColumnCounts = {
      n: 0,
      utterances: sizes.get(`${wording} stm`) ?? 0,
      speakers: sizes.get(`${wording} spk`) ?? 0,
      usages: noUsages(),
      bySide: new Map(),
      byOutlet: new Map(
        outlets.filter(ofIt).map(({ member, n }) => {
          const paraphrased = reported.get(`${member} ${wording}`) ?? 0;
          return [member, { inQuotes: n - paraphrased, paraphrased }];
        }),
      ),
      byPeriod: new Map(),
      crossovers: crossovers.filter(ofIt).map(({ sideId, id, certain }) => ({ sideId, id, certain })),
      ...{ first: null, latest: null, samples: [] },
    };
    for (const { kind, side, n } of bySide.filter(({ term }) => term === wording)) {
      column.n += n;
      column.usages[kind as Usage] += n;
      addTo(column.bySide, side)[kind as Usage] += n;
    }
    for (const { kind, [period]: start, n } of byPeriod.filter(({ term }) => term === wording))
      addTo(column.byPeriod, start)[kind as Usage] += n;
    columns.push({ ...column, ...(await endsOf(from, wording, column.usages)) });
  }
  const total = sumOf(all);
  const spoken = new Set(languages.filter(({ n }) => n > 0).map(({ member }) => member));
  return { total, columns, languages: spoken, read: { statements: total, isComplete: true } };
}

function datedOf(joined: string): Dated {
  return { saidSort: joined.slice(0, SORT_LENGTH), id: idAfterSort(joined) };
}

/** The first and the latest statement, and the first few of each usage. A look into an index for each. */
async function endsOf(
  from: Handle,
  wording: string,
  usages: UsageCounts,
): Promise<Pick<ColumnCounts, 'first' | 'latest' | 'samples'>> {
  const [firsts, latests]: [Dated[], Dated[]] = [[], []];
  for (const usage of USAGES) {
    if (usages[usage] === 0) continue;
    firsts.push(...(await datedWith(from, wording, usage, 'oldest', Math.ceil(SAMPLES_MAX / USAGES.length))));
    latests.push(...(await datedWith(from, wording, usage, 'newest', 1)));
  }
  firsts.sort(byDate);
  latests.sort(byDate);
  return { first: firsts[0] ?? null, latest: latests.at(-1) ?? null, samples: firsts.slice(0, SAMPLES_MAX) };
}

function datedWith(
  from: Handle,
  wording: string,
  usage: Usage,
  end: 'oldest' | 'newest',
  limit: number,
): Promise<Dated[]> {
  const direction = end === 'oldest' ? asc : desc;
  return from.query(
    `${end} usages of a term`,
    ({ db, t, param, bound }) => {
      const { statementId, saidSort } = t.termUsages;
      return db
        .select({ id: statementId, saidSort })
        .from(t.termUsages)
        .where(and(eq(t.termUsages.wording, param('wording')), eq(t.termUsages.usage, param('usage'))))
        .orderBy(direction(saidSort), direction(statementId))
        .limit(bound('limit'));
    },
    { wording, usage, limit },
  );
}

/** The first use of each side that uses a term, by one look into an index for each. */
async function firstUsesOf(from: Handle, wordings: readonly string[]): Promise<SideUse[]> {
  const rows = await withMark(from, (mark) =>
    from.query(
      'first uses of terms',
      (build) => {
        const { db, t, oneOf } = build;
        const { tallies, tallySubjects, termUsages: uses } = t;
        const sums = sumsIn(build, 'term', 'all', ({ subject, kind }) =>
          and(oneOf(subject, 'wordings'), sql`${kind} = 'use'`),
        );
        const first = joined(uses.saidSort, uses.statementId);
        const firstUse = db
          .select({ joined: first.told })
          .from(uses)
          .where(and(sql`${uses.wording} = users.subject and ${uses.sideId} = users.side_id`, eq(uses.usage, 'use')))
          .orderBy(asc(uses.saidSort), asc(uses.statementId))
          .limit(1);
        return db
          .select({
            subject: sql`users.subject`.mapWith(tallySubjects.subject),
            sideId: sql`users.side_id`.mapWith(tallies.sideId),
            first: sql<string | null>`${firstUse}`.mapWith(first.decoder) as SQL<string | null>,
          })
          .from(sql`(select distinct subject, side_id from ${sums}) as users`);
      },
      { wordings: [...wordings], mark },
    ),
  );
  return rows.flatMap(({ subject, sideId, first }) => (first ? [{ subject, sideId, ...datedOf(first) }] : []));
}

type SideUse = FirstUse & { subject: string };

/** Of the first uses those that are crossovers, by the terms, and whether each surely is one. */
async function crossoversIn(from: Handle, firsts: readonly SideUse[]): Promise<(SideUse & { certain: boolean })[]> {
  const byTerm = Map.groupBy(firsts, ({ subject }) => subject);
  const crossed = [...byTerm.values()].flatMap((some) => crossingsIn(some) as SideUse[]);
  if (crossed.length === 0) return [];
  const dates = await from.query(
    'dates of first uses',
    ({ db, t, oneOf }) =>
      db
        .select({ id: t.statements.id, saidAt: t.statements.saidAt })
        .from(t.statements)
        .where(oneOf(t.statements.id, 'ids')),
    { ids: crossed.map(({ id }) => id) },
  );
  const dated = crossed.flatMap((one) => {
    const saidAt = dates.find(({ id }) => id === one.id)?.saidAt ?? null;
    return saidAt === null ? [] : [[one, saidAt] as const];
  });
  const tuples = dated.map(([{ subject, sideId, saidSort, id }, saidAt]) => {
    const isTime = saidAt.length > 10 ? 'yes' : 'no';
    return [subject, id, sideId, saidSort, firstDayOf(saidAt), isTime];
  });
  const certain = await from.query(
    'crossovers that are certain',
    ({ db, t: { termUsages: u }, tuplesOf }) => {
      const isBefore = sql`((crossed.is_time = 'yes' and ${eq(u.saidAs, 'time')}) or
        (${inArray(u.saidAs, ['day', 'time'])} and ${lastDayIn(u.saidOn)} < crossed.first_day))`;
      const earlier = db
        .select({ one: sql`1` })
        .from(u)
        .where(
          and(
            sql`${u.wording} = crossed.subject and ${eq(u.usage, 'use')} and ${u.saidSort} < crossed.said_sort`,
            sql`${u.sideId} <> crossed.side_id and ${isBefore}`,
          ),
        );
      const keys = { id: u.statementId, side_id: u.sideId, said_sort: u.saidSort };
      const columns = { subject: null, ...keys, first_day: null, is_time: null };
      return db
        .select({ subject: sql<string>`crossed.subject`, id: sql`crossed.id`.mapWith(u.statementId) })
        .from(sql`${tuplesOf('crossed', columns)} as crossed`)
        .where(sql`exists ${earlier}`);
    },
    { crossed: tuples },
  );
  const isCertain = new Set(certain.map(({ subject, id }) => `${id} ${subject}`));
  return crossed.map((one) => ({ ...one, certain: isCertain.has(`${one.id} ${one.subject}`) }));
}

/** What the newest texts of articles say in their outlets' own voice. */
export async function keptVoices(from: Handle, wordings: readonly string[]): Promise<OwnVoice> {
  const voices = await from.query(
    'own voices by outlet',
    ({ db, t, oneOf }) => {
      const { wording, outletId, language, ownUse, ownDenial, ownMention, ownUnread } = t.termPlaces;
      const sum = (column: SQLWrapper) => sql<number>`sum(${column})`.mapWith(Number);
      return db
        .select({
          ...{ wording, outletId, language, use: sum(ownUse), denial: sum(ownDenial) },
          ...{ mention: sum(ownMention), unread: sum(ownUnread) },
        })
        .from(t.termPlaces)
        .where(oneOf(wording, 'wordings'))
        .groupBy(wording, outletId, language);
    },
    { wordings: [...wordings] },
  );
  const articles = await from.query(
    'articles with terms',
    ({ db, t, oneOf }) =>
      db
        .select({ n: sql<number>`count(distinct ${t.termPlaces.articleId})`.mapWith(Number) })
        .from(t.termPlaces)
        .where(oneOf(t.termPlaces.wording, 'wordings')),
    { wordings: [...wordings] },
  );
  const byOutlet: OwnVoice['byOutlet'] = new Map();
  const languages = new Set<string>();
  for (const { wording, outletId, language, ...counts } of voices) {
    const known = byOutlet.get(outletId) ?? wordings.map(noUsages);
    byOutlet.set(outletId, known);
    const own = known[wordings.indexOf(wording)] as UsageCounts;
    for (const usage of USAGES) own[usage] += counts[usage];
    if (USAGES.some((usage) => counts[usage] > 0)) languages.add(language);
  }
  return { byOutlet, languages, articles: articles[0]?.n ?? 0, isComplete: true };
}
