import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Service, startService } from '../../support/app.ts';
import { ENGINES } from '../../support/database.ts';
import { shared } from '../../support/lifetime.ts';
import { isBetween } from '../../support/naive-dates.ts';
import { record, recordStory, revise } from '../../support/record.ts';

/** A statement as the naive filter below sees it. */
type Plain = {
  id: string;
  dispute: number;
  side: number;
  speaker: number;
  article: number;
  quoteType: string;
  language: string;
  groundRules: string;
  status: string;
  saidAt: string | null;
  stances: { claim: number; stance: string }[];
  rebuts: { statement: number; kind: string }[];
};

const DATES = [null, '2023', '2023-02', '2023-02-10', '2023-02-10T23:30:00-02:00', '2023-12-31', '2024-01'] as const;
const PUBLISHED = ['2023-02-10', '2023-03', '2024'];
const BOUNDS = ['2023', '2023-02', '2023-02-10', '2023-02-11', '2024'];
const STANCES = ['support', 'deny', 'query', 'comment'];
const KINDS = ['denial', 'undercut', 'concession', 'clarification'];

const drafted = fc.record({
  dispute: fc.nat(1),
  side: fc.nat(1),
  article: fc.nat(2),
  quoteType: fc.constantFrom('direct', 'indirect', 'mixed'),
  language: fc.constantFrom('en', 'fr', 'pt-BR'),
  groundRules: fc.constantFrom('on-record', 'background', 'deep-background'),
  status: fc.constantFrom('published', 'published', 'published', 'draft', 'withdrawn'),
  saidAt: fc.constantFrom(...DATES),
  stances: fc.uniqueArray(fc.record({ claim: fc.nat(1), stance: fc.constantFrom(...STANCES) }), {
    maxLength: 2,
    selector: ({ claim }) => claim,
  }),
  rebuts: fc.uniqueArray(fc.record({ back: fc.integer({ min: 1, max: 4 }), kind: fc.constantFrom(...KINDS) }), {
    maxLength: 2,
    selector: ({ back }) => back,
  }),
});

/** Every filter with the values it is asked with; numbers stand for what the record is made of. */
const VALUES = {
  dispute: [0, 1],
  claim: [0, 1, 2, 3],
  question: [0, 1],
  stance: STANCES,
  side: [0, 1, 2, 3],
  speaker: [0, 1, 2, 3],
  outlet: [0, 1],
  article: [0, 1, 2],
  quoteType: ['direct', 'indirect', 'mixed'],
  language: ['en', 'fr', 'pt-BR'],
  groundRules: ['on-record', 'background', 'deep-background'],
  saidFrom: BOUNDS,
  saidTo: BOUNDS,
  publishedFrom: BOUNDS,
  publishedTo: BOUNDS,
  rebutted: ['true', 'false'],
  unansweredBy: [0, 1, 2, 3],
  rebuts: [0, 1, 2],
  sort: ['saidAt', '-saidAt', 'createdAt', '-createdAt'],
};

function isRepeatable(name: string): boolean {
  return !/^(said|published|rebutted|sort)/.test(name);
}

const named = Object.entries(VALUES).map(([name, values]) => {
  const value = fc.constantFrom(...(values as (string | number)[]));
  const asked = isRepeatable(name) ? fc.uniqueArray(value, { minLength: 1 }) : value;
  return asked.map((one) => [name, one] as const);
});
/** Up to three filters at once, so that something is found. */
const asked = fc
  .uniqueArray(fc.oneof(...named), { maxLength: 3, selector: ([name]) => name })
  .map((filters) => Object.fromEntries(filters) as Asked);
type Asked = {
  [Name in
    | 'dispute'
    | 'claim'
    | 'question'
    | 'side'
    | 'speaker'
    | 'outlet'
    | 'article'
    | 'unansweredBy'
    | 'rebuts']?: number[];
} & { [Name in 'stance' | 'quoteType' | 'language' | 'groundRules']?: string[] } & {
  [Name in 'saidFrom' | 'saidTo' | 'publishedFrom' | 'publishedTo' | 'rebutted' | 'sort']?: string;
};

type Generated<Of> = Of extends fc.Arbitrary<infer Value> ? Value : never;

/** The first moment of a partial date, and the first after it, by the plainest reckoning. */
function spanOf(date: string): [number, number] {
  if (date.includes('T')) return [Date.parse(date), Date.parse(date) + 1];
  const [year = 0, month, day] = date.split('-').map(Number);
  const start = Date.UTC(year, (month ?? 1) - 1, day ?? 1);
  if (day !== undefined) return [start, start + 86_400_000];
  return [start, month === undefined ? Date.UTC(year + 1, 0, 1) : Date.UTC(year, month, 1)];
}

const publishedAt = (one: Plain) => spanOf(PUBLISHED[one.article] as string)[0];
const saidAt = (one: Plain) => (one.saidAt === null ? publishedAt(one) : spanOf(one.saidAt)[0]);
const outletOf = (one: Plain) => (one.article === 2 ? 1 : 0);
const setsAgainst = ({ kind }: { kind: string }) => kind !== 'concession' && kind !== 'clarification';

function fulfils(all: Plain[], one: Plain, filter: Asked): boolean {
  const isIn = <Value>(values: Value[] | undefined, value: Value) => values === undefined || values.includes(value);
  const answers = all.filter(
    (other) =>
      other.status === 'published' &&
      other.side !== one.side &&
      other.rebuts.some((link) => all[link.statement] === one && setsAgainst(link)),
  );
  const isOn = ({ claim }: { claim: number }) => isIn(filter.question, Math.floor(claim / 2));
  const takes =
    one.stances.some(isOn) &&
    one.stances.some(
      (own) =>
        isIn(filter.claim, own.claim) && isIn(filter.stance, own.stance) && (filter.claim !== undefined || isOn(own)),
    );
  const asksStance = filter.claim !== undefined || filter.question !== undefined || filter.stance !== undefined;
  const isUnanswered = (side: number) =>
    Math.floor(side / 2) === one.dispute && side !== one.side && !answers.some((answer) => answer.side === side);
  const seen = (at: number) => all[at]?.status === 'published';
  return (
    one.status === 'published' &&
    isIn(filter.dispute, one.dispute) &&
    (!asksStance || takes) &&
    isIn(filter.side, one.side) &&
    isIn(filter.speaker, one.speaker) &&
    isIn(filter.outlet, outletOf(one)) &&
    isIn(filter.article, one.article) &&
    isIn(filter.quoteType, one.quoteType) &&
    isIn(filter.language, one.language) &&
    isIn(filter.groundRules, one.groundRules) &&
    isBetween(one.saidAt ?? (PUBLISHED[one.article] as string), filter.saidFrom, filter.saidTo) &&
    isBetween(PUBLISHED[one.article] as string, filter.publishedFrom, filter.publishedTo) &&
    (filter.rebutted === undefined || filter.rebutted === String(answers.length > 0)) &&
    (filter.unansweredBy === undefined || filter.unansweredBy.some(isUnanswered)) &&
    (filter.rebuts === undefined ||
      one.rebuts.some((link) => seen(link.statement) && filter.rebuts?.includes(link.statement)))
  );
}

function ordered(found: Plain[], sort = '-saidAt'): string[] {
  const sign = sort.startsWith('-') ? -1 : 1;
  const key = (one: Plain) => (sort.endsWith('saidAt') ? saidAt(one) : 0);
  return found.toSorted((a, b) => sign * (key(a) - key(b) || (a.id < b.id ? -1 : 1))).map(({ id }) => id);
}

/** Two disputes of two sides each, and twenty random statements in them. */
async function randomRecord(service: Service, drafts: Generated<typeof drafted>[]) {
  const stories = [await recordStory(service, { text: null }), await recordStory(service, { text: null })] as const;
  const [one, two] = stories;
  const articles = [];
  for (const [at, date] of PUBLISHED.entries()) {
    const outlet = at === 2 ? two.outlet : one.outlet;
    const url = `${one.article.url}/${at}`;
    articles.push(await record(service, 'articles', { url, title: 'T', outlet: outlet.id, publishedAt: date }));
  }
  const all: Plain[] = [];
  for (const { rebuts, side, stances, ...plain } of drafts) {
    const speaker = [one.anna, one.ben, two.anna, two.ben][plain.dispute * 2 + side];
    const claims = [one.open, one.shut, two.open, two.shut].slice(plain.dispute * 2, plain.dispute * 2 + 2);
    const links = rebuts
      .map(({ back, kind }) => ({ statement: all.length - back, kind }))
      .filter(({ statement }) => all[statement]?.dispute === plain.dispute);
    const made = await record(service, 'statements', {
      ...plain,
      quote: `Words number ${all.length}`,
      article: articles[plain.article].id,
      dispute: stories[plain.dispute]?.dispute.id,
      speaker: speaker.id,
      stances: stances.map(({ claim, stance }) => ({ claim: claims[claim].id, stance })),
      status: plain.status === 'draft' ? 'draft' : 'published',
      rebuts: links.map(({ statement, kind }) => ({ statement: all[statement]?.id, kind })),
    });
    all.push({
      ...plain,
      id: made.id,
      side: plain.dispute * 2 + side,
      speaker: plain.dispute * 2 + side,
      stances: stances.map(({ claim, stance }) => ({ claim: plain.dispute * 2 + claim, stance })),
      rebuts: links,
    });
  }
  for (const { id, status } of all)
    if (status === 'withdrawn') await service.as.write.delete(`/v1/statements/${id}`).set('If-Match', '*').expect(204);
  await revise(service, `disputes/${one.dispute.id}`, { summary: 'Complete' });
  const slugs = (member: 'dispute' | 'question') => stories.map((story) => story[member].slug as string);
  const names: Record<string, string[]> = {
    dispute: slugs('dispute'),
    question: slugs('question'),
    claim: stories.flatMap(({ open, shut }) => [open.slug, shut.id]),
    side: stories.flatMap(({ north, south }) => [north.slug, south.id]),
    unansweredBy: stories.flatMap(({ north, south }) => [north.id, south.slug]),
    speaker: stories.flatMap(({ anna, ben }) => [anna.slug, ben.id]),
    outlet: [one.outlet.slug, two.outlet.id],
    article: articles.map(({ url }) => url),
    rebuts: all.slice(0, 3).map(({ id }) => id),
  };
  return { all, names };
}

describe.each(ENGINES)('the filters of statements on %s', (kind) => {
  const service = shared(() => startService(kind));

  test('200 finds exactly what a naive filter finds, in the order asked for, page by page, with that total', async () => {
    const { all, names } = await randomRecord(service(), fc.sample(drafted, { numRuns: 40, seed: 7 }));

    async function isAnsweredRightly(filter: Asked, limit: number) {
      const query = new URLSearchParams({ count: 'true', limit: String(limit) });
      const isOwn = filter.dispute ?? filter.claim ?? filter.question;
      if (isOwn === undefined) for (const name of names.dispute ?? []) query.append('dispute', name);
      for (const [name, value] of Object.entries(filter)) {
        for (const one of [value ?? []].flat()) query.append(name, names[name]?.[one as number] ?? String(one));
      }
      const fulfilling = all.filter((one) => fulfils(all, one, filter));
      const ids: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page = cursor === '' ? '' : `&cursor=${cursor}`;
        const { body, status } = await service().http.get(`/v1/statements?${query}${page}`);
        if (isUpsideDown(filter)) return expect(status).toBe(400);
        expect(status).toBe(200);
        expect(body.total, `${query}`).toBe(fulfilling.length);
        ids.push(...body.items.map(({ id }: { id: string }) => id));
        cursor = body.next;
      }
      expect(ids, `${query}`).toEqual(ordered(fulfilling, filter.sort));
    }

    for (const [name, values] of Object.entries(VALUES)) {
      const alone = values.map((value) => ({ [name]: isRepeatable(name) ? [value] : value }) as Asked);
      const matching = alone.filter((filter) => all.some((one) => fulfils(all, one, filter)));
      expect(matching.length, `something is found by ${name}`).toBeGreaterThan(0);
      for (const filter of alone) await isAnsweredRightly(filter, 200);
    }
    await fc.assert(fc.asyncProperty(asked, fc.constantFrom(3, 200), isAnsweredRightly), { numRuns: 80, seed: 11 });
  });
});

function isUpsideDown({ saidFrom, saidTo, publishedFrom, publishedTo }: Asked): boolean {
  const isAfter = (from?: string, to?: string) =>
    from !== undefined && to !== undefined && spanOf(from)[0] >= spanOf(to)[1];
  return isAfter(saidFrom, saidTo) || isAfter(publishedFrom, publishedTo);
}
