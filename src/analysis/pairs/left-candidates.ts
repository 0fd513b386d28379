import { and, eq, inArray } from 'drizzle-orm';
import type { Handle } from '../../platform/engine/tables.ts';
import { rivalsOf } from '../../record/claims/rival-store.ts';
import type { Stance } from '../../record/statements/statement.ts';
import { comparePlaces, type DatePosition } from './date-position.ts';
import { knownPlaces, readUpTo } from './known-places.ts';
import type { PairBasis } from './pair.ts';
import type { Meter, Ordered } from './reader.ts';
import type { ResolvedFilter } from './resolved-filter.ts';
import { groupReader, linksById, questionReader, statementReader } from './sources.ts';

export type LeftSource = { reader: Ordered<DatePosition> };

/** Statements of one speaker up to which what they answer is read at once. */
const ANSWERS_MAX = 5000;

/** Sources in which every left that the filter wants stands, and as few others as can be. */
export async function leftSources(from: Handle, wanted: ResolvedFilter, meter: Meter): Promise<LeftSource[]> {
  const { speakers, questions, claims, outlets, disputes } = wanted;
  if (speakers) {
    const sources = await Promise.all([...speakers].map((speaker) => sourcesAround(from, speaker, wanted, meter)));
    if (sources.every((around) => around !== null)) return sources.flat();
  }
  const asked = claims ? claims.map(({ questionId }) => questionId) : questions;
  if (asked) return [...new Set(asked)].map((question) => ({ reader: questionReader(from, question, meter) }));
  if (outlets) return [...outlets].map((id) => ({ reader: statementReader(from, 'outletId', id, meter) }));
  if (disputes) return [...disputes].map((id) => ({ reader: statementReader(from, 'disputeId', id, meter) }));
  return [{ reader: statementReader(from, null, null, meter) }];
}

/**
 * The speaker's statements, those they are set against and those they answer, as far as the bases asked for need them;
 * null when the speaker said too much.
 */
async function sourcesAround(
  from: Handle,
  speakerId: string,
  { bases }: ResolvedFilter,
  meter: Meter,
): Promise<LeftSource[] | null> {
  const own = await placesBySpeaker(from, speakerId);
  meter.read += own.length;
  const last = own.at(-1);
  if (own.length > ANSWERS_MAX) return null;
  if (!last) return [];
  const isAsked = (basis: PairBasis) => bases === null || bases.has(basis);
  const answered = isAsked('rebuttal') ? await answeredBy(from, own, meter) : [];
  const groups = await groupsAgainst(from, speakerId, isAsked);
  return [
    { reader: knownPlaces(own) },
    { reader: knownPlaces(answered) },
    ...groups.map((group) => ({ reader: readUpTo(groupReader(from, group, meter), last) })),
  ];
}

async function answeredBy(from: Handle, own: readonly DatePosition[], meter: Meter): Promise<DatePosition[]> {
  const links = await linksById(
    from,
    'statementId',
    own.map(({ id }) => id),
  );
  const answered = [...links.values()].flat().map(({ other }) => other);
  meter.read += answered.length;
  return answered.sort(comparePlaces);
}

function placesBySpeaker(from: Handle, speakerId: string): Promise<DatePosition[]> {
  return from.query(
    'places by a speaker',
    ({ db, t, param, bound }) =>
      db
        .select({ sort: t.statements.saidSort, id: t.statements.id })
        .from(t.statements)
        .where(and(eq(t.statements.speakerId, param('speaker')), eq(t.statements.status, 'published')))
        .orderBy(t.statements.saidSort, t.statements.id)
        .limit(bound('limit')),
    { speaker: speakerId, limit: ANSWERS_MAX + 1 },
  );
}

/** Every group that one of the speaker's statements is set against on one of the bases asked for. */
async function groupsAgainst(from: Handle, speakerId: string, isAsked: (basis: PairBasis) => boolean) {
  if (!isAsked('stance') && !isAsked('counter-claim')) return [];
  const held = await from.query(
    'what a speaker holds',
    ({ db, t, param }) =>
      db
        .selectDistinct({ claimId: t.stances.claimId, stance: t.stances.stance })
        .from(t.stances)
        .where(and(eq(t.stances.speakerId, param('speaker')), inArray(t.stances.stance, ['support', 'deny']))),
    { speaker: speakerId },
  );
  const supported = held.filter(({ stance }) => stance === 'support').map(({ claimId }) => claimId);
  const targets = (isAsked('stance') ? held : []).map(({ claimId, stance }) => ({
    of: { claimId },
    stance: (stance === 'support' ? 'deny' : 'support') as Stance,
  }));
  const rivals = isAsked('counter-claim') ? [...(await rivalsOf(from, supported)).values()] : [];
  const competing = rivals.flatMap(({ named, question, leftOut }) => [
    ...named.map(({ id }) => ({ of: { claimId: id }, stance: 'support' as Stance })),
    ...(question === null ? [] : [{ of: { questionId: question, leftOut }, stance: 'support' as Stance }]),
  ]);
  return [...targets, ...competing].map(({ of, stance }) => ({
    ...of,
    stance,
    sideId: null,
    speakerId: null,
    outlets: null,
    said: null,
    isDistinct: false,
    alsoOn: [],
  }));
}
