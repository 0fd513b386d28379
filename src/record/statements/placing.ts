import { eq } from 'drizzle-orm';
import type { RowOf } from '../../history/record.ts';
import { Failure, within } from '../../kernel/failure.ts';
import { rowToRefer } from '../../platform/engine/rows.ts';
import type { Tx } from '../../platform/engine/tables.ts';
import { claimReferred, mergeTargetsOf } from '../claims/merge-targets.ts';
import { idReferred } from '../references.ts';
import { UNKNOWN_SIDE, unknownSide } from '../sides/unknown-side.ts';
import { type AffiliationState, affiliationsIn, titleIn } from '../speakers/speaker.ts';
import { stancesAsTheyStand } from './merging.ts';
import type { RebuttalKind, Stance, StanceState } from './statement.ts';

export type ClaimRow = RowOf<'claim'>;
export type StatementRow = RowOf<'statement'>;
export type Rebuts = { statement: StatementRow; kind: RebuttalKind; note: string | null };
export type StanceOnClaim = { claim: ClaimRow; stance: Stance };
/** Stances on claims as they stand, and how a statement's row keeps them. */
export type StancesTaken = { stances: StanceOnClaim[]; columns: Pick<StatementRow, 'stances' | 'ownStances'> };

/**
 * The claims that stances are taken on. Of a statement that is revised, a stance which stays what it was keeps the claim
 * that it was written for, wherever that was merged.
 *
 * Fails with `unknown-reference`, and with `unprocessable` for a claim named twice.
 */
export async function stancesReferred(
  tx: Tx,
  stances: readonly { claim: string; stance: Stance }[],
  before: StatementRow | null = null,
): Promise<StancesTaken> {
  const own: StanceState[] = [];
  const named = new Set<string>();
  const kept = new Set<string>();
  const standing = new Map<string, ClaimRow>();
  const written = before?.ownStances ?? null;
  const placeOf = await mergeTargetsOf(tx, written?.map(({ claim }) => claim) ?? []);
  for (const [at, { claim, stance }] of stances.entries()) {
    const pointer = `/stances/${at}/claim`;
    const { ownId, standing: row } = await claimReferred(tx, claim, pointer);
    if (named.has(ownId)) throw refusal('unprocessable', pointer, 'this claim is named twice');
    named.add(ownId);
    standing.set(row.id, row);
    const isKept = ownId === row.id && before?.stances.some((one) => one.claim === ownId && one.stance === stance);
    const merged = isKept ? (written ?? []).filter((one) => placeOf(one.claim).root === ownId) : [];
    for (const one of merged) kept.add(one.claim);
    if (merged.length === 0 || merged.some((one) => one.claim === ownId)) own.push({ claim: ownId, stance });
  }
  const states = withKept(own, written ?? [], kept);
  const columns = stancesAsTheyStand(
    states,
    await mergeTargetsOf(
      tx,
      states.map(({ claim }) => claim),
    ),
  );
  const taken = columns.stances.map(({ claim, stance }) => ({ claim: standing.get(claim) as ClaimRow, stance }));
  return { stances: taken, columns };
}

/** With those that are kept, each where it was written: after what was written before it. */
function withKept(
  own: readonly StanceState[],
  written: readonly StanceState[],
  kept: ReadonlySet<string>,
): StanceState[] {
  const states = [...own];
  for (const [at, one] of written.entries()) {
    if (!kept.has(one.claim) || states.some(({ claim }) => claim === one.claim)) continue;
    const before = new Set(written.slice(0, at).map(({ claim }) => claim));
    states.splice(states.findLastIndex(({ claim }) => before.has(claim)) + 1, 0, one);
  }
  return states;
}

/** The statements that are answered. Fails with `unknown-reference`, and with `unprocessable` for one named twice or itself. */
export async function rebutsReferred(
  tx: Tx,
  rebuts: readonly { statement: string; kind: RebuttalKind; note: string | null }[],
  self: string | null,
): Promise<Rebuts[]> {
  const answered: Rebuts[] = [];
  for (const [at, { statement, kind, note }] of rebuts.entries()) {
    const pointer = `/rebuts/${at}/statement`;
    const row = await statementReferred(tx, statement, pointer);
    if (row.id === self) throw refusal('unprocessable', pointer, 'a statement does not rebut itself');
    if (answered.some((earlier) => earlier.statement.id === row.id))
      throw refusal('unprocessable', pointer, 'this statement is named twice');
    answered.push({ statement: row, kind, note });
  }
  return answered;
}

/**
 * The statement, which stays as it is until this transaction ends. Fails with `unknown-reference` when there is none, or
 * it was withdrawn.
 */
export async function statementReferred(tx: Tx, reference: string, pointer: string): Promise<StatementRow> {
  const id = await idReferred(tx, 'statement', reference, pointer);
  const row = (await rowToRefer(tx, 'statements', id)) as StatementRow;
  if (row.status === 'withdrawn') throw refusal('unknown-reference', pointer, `the statement ${row.id} was withdrawn`);
  return row;
}

/** For what is said publicly of a statement: fails with `unprocessable` for a draft, which is revised instead. */
export async function publishedReferred(tx: Tx, reference: string, pointer: string): Promise<StatementRow> {
  const row = await statementReferred(tx, reference, pointer);
  if (row.status === 'draft') throw refusal('unprocessable', pointer, `the statement ${row.id} is not published yet`);
  return row;
}

/** What a statement's dispute, side and title are inferred from and checked against. */
export type Evidence = {
  disputeId: string | null;
  sideId: string | null;
  affiliations: readonly AffiliationState[];
  /** `saidAt`, else the article's date. */
  date: string;
  stances: readonly StanceOnClaim[];
  rebuts: readonly Rebuts[];
  /** Whether it is kept without a side where none is known. */
  mayLackSide: boolean;
};

/**
 * Where a statement belongs: its dispute (given, else that of its stances, else of what it rebuts, else the only one
 * its side takes part in), its side (given, else that of the affiliations in force, of several the only one that takes part
 * in the dispute), and the title in force; none when it changed in the time that the date covers.
 *
 * Fails with `side-unknown`, `dispute-unknown` and `wrong-dispute`.
 */
export async function placeStatement(
  tx: Tx,
  evidence: Evidence,
): Promise<{ disputeId: string; sideId: string; title: string | null }> {
  const { stances, rebuts, affiliations, date } = evidence;
  const inForce = affiliationsIn(affiliations, date);
  const known = evidence.disputeId ?? stances[0]?.claim.disputeId ?? rebuts[0]?.statement.disputeId ?? null;
  const sideId = evidence.sideId ?? (await sideInForce(tx, inForce, known, evidence.mayLackSide));
  const disputeId = known ?? (await onlyDisputeOf(tx, sideId));
  for (const [at, { claim }] of stances.entries()) {
    if (claim.disputeId !== disputeId)
      throw refusal('wrong-dispute', `/stances/${at}/claim`, `the claim "${claim.slug}" belongs to another dispute`);
  }
  for (const [at, { statement }] of rebuts.entries()) {
    if (statement.disputeId !== disputeId)
      throw refusal(
        'wrong-dispute',
        `/rebuts/${at}/statement`,
        `the statement ${statement.id} belongs to another dispute`,
      );
  }
  if (sideId === UNKNOWN_SIDE) return { disputeId, sideId, title: null };
  if (!(await sidesOf(tx, disputeId)).includes(sideId)) {
    if (evidence.mayLackSide && evidence.sideId === null)
      return { disputeId, sideId: await unknownSide(tx), title: null };
    throw refusal(
      'wrong-dispute',
      '/side',
      `the side ${sideId} does not take part in the dispute ${disputeId}; add it there first`,
    );
  }
  return { disputeId, sideId, title: titleIn(affiliations, sideId, date) };
}

async function sideInForce(
  tx: Tx,
  inForce: readonly AffiliationState[],
  disputeId: string | null,
  mayLack: boolean,
): Promise<string> {
  const sides = [...new Set(inForce.map(({ side }) => side))];
  const taking = disputeId === null ? null : await sidesOf(tx, disputeId);
  const fitting = taking === null || sides.length < 2 ? sides : sides.filter((side) => taking.includes(side));
  if (fitting.length === 1) return fitting[0] as string;
  if (mayLack) return unknownSide(tx);
  const why =
    sides.length === 0
      ? 'the speaker has no affiliation in force in that time'
      : 'the speaker spoke for several sides in that time';
  throw refusal('side-unknown', '/side', `${why}; say the side, or add the affiliation`, { candidates: sides });
}

async function onlyDisputeOf(tx: Tx, sideId: string): Promise<string> {
  const rows = await tx.lookUp(
    'disputes of a side',
    ({ db, t, param }) =>
      db
        .select({ id: t.disputeSides.disputeId })
        .from(t.disputeSides)
        .where(eq(t.disputeSides.sideId, param('side')))
        .limit(2),
    { side: sideId },
  );
  if (rows.length === 1) return (rows[0] as { id: string }).id;
  const why = rows.length === 0 ? 'its side takes part in no dispute' : 'its side takes part in several disputes';
  throw refusal('dispute-unknown', '/dispute', `${why}; say the dispute, or a stance on one of its claims`);
}

/** The sides that take part in the dispute until this transaction ends. */
async function sidesOf(tx: Tx, disputeId: string): Promise<string[]> {
  const dispute = await rowToRefer(tx, 'disputes', disputeId);
  return (dispute?.sides ?? []).map(({ side }) => side);
}

export function refusal(code: Failure['code'], pointer: string, detail: string, help: object = {}): Failure {
  return new Failure(code, `${pointer}: ${detail}.`, { faults: [{ pointer, detail }], help });
}

/** Runs a part of a request whose faults stand under `pointer`. */
export async function under<Result>(pointer: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw error instanceof Failure && pointer !== '' ? within(pointer, error) : error;
  }
}

/** The faults of a statement that does not fit together. */
const UNFIT: ReadonlySet<string> = new Set(['wrong-dispute', 'side-unknown', 'dispute-unknown', 'unprocessable']);

/** Runs what finds faults in other members of the body than where they lie; `placeOf` says where, or null where it does. */
export async function pointedElsewhere<Result>(
  placeOf: (pointer: string) => string | null,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    const [fault] = error instanceof Failure && UNFIT.has(error.code) ? error.faults : [];
    const place = fault ? placeOf(fault.pointer) : null;
    if (!fault || place === null) throw error;
    const { code, help } = error as Failure;
    throw refusal(code, place, fault.detail, help);
  }
}
