import { z } from 'zod';
import { entityShape, Reference } from '../../kernel/entity.ts';
import { idOf } from '../../kernel/id.ts';
import { Similar } from '../../kernel/similar.ts';
import { Slug } from '../../kernel/slug.ts';
import { lineUpTo } from '../../kernel/text.ts';
import { endOf, PartialDate, startOf } from '../../kernel/time.ts';
import { firstDayOf, isTimed, lastDayOf, rangeWritten } from '../../kernel/written-date.ts';
import { SideBrief } from '../sides/side.ts';

export const SpeakerKind = z.enum(['person', 'organization', 'unattributed']).meta({ id: 'SpeakerKind' });
export type SpeakerKind = z.infer<typeof SpeakerKind>;

const Title = lineUpTo(300);
const Wikidata = z
  .string()
  .regex(/^Q[1-9]\d{0,11}$/, 'must be a Wikidata item, such as Q214378')
  .meta({ examples: ['Q214378'] });

/** How a speaker's row keeps an affiliation. */
export type AffiliationState = { title: string | null; side: string; from: string | null; until: string | null };

/** Who spoke for which side, under which title, from when until when (both inclusive; open where null). */
export const Affiliation = z
  .strictObject({
    title: Title.nullable(),
    side: SideBrief,
    from: PartialDate.nullable(),
    until: PartialDate.nullable(),
  })
  .meta({ id: 'Affiliation' });

/**
 * A person or organization to whom words are attributed.
 *
 * A statement keeps the side and title that were in force when the words were said, so a speaker can change sides
 * without rewriting the past.
 */
export const Speaker = z
  .strictObject({
    ...entityShape('speaker'),
    slug: Slug,
    name: lineUpTo(200),
    kind: SpeakerKind,
    aliases: z.array(lineUpTo(200)).max(100),
    wikidata: Wikidata.nullable(),
    affiliations: z.array(Affiliation),
    similar: Similar.optional(),
  })
  .meta({ id: 'Speaker' });
export type Speaker = z.infer<typeof Speaker>;

export const NewAffiliation = z
  .strictObject({
    side: Reference,
    title: Title.nullable().default(null),
    from: PartialDate.nullable().default(null),
    until: PartialDate.nullable().default(null),
  })
  .refine(({ from, until }) => from === null || until === null || isOrdered(from, until), {
    path: ['until'],
    message: 'must not be before `from`',
  })
  .meta({ id: 'NewAffiliation' });

export const NewSpeaker = z.strictObject({
  name: Speaker.shape.name,
  slug: Slug.optional(),
  kind: SpeakerKind.default('person'),
  aliases: Speaker.shape.aliases.default([]),
  wikidata: Wikidata.nullable().default(null),
  affiliations: z.array(NewAffiliation).max(100).default([]),
});
export type NewSpeaker = z.infer<typeof NewSpeaker>;

/** A speaker as other answers name it; `title` is the one in force when the words were said. */
export const SpeakerBrief = z
  .strictObject({ id: idOf('speaker'), slug: Slug, name: Speaker.shape.name, title: Title.nullable() })
  .meta({ id: 'SpeakerBrief' });
export type SpeakerBrief = z.infer<typeof SpeakerBrief>;

/** A speaker apart from any words. */
export const NamedSpeaker = SpeakerBrief.omit({ title: true }).meta({ id: 'NamedSpeaker' });

/**
 * The affiliations in force at any moment of the time that a partial date covers, by its own calendar: of a time with its
 * offset on the day that it gives. Where they are to several sides, since the speaker spoke for these at once or changed
 * from one to the other in between, nothing tells which of them was meant.
 */
export function affiliationsIn(affiliations: readonly AffiliationState[], date: string): AffiliationState[] {
  const [start, end] = [firstMoment(date), lastMoment(date)];
  return affiliations.filter(
    ({ from, until }) =>
      (from === null || compareMoments(firstMoment(from), end) <= 0) &&
      (until === null || compareMoments(start, lastMoment(until)) <= 0),
  );
}

/**
 * The title under which the speaker spoke for the side in that time: at each moment that of the affiliation which began
 * latest; null where it changed in between, or two began together.
 */
export function titleIn(affiliations: readonly AffiliationState[], side: string, date: string): string | null {
  const inForce = affiliationsIn(affiliations, date).filter((affiliation) => affiliation.side === side);
  const [start, end] = [firstMoment(date), lastMoment(date)];
  const turns = inForce.flatMap(({ from, until }) => [
    ...(from === null ? [] : [firstMoment(from)]),
    ...(until === null ? [] : [momentAfter(lastMoment(until))]),
  ]);
  const within = turns.filter((turn) => compareMoments(start, turn) < 0 && compareMoments(turn, end) <= 0);
  const titles = new Set([start, ...within].flatMap((moment) => latestAt(inForce, moment)).map(({ title }) => title));
  const [title = null] = titles.size === 1 ? titles : [];
  return title;
}

function latestAt(affiliations: readonly AffiliationState[], moment: Moment): AffiliationState[] {
  const inForce = affiliations
    .map((affiliation) => ({ affiliation, begin: firstMoment(affiliation.from ?? '0001') }))
    .filter(
      ({ affiliation: { until }, begin }) =>
        compareMoments(begin, moment) <= 0 && (until === null || compareMoments(moment, lastMoment(until)) <= 0),
    );
  return inForce
    .filter(({ begin }) => inForce.every((other) => compareMoments(begin, other.begin) >= 0))
    .map(({ affiliation }) => affiliation);
}

/** What a clock shows where the date was written, and the instant where the date tells it; both as UTC is written. */
type Moment = { clock: string; instant: string | null };

function firstMoment(date: string): Moment {
  return isTimed(date) ? momentOf(date) : { clock: `${firstDayOf(date)}T00:00:00.000Z`, instant: null };
}

function lastMoment(date: string): Moment {
  return isTimed(date) ? momentOf(date) : { clock: `${lastDayOf(date)}T23:59:59.999Z`, instant: null };
}

function momentOf(time: string): Moment {
  return { clock: startOf(time.replace(OFFSET, 'Z')) as string, instant: startOf(time) };
}

function momentAfter({ clock, instant }: Moment): Moment {
  return { clock: endOf(clock) as string, instant: instant && endOf(instant) };
}

/** By instants where both have one, else by what clocks show. */
function compareMoments(one: Moment, other: Moment): number {
  const [a, b] =
    one.instant !== null && other.instant !== null ? [one.instant, other.instant] : [one.clock, other.clock];
  return a === b ? 0 : a < b ? -1 : 1;
}

const OFFSET = /(Z|[+-]\d{2}:\d{2})$/;

function isOrdered(from: string, until: string): boolean {
  return startOf(from) === null || endOf(until) === null || rangeWritten(from, until) !== null;
}
