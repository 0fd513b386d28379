import type { Handle } from '../../platform/engine/tables.ts';
import type { RebuttalKind } from '../../record/statements/statement.ts';
import { comparePlaces, type DatePosition, END, START } from './date-position.ts';
import { knownPlaces, readAfter } from './known-places.ts';
import { leftSources } from './left-candidates.ts';
import { areOpposite, Opposition } from './opposition.ts';
import type { PairBasis } from './pair.ts';
import { Merge, type Meter, nextAmong, type Ordered, type PlaceReader } from './reader.ts';
import {
  areSidesWanted,
  areStancesWanted,
  type Candidate,
  type CandidateWithStances,
  isSpeakerWanted,
  isWanted,
  type ResolvedFilter,
  type StanceRow,
} from './resolved-filter.ts';
import { candidatesById, type Link, linksById, stancesById } from './sources.ts';

export type FoundPair = { basis: PairBasis; kind: RebuttalKind | null };
/** How far the search has come: all pairs up to `left` and `right` were told. `pair` is the one right there. */
export type Step = { left: DatePosition; right: DatePosition; pair: FoundPair | null };

type Left = CandidateWithStances & { answers: Link[]; answered: Link[] };
type RightSource = { basis: PairBasis; reader: Ordered<DatePosition>; group?: PlaceReader<DatePosition> };

const CHUNK_FIRST = 4;
const CHUNK_MAX = 128;
/** Rows of each group whose stances are read together. */
const AHEAD = 32;

/**
 * The pairs that the filter wants, in order, from a place on. Reads no more than it tells: lefts in small chunks, and
 * for each left its rights from indexes that hold them in order. Steps without a pair say how far it has come.
 */
export class PairSearch {
  readonly opposition: Opposition;
  readonly #from: Handle;
  readonly #wanted: ResolvedFilter;
  readonly #meter: Meter;
  /** Stances that were read ahead. */
  #known = new Map<string, StanceRow[]>();

  constructor(from: Handle, wanted: ResolvedFilter, meter: Meter) {
    this.#from = from;
    this.#wanted = wanted;
    this.#meter = meter;
    this.opposition = new Opposition(from, wanted, meter);
  }

  async *steps(after: { left: DatePosition; right: DatePosition } | null): AsyncGenerator<Step> {
    let place: DatePosition = after?.left ?? { sort: this.#wanted.from, id: '' };
    if (after && comparePlaces(after.right, END) < 0 && !this.#wanted.isNearest) {
      const [left] = await this.#lefts([after.left]);
      if (left) yield* this.#ofLeft(left, after.right);
    }
    const sources = new Merge(await leftSources(this.#from, this.#wanted, this.#meter));
    for (let size = CHUNK_FIRST; ; size = Math.min(size * 2, CHUNK_MAX)) {
      const places = await this.#nextPlaces(sources, place, size);
      for (const left of await this.#lefts(places)) yield* this.#ofLeft(left, START);
      if (places.length < size) return;
      place = places.at(-1) as DatePosition;
      yield { left: place, right: END, pair: null };
    }
  }

  async #nextPlaces(sources: Merge<DatePosition>, after: DatePosition, size: number): Promise<DatePosition[]> {
    const places: DatePosition[] = [];
    for (let place = after; places.length < size; ) {
      const next = await sources.next(place);
      if (!next || next.sort >= this.#wanted.until) break;
      place = next;
      places.push(place);
    }
    return places;
  }

  /** The statements at these places, with what their rights are found by; those left out that the filter does not want. */
  async #lefts(places: readonly DatePosition[]): Promise<Left[]> {
    const ids = places.map(({ id }) => id);
    const candidates = await candidatesById(this.#from, ids);
    const stances = await stancesById(this.#from, ids);
    const answers = await linksById(this.#from, 'rebutsId', ids);
    const answered = await linksById(this.#from, 'statementId', ids);
    for (const rows of [candidates, ...stances.values(), ...answers.values(), ...answered.values()])
      this.#meter.read += 'size' in rows ? rows.size : rows.length;
    const lefts = ids.flatMap((id): Left[] => {
      const candidate = candidates.get(id);
      if (!candidate || !isWanted(this.#wanted, candidate)) return [];
      const of = { stances: stances.get(id) ?? [], answers: answers.get(id) ?? [], answered: answered.get(id) ?? [] };
      return [{ ...candidate, ...of }];
    });
    await this.opposition.prepare(lefts);
    return lefts;
  }

  async *#ofLeft(left: Left, after: DatePosition): AsyncGenerator<Step> {
    if (!this.#wanted.isNearest) {
      yield* this.#rights(left, after);
      return;
    }
    let nearest: Step | null = null;
    for await (const step of this.#rights(left, after)) {
      if (!step.pair) continue;
      if (nearest === null || distance(left, step.right) < distance(left, nearest.right)) nearest = step;
      if (step.right.sort >= left.sort) break;
    }
    if (nearest) yield nearest;
  }

  /** The rights of one left, in order. */
  async *#rights(left: Left, after: DatePosition): AsyncGenerator<Step> {
    const answers = await this.#wantedAnswers(left);
    const linked = new Set([...left.answers, ...left.answered].map(({ other }) => other.id));
    const sources: RightSource[] = [
      ...(answers.size > 0 ? [{ basis: 'rebuttal' as const, reader: knownPlaces(inOrder(answers)) }] : []),
      ...this.opposition
        .against(left)
        .map(({ basis, reader }) => ({ basis, reader: readAfter(reader, left), group: reader })),
    ];
    for (let place = after; sources.length > 0; ) {
      const next = await nextAmong(sources, place);
      if (!next || next.row.sort >= this.#wanted.until) return;
      place = next.row;
      const bases = next.sources.map(({ basis }) => basis);
      const basis = BY_STRENGTH.find((one) => bases.includes(one)) as PairBasis;
      const kind = answers.get(place.id)?.kind ?? null;
      const isPair = basis === 'rebuttal' || (!linked.has(place.id) && (await this.#isStrongest(left, place, sources)));
      yield { left, right: place, pair: isPair ? { basis, kind: basis === 'rebuttal' ? kind : null } : null };
    }
  }

  /** The answers to this left that the filter wants, by id. Where it answers one of them too, the earlier is the left. */
  async #wantedAnswers(left: Left): Promise<Map<string, Link>> {
    if (this.#wanted.bases && !this.#wanted.bases.has('rebuttal')) return new Map();
    const mutual = new Set(left.answered.map(({ other }) => other.id));
    const wanted = left.answers.filter(
      ({ other }) =>
        !(mutual.has(other.id) && comparePlaces(other, left) < 0) &&
        isWanted(this.#wanted, other) &&
        areSidesWanted(this.#wanted, left.sideId, other.sideId) &&
        isSpeakerWanted(this.#wanted, left, other),
    );
    if (!this.#wanted.questions && !this.#wanted.claims) return new Map(wanted.map((link) => [link.other.id, link]));
    const stances = await this.#stancesOf(wanted.map(({ other }) => other));
    const taking = wanted.filter(({ other }) =>
      areStancesWanted(this.#wanted, left.stances, stances.get(other.id) ?? []),
    );
    return new Map(taking.map((link) => [link.other.id, link]));
  }

  /** Of counter-claims alone: whether no stronger basis holds. The groups see to everything else. */
  async #isStrongest(left: Left, right: DatePosition, sources: readonly RightSource[]): Promise<boolean> {
    if (!this.#wanted.bases || this.#wanted.bases.has('stance')) return true;
    if (!this.#known.has(right.id)) {
      const ahead = sources.flatMap(({ group }) => group?.ahead(right, AHEAD) ?? []);
      this.#known = await this.#stancesOf([right, ...ahead]);
    }
    const stances = this.#known.get(right.id) ?? [];
    return !left.stances.some((one) => stances.some((other) => areOpposite(one, other)));
  }

  async #stancesOf(places: readonly DatePosition[]): Promise<Map<string, StanceRow[]>> {
    this.#meter.read += places.length;
    return stancesById(
      this.#from,
      places.map(({ id }) => id),
    );
  }
}

const BY_STRENGTH: readonly PairBasis[] = ['rebuttal', 'stance', 'counter-claim'];

function inOrder(links: ReadonlyMap<string, Link>): Candidate[] {
  return [...links.values()].map(({ other }) => other).sort(comparePlaces);
}

function distance(left: DatePosition, right: DatePosition): number {
  return Math.abs(Date.parse(left.sort) - Date.parse(right.sort));
}
