import { type SQLWrapper, sql } from 'drizzle-orm';
import type { Tx } from '../../platform/engine/tables.ts';

/** A row's key, as it is stored. */
type Key = readonly (string | number)[];

/** By how much rows of summaries change, by their keys. */
type Counts<Of extends Key> = {
  add(key: Of, n: number): void;
  /** Adds the others, or with −1 takes them off. */
  addAll(others: Counts<Of>, sign: 1 | -1): void;
  /** Those that change at all. */
  list(): [key: Of, n: number][];
};

type SumKey = readonly [subject: string, granularity: string, period: string, sideId: number, kind: string];
type MemberKey = readonly [subject: string, kind: string, member: string];
type SizeKey = readonly [subject: string, kind: string];
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

type Changed<Of> = [key: Of, n: number][];

/** As the tuples of a query. */
const tuples = (changed: Changed<Key>) => ({ changed: changed.map(([key, n]) => [...key, n]) });
const added = (column: SQLWrapper) => ({ n: sql`${column} + excluded.n` });
const SUM = ['subject', 'granularity', 'period', 'side_id', 'kind', 'n'];
const MEMBER = ['subject', 'kind', 'member', 'n'];

async function changeSums(tx: Tx, changed: Changed<SumKey>): Promise<void> {
  if (changed.length === 0) return;
  await tx.query(
    'change sums',
    ({ db, t: { tallies }, tuplesOf }) => {
      const { subject, granularity, period, sideId, kind, n } = tallies;
      return db
        .insert(tallies)
        .select(
          sql`select subject, granularity, period, cast(side_id as bigint) as side_id, kind, cast(n as bigint) as n
            from ${tuplesOf('changed', SUM)} as changed where true`,
        )
        .onConflictDoUpdate({ target: [subject, granularity, period, sideId, kind], set: added(n) });
    },
    tuples(changed),
  );
  const lessened = changed.filter(([, n]) => n < 0);
  if (lessened.length === 0) return;
  await tx.query(
    'remove sums of nothing',
    ({ db, t: { tallies }, tuplesOf }) => {
      const { subject, granularity, period, sideId, kind, n } = tallies;
      const keys = sql`select subject, granularity, period, cast(side_id as bigint), kind
        from ${tuplesOf('changed', SUM)} as changed`;
      const key = sql`(${subject}, ${granularity}, ${period}, ${sideId}, ${kind})`;
      return db.delete(tallies).where(sql`${n} = 0 and ${key} in (${keys})`);
    },
    tuples(lessened),
  );
}

/** How many statements these members have before the change, by key; what is not there has none. */
async function countsOf(tx: Tx, changed: Changed<MemberKey>): Promise<Map<string, number>> {
  if (changed.length === 0) return new Map();
  const rows = await tx.query(
    'members to change',
    ({ db, t: { tallyMembers }, tuplesOf }) => {
      const { subject, kind, member, n } = tallyMembers;
      const keys = sql`select subject, kind, member from ${tuplesOf('changed', MEMBER)} as changed`;
      const stored = (column: SQLWrapper) => sql<string>`${column}`;
      return db
        .select({ subject: stored(subject), kind: stored(kind), member: stored(member), n })
        .from(tallyMembers)
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
    ({ db, t: { tallyMembers }, tuplesOf }) =>
      db
        .insert(tallyMembers)
        .select(
          sql`select subject, kind, member, cast(n as bigint) as n from ${tuplesOf('changed', MEMBER)} as changed where true`,
        )
        .onConflictDoUpdate({
          target: [tallyMembers.subject, tallyMembers.kind, tallyMembers.member],
          set: added(tallyMembers.n),
        }),
    tuples(changed),
  );
  const lessened = changed.filter(([, n]) => n < 0);
  if (lessened.length === 0) return;
  await tx.query(
    'remove members of nothing',
    ({ db, t: { tallyMembers }, tuplesOf }) => {
      const { subject, kind, member, n } = tallyMembers;
      const keys = sql`select subject, kind, member from ${tuplesOf('changed', MEMBER)} as changed`;
      return db.delete(tallyMembers).where(sql`${n} = 0 and (${subject}, ${kind}, ${member}) in (${keys})`);
    },
    tuples(lessened),
  );
}

async function changeSizes(tx: Tx, changed: Changed<SizeKey>): Promise<void> {
  if (changed.length === 0) return;
  await tx.query(
    'change sizes',
    ({ db, t: { tallySizes }, tuplesOf }) =>
      db
        .insert(tallySizes)
        .select(
          sql`select subject, kind, cast(n as bigint) as n
            from ${tuplesOf('changed', ['subject', 'kind', 'n'])} as changed where true`,
        )
        .onConflictDoUpdate({ target: [tallySizes.subject, tallySizes.kind], set: added(tallySizes.n) }),
    tuples(changed),
  );
}
