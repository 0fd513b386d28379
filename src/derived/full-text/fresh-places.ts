import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../../platform/engine/tables.ts';
import { PLACES_OF_SECOND, statementPlacesAround, statementPlacesIn } from '../../text/words/place.ts';
import { appended, atLeast, type Dated, isLast, type Status, type Top, topOf } from './statement-place.ts';

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
  const tops = await topsIn(tx, new Set(statements.map(({ date }) => statementPlacesIn(date).end)));
  return {
    append(fresh) {
      const { first, end } = statementPlacesIn(fresh.date);
      const top = tops.get(end);
      if (top === undefined || (top !== null && !isLast(top, fresh.status, fresh))) return null;
      const place = appended(atLeast(first - 1n, top?.place ?? 0n), end);
      if (place >= end) return null;
      tops.set(end, { ...fresh, place });
      return place;
    },
    async entered(place) {
      const { end } = statementPlacesAround(place);
      tops.set(end, await topOf(tx, end - PLACES_OF_SECOND, end));
    },
  };
}

/** What has the last place of each second, null where nothing has one, by the end of the second's places. */
async function topsIn(tx: Tx, seconds: ReadonlySet<bigint>): Promise<Map<bigint, Top | null>> {
  const tops = new Map<bigint, Top | null>([...seconds].map((end) => [end, null]));
  if (seconds.size === 0) return tops;
  const rows = await tx.query(
    'last statements of seconds',
    ({ db, t: { searchEntries: e, statements: s }, tuplesOf, alias }) => {
      const within = alias(e, 'within');
      const last = sql`(select max(${within.place}) from ${e} as within
        where ${within.place} >= cast(asked.first as bigint) and ${within.place} < cast(asked.before as bigint))`;
      return db
        .select({
          end: sql<string>`asked.before`,
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
    { asked: [...seconds].map((end) => [String(end - PLACES_OF_SECOND), String(end)]) },
  );
  for (const { end, place, date, id, status } of rows)
    tops.set(BigInt(end), { date: date ?? '', id: id ?? '', status: status ?? '', place: BigInt(place) });
  return tops;
}
