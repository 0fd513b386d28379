import { and, asc, eq, exists, not, or, type SQL, sql } from 'drizzle-orm';
import type { WrittenRange } from '../../kernel/written-date.ts';
import type { Build } from '../../platform/engine/engine.ts';
import { isAfterPlace, type PartAfter, rowsAfter } from '../../platform/engine/pages.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import { isAgainst } from '../../record/rebuttals/against.ts';
import type { RebuttalKind, Stance } from '../../record/statements/statement.ts';
import { saidColumns, withinRange } from '../statements/range.ts';
import type { DatePosition } from './date-position.ts';
import { type Fetch, type Meter, PlaceReader } from './reader.ts';
import type { Candidate, Demand, StanceRow } from './resolved-filter.ts';

/** Statements that take one stance on a claim, for one side; or on any claim of a question but those left out. */
export type Group = {
  stance: Stance;
  /** Of any side where null. */
  sideId: string | null;
  speakerId: string | null;
  /** Reported by one of these outlets; by any where null. */
  outlets: readonly string[] | null;
  said: WrittenRange | null;
  /** Whether what repeats another is left out. */
  isDistinct: boolean;
  /** Moreover they take a stance on one of the claims or questions of each. */
  alsoOn: readonly Demand[];
} & ({ claimId: string } | { questionId: string; leftOut: ReadonlySet<string> });

/** The published statements of a group, in order. */
export function groupReader(from: Handle, group: Group, meter: Meter): PlaceReader<DatePosition> {
  const isOfClaim = 'claimId' in group;
  const said = group.said === null ? [] : withinRange('said', saidColumns('stances'), group.said);
  const values = {
    ...Object.assign({}, ...said.map((condition) => condition.values)),
    stance: group.stance,
    ...(group.sideId !== null && { side: group.sideId }),
    ...(group.speakerId !== null && { speaker: group.speakerId }),
    ...(isOfClaim ? { claim: group.claimId } : { question: group.questionId, leftOut: [...group.leftOut] }),
    ...(group.outlets && { outlets: group.outlets }),
    ...Object.fromEntries(
      group.alsoOn.flatMap(({ claims, questions }, at) => [
        [`claims${at}`, claims],
        [`questions${at}`, questions],
      ]),
    ),
  };
  const name = [
    `group of ${isOfClaim ? 'claim' : 'question'}`,
    group.speakerId === null ? '' : 'by speaker',
    group.sideId === null ? '' : 'for side',
    group.outlets === null ? '' : 'in outlets',
    group.isDistinct ? 'distinct' : '',
    ...said.map((condition) => condition.name),
    `also ${group.alsoOn.length}`,
  ].join(' ');
  return stanceReader(from, name, values, meter, (build) => {
    const { t, param, oneOf } = build;
    return [
      sql`${t.stances.stance} = ${param('stance')}`,
      group.sideId === null ? undefined : sql`${t.stances.sideId} = ${param('side')}`,
      group.speakerId === null ? undefined : sql`${t.stances.speakerId} = ${param('speaker')}`,
      group.outlets === null ? undefined : oneOf(t.stances.outletId, 'outlets'),
      isOfClaim
        ? sql`${t.stances.claimId} = ${param('claim')}`
        : and(sql`${t.stances.questionId} = ${param('question')}`, not(oneOf(t.stances.claimId, 'leftOut'))),
      group.isDistinct ? sql`${t.stances.utteranceId} = ${t.stances.statementId}` : undefined,
      ...said.map((condition) => condition.holds(build)),
      ...group.alsoOn.map((_, at) => isAlsoOn(build, at)),
    ];
  });
}

function isAlsoOn({ db, t, alias, oneOf }: Build<Tables>, at: number): SQL {
  const other = alias(t.stances, `others${at}`);
  const taken = and(
    eq(other.statementId, t.stances.statementId),
    or(oneOf(other.claimId, `claims${at}`), oneOf(other.questionId, `questions${at}`)),
  );
  return exists(db.select({ one: sql`1` }).from(other).where(taken));
}

/** The published statements that take a stance on a question, in order. */
export function questionReader(from: Handle, questionId: string, meter: Meter): PlaceReader<DatePosition> {
  return stanceReader(from, 'stances on a question', { question: questionId }, meter, ({ t, param }) => [
    sql`${t.stances.questionId} = ${param('question')}`,
  ]);
}

function stanceReader(
  from: Handle,
  name: string,
  values: Record<string, unknown>,
  meter: Meter,
  conditions: (build: Build<Tables>) => (SQL | undefined)[],
): PlaceReader<DatePosition> {
  const fetch: Fetch<DatePosition> = (after, limit) =>
    from.query(
      `places of ${name}`,
      (build) => {
        const { db, t, param } = build;
        const isAfter = sql`(${t.stances.saidSort}, ${t.stances.statementId}) > (${param('afterSort')}, ${param('afterId')})`;
        return db
          .select({ sort: t.stances.saidSort, id: t.stances.statementId })
          .from(t.stances)
          .where(and(...conditions(build), eq(t.stances.status, 'published'), isAfter))
          .orderBy(asc(t.stances.saidSort), asc(t.stances.statementId))
          .limit(build.bound('limit'));
      },
      { ...values, afterSort: after.sort, afterId: after.id, limit },
    );
  return new PlaceReader(fetch, meter);
}

/** All published statements, or those of a dispute or an outlet, or by a speaker, in order. */
export function statementReader(
  from: Handle,
  by: 'disputeId' | 'outletId' | 'speakerId' | null,
  value: string | null,
  meter: Meter,
): PlaceReader<DatePosition> {
  const readPart = (after: DatePosition, part: PartAfter, limit: number) =>
    from.query(
      `places of statements by ${by} after ${part}`,
      (build) => {
        const { db, t, param, bound } = build;
        const { id, saidSort } = t.statements;
        const isAfter = isAfterPlace(build, part, [saidSort, 'afterSort'], [id, 'afterId'], 'asc');
        return db
          .select({ sort: t.statements.saidSort, id: t.statements.id })
          .from(t.statements)
          .where(
            and(
              by === null ? undefined : sql`${t.statements[by]} = ${param('value')}`,
              eq(t.statements.status, 'published'),
              isAfter,
            ),
          )
          .orderBy(asc(t.statements.saidSort), asc(t.statements.id))
          .limit(bound('limit'));
      },
      { value, afterSort: after.sort, afterId: after.id, limit },
    );
  const fetch: Fetch<DatePosition> = (after, limit) =>
    rowsAfter(from, limit, (part, rows) => readPart(after, part, rows));
  return new PlaceReader(fetch, meter);
}

/** The statements themselves, by id. */
export async function candidatesById(from: Handle, ids: readonly string[]): Promise<Map<string, Candidate>> {
  if (ids.length === 0) return new Map();
  const rows = await from.query(
    'candidates for pairs',
    ({ db, t, oneOf }) =>
      db
        .select({
          id: t.statements.id,
          sort: t.statements.saidSort,
          saidOn: t.statements.saidOn,
          saidAs: t.statements.saidAs,
          repeatsId: t.statements.repeatsId,
          disputeId: t.statements.disputeId,
          sideId: t.statements.sideId,
          speakerId: t.statements.speakerId,
          outletId: t.statements.outletId,
        })
        .from(t.statements)
        .where(oneOf(t.statements.id, 'ids')),
    { ids: [...ids] },
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Every stance that the statements take, by the statement's id. */
export async function stancesById(from: Handle, ids: readonly string[]): Promise<Map<string, StanceRow[]>> {
  if (ids.length === 0) return new Map();
  const rows = await from.query(
    'stances for pairs',
    ({ db, t, oneOf }) =>
      db
        .select({
          id: t.stances.statementId,
          claimId: t.stances.claimId,
          questionId: t.stances.questionId,
          stance: t.stances.stance,
        })
        .from(t.stances)
        .where(oneOf(t.stances.statementId, 'ids')),
    { ids: [...ids] },
  );
  return Map.groupBy(rows, ({ id }) => id) as Map<string, StanceRow[]>;
}

export type Link = { kind: RebuttalKind; other: Candidate };

/** Rebuttals that set themselves against what they answer, at one end of which the statements stand; the other end is published. */
export async function linksById(
  from: Handle,
  end: 'rebutsId' | 'statementId',
  ids: readonly string[],
): Promise<Map<string, Link[]>> {
  if (ids.length === 0) return new Map();
  const rows = await from.query(
    `links for pairs by ${end}`,
    ({ db, t, oneOf }) => {
      const far = end === 'rebutsId' ? t.rebuttals.statementId : t.rebuttals.rebutsId;
      return db
        .select({
          near: t.rebuttals[end],
          kind: t.rebuttals.kind,
          id: t.statements.id,
          sort: t.statements.saidSort,
          saidOn: t.statements.saidOn,
          saidAs: t.statements.saidAs,
          repeatsId: t.statements.repeatsId,
          disputeId: t.statements.disputeId,
          sideId: t.statements.sideId,
          speakerId: t.statements.speakerId,
          outletId: t.statements.outletId,
        })
        .from(t.rebuttals)
        .innerJoin(t.statements, eq(t.statements.id, far))
        .where(and(oneOf(t.rebuttals[end], 'ids'), isAgainst(t.rebuttals.kind), eq(t.statements.status, 'published')));
    },
    { ids: [...ids] },
  );
  return new Map(
    [...Map.groupBy(rows, ({ near }) => near)].map(([near, links]) => [
      near,
      links.map(({ near: _, kind, ...other }) => ({ kind, other })),
    ]),
  );
}
