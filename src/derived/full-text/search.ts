import { eq, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { idFromKey } from '../../kernel/id.ts';
import type { Build } from '../../platform/engine/engine.ts';
import { allOf, type Condition, type Selectable } from '../../platform/engine/pages.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import { type Match, writeMatch } from '../../text/words/match.ts';
import type { PlaceRange } from '../../text/words/place.ts';
import { SEARCH_KINDS, type SearchKind } from './table.ts';

/**
 * What is looked for: a match that asks for words, and conditions on the table of statements that no facet of the match
 * says already. With such conditions only statements are found.
 */
export type Search = {
  match: Match;
  conditions: readonly Condition<Tables>[];
  /** Where all that fulfils the conditions has its place, when they name dates. */
  places?: PlaceRange | undefined;
  /** Known to be rare: PostgreSQL is kept from reading all entries in their order, as it would for what is common. */
  isRare?: boolean;
};

/** An entry that was found, with what ranks and shows it. `place` orders by date; it is a whole number as text. */
export type Found = {
  id: string;
  place: string;
  words: string;
  more: string;
  facets: string;
  snapshot: number | null;
  start: number | null;
  end: number | null;
};

/** In this order on SQLite, which keeps the order of cross joins: the index says what is read, and in which order. */
export function matching<Row>({ db, t }: Build<Tables>, { conditions }: Search, fields: Fields<Row>): Selectable<Row> {
  const entries = db.select(fields).from(sql`search_index`).crossJoin(t.searchEntries).$dynamic();
  return (conditions.length === 0 ? entries : entries.crossJoin(t.statements)) as Selectable<Row>;
}

export const PLACE = sql<string>`cast(search_index.rowid as text)`;
export type Fields<Row> = Record<keyof Row & string, SQL | SQLiteColumn>;

export function foundFields({ t }: Build<Tables>, place: SQL = PLACE): Fields<Found> {
  const { words, more, facets, snapshot, start, end } = t.searchEntries;
  return { id: entityOf(t), place, words, more, facets, snapshot, start, end };
}

/** The id of what an entry is of. */
export function entityOf({ searchEntries: { kind, entityId } }: Tables): SQL<string> {
  return sql<string>`${kind} || ' ' || ${entityId}`.mapWith((stored: string) => {
    const [kind, key] = stored.split(' ').map(Number) as [number, number];
    return idFromKey(SEARCH_KINDS[kind] as SearchKind, key);
  });
}

export function holding(build: Build<Tables>, { conditions, places }: Search): (SQL | undefined)[] {
  const { t, matches } = build;
  return [
    matches('match'),
    sql`search_index.rowid = ${t.searchEntries.place}`,
    ...(places ? placed(build, (place) => isBetween(build, place)) : []),
    ...(conditions.length === 0
      ? []
      : [eq(t.statements.id, t.searchEntries.entityId), eq(t.searchEntries.kind, 'statement')]),
    allOf(conditions).holds(build),
  ];
}

/** Said of both tables: PostgreSQL would read one of them from its end to there, however far that is. */
export function placed({ t }: Build<Tables>, holds: (place: SQL) => SQL): SQL[] {
  return [holds(sql`search_index.rowid`), holds(sql`${t.searchEntries.place}`)];
}

export function isBetween({ param }: Build<Tables>, place: SQL): SQL {
  return sql`${place} >= ${param('placesFrom')} and ${place} < ${param('placesBefore')}`;
}

export function shapeOf({ conditions, places }: Search): string {
  return `${allOf(conditions).name}${places ? ' in range' : ''}`;
}

export function valuesOf(from: Handle, { match, conditions, places }: Search): Record<string, unknown> {
  return {
    ...allOf(conditions).values,
    match: writeMatch(match, from.engine),
    ...(places && { placesFrom: places.from, placesBefore: places.before }),
  };
}
