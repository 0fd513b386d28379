import { eq, getTableColumns } from 'drizzle-orm';
import { expect } from 'vitest';
import { rebuildSummaries } from '../../src/derived/summaries/fold.ts';
import { foldAll } from '../../src/derived/summaries/folder.ts';
import type { Engine } from '../../src/platform/engine/tables.ts';

/** All that the summaries hold, in the order of their keys. */
export async function summariesIn({ read }: Engine): Promise<Record<string, string[]>> {
  const [sums, members, sizes] = await Promise.all([
    read.query('all sums', ({ db, t }) =>
      db
        .select({ ...getTableColumns(t.tallies), subject: t.tallySubjects.subject })
        .from(t.tallies)
        .leftJoin(t.tallySubjects, eq(t.tallySubjects.key, t.tallies.subject)),
    ),
    read.query('all members', ({ db, t }) =>
      db
        .select({ ...getTableColumns(t.tallyMembers), subject: t.tallySubjects.subject })
        .from(t.tallyMembers)
        .leftJoin(t.tallySubjects, eq(t.tallySubjects.key, t.tallyMembers.subject)),
    ),
    read.query('all sizes', ({ db, t }) =>
      db
        .select({ ...getTableColumns(t.tallySizes), subject: t.tallySubjects.subject })
        .from(t.tallySizes)
        .leftJoin(t.tallySubjects, eq(t.tallySubjects.key, t.tallySizes.subject)),
    ),
  ]);
  const sorted = (rows: object[]) => rows.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
  // A size of nothing is the same as none.
  return { sums: sorted(sums), members: sorted(members), sizes: sorted(sizes.filter(({ n }) => n !== 0)) };
}

/** Folds all in, and holds what the summaries hold then against those made from nothing. */
export async function expectWholeSummaries(engine: Engine): Promise<void> {
  await foldAll(engine);
  const folded = await summariesIn(engine);
  await engine.write(rebuildSummaries);
  expect(folded).toEqual(await summariesIn(engine));
}
