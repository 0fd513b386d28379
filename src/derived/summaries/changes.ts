import { eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { Build } from '../../platform/engine/engine.ts';
import type { Tables, Tx } from '../../platform/engine/tables.ts';
import { keyOf, nameSubjectsIn } from './subjects.ts';

/** A row's key, as it is stored, but with the subject itself instead of its number. */
type Key = readonly (string | number)[];

/** By how much rows of summaries change, by their keys. */
type Counts<Of extends Key> = {
  add(key: Of, n: number): void;
  /** Adds the others, or with −1 takes them off. */
  addAll(others: Counts<Of>, sign: 1 | -1): void;
  /** Those that change at all. */
  list(): [key: Of, n: number][];
};

type SumKey = readonly [subject: string, granularity: number, period: string, sideId: number, kind: number];
type MemberKey = readonly [subject: string, kind: number, member: string];
type SizeKey = readonly [subject: string, kind: number];
export type Changes = {
  sums: Counts<SumKey>;
  members: Counts<MemberKey>;
  /** Members that have no row. */
  sizes: Counts<SizeKey>;
  addAll(others: Changes, sign?: 1 | -1): void;
};

export function changesIn(): Changes {
  const [sums, members, sizes] = [counts<SumKey>(), counts<MemberKey>(), counts<SizeKey>()];
  return {
    sums,
    members,
    sizes,
    addAll(others, sign = 1) {
      sums.addAll(others.sums, sign);
      members.addAll(others.members, sign);
      sizes.addAll(others.sizes, sign);
    },
  };
}

function counts<Of extends Key>(): Counts<Of> {
  const known = new Map<string, number>();
  const add = (key: string, n: number) => known.set(key, (known.get(key) ?? 0) + n);
  return {
    add(key, n) {
      add(JSON.stringify(key), n);
    },
    addAll(others, sign) {
      for (const [key, n] of others.list()) add(JSON.stringify(key), n * sign);
    },
    list: () => [...known].filter(([, n]) => n !== 0).map(([key, n]): [Of, number] => [JSON.parse(key), n]),
  };
}

/** Adds the changes; a row that comes to nothing goes, and with the rows of members the size of their subject changes. */
export async function applyChanges(tx: Tx, { sums, members, sizes: alone }: Changes): Promise<void> {
  const subjects = [...sums.list(), ...members.list(), ...alone.list()].map(([[subject]]) => subject);
  if (subjects.length > 0) await nameSubjectsIn(tx, 'of changes', namedIn, { subjects: [...new Set(subjects)] });
  await changeSums(tx, sums.list());
  const changed = members.list();
  const before = await countsOf(tx, changed);
  await changeMembers(tx, changed);
  const sizes = counts<SizeKey>();
  sizes.addAll(alone, 1);
  for (const [[subject, kind, member], n] of changed) {
    const was = before.get(JSON.stringify([subject, kind, member])) ?? 0;
    if (was === 0) sizes.add([subject, kind], 1);
    if (was + n === 0) sizes.add([subject, kind], -1);
  }
  await changeSizes(tx, sizes.list());
}

const namedIn = ({ rowsOf }: Build<Tables>) => sql`select value as subject from ${rowsOf('subjects')} as named`;

type Changed<Of> = [key: Of, n: number][];

/** As the tuples of a query. */
const tuples = (changed: Changed<Key>) => ({ changed: changed.map(([key, n]) => [...key, n]) });
const added = (column: SQLWrapper) => ({ n: sql`${column} + excluded.n` });

/** The changes as rows with the number of their subject, `select` being what else of them is asked for. */
function changedRows(build: Build<Tables>, columns: readonly string[], select: string): SQL {
  const given = build.tuplesOf('changed', ['subject', ...columns, 'n']);
  return sql`select ${keyOf(build)}, ${sql.raw(select)} from ${given} as added where true`;
}
const SUM = ['granularity', 'period', 'side_id', 'kind'];
const SUM_KEY =
  'cast(granularity as smallint) as granularity, period, cast(side_id as bigint) as side_id, cast(kind as smallint) as kind';
const MEMBER = ['kind', 'member'];
const MEMBER_KEY = 'cast(kind as smallint) as kind, member';
const SIZE = ['kind'];
const SIZE_KEY = 'cast(kind as smallint) as kind';
const N = 'cast(n as bigint) as n';

async function changeSums(tx: Tx, changed: Changed<SumKey>): Promise<void> {
  if (changed.length === 0) return;
  await tx.query(
    'change sums',
    (build) => {
      const { tallies } = build.t;
      const { subject, granularity, period, sideId, kind, n } = tallies;
      return build.db
        .insert(tallies)
        .select(changedRows(build, SUM, `${SUM_KEY}, ${N}`))
        .onConflictDoUpdate({ target: [subject, granularity, period, sideId, kind], set: added(n) });
    },
    tuples(changed),
  );
  const lessened = changed.filter(([, n]) => n < 0);
  if (lessened.length === 0) return;
  await tx.query(
    'remove sums of nothing',
    (build) => {
      const { tallies } = build.t;
      const { subject, granularity, period, sideId, kind, n } = tallies;
      const key = sql`(${subject}, ${granularity}, ${period}, ${sideId}, ${kind})`;
      return build.db.delete(tallies).where(sql`${n} = 0 and ${key} in (${changedRows(build, SUM, SUM_KEY)})`);
    },
    tuples(lessened),
  );
}

/** How many statements these members have before the change, by key; what is not there has none. */
async function countsOf(tx: Tx, changed: Changed<MemberKey>): Promise<Map<string, number>> {
  if (changed.length === 0) return new Map();
  const rows = await tx.query(
    'members to change',
    (build) => {
      const { tallyMembers, tallySubjects } = build.t;
      const { subject, kind, member, n } = tallyMembers;
      const keys = changedRows(build, MEMBER, MEMBER_KEY);
      return build.db
        .select({
          subject: sql<string>`${tallySubjects.subject}`,
          kind: sql`${kind}`.mapWith(Number),
          member: sql<string>`${member}`,
          n,
        })
        .from(tallyMembers)
        .innerJoin(tallySubjects, eq(tallySubjects.key, subject))
        .where(sql`(${subject}, ${kind}, ${member}) in (${keys})`);
    },
    tuples(changed),
  );
  return new Map(rows.map(({ subject, kind, member, n }) => [JSON.stringify([subject, kind, member]), n]));
}

async function changeMembers(tx: Tx, changed: Changed<MemberKey>): Promise<void> {
  if (changed.length === 0) return;
  await tx.query(
    'change members',
    (build) => {
      const { subject, kind, member, n } = build.t.tallyMembers;
      return build.db
        .insert(build.t.tallyMembers)
        .select(changedRows(build, MEMBER, `${MEMBER_KEY}, ${N}`))
        .onConflictDoUpdate({ target: [subject, kind, member], set: added(n) });
    },
    tuples(changed),
  );
  const lessened = changed.filter(([, n]) => n < 0);
  if (lessened.length === 0) return;
  await tx.query(
    'remove members of nothing',
    (build) => {
      const { subject, kind, member, n } = build.t.tallyMembers;
      const keys = changedRows(build, MEMBER, MEMBER_KEY);
      return build.db
        .delete(build.t.tallyMembers)
        .where(sql`${n} = 0 and (${subject}, ${kind}, ${member}) in (${keys})`);
    },
    tuples(lessened),
  );
}

async function changeSizes(tx: Tx, changed: Changed<SizeKey>): Promise<void> {
  if (changed.length === 0) return;
  await tx.query(
    'change sizes',
    (build) => {
      const { subject, kind, n } = build.t.tallySizes;
      return build.db
        .insert(build.t.tallySizes)
        .select(changedRows(build, SIZE, `${SIZE_KEY}, ${N}`))
        .onConflictDoUpdate({ target: [subject, kind], set: added(n) });
    },
    tuples(changed),
  );
}
