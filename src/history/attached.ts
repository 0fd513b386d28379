import { and, type SQL, sql } from 'drizzle-orm';
import type { Handle } from '../platform/engine/tables.ts';
import { ENTITY_TYPES } from './table.ts';

/** The kinds of which history tells what they are of. */
export type Attached = 'rebuttal' | 'correction' | 'review' | 'snapshot';
/** The end of a rebuttal that is answered, or what the answer, or any other, is of. */
export type End = 'of' | 'rebuts';

/**
 * The entities of a kind that were ever of another, deleted ones and those that are of something else by now too: by
 * their ids, in the order of creation, those after `after`. Read from indexes of history (migration 0007), whose
 * expressions and conditions stand here word by word.
 */
export async function everOf(
  from: Handle,
  kind: Attached,
  end: End,
  id: string,
  { after, limit }: { after: string; limit: number },
): Promise<string[]> {
  const found = new Set<string>();
  for (const place of placesOf(from.engine, end)) {
    const rows = await from.query(
      `${kind} ever by ${place.name}`,
      ({ db, t: { changes }, param }) =>
        db
          .selectDistinct({ id: changes.entityId })
          .from(changes)
          .where(
            and(
              place.holds,
              sql`${place.value} = ${param('of')}`,
              sql`${changes.entityType} = ${sql.raw(String(codeOf(kind)))}`,
              sql`${changes.entityId} > ${param('after')}`,
            ),
          )
          .orderBy(changes.entityId)
          .limit(sql.placeholder('limit')),
      { of: id, after, limit },
    );
    for (const row of rows) found.add(row.id);
  }
  return [...found].sort().slice(0, limit);
}

type Place = { name: string; value: SQL; holds: SQL };

const codeOf = (kind: Attached) => ENTITY_TYPES.indexOf(kind);
const ATTACHED = ['rebuttal', 'correction', 'review', 'snapshot'] as const satisfies readonly Attached[];
const KINDS = `entity_type IN (${ATTACHED.map(codeOf).join(', ')})`;
const PATHS = `('/statement', '/rebuts', '/article', '/claim', '/review')`;
const MEMBERS = ['statement', 'article', 'claim', 'review'];

/** Where a line of history says what an entity is of: where it is told whole, and where it is moved. */
function placesOf(engine: Handle['engine'], end: End): Place[] {
  const isSqlite = engine === 'sqlite';
  const member = (name: string) =>
    isSqlite ? `json_extract(patch, '$[0].value.${name}')` : `(patch -> 0 -> 'value' ->> '${name}')`;
  const at = (n: number, name: string) =>
    isSqlite ? `json_extract(patch, '$[${n}].${name}')` : `(patch -> ${n} ->> '${name}')`;
  const whole = end === 'of' ? `coalesce(${MEMBERS.map(member).join(', ')})` : member('rebuts');
  return [
    {
      name: `whole ${end}`,
      value: sql.raw(whole),
      holds: sql.raw(end === 'of' ? KINDS : `entity_type = ${codeOf('rebuttal')}`),
    },
    ...[0, 1].map((n) => ({
      name: `move ${n}`,
      value: sql.raw(at(n, 'value')),
      holds: sql.raw(`${KINDS} AND ${at(n, 'path')} IN ${PATHS}`),
    })),
  ];
}

/** How many of a kind history says were made of another before a time. */
export async function countMadeOf(from: Handle, kind: Attached, id: string, until: string): Promise<number> {
  const [place] = placesOf(from.engine, 'of') as [Place];
  const rows = await from.query(
    `${kind}s made before a time`,
    ({ db, t: { changes }, param }) =>
      db
        .select({ n: sql<number>`count(*)`.mapWith(Number) })
        .from(changes)
        .where(
          and(
            place.holds,
            sql`${place.value} = ${param('of')}`,
            sql`${changes.entityType} = ${sql.raw(String(codeOf(kind)))}`,
            sql`${changes.at} < ${param('until')}`,
          ),
        ),
    { of: id, until },
  );
  return rows[0]?.n ?? 0;
}
