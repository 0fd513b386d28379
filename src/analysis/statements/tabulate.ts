import type { SQL, SQLWrapper } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Build } from '../../platform/engine/engine.ts';
import { allOf, type Condition } from '../../platform/engine/pages.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import type { Stance } from '../../record/statements/statement.ts';
import { withStatements } from './by-stance.ts';

/**
 * What statements are counted by. A `kind` is how a term is used, or in a dispute whether the quote is `verified`, `unverified` or `unchecked`; `day`
 * and `month` are those said in, as they were written: coarser dates are the shorter ones.
 */
export type Dimension = 'claim' | 'question' | 'dispute' | 'term' | 'side' | 'stance' | 'kind' | 'day' | 'month';
type Values = Record<Dimension, string> & { stance: Stance };
/** How many statements have these values of the dimensions. */
export type Counted<By extends Dimension> = Pick<Values, By> & { n: number };

/** A table in which statements are counted: its columns by what they say, and how its rows make a number of statements. */
export type Source = {
  name: string;
  table(t: Tables): SQLiteTable;
  columns: Partial<Record<Dimension, (t: Tables, build: Build<Tables>) => SQLWrapper>>;
  n(t: Tables, by: readonly Dimension[]): SQL<number>;
  /** Whether conditions speak of the rows of statements too, which the table's rows are of. */
  joins?: boolean;
};

/** The counts for every combination of values that any statements have, in the order of these. */
export async function tabulate<By extends Dimension>(
  from: Handle,
  source: Source,
  conditions: readonly Condition<Tables>[],
  by: readonly By[],
): Promise<Counted<By>[]> {
  const { name: shape, values, holds } = allOf(conditions);
  const rows = await from.query(
    `count ${source.name} by ${by.join(' ')} where ${shape}`,
    (build) => {
      const columns = by.map((name) => [name, columnOf(source, name)(build.t, build) as SQL] as const);
      const selected = { ...Object.fromEntries(columns), n: source.n(build.t, by) };
      const groups = columns.map(([, column]) => column);
      return rowsIn(build, source, selected)
        .where(holds(build))
        .groupBy(...groups)
        .orderBy(...groups) as unknown as Promise<Counted<By>[]>;
    },
    values,
  );
  return rows.filter(({ n }) => n > 0);
}

function columnOf({ name: source, columns }: Source, name: Dimension): (t: Tables, build: Build<Tables>) => SQLWrapper {
  const column = columns[name];
  if (!column) throw new Error(`${source} do not tell the ${name} of a statement`);
  return column;
}

function rowsIn({ db, t }: Build<Tables>, { table, joins }: Source, selected: Record<string, SQL>) {
  const rows = db.select(selected).from(table(t)).$dynamic();
  return joins ? withStatements(t, rows) : rows;
}

export function sumOf(counts: readonly { n: number }[]): number {
  return counts.reduce((sum, { n }) => sum + n, 0);
}
