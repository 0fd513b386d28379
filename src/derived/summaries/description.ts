import { type SQL, sql } from 'drizzle-orm';
import type { Build } from '../../platform/engine/engine.ts';
import type { Tables } from '../../platform/engine/tables.ts';
import { type Part, ROWS, unionAll, type Within } from './counted-rows.ts';
import { MEMBERS, type Members, rowsOfMembers } from './members.ts';
import { rowsOfSum, SUMS, type SumName } from './sums.ts';
import type { Granularity } from './table.ts';

export { PARTS, type Part, unionAll, type Within } from './counted-rows.ts';
export { MEMBERS, type Members, type MembersOf, rowsOfMembers } from './members.ts';
export { rowsOfSum, type SumColumns, type SumName } from './sums.ts';

/**
 * What is kept counted, each number described once: sums in `sums.ts`, members in `members.ts`. From this come the statements that fold new statements in and make
 * the summaries from nothing (`fold.ts`), that take an edited statement off and add it again (`upkeep.ts`), and that
 * count what is not folded in yet (`store.ts`).
 */

/** The sums, each by each granularity, and the members that the rows of a part add to. */
export function ofPart(t: Tables, part: Part): { sums: [SumName, Granularity][]; members: readonly Members[] } {
  const isOfPart = (rows: keyof typeof ROWS) => ROWS[rows](t).part === part;
  const named = (Object.keys(SUMS) as SumName[]).filter((name) => isOfPart(SUMS[name].rows));
  return {
    sums: named.flatMap((name) => SUMS[name].by.map((granularity): [SumName, Granularity] => [name, granularity])),
    members: MEMBERS.filter(({ rows }) => isOfPart(rows)),
  };
}

/** Under what the rows of a part are counted: in the column `subject`, of some it is there several times. */
export function subjectsOf(build: Build<Tables>, part: Part, within: Within): SQL {
  const { sums, members } = ofPart(build.t, part);
  // Whatever they are counted by, and whichever members they have, it is under the same.
  const counted = sums.filter(([, granularity]) => granularity === 'all');
  const having = new Map(members.toReversed().map((one) => [one.of, one]));
  const rows = [
    ...counted.map(([name, granularity]) => rowsOfSum(build, name, granularity, within)),
    ...[...having.values()].map((one) => rowsOfMembers(build, one, within)),
  ];
  return unionAll(rows.map((one) => sql`select subject from (${one}) as counted`));
}
