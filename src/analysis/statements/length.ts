import { sql } from 'drizzle-orm';
import type { Readers } from '../../derived/full-text/scan.ts';
import type { Handle } from '../../platform/engine/tables.ts';

/** Statements that are walked in place, in about 20 ms; a longer record is walked aside, while others are answered. */
export const WALKED_MAX = 20_000;
/** For so long a record that was short is taken to be short. */
const KEPT_MS = 60_000;

const shortUntil = new WeakMap<Handle, number>();
const long = new WeakSet<Handle>();

/** Where a walk through the record is done. */
export async function walkerAmong({ read, offThread: aside }: Readers): Promise<Handle> {
  return (await isLong(read)) ? aside : read;
}

/** Whether the record is long; one that was is. */
export async function isLong(from: Handle): Promise<boolean> {
  if (long.has(from) || (shortUntil.get(from) ?? 0) > performance.now()) return long.has(from);
  const rows = await from.query(
    'statements up to a number',
    ({ db, t, bound }) => {
      const some = db
        .select({ one: sql`1`.as('one') })
        .from(t.statements)
        .limit(bound('limit'))
        .as('some');
      return db.select({ n: sql`count(*)`.mapWith(Number) }).from(some);
    },
    { limit: WALKED_MAX + 1 },
  );
  if ((rows[0]?.n ?? 0) > WALKED_MAX) long.add(from);
  else shortUntil.set(from, performance.now() + KEPT_MS);
  return long.has(from);
}
