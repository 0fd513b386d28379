import { and, eq, sql } from 'drizzle-orm';
import type { Tx } from '../../platform/engine/tables.ts';
import type { Granularity, MemberKind } from './table.ts';

/** By how much rows of summaries change, by their keys. */
type Counts<Key extends readonly string[]> = {
  add(key: Key, n: number): void;
  addAll(others: Counts<Key>): void;
  /** Those that change at all. */
  all(): [key: Key, n: number][];
};

type SumKey = readonly [subject: string, granularity: string, period: string, sideId: string, kind: string];
type MemberKey = readonly [subject: string, kind: string, member: string];
export type Changes = { sums: Counts<SumKey>; members: Counts<MemberKey>; addAll(others: Changes): void };

export function changesIn(): Changes {
  const [sums, members] = [counts<SumKey>(), counts<MemberKey>()];
  return {
    sums,
    members,
    addAll(others) {
      sums.addAll(others.sums);
      members.addAll(others.members);
    },
  };
}

function counts<Key extends readonly string[]>(): Counts<Key> {
  const known = new Map<string, number>();
  const add = (key: string, n: number) => known.set(key, (known.get(key) ?? 0) + n);
  return {
    add(key, n) {
      add(JSON.stringify(key), n);
    },
    addAll(others) {
      for (const [key, n] of others.all()) add(JSON.stringify(key), n);
    },
    all: () => [...known].filter(([, n]) => n !== 0).map(([key, n]): [Key, number] => [JSON.parse(key), n]),
  };
}

/** Adds the changes; a row that comes to nothing goes, and with the rows of members the size of their subject changes. */
export async function applyChanges(tx: Tx, { sums, members }: Changes): Promise<void> {
  for (const [key, n] of sums.all()) await changeSum(tx, key, n);
  const sizes = counts<readonly [string, string]>();
  for (const [key, n] of members.all()) {
    const now = await changeMember(tx, key, n);
    if (now === n) sizes.add([key[0], key[1]], 1);
    if (now === 0) sizes.add([key[0], key[1]], -1);
  }
  for (const [key, n] of sizes.all()) await changeSize(tx, key, n);
}

async function changeSum(tx: Tx, [subject, granularity, period, sideId, kind]: SumKey, n: number): Promise<void> {
  const key = { subject, granularity: granularity as Granularity, period, sideId, kind };
  const rows = await tx.query(
    'change a sum',
    ({ db, t: { tallies } }) =>
      db
        .insert(tallies)
        .values(placed({ ...key, n }))
        .onConflictDoUpdate({
          target: [tallies.subject, tallies.granularity, tallies.period, tallies.sideId, tallies.kind],
          set: { n: sql`${tallies.n} + excluded.n` },
        })
        .returning({ n: tallies.n }),
    { ...key, n },
  );
  if (rows[0]?.n !== 0) return;
  await tx.query(
    'remove a sum',
    ({ db, t: { tallies }, param }) =>
      db
        .delete(tallies)
        .where(
          and(
            eq(tallies.subject, param('subject')),
            sql`${tallies.granularity} = ${param('granularity')} and ${tallies.period} = ${param('period')}`,
            sql`${tallies.sideId} = ${param('sideId')} and ${tallies.kind} = ${param('kind')}`,
          ),
        ),
    key,
  );
}

/** Gives how many the member has now. */
async function changeMember(tx: Tx, [subject, kind, member]: MemberKey, n: number): Promise<number | undefined> {
  const key = { subject, kind: kind as MemberKind, member };
  const rows = await tx.query(
    'change a member',
    ({ db, t: { tallyMembers } }) =>
      db
        .insert(tallyMembers)
        .values(placed({ ...key, n }))
        .onConflictDoUpdate({
          target: [tallyMembers.subject, tallyMembers.kind, tallyMembers.member],
          set: { n: sql`${tallyMembers.n} + excluded.n` },
        })
        .returning({ n: tallyMembers.n }),
    { ...key, n },
  );
  if (rows[0]?.n === 0)
    await tx.query(
      'remove a member',
      ({ db, t: { tallyMembers: m }, param }) => {
        const isIt = sql`${m.kind} = ${param('kind')} and ${m.member} = ${param('member')}`;
        return db.delete(m).where(and(eq(m.subject, param('subject')), isIt));
      },
      key,
    );
  return rows[0]?.n;
}

async function changeSize(tx: Tx, [subject, kind]: readonly [string, string], n: number): Promise<void> {
  const key = { subject, kind: kind as MemberKind };
  await tx.query(
    'change a size',
    ({ db, t: { tallySizes } }) =>
      db
        .insert(tallySizes)
        .values(placed({ ...key, n }))
        .onConflictDoUpdate({
          target: [tallySizes.subject, tallySizes.kind],
          set: { n: sql`${tallySizes.n} + excluded.n` },
        }),
    { ...key, n },
  );
}

/** The row with each value to be given when the query runs. */
function placed<Row extends Record<string, unknown>>(
  row: Row,
): { [Column in keyof Row]: ReturnType<typeof sql<Row[Column]>> } {
  return Object.fromEntries(Object.keys(row).map((name) => [name, sql`${sql.placeholder(name)}`])) as never;
}
