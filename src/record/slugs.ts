import { sql } from 'drizzle-orm';
import { Failure } from '../kernel/failure.ts';
import { slugFrom } from '../kernel/slug.ts';
import type { Handle, Tx } from '../platform/engine/tables.ts';
import { takeTurn } from '../platform/engine/turn.ts';
import { KINDS, type RecordKind } from './kinds.ts';

type Slugged = { [Kind in RecordKind]: (typeof KINDS)[Kind]['namedBy'] extends 'slug' ? Kind : never }[RecordKind];

/** Numbers that are tried after a name; whoever has more namesakes must say the slug. */
const NAMESAKES_MAX = 10_000;

/** The slug of an entity: of one that is revised the one it has, unless another was asked for, or none. */
export async function slugFor(
  tx: Tx,
  kind: Slugged,
  before: { slug: string } | null,
  asked: string | undefined,
  name: string,
): Promise<string> {
  return before !== null && asked === before.slug ? before.slug : freeSlug(tx, kind, before?.slug, asked, name);
}

/**
 * The slug asked for, or one made from the name, with a number when another has it: what an entity has itself is free for
 * it. A slug asked for that is taken fails with `conflict`.
 */
async function freeSlug(
  tx: Tx,
  kind: Slugged,
  own: string | undefined,
  asked: string | undefined,
  name: string,
): Promise<string> {
  const wanted = asked ?? slugFrom(name, kind);
  // Two that are recorded at once under one name count on from each other.
  if (asked === undefined) await takeTurn(tx, `slug of ${kind}: ${wanted}`);
  const taken = await takenLike(tx, kind, wanted);
  if (own !== undefined) taken.delete(own);
  if (!taken.has(wanted)) return wanted;
  if (asked !== undefined) {
    throw new Failure('conflict', `/slug: the slug "${asked}" is taken by another ${kind}.`, {
      faults: [{ pointer: '/slug', detail: `"${asked}" is taken` }],
    });
  }
  for (let number = 2; number <= NAMESAKES_MAX; number += 1)
    if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`;
  throw new Failure('conflict', `Too many of this name: say which slug this ${kind} shall have.`);
}

async function takenLike(from: Handle, kind: Slugged, slug: string): Promise<Set<string>> {
  const rows = await from.query(
    `slugs of ${kind}`,
    ({ db, t, param }) => {
      const named = t[KINDS[kind].table];
      return db
        .select({ slug: named.slug })
        .from(named)
        .where(
          sql`${named.slug} = ${param('slug')} or (${named.slug} > ${param('from')} and ${named.slug} < ${param('to')})`,
        );
    },
    // In the order of code points a full stop follows the hyphen.
    { slug, from: `${slug}-`, to: `${slug}.` },
  );
  return new Set(rows.map((row) => row.slug));
}
