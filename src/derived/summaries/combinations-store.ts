import { and, eq, exists, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Build } from '../../platform/engine/engine.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import { asWritten, DIGESTS, WRITTEN_OUT } from '../../record/statements/combination-key.ts';
import { withMark } from './mark.ts';
import { isOfSubject, restOfSum } from './rest.ts';

/** How often statements were counted again, since they are counted under several of the claims or terms. */
export function countedAgain(from: Handle, of: 'claim' | 'term', subjects: readonly string[]): Promise<number> {
  return withMark(from, async (mark) => {
    const sizes = await combinationsOf(from, subjects);
    const sizeOf = (subject: string) => sizes.get(subject) ?? 0;
    // The combinations of the one that has most are never gone through.
    const ordered = subjects.toSorted((one, other) => sizeOf(other) - sizeOf(one));
    let again = await againInRest(from, of, subjects, mark);
    for (const [at, subject] of ordered.entries())
      if (at > 0 && sizeOf(subject) > 0) again += await sharedWith(from, subject, ordered.slice(0, at));
    return again;
  });
}

/** Rows of the rest less the statements that they are of. */
async function againInRest(from: Handle, of: 'claim' | 'term', subjects: readonly string[], mark: string) {
  const rows = await from.query(
    `counted again in the rest of ${of}`,
    (build) => {
      const rest = restOfSum(build, of, 'all', ({ subject }) => build.oneOf(subject, 'subjects'));
      return build.db
        .select({ n: sql`count(*) - count(distinct statement_id)`.mapWith(Number) })
        .from(sql`(${rest}) as rest`);
    },
    { subjects: [...subjects], mark },
  );
  return rows[0]?.n ?? 0;
}

/** How many combinations there are of each subject up to the mark. */
async function combinationsOf(from: Handle, subjects: readonly string[]): Promise<Map<string, number>> {
  const rows = await from.query(
    'sizes of combinations',
    ({ db, t, oneOf }) =>
      db
        .select({ subject: t.tallySubjects.subject, n: t.tallySizes.n })
        .from(t.tallySubjects)
        .innerJoin(t.tallySizes, eq(t.tallySizes.subject, t.tallySubjects.key))
        .where(and(oneOf(t.tallySubjects.subject, 'subjects'), eq(t.tallySizes.kind, 'set'))),
    { subjects: [...subjects] },
  );
  return new Map(rows.map(({ subject, n }) => [subject, n]));
}

/** How many statements of a subject up to the mark are of any of the others, too. */
async function sharedWith(from: Handle, subject: string, others: readonly string[]): Promise<number> {
  return (await sharedAsWritten(from, subject, others)) + (await sharedAsDigests(from, subject, others));
}

/** What is written out tells by itself which subjects it has. */
function sharedAsWritten(from: Handle, subject: string, others: readonly string[]): Promise<number> {
  const names = others.map((_, at) => `written${at}`);
  return countCombinations(
    from,
    `written out with ${others.length} others`,
    WRITTEN_OUT,
    ({ contains, t }) => or(...names.map((name) => contains(t.tallyMembers.member, name))),
    { subject, ...Object.fromEntries(others.map((other, at) => [names[at], asWritten(other)])) },
  );
}

/** A digest is theirs, too, or is not. */
function sharedAsDigests(from: Handle, subject: string, others: readonly string[]): Promise<number> {
  return countCombinations(
    from,
    'as digests with others',
    DIGESTS,
    ({ alias, db, oneOf, t }) => {
      const other = alias(t.tallyMembers, 'of_others');
      const { key, subject } = t.tallySubjects;
      const isTheirs = and(
        inArray(other.subject, db.select({ key }).from(t.tallySubjects).where(oneOf(subject, 'others'))),
        eq(other.kind, 'set'),
        eq(other.member, t.tallyMembers.member),
      );
      return exists(db.select({ one: sql`1` }).from(other).where(isTheirs));
    },
    { subject, others: [...others] },
  );
}

async function countCombinations(
  from: Handle,
  which: string,
  [first, before]: readonly [first: string, before: string],
  isShared: (build: Build<Tables>) => SQL | undefined,
  values: Record<string, unknown>,
): Promise<number> {
  const rows = await from.query(
    `combinations ${which}`,
    (build) => {
      const { kind, member, n } = build.t.tallyMembers;
      const isWithin = sql`${member} >= ${sql.raw(`'${first}'`)} and ${member} < ${sql.raw(`'${before}'`)}`;
      return build.db
        .select({ n: sql`coalesce(sum(${n}), 0)`.mapWith(Number) })
        .from(build.t.tallyMembers)
        .where(and(isOfSubject(build), eq(kind, 'set'), isWithin, isShared(build)));
    },
    values,
  );
  return rows[0]?.n ?? 0;
}
