import { Failure } from '../../kernel/failure.ts';
import { endOf, startOf } from '../../kernel/time.ts';
import { rowById } from '../../platform/engine/rows.ts';
import type { Handle } from '../../platform/engine/tables.ts';
import type { RecordKind } from '../../record/kinds.ts';
import { idReferred, idsReferred } from '../../record/references.ts';
import type { PairBasis, PairFilter } from './pair.ts';
import type { Place } from './place.ts';

export type StanceRow = { claimId: string; questionId: string; stance: string };

/** A statement as far as pairs go. */
export type Candidate = Place & { disputeId: string; sideId: string; speakerId: string; outletId: string };
export type CandidateWithStances = Candidate & { stances: StanceRow[] };

/** The filter with its references resolved: ids, and claims with their questions. */
export type Wanted = {
  disputes: Set<string> | null;
  questions: Set<string> | null;
  claims: { id: string; questionId: string }[] | null;
  sides: Set<string> | null;
  against: Set<string> | null;
  speakers: Set<string> | null;
  outlets: Set<string> | null;
  bases: Set<PairBasis> | null;
  /** Where the range begins, and where it ends (exclusive); empty and `~` where open. */
  from: string;
  until: string;
  isNearest: boolean;
};

/** Fails with `unknown-reference`, and with `invalid` when the range is upside down. */
export async function wantedOf(db: Handle, filter: PairFilter): Promise<Wanted> {
  const referred = async (kind: RecordKind, parameter: string, references: readonly string[] | undefined) =>
    references === undefined ? null : new Set(await idsReferred(db, kind, references, parameter));
  const { dispute, question, claim, side, against, speaker, outlet, basis, from, to, nearest, ...unread } = filter;
  // Does not compile while a filter is declared that is not read.
  unread satisfies Record<string, never>;
  return {
    disputes: await referred('dispute', 'dispute', dispute),
    questions: await referred('question', 'question', question),
    claims: await claimsReferred(db, claim),
    sides: await referred('side', 'side', side),
    against: await referred('side', 'against', against),
    speakers: await referred('speaker', 'speaker', speaker),
    outlets: await referred('outlet', 'outlet', outlet),
    bases: basis === undefined ? null : new Set(basis),
    ...rangeOf(from, to),
    isNearest: nearest,
  };
}

async function claimsReferred(db: Handle, references: readonly string[] | undefined): Promise<Wanted['claims']> {
  if (references === undefined) return null;
  return Promise.all(
    references.map(async (reference) => {
      const id = await idReferred(db, 'claim', reference, 'claim');
      return { id, questionId: (await rowById(db, 'claims', id))?.questionId ?? '' };
    }),
  );
}

/** The sort keys between which a statement is said; fails with `invalid` when the end comes before the start. */
export function rangeOf(from: string | undefined, to: string | undefined): { from: string; until: string } {
  const range = {
    from: from === undefined ? '' : (startOf(from) as string),
    until: to === undefined ? '~' : (endOf(to) as string),
  };
  if (range.from < range.until) return range;
  throw new Failure('invalid', 'from: it is after to.', { faults: [{ pointer: 'from', detail: 'is after to' }] });
}

/** Whether a statement may stand in a pair at all, on either end. */
export function isWanted(
  { disputes, outlets, from, until }: Wanted,
  { sort, disputeId, outletId }: Candidate,
): boolean {
  return (
    sort >= from &&
    sort < until &&
    (disputes === null || disputes.has(disputeId)) &&
    (outlets === null || outlets.has(outletId))
  );
}

export function areSidesWanted({ sides, against }: Wanted, one: string, other: string): boolean {
  if (sides && against) return (sides.has(one) && against.has(other)) || (sides.has(other) && against.has(one));
  const either = sides ?? against;
  return either === null || either.has(one) || either.has(other);
}

export function isSpeakerWanted({ speakers }: Wanted, one: Candidate, other: Candidate): boolean {
  return speakers === null || speakers.has(one.speakerId) || speakers.has(other.speakerId);
}

/**
 * What a right must take a stance on, given a left, so that both answer a question asked for, and moreover one of them
 * a claim asked for: of each demand one claim or question. A demand that names none cannot be met.
 */
export function demandsOnRight({ questions, claims }: Wanted, left: readonly StanceRow[]): Demand[] {
  const isOn = (questionId: string) => left.some((stance) => stance.questionId === questionId);
  const demands: Demand[] = [];
  if (questions) demands.push({ claims: [], questions: [...questions].filter(isOn) });
  if (claims) {
    const answered = claims.filter(({ questionId }) => isOn(questionId));
    const own = answered.filter(({ id }) => left.some(({ claimId }) => claimId === id));
    const others = answered.filter((claim) => !own.includes(claim));
    demands.push({ claims: others.map(({ id }) => id), questions: own.map(({ questionId }) => questionId) });
  }
  return demands;
}

export type Demand = { claims: readonly string[]; questions: readonly string[] };

/** Whether both take a stance on a question asked for, and moreover one of them on a claim asked for. */
export function areStancesWanted(wanted: Wanted, left: readonly StanceRow[], right: readonly StanceRow[]): boolean {
  return demandsOnRight(wanted, left).every(({ claims, questions }) =>
    right.some(({ claimId, questionId }) => claims.includes(claimId) || questions.includes(questionId)),
  );
}
