import { sql } from 'drizzle-orm';
import { Failure } from '../kernel/failure.ts';
import { slugFrom } from '../kernel/slug.ts';
import { advisoryLock } from '../platform/engine/advisory-lock.ts';
import type { Handle, Tx } from '../platform/engine/tables.ts';
import { KINDS, type RecordKind } from './kinds.ts';

type Slugged = { [Kind in RecordKind]: (typeof KINDS)[Kind]['namedBy'] extends 'slug' ? Kind : never }[RecordKind];

/** Numbers that are tried after a name; whoever has more namesakes must say the slug. */
const NAMESAKES_MAX = 10_000;

/**
 * The slug of an entity: the one asked for, or one made from the name, with a number when another of its kind has it or
 * once had it. One that is revised keeps the one it has where that is asked for, or made from the name.
 *
 * A slug asked for that is taken fails with `conflict`.
 */
export async function slugFor(
  tx: Tx,
  kind: Slugged,
  before: { id: string; slug: string } | null,
  asked: string | undefined,
  name: string,
): Promise<string> {
  const wanted = asked ?? slugFrom(name, kind);
  if (before?.slug === wanted) return wanted;
  // Two that are recorded at once under one name count on from each other.
  if (asked === undefined) await advisoryLock(tx, `slug of ${kind}: ${wanted}`);
  const taken = await takenLike(tx, kind, wanted, before?.id ?? '');
  if (!taken.has(wanted)) return wanted;
  if (asked !== undefined) {
    throw new Failure('conflict', `/slug: the slug "${asked}" is taken by another ${kind}, or was once.`, {
      faults: [{ pointer: '/slug', detail: `"${asked}" is taken` }],
    });
  }
  for (let number = 2; number <= NAMESAKES_MAX; number += 1)
    if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`;
  throw new Failure('conflict', `Too many of this name: say which slug this ${kind} shall have.`);
}

/** The slugs of this beginning that others of the kind have, or once had. */
async function takenLike(from: Handle, kind: Slugged, slug: string, self: string): Promise<Set<string>> {
  // In the order of code points a full stop follows the hyphen.
  const values = { slug, from: `${slug}-`, to: `${slug}.`, self };
  const present = await from.query(
    `slugs of ${kind}`,
    ({ db, t, param }) => {
      const named = t[KINDS[kind].table];
      return db
        .select({ slug: named.slug })
        .from(named)
        .where(
          sql`(${named.slug} = ${param('slug')} or (${named.slug} > ${param('from')} and ${named.slug} < ${param('to')})) and ${named.id} <> ${param('self')}`,
        );
    },
    values,
  );
  const former = await from.query(
    'former slugs',
    ({ db, t: { formerNames }, param }) =>
      db
        .select({ slug: formerNames.name })
        .from(formerNames)
        .where(
          sql`${formerNames.kind} = ${param('kind')} and (${formerNames.name} = ${param('slug')} or (${formerNames.name} > ${param('from')} and ${formerNames.name} < ${param('to')})) and ${formerNames.entityId} <> ${param('self')}`,
        ),
    { ...values, kind },
  );
  return new Set([...present, ...former].map((row) => row.slug));
}
