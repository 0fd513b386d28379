import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm';
import { withMark } from '../../../derived/summaries/mark.ts';
import { sumsIn } from '../../../derived/summaries/rest.ts';
import { membersOf, tallySizes } from '../../../derived/summaries/store.ts';
import type { Handle } from '../../../platform/engine/tables.ts';
import type { Usage } from '../../../text/terms/term.ts';
import { type Granularity, keptFor } from '../../periods.ts';
import type { KeptFilter } from '../../statements/kept.ts';
import { countKept } from '../../statements/kept-counts.ts';
import { sumOf } from '../../statements/tabulate.ts';
import { idAfterSort, joined, SORT_LENGTH } from '../../tally.ts';
import { SAMPLES_MAX } from './term-comparison.ts';
import {
  addTo,
  byDate,
  type ColumnCounts,
  type Dated,
  noUsages,
  type OwnVoice,
  type TermCounts,
  USAGES,
} from './term-counts.ts';

/** All published statements that have the wordings, from the summaries: what it costs does not grow with the statements. */
export async function countTerms(
  from: Handle,
  wordings: readonly string[],
  granularity: Granularity,
): Promise<TermCounts> {
  const kept: KeptFilter = { of: 'term', subjects: wordings };
  const period = keptFor(granularity);
  const bySide = await countKept(from, kept, ['term', 'side', 'kind']);
  const byPeriod = await countKept(from, kept, ['term', 'kind', period]);
  const all = await countKept(from, kept, []);
  const outlets = await membersOf(from, { of: 'term', subjects: wordings }, 'out');
  const sizes = await tallySizes(from, { of: 'term', subjects: wordings });
  const firstUses = await firstUsesOf(from, wordings);
  const columns: ColumnCounts[] = [];
  for (const wording of wordings) {
    const ofIt = ({ subject }: { subject: string }) => subject === wording;
    const column: ColumnCounts = {
      n: 0,
      utterances: sizes.get(`${wording} stm`) ?? 0,
      speakers: sizes.get(`${wording} spk`) ?? 0,
      usages: noUsages(),
      bySide: new Map(),
      byOutlet: new Map(outlets.filter(ofIt).map(({ member, n }) => [member, n])),
      byPeriod: new Map(),
      firstUses: new Map(
        firstUses.filter(ofIt).flatMap(({ sideId, first }) => (first ? [[sideId, datedOf(first)]] : [])),
      ),
      ...(await endsOf(from, wording)),
    };
    for (const { kind, side, n } of bySide.filter(({ term }) => term === wording)) {
      column.n += n;
      column.usages[kind as Usage] += n;
      addTo(column.bySide, side)[kind as Usage] += n;
    }
    for (const { kind, [period]: start, n } of byPeriod.filter(({ term }) => term === wording))
      addTo(column.byPeriod, start)[kind as Usage] += n;
    columns.push(column);
  }
  const total = sumOf(all);
  return { total, columns, read: { statements: total, isComplete: true } };
}

function datedOf(joined: string): Dated {
  return { saidSort: joined.slice(0, SORT_LENGTH), id: idAfterSort(joined) };
}

/** The first and the latest statement, and the first few of each usage. A look into an index for each. */
async function endsOf(from: Handle, wording: string): Promise<Pick<ColumnCounts, 'first' | 'latest' | 'samples'>> {
  const [firsts, latests]: [Dated[], Dated[]] = [[], []];
  for (const usage of USAGES) {
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
function firstUsesOf(from: Handle, wordings: readonly string[]) {
  return withMark(from, (mark) =>
    from.query(
      'first uses of terms',
      (build) => {
        const { db, t, oneOf } = build;
        const { tallies, termUsages: uses } = t;
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
            subject: sql`users.subject`.mapWith(tallies.subject),
            sideId: sql`users.side_id`.mapWith(tallies.sideId),
            first: sql<string | null>`${firstUse}`.mapWith(first.decoder) as SQL<string | null>,
          })
          .from(sql`(select distinct subject, side_id from ${sums}) as users`);
      },
      { wordings: [...wordings], mark },
    ),
  );
}

/** What the newest texts of articles say in their outlets' own voice. */
export async function keptVoices(from: Handle, wordings: readonly string[]): Promise<OwnVoice> {
  const voices = await from.query(
    'own voices by outlet',
    ({ db, t, oneOf }) => {
      const { wording, outletId, ownVoice } = t.termPlaces;
      return db
        .select({ wording, outletId, n: sql<number>`sum(${ownVoice})`.mapWith(Number) })
        .from(t.termPlaces)
        .where(oneOf(wording, 'wordings'))
        .groupBy(wording, outletId);
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
  const byOutlet = new Map<string, number[]>();
  for (const { wording, outletId, n } of voices) {
    const counts = byOutlet.get(outletId) ?? wordings.map(() => 0);
    counts[wordings.indexOf(wording)] = n;
    byOutlet.set(outletId, counts);
  }
  return { byOutlet, articles: articles[0]?.n ?? 0, isComplete: true };
}
