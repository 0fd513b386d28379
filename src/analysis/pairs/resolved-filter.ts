import { type Dating, daysWithin, instantsAround, type WrittenRange } from '../../kernel/written-date.ts';
import { rowById } from '../../platform/engine/rows.ts';
import type { Handle } from '../../platform/engine/tables.ts';
import type { RecordKind } from '../../record/kinds.ts';
import { idReferred, idsReferred } from '../../record/references.ts';
import { rangeAsked } from '../statements/range.ts';
import type { DatePosition } from './date-position.ts';
import type { PairBasis, PairFilter } from './pair.ts';

export type StanceRow = { claimId: string; questionId: string; stance: string };

/** What its date says, as it was written. */
export type Dated = { saidOn: string; saidAs: Dating };

/** A statement as far as pairs go. */
export type Candidate = DatePosition &
  Dated & { repeatsId: string | null; disputeId: string; sideId: string; speakerId: string; outletId: string };
export type CandidateWithStances = Candidate & { stances: StanceRow[] };

/** The filter with its references resolved: ids, and claims with their questions. */
export type ResolvedFilter = {
  disputes: Set<string> | null;
  questions: Set<string> | null;
  claims: { id: string; questionId: string }[] | null;
  sides: Set<string> | null;
  against: Set<string> | null;
  speakers: Set<string> | null;
  outlets: Set<string> | null;
  bases: Set<PairBasis> | null;
  /** Both are said in this range; null where it is open on both ends. */
  said: WrittenRange | null;
  /** Before and after which sort keys nothing is said in it: the first, and the end (exclusive); empty and `~` where open. */
  from: string;
  until: string;
  isNearest: boolean;
  /** One pair for two utterances: what repeats another is left out. */
  isDistinct: boolean;
};

/** Fails with `unknown-reference`, and with `invalid` when the range is upside down. */
export async function resolveFilter(db: Handle, filter: PairFilter): Promise<ResolvedFilter> {
  const referred = async (kind: RecordKind, parameter: string, references: readonly string[] | undefined) =>
    references === undefined ? null : new Set(await idsReferred(db, kind, references, parameter));
  const { dispute, question, claim, side, against, speaker, outlet, basis, from, to, nearest, distinct, ...unread } =
    filter;
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
    ...saidBetween(from, to),
    isNearest: nearest,
    isDistinct: distinct,
  };
}

async function claimsReferred(
  db: Handle,
  references: readonly string[] | undefined,
): Promise<ResolvedFilter['claims']> {
  if (references === undefined) return null;
  return Promise.all(
    references.map(async (reference) => {
      const id = await idReferred(db, 'claim', reference, 'claim');
      return { id, questionId: (await rowById(db, 'claims', id))?.questionId ?? '' };
    }),
  );
}

/** Fails with `invalid` when the end comes before the start. */
function saidBetween(
  from: string | undefined,
  to: string | undefined,
): Pick<ResolvedFilter, 'said' | 'from' | 'until'> {
  const said = rangeAsked(from, to);
  const { first, end } = instantsAround(said);
  const isOpen = said.from === null && said.to === null;
  return { said: isOpen ? null : said, from: first ?? '', until: end ?? '~' };
}

/** Whether a statement may stand in a pair at all, on either end. */
export function isWanted({ disputes, outlets, said, isDistinct }: ResolvedFilter, candidate: Candidate): boolean {
  return (
    (said === null || isSaidIn(said, candidate)) &&
    !(isDistinct && candidate.repeatsId !== null) &&
    (disputes === null || disputes.has(candidate.disputeId)) &&
    (outlets === null || outlets.has(candidate.outletId))
  );
}

function isSaidIn(said: WrittenRange, { sort, saidOn, saidAs }: Candidate): boolean {
  const { least, most, tooLong } = daysWithin(said);
  const isTime = saidAs === 'time' || saidAs === 'article-time';
  const [since, until] = isTime ? [said.from?.instant, said.to?.instant] : [];
  return (
    (since ? sort >= since : saidOn >= least) && (until ? sort <= until : saidOn <= most && !tooLong.includes(saidOn))
  );
}

export function areSidesWanted({ sides, against }: ResolvedFilter, one: string, other: string): boolean {
  if (sides && against) return (sides.has(one) && against.has(other)) || (sides.has(other) && against.has(one));
  const either = sides ?? against;
  return either === null || either.has(one) || either.has(other);
}

export function isSpeakerWanted({ speakers }: ResolvedFilter, one: Candidate, other: Candidate): boolean {
  return speakers === null || speakers.has(one.speakerId) || speakers.has(other.speakerId);
}

/**
 * What a right must take a stance on, given a left, so that both answer a question asked for, and moreover one of them
 * a claim asked for: of each demand one claim or question. A demand that names none cannot be met.
 */
export function demandsOnRight({ questions, claims }: ResolvedFilter, left: readonly StanceRow[]): Demand[] {
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
export function areStancesWanted(
  wanted: ResolvedFilter,
  left: readonly StanceRow[],
  right: readonly StanceRow[],
): boolean {
  return demandsOnRight(wanted, left).every(({ claims, questions }) =>
    right.some(({ claimId, questionId }) => claims.includes(claimId) || questions.includes(questionId)),
  );
}
