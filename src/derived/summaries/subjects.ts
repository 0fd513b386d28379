import { type SQL, sql } from 'drizzle-orm';
import type { Build } from '../../platform/engine/engine.ts';
import type { Tables, Tx } from '../../platform/engine/tables.ts';

/** The number of the subject of a row that is called `added`. */
export function keyOf({ t: { tallySubjects } }: Build<Tables>): SQL {
  const key = sql`select ${tallySubjects.key} from ${tallySubjects} where ${tallySubjects.subject} = added.subject`;
  return sql`(${key}) as subject`;
}

/**
 * Gives a number to each subject that has none, of those in the column `subject` of the rows. Takes the transaction's turn
 * among writers for granted.
 */
export async function nameSubjectsIn(
  tx: Tx,
  which: string,
  rows: (build: Build<Tables>) => SQL,
  values: Record<string, unknown>,
): Promise<void> {
  await tx.query(
    `name subjects ${which}`,
    (build) => {
      const { key, subject } = build.t.tallySubjects;
      const isNamed = sql`select 1 from ${build.t.tallySubjects} where ${subject} = added.subject`;
      const last = sql`(select coalesce(max(${key}), 0) from ${build.t.tallySubjects})`;
      return build.db.insert(build.t.tallySubjects).select(
        sql`select ${last} + row_number() over (order by subject) as key, subject
          from (select distinct subject from (${rows(build)}) as every_one) as added where not exists (${isNamed})`,
      );
    },
    values,
  );
}
