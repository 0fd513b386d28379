import { z } from 'zod';
import { entityShape, Reference } from '../../kernel/entity.ts';
import { idOf } from '../../kernel/id.ts';
import { Slug } from '../../kernel/slug.ts';
import { lineUpTo } from '../../kernel/text.ts';
import { endOf, PartialDate, startOf } from '../../kernel/time.ts';
import { daysWritten, firstDayOf, isTimed, lastDayOf, rangeWritten, shiftedDay } from '../../kernel/written-date.ts';
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

/**
 * The affiliations in force in the time that a partial date covers, by its own calendar: of a time with its offset on the
 * day that it gives. Where several to one side are in force at one moment, the one that began latest. More than one is left
 * when the speaker spoke for several sides at once, or changed sides in between: then nothing tells which of them was meant.
 */
export function affiliationsIn(affiliations: readonly AffiliationState[], date: string): AffiliationState[] {
  const terms = affiliations.map((affiliation) => ({ affiliation, ...termOf(affiliation) }));
  const [start, end] = [timeOn(date, 'first'), timeOn(date, 'last')];
  const turns = terms
    .flatMap(({ from, until }) => [from, isTimed(until) ? until : shiftedDay(until, 1)])
    .filter((turn) => compareTimes(start, turn) < 0 && compareTimes(turn, end) <= 0);
  const inForce = new Set([start, ...turns].flatMap((moment) => affiliationsAt(terms, moment)));
  return affiliations.filter((affiliation) => inForce.has(affiliation));
}

type Term = { affiliation: AffiliationState; from: string; until: string };

/** A time as it is written, else the first or the last day of a date. */
function timeOn(date: string, which: 'first' | 'last'): string {
  if (isTimed(date)) return date;
  return which === 'first' ? firstDayOf(date) : lastDayOf(date);
}

function termOf({ from, until }: AffiliationState): { from: string; until: string } {
  return {
    from: from === null ? '0001-01-01' : timeOn(from, 'first'),
    until: until === null ? '9999-12-31' : timeOn(until, 'last'),
  };
}

/** By instants where both are times, else by days. */
function compareTimes(one: string, other: string): number {
  const [a, b] =
    isTimed(one) && isTimed(other)
      ? [startOf(one) as string, startOf(other) as string]
      : [daysWritten(one), daysWritten(other)];
  return a === b ? 0 : a < b ? -1 : 1;
}

function affiliationsAt(terms: readonly Term[], moment: string): AffiliationState[] {
  const inForce = terms.filter(
    ({ from, until }) => compareTimes(from, moment) <= 0 && compareTimes(moment, until) <= 0,
  );
  return [...Map.groupBy(inForce, ({ affiliation }) => affiliation.side).values()].flatMap((ofSide) => {
    const latest = ofSide.reduce((one, other) => (compareTimes(other.from, one.from) > 0 ? other : one));
    return ofSide.filter(({ from }) => compareTimes(from, latest.from) === 0).map(({ affiliation }) => affiliation);
  });
}

function isOrdered(from: string, until: string): boolean {
  return startOf(from) === null || endOf(until) === null || rangeWritten(from, until) !== null;
}
