import { eq, sql } from 'drizzle-orm';
import { findId, type Referable } from '../references.ts';
import type { Engine, Handle, Tables } from '../tables.ts';

/** Rows that are counted in place, in about 20 ms; what goes through more is counted aside, while others are answered. */
const ROWS_MAX = 2000;

/** What is counted of each kind, and by which column. */
const COUNTED = {
  claim: (t: Tables) => [t.stances, t.stances.claimId] as const,
  speaker: (t: Tables) => [t.stances, t.stances.speakerId] as const,
};

/** Where to count all that belongs to these, whatever names them; to what leads nowhere nothing belongs. */
export async function readerFor(
  { read, aside }: Engine,
  kind: keyof typeof COUNTED & Referable,
  references: readonly string[],
): Promise<Handle> {
  let rows = 0;
  for (const reference of references) {
    const id = await findId(read, kind, reference);
    if (id !== null) rows += await rowsUpToMax(read, kind, id);
  }
  return rows > ROWS_MAX ? aside : read;
}

async function rowsUpToMax(from: Handle, kind: keyof typeof COUNTED, id: string): Promise<number> {
  const rows = await from.query(
    `first rows of a ${kind}`,
    ({ db, t, param }) => {
      const [table, column] = COUNTED[kind](t);
      const first = db
        .select({ one: sql`1`.as('one') })
        .from(table as Tables['stances'])
        .where(eq(column, param('id')))
        .limit(ROWS_MAX + 1)
        .as('first');
      return db.select({ n: sql<number>`count(*)`.mapWith(Number) }).from(first);
    },
    { id },
  );
  return rows[0]?.n ?? 0;
}
