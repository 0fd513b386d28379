import { sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { CorrectionNote } from '../kernel/correction.ts';
import type { Handle } from '../platform/engine/tables.ts';
import { KINDS, type KindWith } from './kinds.ts';

export type Correctable = KindWith<'correctedBy'>;

const NONE: readonly CorrectionNote[] = [];

/** The corrections of these entities, the newest first; gives a function that tells those of one. */
export async function correctionsOf(
  from: Handle,
  kind: Correctable,
  ids: readonly string[],
): Promise<(id: string) => CorrectionNote[]> {
  if (ids.length === 0) return () => [];
  const rows = await from.query(
    `corrections of ${kind}s`,
    ({ db, t: { corrections }, oneOf }) => {
      const of: SQLiteColumn = corrections[KINDS[kind].correctedBy];
      return db
        .select({
          of: sql`${of}`.mapWith(of as typeof corrections.id),
          id: corrections.id,
          kind: corrections.kind,
          note: corrections.note,
          effectiveAt: corrections.effectiveAt,
          sort: corrections.effectiveSort,
        })
        .from(corrections)
        .where(oneOf(of, 'ids'));
    },
    { ids: [...new Set(ids)] },
  );
  if (rows.length === 0) return () => [];
  rows.sort((a, b) => (a.sort === b.sort ? compare(b.id, a.id) : compare(b.sort, a.sort)));
  const notes = new Map<string, CorrectionNote[]>();
  for (const { of, sort: _, ...note } of rows) notes.set(of, [...(notes.get(of) ?? NONE), note]);
  return (id) => notes.get(id) ?? [];
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
