import { describe, expect, test } from 'vitest';
import type { Balance } from '../../../src/analysis/balance/balance.ts';
import type { ClaimComparison } from '../../../src/analysis/comparisons/claims/claim-comparison.ts';
import type { Counterclaim } from '../../../src/analysis/counterclaims/counterclaim.ts';
import type { DisputePositions } from '../../../src/analysis/positions/dispute-positions.ts';
import type { SpeakerPositions } from '../../../src/analysis/positions/speaker-positions.ts';
import { foldNext } from '../../../src/derived/summaries/fold.ts';
import { type Service, startService } from '../../support/app.ts';
import { ENGINES, type EngineKind } from '../../support/database.ts';
import { dateOf, daysIn, isBefore, isBetween } from '../../support/naive-dates.ts';
import {
  countedSources,
  Dice,
  type RandomRecord,
  type RandomStatement,
  writeRandomRecord,
} from '../../support/random-record.ts';
import { doCompete } from '../pairs/naive-pairs.ts';

const STANCES = ['support', 'deny', 'query', 'comment'] as const;
type Query = Record<string, string | readonly string[] | undefined>;

function search(query: Query): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const one of value === undefined ? [] : [value].flat()) parameters.append(name, one as string);
  return parameters.toString();
}

async function get<Body>({ app }: Service, url: string, query: Query = {}): Promise<Body> {
  const answer = await app.inject({ url: `${url}?${search(query)}` });
  expect({
    url: `${url}?${search(query)}`,
    status: answer.statusCode,
    body: answer.statusCode === 200 ? '' : answer.body,
  }).toEqual({
    url: `${url}?${search(query)}`,
    status: 200,
    body: '',
  });
  return answer.json();
}

/** What the list of statements says that there are. */
async function total(service: Service, query: Query): Promise<number> {
  return (await get<{ total: number }>(service, '/v1/statements', { ...query, limit: '1', count: 'true' })).total;
}

async function withRecord(kind: EngineKind, seed: number): Promise<{ service: Service; record: RandomRecord }> {
  const service = await startService(kind, { sources: countedSources(), foldsBeside: false });
  const written = await writeRandomRecord(service.engine, seed, 60);
  // Some of it is in the summaries, and the rest is counted beside them.
  await service.engine.write((tx) => foldNext(tx, (seed * 17) % 60));
  return { service, record: written };
}

function comparisonsOf(record: RandomRecord, seed: number): (Query & { claim: string[]; granularity: string })[] {
  const dice = new Dice(seed + 500);
  return record.disputes.flatMap(({ id }) => {
    const claims = record.claims.filter(({ disputeId }) => disputeId === id).map((claim) => claim.id);
    return ['day', 'week', 'month', 'year'].map((granularity) => ({
      claim: claims.slice(dice.roll(2), 2 + dice.roll(3)).length < 2 ? claims.slice(0, 2) : claims.slice(0, 3),
      granularity,
      from: dice.chance(40) ? dice.one(['2023', '2023-02', '2023-02-02']) : undefined,
      to: dice.chance(40) ? dice.one(['2023-02', '2023-02-02', '2023-03', '2023']) : undefined,
      side: dice.chance(40) ? [dice.one(record.sides), dice.one(record.sides)] : undefined,
      outlet: dice.chance(40) ? [dice.one(record.outlets)] : undefined,
    }));
  });
}

/** Since when each side takes each stance on a claim, by a look at all of the statements that are counted. */
function expectSince(
  record: RandomRecord,
  column: ClaimComparison['columns'][number],
  counted: readonly RandomStatement[],
  claim: string,
): void {
  const place = ({ saidSort, id }: RandomStatement) => `${saidSort} ${id}`;
  const utterances = (some: readonly RandomStatement[]) =>
    new Set(some.map(({ id, repeatsId }) => repeatsId ?? id)).size;
  const endsOf = (some: readonly RandomStatement[]) => {
    const inOrder = some.toSorted((one, other) => (place(one) < place(other) ? -1 : 1));
    const [first, latest] = [inOrder[0], inOrder.at(-1)];
    const others = (end: RandomStatement | undefined) => some.filter((one) => one !== end);
    return {
      first: first?.id,
      latest: latest?.id,
      certain: Boolean(first?.saidAt) && others(first).every(({ saidAt }) => isBefore(first?.saidAt ?? null, saidAt)),
      latestCertain:
        Boolean(latest?.saidAt) && others(latest).every(({ saidAt }) => isBefore(saidAt, latest?.saidAt ?? null)),
      speakers: [...new Set(inOrder.map(({ speakerId }) => speakerId))].slice(0, 5),
    };
  };
  const stanceOf = ({ stances }: RandomStatement) => stances.find(({ claimId }) => claimId === claim)?.stance;
  const groups = Map.groupBy(counted, (one) => `${one.sideId} ${stanceOf(one)}`);
  const expected = [...groups].map(([key, own]) => ({
    key,
    n: own.length,
    utterances: utterances(own),
    ...endsOf(own),
  }));
  const told = column.since.map(({ side, stance, n, utterances, first, latest, certain, latestCertain, speakers }) => ({
    ...{ key: `${side.id} ${stance}`, n, utterances, first: first.id, latest: latest.id, certain, latestCertain },
    speakers: speakers.map(({ id }) => id),
  }));
  const byKey = (one: { key: string }, other: { key: string }) => (one.key < other.key ? -1 : 1);
  expect(told.toSorted(byKey)).toEqual(expected.toSorted(byKey));
  const { speakers: _, ...ends } = endsOf(counted);
  const { certain, latestCertain } = column;
  expect({ first: column.first?.id, latest: column.latest?.id, certain, latestCertain }).toEqual(ends);
  for (const { side, utterances: own } of column.sides)
    expect(own).toBe(utterances(counted.filter(({ sideId }) => sideId === side.id)));
  expect(column.range).toEqual(rangeOf(record, counted));
}

/** The days between which statements were said, by every day of each. */
function rangeOf(record: RandomRecord, statements: readonly RandomStatement[]) {
  const days = statements.flatMap((one) => daysIn(dateOf(record, one))).sort();
  return { from: days[0] ?? null, to: days.at(-1) ?? null };
}

describe.each(ENGINES)('counts on %s', (kind) => {
  test.each([1, 2])('of a comparison are those of the list with that filter (record %i)', async (seed) => {
    const { service, record } = await withRecord(kind, seed);
    for (const { claim, granularity, ...filter } of comparisonsOf(record, seed)) {
      const { from: saidFrom, to: saidTo, side, outlet } = filter as Record<string, string | string[] | undefined>;
      const listed: Query = { saidFrom, saidTo, side, outlet };
      const comparison = await get<ClaimComparison>(service, '/v1/comparisons/claims', {
        claim,
        granularity,
        ...filter,
      });
      expect(comparison.total).toBe(await total(service, { ...listed, claim }));
      let undatedInPeriods = 0;
      for (const [at, column] of comparison.columns.entries()) {
        const own = { ...listed, claim: claim[at] };
        expect(column.n).toBe(await total(service, own));
        expect(column.share).toBe(comparison.total === 0 ? 0 : column.n / comparison.total);
        for (const stance of STANCES) expect(column.stances[stance]).toBe(await total(service, { ...own, stance }));
        for (const { side: one, n, ...counts } of column.sides) {
          expect(n).toBe(await total(service, { ...own, side: one.id }));
          for (const stance of STANCES)
            expect(counts[stance]).toBe(await total(service, { ...own, side: one.id, stance }));
        }
        expect(column.sides.reduce((sum, { n }) => sum + n, 0)).toBe(column.n);
        const inPeriods = comparison.timeline.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0);
        expect(inPeriods + (comparison.coarser[at] ?? 0)).toBe(column.n);
        const [first] = (await get<{ items: unknown[] }>(service, '/v1/statements', { ...own, sort: 'saidAt' })).items;
        const [latest] = (await get<{ items: unknown[] }>(service, '/v1/statements', own)).items;
        expect([column.first?.id, column.latest?.id]).toEqual([first, latest].map((s) => (s as { id?: string })?.id));
        const counted = record.statements.filter(
          (statement) =>
            statement.status === 'published' &&
            statement.stances.some(({ claimId }) => claimId === claim[at]) &&
            isBetween(dateOf(record, statement), saidFrom as string, saidTo as string) &&
            (!side || side.includes(statement.sideId)) &&
            (!outlet || outlet.includes(statement.outletId)),
        );
        expectSince(record, column, counted, claim[at] as string);
        const length = { day: 10, week: 10, month: 7, year: 4 }[granularity] as number;
        const isCoarse = (one: RandomStatement) => dateOf(record, one).length < length;
        expect(comparison.coarser[at]).toBe(counted.filter(isCoarse).length);
        const undated = counted.filter(({ saidAt }) => saidAt === null);
        expect(column.undated).toBe(undated.length);
        undatedInPeriods += undated.filter((one) => !isCoarse(one)).length;
        const distinct = (of: (statement: (typeof counted)[number]) => string) => new Set(counted.map(of)).size;
        expect({
          utterances: column.utterances,
          speakers: column.speakers,
          outlets: column.outlets,
          articles: column.articles,
        }).toEqual({
          utterances: distinct(({ id, repeatsId }) => repeatsId ?? id),
          speakers: distinct(({ speakerId }) => speakerId),
          outlets: distinct(({ outletId }) => outletId),
          articles: distinct(({ articleId }) => articleId),
        });
      }
      expect(comparison.timeline.reduce((sum, { undated }) => sum + undated, 0)).toBe(undatedInPeriods);
      for (const { from, to, counts } of comparison.timeline) {
        const within = {
          ...listed,
          saidFrom: typeof saidFrom === 'string' && saidFrom > from ? saidFrom : from,
          saidTo: typeof saidTo === 'string' && saidTo.padEnd(10, '~') < to ? saidTo : to,
        };
        for (const [at, n] of counts.entries()) expect(n).toBe(await total(service, { ...within, claim: claim[at] }));
      }
      for (const [by, users] of [
        ['speaker', comparison.both.speakers],
        ['article', comparison.both.articles],
      ] as const)
        for (const { id, counts } of users)
          for (const [at, n] of counts.entries())
            expect(n).toBe(await total(service, { ...listed, claim: claim[at], [by]: id }));
      for (const { id, stances } of comparison.both.speakers)
        for (const [at, counts] of stances.entries())
          for (const stance of STANCES)
            expect(counts[stance]).toBe(await total(service, { ...listed, claim: claim[at], stance, speaker: id }));
    }
  });

  test.each([4, 5])(
    'of positions and of a balance are those of the list with that filter (record %i)',
    async (seed) => {
      const { service, record } = await withRecord(kind, seed);
      for (const { id } of record.disputes) {
        const positions = await get<DisputePositions>(service, `/v1/disputes/${id}/positions`);
        expect(positions.total).toBe(await total(service, { dispute: id, stance: STANCES }));
        const takeStancesOn = (claims: readonly { id: string }[]) =>
          record.statements.filter(
            ({ status, stances }) =>
              status === 'published' && stances.some(({ claimId }) => claims.some((claim) => claim.id === claimId)),
          );
        expect(positions.range).toEqual(
          rangeOf(record, takeStancesOn(record.claims.filter(({ disputeId }) => disputeId === id))),
        );
        for (const { question, n, range, cells } of positions.rows) {
          expect(n).toBe(await total(service, { question: question.id }));
          const onQuestion = takeStancesOn(record.claims.filter(({ questionId }) => questionId === question.id));
          expect(range).toEqual(rangeOf(record, onQuestion));
          for (const { side, n: own, range: ownRange, claims } of cells) {
            expect(ownRange).toEqual(
              rangeOf(
                record,
                onQuestion.filter(({ sideId }) => sideId === side.id),
              ),
            );
            expect(own).toBe(await total(service, { question: question.id, side: side.id }));
            for (const { claim, n: onClaim, latest, ...counts } of claims) {
              const filter = { claim: claim.id, side: side.id };
              expect(onClaim).toBe(await total(service, filter));
              for (const stance of STANCES) expect(counts[stance]).toBe(await total(service, { ...filter, stance }));
              const { items } = await get<{ items: { id: string }[] }>(service, '/v1/statements', filter);
              expect(latest?.id).toBe(items[0]?.id);
            }
          }
        }
        const balance = await get<Balance>(service, `/v1/disputes/${id}/balance`);
        expect(balance.total).toBe(await total(service, { dispute: id }));
        expect(balance.sides.reduce((sum, { n }) => sum + n, 0)).toBe(balance.total);
        for (const { side, ...of } of balance.sides) {
          const own = { dispute: id, side: side.id };
          expect({ n: of.n, rebutted: of.rebutted, unanswered: of.unanswered, verified: of.verified }).toEqual({
            n: await total(service, own),
            rebutted: await total(service, { ...own, rebutted: 'true' }),
            unanswered: await total(service, { ...own, rebutted: 'false' }),
            verified: await total(service, { ...own, anchor: ['exact', 'normalized', 'elided'] }),
          });
        }
      }
    },
  );

  test.each([6])('of speakers and counter-claims are those of the list with that filter (record %i)', async (seed) => {
    const { service, record } = await withRecord(kind, seed);
    for (const id of record.speakers) {
      const { n, questions } = await get<SpeakerPositions>(service, `/v1/speakers/${id}/positions`);
      expect(n).toBe(await total(service, { speaker: id, stance: STANCES }));
      for (const { question, positions } of questions) {
        const statements = new Set(positions.map(({ statement }) => statement.id));
        expect(statements.size).toBe(await total(service, { speaker: id, question: question.id }));
      }
    }
    for (const { id, disputeId } of record.claims) {
      const url = `/v1/claims/${id}/counterclaims`;
      const { items } = await get<{ items: Counterclaim[] }>(service, url, { limit: '200' });
      const rivals = record.claims.filter((other) => other.disputeId === disputeId && doCompete(record, id, other.id));
      expect(items.map(({ claim }) => claim.id)).toEqual(rivals.map((other) => other.id).sort());
      for (const { claim, n, stances } of items) {
        expect(n).toBe(await total(service, { claim: claim.id }));
        for (const stance of STANCES) expect(stances[stance]).toBe(await total(service, { claim: claim.id, stance }));
      }
      const pages: string[] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page = await get<{ items: Counterclaim[]; next: string | null; total: number }>(service, url, {
          limit: '1',
          cursor,
          count: 'true',
        });
        expect(page.total).toBe(rivals.length);
        pages.push(...page.items.map(({ claim }) => claim.id));
        cursor = page.next;
      }
      expect(pages).toEqual(items.map(({ claim }) => claim.id));
    }
  });
});

test.each([8])('both engines answer byte for byte alike (record %i)', async (seed) => {
  const answers = await Promise.all(
    ENGINES.map(async (kind) => {
      const { service, record } = await withRecord(kind, seed);
      const urls = [
        '/v1/pairs?limit=200&count=true',
        '/v1/pairs?limit=200&nearest=true',
        ...comparisonsOf(record, seed).map((query) => `/v1/comparisons/claims?${search(query)}`),
        ...record.disputes.flatMap(({ id }) => [`/v1/disputes/${id}/positions`, `/v1/disputes/${id}/balance`]),
        ...record.speakers.map((id) => `/v1/speakers/${id}/positions`),
        ...record.claims.map(({ id }) => `/v1/claims/${id}/counterclaims?count=true`),
        ...record.statements.map(({ id }) => `/v1/statements/${id}/thread?depth=3`),
      ];
      const bodies: [string, string][] = [];
      for (const url of urls)
        bodies.push([url, (await service.app.inject({ url })).body.replaceAll(/"next":"[^"]+"/g, '"next":"…"')]);
      return bodies;
    }),
  );
  expect(answers[0]?.length).toBeGreaterThan(80);
  expect(answers[1]).toEqual(answers[0]);
});
