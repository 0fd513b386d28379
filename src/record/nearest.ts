import { getTableColumns, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { articleUrl } from '../kernel/address.ts';
import { kindOfId } from '../kernel/id.ts';
import { slugFrom } from '../kernel/slug.ts';
import type { Handle, Tables } from '../platform/engine/tables.ts';
import { KINDS, type RecordKind } from './kinds.ts';

/** An entity that a reference may have meant: its id, and its slug or address and its name under the names they have. */
export type Nearest = { id: string } & Record<string, string>;
type Candidate = { id: string; reference: string; name: string };

/** Names that are looked at: those that begin alike, and the first of the kind. */
const [ALIKE_MAX, FIRST_MAX] = [200, 300];
/** Letters that names which begin alike have in common. */
const BEGINNING = 3;
const KEY_LENGTH_MAX = 100;
const NEAREST_MAX = 3;

/** The column that has the name of an entity as people write it. */
const NAMES: Partial<Record<RecordKind, string>> = {
  side: 'name',
  dispute: 'title',
  question: 'text',
  outlet: 'name',
  article: 'title',
  speaker: 'name',
  claim: 'text',
};

/**
 * The entities of a kind whose slug, address or name is nearest to a reference that leads nowhere: the same once case,
 * accents and punctuation are left out, or a few letters away. A bounded number of names is looked at, so of a long
 * record those that begin otherwise may be missed.
 */
export async function nearestTo(from: Handle, kind: RecordKind, reference: string): Promise<Nearest[]> {
  const key = keyOf(kind, reference);
  if (key === '' || kindOfId(reference) !== null || NAMES[kind] === undefined) return [];
  const distanceMax = Math.max(1, Math.floor(key.length / 4));
  const near = new Map<string, Candidate & { distance: number }>();
  for (const { id, reference: own, name } of await candidates(from, kind, key)) {
    const keys = [keyOf(kind, own), keyOf(kind, name)];
    const alike = keys.filter((other) => Math.abs(other.length - key.length) <= distanceMax);
    const distance = Math.min(...alike.map((other) => distanceTo(key, other)));
    if (distance <= distanceMax) near.set(id, { id, reference: own, name, distance });
  }
  const nearest = [...near.values()].sort((a, b) => a.distance - b.distance || (a.id < b.id ? -1 : 1));
  const [own, named] = [KINDS[kind].namedBy ?? 'slug', NAMES[kind] as string];
  return nearest.slice(0, NEAREST_MAX).map(({ id, reference, name }) => ({ id, [own]: reference, [named]: name }));
}

/** What two ways to write one name have in common. */
function keyOf(kind: RecordKind, text: string): string {
  const plain = kind === 'article' ? (articleUrl(text) ?? text).replace(/^https?:\/\/(www\.)?|\/+$/g, '') : text;
  return slugFrom(plain.slice(0, 4 * KEY_LENGTH_MAX), '').slice(0, KEY_LENGTH_MAX);
}

async function candidates(from: Handle, kind: RecordKind, key: string): Promise<Candidate[]> {
  const { table, namedBy } = KINDS[kind];
  const build = (which: 'alike' | 'first') =>
    from.query(
      `names of ${kind}s ${which}`,
      ({ db, t, param }) => {
        const columns = getTableColumns(t[table] as SQLiteTable) as Record<string, SQLiteColumn>;
        const [id, own, name] = [columns.id, columns[namedBy ?? 'id'], columns[NAMES[kind] as string]];
        const rows = db
          .select({ id: asItsColumn(id), reference: asItsColumn(own), name: asItsColumn(name) })
          .from(t[table] as SQLiteTable)
          .$dynamic();
        if (which === 'first') return rows.orderBy(sql`${id}`).limit(FIRST_MAX);
        return rows
          .where(sql`${own} >= ${param('begin')} and ${own} < ${param('end')}`)
          .orderBy(sql`${own}`)
          .limit(ALIKE_MAX);
      },
      which === 'alike' ? { begin: beginning, end: `${beginning}\u{10FFFF}` } : {},
    );
  const beginning = kind === 'article' ? `https://${key.split('-')[0]}` : key.slice(0, BEGINNING);
  return [...(await build('alike')), ...(await build('first'))];
}

function asItsColumn(column: SQLiteColumn | undefined) {
  return sql<string>`${column}`.mapWith(column as Tables['sides']['name']);
}

/** How many letters are to be added, left out, exchanged or swapped with their neighbour (optimal string alignment). */
export function distanceTo(one: string, other: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, at) => at)];
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      let least = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + cost);
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
        least = Math.min(least, (before[j - 2] as number) + 1);
      row.push(least);
    }
    [before, last] = [last, row];
  }
  return last[other.length] as number;
}
