import type { Page } from '../../kernel/page.ts';
import { daysBetween, isCertainlyBefore, isOrderCertain } from '../../kernel/written-date.ts';
import type { Total } from '../../platform/engine/counts.ts';
import type { Paging } from '../../platform/engine/pages.ts';
import type { Handle } from '../../platform/engine/tables.ts';
import { statementBriefs } from '../../record/statements/show.ts';
import { type DatePosition, END } from './date-position.ts';
import { PairSearch, type Step } from './find.ts';
import { COUNT_MAX, COUNT_READ_MAX, type Pair, type PairFilter } from './pair.ts';
import { type ResolvedFilter, resolveFilter } from './resolved-filter.ts';
import { stancesById } from './sources.ts';

/** Rows that one page reads before it ends early, with what it has; `next` goes on from there. */
const READ_MAX = 20_000;
/** For so long a search goes on before others are answered. */
const TURN_MS = 5;

export type ReadBounds = { readMax: number; countReadMax: number };

/**
 * Ordered by the left's date and id, then the right's. A page costs what it shows, however many pairs there are; one
 * that would have to look through very many statements for its pairs ends early, and `next` goes on.
 */
export async function listPairs(
  from: Handle,
  filter: PairFilter,
  { limit, after, count }: Paging,
  { readMax = READ_MAX, countReadMax = COUNT_READ_MAX }: Partial<ReadBounds> = {},
): Promise<Page<Pair, readonly string[]>> {
  const wanted = await resolveFilter(from, filter);
  const meter = { read: 0 };
  const search = new PairSearch(from, wanted, meter);
  const found: Step[] = [];
  let next: readonly string[] | null = null;
  const giveTurn = turns();
  for await (const step of search.steps(after && placeOf(after))) {
    await giveTurn();
    if (step.pair && found.length === limit) {
      next = cursorOf(found.at(-1) as Step);
      break;
    }
    if (step.pair) found.push(step);
    if (meter.read > readMax) {
      next = cursorOf(found.length === limit ? (found.at(-1) as Step) : step);
      break;
    }
  }
  const items = await shown(from, search, found);
  return { items, next, ...(count && (await countPairs(from, wanted, countReadMax))) };
}

/** Counts by the same search, exactly up to a bound of pairs and of rows read, giving others their turn. */
async function countPairs(from: Handle, wanted: ResolvedFilter, readMax: number): Promise<Total> {
  const meter = { read: 0 };
  let total = 0;
  const giveTurn = turns();
  for await (const { pair } of new PairSearch(from, wanted, meter).steps(null)) {
    if (pair) total += 1;
    if (total > COUNT_MAX) return { total: null, totalAtLeast: COUNT_MAX };
    if (meter.read > readMax) return { total: null, totalAtLeast: total };
    await giveTurn();
  }
  return { total };
}

/** Gives others their turn where it was not given for a while. */
function turns(): () => Promise<void> {
  let ends = performance.now() + TURN_MS;
  return async () => {
    if (performance.now() < ends) return;
    await new Promise((resolve) => setImmediate(resolve));
    ends = performance.now() + TURN_MS;
  };
}

async function shown(from: Handle, search: PairSearch, steps: readonly Step[]): Promise<Pair[]> {
  const ids = [...new Set(steps.flatMap(({ left, right }) => [left.id, right.id]))];
  const briefs = await statementBriefs(from, ids, { drafts: false });
  const stances = await stancesById(from, ids);
  const questionIds = steps.map(({ left, right }) =>
    search.opposition.sharedQuestion(stances.get(left.id) ?? [], stances.get(right.id) ?? []),
  );
  const questions = await questionBriefs(
    from,
    questionIds.filter((id) => id !== null),
  );
  return steps.flatMap(({ left: leftPlace, right: rightPlace, pair }, at) => {
    const [left, right] = [briefs.get(leftPlace.id), briefs.get(rightPlace.id)];
    // Withdrawn while this page was read.
    if (!left || !right || !pair) return [];
    const isCertain = pair.basis === 'rebuttal' ? isOrderCertain : isCertainlyBefore;
    return [
      {
        basis: pair.basis,
        ...(pair.kind && { kind: pair.kind }),
        question: questions.get(questionIds[at] ?? '') ?? null,
        left,
        right,
        daysApart: daysBetween(left.saidAt, right.saidAt),
        certain: isCertain(left.saidAt, right.saidAt),
        sameArticle: left.article.id === right.article.id,
      },
    ];
  });
}

export async function questionBriefs(
  from: Handle,
  ids: readonly string[],
): Promise<Map<string, NonNullable<Pair['question']>>> {
  if (ids.length === 0) return new Map();
  const rows = await from.query(
    'briefs of questions',
    ({ db, t, oneOf }) =>
      db
        .select({ id: t.questions.id, slug: t.questions.slug, text: t.questions.text })
        .from(t.questions)
        .where(oneOf(t.questions.id, 'ids')),
    { ids: [...new Set(ids)] },
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function cursorOf({ left, right }: Step): readonly string[] {
  return [left.sort, left.id, right.sort, right.id];
}

function placeOf(after: readonly string[]): { left: DatePosition; right: DatePosition } {
  const [sort = '', id = '', rightSort = END.sort, rightId = END.id] = after;
  return { left: { sort, id }, right: { sort: rightSort, id: rightId } };
}
