import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../../platform/engine/tables.ts';
import { statementPlacesAround, statementPlacesIn } from '../../text/words/place.ts';
import { appended, type Dated, isLast, type Status, type Top, topOf } from './statement-place.ts';

type Fresh = Dated & { status: Status };

/**
 * Gives places to statements whose entries are not there, as `placeOfStatement` does, and looks up together what is the
 * last statement of each second. Most come after it.
 */
export type FreshPlaces = {
  /** The place of one that comes after all of its second; null of any other, for which the index is to be asked. */
  append(fresh: Fresh): bigint | null;
  /** To be told of the place that another was entered at, so that its second is looked at anew. */
  entered(place: bigint): Promise<void>;
};

export async function freshPlaces(tx: Tx, statements: readonly Fresh[]): Promise<FreshPlaces> {
  const tops = await topsIn(tx, new Map(statements.map(({ date }) => placesOf(date))));
  return {
    append(fresh) {
      const { first, end } = statementPlacesIn(fresh.date);
      const top = tops.get(first);
      if (top === undefined || (top !== null && !isLast(top, fresh.status, fresh))) return null;
      const place = appended(top?.place ?? first - 1n, end);
      if (place >= end) return null;
      tops.set(first, { ...fresh, place });
      return place;
    },
    async entered(place) {
      const { first, end } = statementPlacesAround(place);
      tops.set(first, await topOf(tx, first, end));
    },
  };
}

function placesOf(date: string): [first: bigint, end: bigint] {
  const { first, end } = statementPlacesIn(date);
  return [first, end];
}

/** The last statement of each second, null where it has none, by the first place of that second. */
async function topsIn(tx: Tx, seconds: ReadonlyMap<bigint, bigint>): Promise<Map<bigint, Top | null>> {
  const tops = new Map<bigint, Top | null>([...seconds.keys()].map((first) => [first, null]));
  if (seconds.size === 0) return tops;
  const rows = await tx.query(
    'last statements of seconds',
    ({ db, t: { searchEntries: e, statements: s }, tuplesOf, alias }) => {
      const within = alias(e, 'within');
      const last = sql`(select max(${within.place}) from ${e} as within
        where ${within.place} >= cast(asked.first as bigint) and ${within.place} < cast(asked.before as bigint))`;
      return db
        .select({
          first: sql<string>`asked.first`,
          place: sql<string>`cast(${e.place} as text)`,
          date: s.saidSort,
          id: s.id,
          status: s.status,
        })
        .from(sql`${tuplesOf('asked', ['first', 'before'])} as asked`)
        .crossJoin(e)
        .leftJoin(s, and(eq(e.kind, 'statement'), eq(s.id, e.entityId)))
        .where(sql`${e.place} = ${last}`);
    },
    { asked: [...seconds].map(([first, end]) => [String(first), String(end)]) },
  );
  for (const { first, place, date, id, status } of rows)
    tops.set(BigInt(first), { date: date ?? '', id: id ?? '', status: status ?? '', place: BigInt(place) });
  return tops;
}
