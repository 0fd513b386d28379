import { eq } from 'drizzle-orm';
import type { Handle } from '../../platform/engine/tables.ts';
import { type Rivals, rivalsOf } from '../../record/claims/rival-store.ts';
import type { DatePosition } from './date-position.ts';
import type { Meter, PlaceReader } from './reader.ts';
import {
  areSidesWanted,
  type CandidateWithStances,
  type Demand,
  demandsOnRight,
  type ResolvedFilter,
  type StanceRow,
} from './resolved-filter.ts';
import { type Group, groupReader } from './sources.ts';

/** A group of statements set against a left one, and why. */
export type Opposed = { basis: 'stance' | 'counter-claim'; reader: PlaceReader<DatePosition> };

/** Finds the groups of statements that are set against others, and shares their readers among all lefts of one request. */
export class Opposition {
  readonly #from: Handle;
  readonly #wanted: ResolvedFilter;
  readonly #meter: Meter;
  readonly #rivals = new Map<string, Rivals>();
  readonly #sides = new Map<string, string[]>();
  readonly #readers = new Map<string, PlaceReader<DatePosition>>();

  constructor(from: Handle, wanted: ResolvedFilter, meter: Meter) {
    this.#from = from;
    this.#wanted = wanted;
    this.#meter = meter;
  }

  /** Reads what the groups of these statements are found by. */
  async prepare(lefts: readonly CandidateWithStances[]): Promise<void> {
    const supported = lefts.flatMap(({ stances }) => stances.filter(({ stance }) => stance === 'support'));
    const unknown = new Set(supported.map(({ claimId }) => claimId).filter((id) => !this.#rivals.has(id)));
    if (unknown.size > 0)
      for (const [id, rivals] of await rivalsOf(this.#from, [...unknown])) this.#rivals.set(id, rivals);
    for (const { disputeId } of lefts)
      if (!this.#sides.has(disputeId)) this.#sides.set(disputeId, await sidesOf(this.#from, disputeId));
  }

  /** The groups in which a right of this left may stand, each once with its strongest basis. */
  against(left: CandidateWithStances): Opposed[] {
    const opposed = new Map<PlaceReader<DatePosition>, Opposed>();
    for (const basis of ['stance', 'counter-claim'] as const) {
      if (this.#wanted.bases && !this.#wanted.bases.has(basis)) continue;
      for (const group of this.#groups(left, basis)) {
        const reader = this.#readerOf(group);
        if (!opposed.has(reader)) opposed.set(reader, { basis, reader });
      }
    }
    return [...opposed.values()];
  }

  /** The question on which they are opposed, else on which they support competing claims, else any that both answer. */
  sharedQuestion(left: readonly StanceRow[], right: readonly StanceRow[]): string | null {
    const shared = left.flatMap((one) =>
      right.filter((other) => other.questionId === one.questionId).map((other) => ({ one, other })),
    );
    shared.sort((a, b) => (a.one.questionId < b.one.questionId ? -1 : a.one.questionId > b.one.questionId ? 1 : 0));
    const opposed =
      shared.find(({ one, other }) => areOpposite(one, other)) ??
      shared.find(({ one, other }) => this.#areCompeting(one, other)) ??
      shared[0];
    return opposed?.one.questionId ?? null;
  }

  #areCompeting(one: StanceRow, other: StanceRow): boolean {
    if (one.stance !== 'support' || other.stance !== 'support') return false;
    const rivals = this.#rivals.get(one.claimId);
    if (!rivals) return false;
    const isInQuestion = rivals.question === other.questionId && !rivals.leftOut.has(other.claimId);
    return isInQuestion || rivals.named.some(({ id }) => id === other.claimId);
  }

  *#groups(left: CandidateWithStances, basis: Opposed['basis']): Generator<Group> {
    const sides = (this.#sides.get(left.disputeId) ?? []).filter(
      (side) => side !== left.sideId && areSidesWanted(this.#wanted, left.sideId, side),
    );
    const { speakers } = this.#wanted;
    const bySpeakers = speakers === null || speakers.has(left.speakerId) ? [null] : [...speakers];
    const { said, isDistinct } = this.#wanted;
    const outlets = this.#wanted.outlets && [...this.#wanted.outlets];
    const demands = demandsOnRight(this.#wanted, left.stances);
    if (demands.some(({ claims, questions }) => claims.length + questions.length === 0)) return;
    for (const { of, stance, questionId } of this.#targets(left, basis)) {
      const isMet = ({ claims, questions }: Demand) =>
        questions.includes(questionId) || ('claimId' in of && claims.includes(of.claimId));
      const alsoOn = demands.filter((demand) => !isMet(demand));
      for (const sideId of sides)
        for (const speakerId of bySpeakers)
          yield { ...of, stance, sideId, speakerId, outlets, said, isDistinct, alsoOn };
    }
  }

  *#targets({ stances }: CandidateWithStances, basis: Opposed['basis']): Generator<Target> {
    for (const { claimId, questionId, stance } of stances) {
      if (stance !== 'support' && stance !== 'deny') continue;
      if (basis === 'stance') {
        yield { of: { claimId }, questionId, stance: stance === 'support' ? 'deny' : 'support' };
        continue;
      }
      const rivals = stance === 'support' ? this.#rivals.get(claimId) : undefined;
      for (const rival of rivals?.named ?? [])
        yield { of: { claimId: rival.id }, questionId: rival.questionId, stance: 'support' };
      if (rivals && rivals.question !== null)
        yield { of: { questionId, leftOut: rivals.leftOut }, questionId, stance: 'support' };
    }
  }

  #readerOf(group: Group): PlaceReader<DatePosition> {
    const key = JSON.stringify({ ...group, leftOut: 'leftOut' in group ? [...group.leftOut] : null });
    const known = this.#readers.get(key);
    if (known) return known;
    const reader = groupReader(this.#from, group, this.#meter);
    this.#readers.set(key, reader);
    return reader;
  }
}

type Target = {
  of: { claimId: string } | { questionId: string; leftOut: ReadonlySet<string> };
  questionId: string;
  stance: 'support' | 'deny';
};

/** One supports and one denies the same claim. */
export function areOpposite(one: StanceRow, other: StanceRow): boolean {
  return (
    one.claimId === other.claimId &&
    ((one.stance === 'support' && other.stance === 'deny') || (one.stance === 'deny' && other.stance === 'support'))
  );
}

async function sidesOf(from: Handle, disputeId: string): Promise<string[]> {
  const rows = await from.query(
    'sides of a dispute for pairs',
    ({ db, t, param }) =>
      db
        .select({ id: t.disputeSides.sideId })
        .from(t.disputeSides)
        .where(eq(t.disputeSides.disputeId, param('dispute'))),
    { dispute: disputeId },
  );
  return rows.map(({ id }) => id);
}
