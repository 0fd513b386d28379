import { and, asc, desc, eq, gte, lt, type SQL, sql } from 'drizzle-orm';
import type { Build } from '../../platform/engine/engine.ts';
import { rowsAfter } from '../../platform/engine/pages.ts';
import type { Handle, Tables, Tx } from '../../platform/engine/tables.ts';
import { firstPlaceAt, PLACES_OF_SECOND, secondOf, statementPlacesIn } from '../../text/words/place.ts';

/** A statement in the order of dates, then of ids: `date` is RFC 3339 in UTC. */
export type Dated = { date: string; id: string };
export type Status = 'published' | 'draft';
/** The statement with the last of the places of a second. */
export type Top = Dated & { status: string; place: bigint };

/** Stands for what no statement is known of. */
const UNKNOWN = { date: '', id: '', status: '' };
/** Room that is left between the statements of a second, so that others find a place among them later. */
const GAP_MAX = 1024n;
/** A second takes some two million statements before the next one is used. */
const APPENDED = 1n << 19n;

/**
 * A free place for a statement whose entry is not there: of one second the statements of one status lie in the order of
 * their dates, then of their ids. Where there is no room, those of the second are moved on to places that nothing had,
 * never back, so that who reads on from a place misses none of them.
 */
export async function placeOfStatement(tx: Tx, status: Status, dated: Dated): Promise<bigint> {
  const { first, end } = statementPlacesIn(dated.date);
  const place = await placeWithin(tx, status, dated, { first, end });
  return place !== null && place < end
    ? place
    : placeOfStatement(tx, status, { ...dated, date: secondOf(dated.date)[1] });
}

/** Null, or not before `end`, where the second is full. */
async function placeWithin(
  tx: Tx,
  status: Status,
  dated: Dated,
  { first, end }: { first: bigint; end: bigint },
): Promise<bigint | null> {
  const top = await topOf(tx, firstPlaceAt(dated.date), end);
  if (top === null) return appended(first - 1n, end);
  const last = atLeast(first - 1n, top.place);
  if (isLast(top, status, dated)) return appended(last, end);
  const next = await besideStatement(tx, status, dated, 'asc');
  if (next === null) return appended(last, end);
  const before = (await lastBelow(tx, firstPlaceAt(dated.date), next)) ?? firstPlaceAt(dated.date) - 1n;
  const room = next - before;
  return room > 1n ? before + room / 2n : movedOn(tx, dated, next, { top: last, end });
}

/**
 * The place of the statement of that status that is the nearest in its second, itself included: from it on (`asc`), or up
 * to it (`desc`). Null where there is none.
 */
export async function besideStatement(
  from: Handle,
  status: Status,
  { date, id }: Dated,
  direction: 'asc' | 'desc',
): Promise<bigint | null> {
  const first = firstPlaceAt(date);
  const [begins, ends] = secondOf(date);
  const values = { status, date, id, begins, ends, first, end: first + PLACES_OF_SECOND };
  const rows = await rowsAfter(from, 1, (part, limit) =>
    from.query(
      `statement beside one of its second ${direction} ${part}`,
      (build) => {
        const { db, t, param, bound } = build;
        const { saidSort, id: key, status: its } = t.statements;
        const beyond = sql.raw(direction === 'asc' ? '>' : '<');
        const order = direction === 'asc' ? asc : desc;
        const isBeside = {
          all: sql`(${saidSort}, ${key}) ${beyond}= (${param('date')}, ${param('id')})`,
          'of the date': sql`${saidSort} = ${param('date')} and ${key} ${beyond}= ${param('id')}`,
          'of other dates': sql`${saidSort} ${beyond} ${param('date')}`,
        }[part];
        return db
          .select({ place: PLACE_TEXT(build) })
          .from(t.statements)
          .crossJoin(t.searchEntries)
          .where(
            and(
              sql`${its} = ${param('status')}`,
              isBeside,
              sql`${saidSort} >= ${param('begins')} and ${saidSort} < ${param('ends')}`,
              isEntryOf(build),
            ),
          )
          .orderBy(order(saidSort), order(key))
          .limit(bound('limit'));
      },
      { ...values, limit },
    ),
  );
  return rows[0] ? BigInt(rows[0].place) : null;
}

/** The statement whose entry has that place. */
export async function statementAt(from: Handle, place: string): Promise<Omit<Top, 'place'> | null> {
  const rows = await from.query(
    'statement at a place',
    ({ db, t, param }) =>
      db
        .select({ date: t.statements.saidSort, id: t.statements.id, status: t.statements.status })
        .from(t.searchEntries)
        .crossJoin(t.statements)
        .where(
          and(
            eq(t.searchEntries.place, param('place')),
            eq(t.searchEntries.kind, 'statement'),
            eq(t.statements.id, t.searchEntries.entityId),
          ),
        ),
    { place: BigInt(place) },
  );
  return rows[0] ?? null;
}

const PLACE_TEXT = ({ t }: Build<Tables>) => sql<string>`cast(${t.searchEntries.place} as text)`;

function isEntryOf(build: Build<Tables>): SQL | undefined {
  const { statements, searchEntries } = build.t;
  return and(
    eq(searchEntries.entityId, statements.id),
    eq(searchEntries.kind, 'statement'),
    isWithin(build, 'first', 'end'),
  );
}

function isWithin({ t, param }: Build<Tables>, from: string, before: string): SQL | undefined {
  const { place } = t.searchEntries;
  return and(gte(place, param(from) as SQL<bigint>), lt(place, param(before) as SQL<bigint>));
}

/** Whether a statement comes after the one with the last place, and so after all of its own status. */
export function isLast(top: Top, status: Status, { date, id }: Dated): boolean {
  return top.status === status && (top.date < date || (top.date === date && top.id < id));
}

export async function topOf(tx: Tx, first: bigint, end: bigint): Promise<Top | null> {
  const last = await lastBelow(tx, first, end);
  return last === null ? null : { ...((await statementAt(tx, String(last))) ?? UNKNOWN), place: last };
}

async function lastBelow(tx: Tx, first: bigint, end: bigint): Promise<bigint | null> {
  const rows = await tx.query(
    'last search entry among places',
    (build) =>
      build.db
        .select({ last: sql<string | null>`cast(max(${build.t.searchEntries.place}) as text)` })
        .from(build.t.searchEntries)
        .where(isWithin(build, 'first', 'end')),
    { first, end },
  );
  const last = rows[0]?.last ?? null;
  return last === null ? null : BigInt(last);
}

export function atLeast(least: bigint, place: bigint): bigint {
  return place < least ? least : place;
}

/** With room for others before it, the less the fuller the second is. */
export function appended(last: bigint, end: bigint): bigint {
  const step = (end - last) / APPENDED;
  return last + (step > 1n ? step : 1n);
}

/** Moves the statements of the second on, with room between them; the new one's place is the one before `next`. Null without room. */
async function movedOn(
  tx: Tx,
  { date }: Dated,
  next: bigint,
  { top, end }: { top: bigint; end: bigint },
): Promise<bigint | null> {
  const first = firstPlaceAt(date);
  const there = await tx.query(
    'search entries of the statements of a second',
    (build) =>
      build.db
        .select({ place: PLACE_TEXT(build) })
        .from(build.t.searchEntries)
        .crossJoin(build.t.statements)
        .where(isEntryOf(build))
        .orderBy(asc(build.t.statements.saidSort), asc(build.t.statements.id)),
    { first, end: first + PLACES_OF_SECOND },
  );
  const even = (end - top) / (2n * BigInt(there.length + 1));
  if (even < 1n) return null;
  const gap = even < GAP_MAX ? even : GAP_MAX;
  let [free, own] = [top, top];
  for (const { place } of there) {
    free += gap;
    if (BigInt(place) === next) {
      own = free;
      free += gap;
    }
    await movePlace(tx, BigInt(place), free);
  }
  return own;
}

async function movePlace(tx: Tx, place: bigint, to: bigint): Promise<void> {
  await tx.query(
    'move a search entry',
    ({ db, t, param }) =>
      db
        .update(t.searchEntries)
        .set({ place: param('to', t.searchEntries.place) as SQL<bigint> })
        .where(eq(t.searchEntries.place, param('place'))),
    { place, to },
  );
}
