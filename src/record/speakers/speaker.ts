import { z } from 'zod';
import { entityShape, Reference } from '../../kernel/entity.ts';
import { idOf } from '../../kernel/id.ts';
import { Similar } from '../../kernel/similar.ts';
import { Slug } from '../../kernel/slug.ts';
import { lineUpTo } from '../../kernel/text.ts';
import { endOf, PartialDate, startOf } from '../../kernel/time.ts';
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

/**
 * The affiliations in force at any moment of the time that a partial date covers. Where they are to several sides, since
 * the speaker spoke for these at once or changed from one to the other in between, nothing tells which of them was meant.
 */
export function affiliationsIn(affiliations: readonly AffiliationState[], date: string): AffiliationState[] {
  const [start, end] = [startOf(date) as string, endOf(date) as string];
  return affiliations.filter(
    (affiliation) =>
      beginOf(affiliation) < end && (affiliation.until === null || start < (endOf(affiliation.until) as string)),
  );
}

/**
 * The title under which the speaker spoke for the side in that time: at each moment that of the affiliation which began
 * latest; null where it changed in between, or two began together.
 */
export function titleIn(affiliations: readonly AffiliationState[], side: string, date: string): string | null {
  const inForce = affiliationsIn(affiliations, date).filter((affiliation) => affiliation.side === side);
  const [start, end] = [startOf(date) as string, endOf(date) as string];
  const turns = inForce.flatMap((affiliation) => [
    beginOf(affiliation),
    ...(affiliation.until === null ? [] : [endOf(affiliation.until) as string]),
  ]);
  const moments = [start, ...turns.filter((turn) => start < turn && turn < end)];
  const titles = new Set(moments.flatMap((moment) => latestAt(inForce, moment)).map(({ title }) => title));
  const [title = null] = titles.size === 1 ? titles : [];
  return title;
}

function latestAt(affiliations: readonly AffiliationState[], moment: string): AffiliationState[] {
  const inForce = affiliations.filter(
    (affiliation) =>
      beginOf(affiliation) <= moment && (affiliation.until === null || moment < (endOf(affiliation.until) as string)),
  );
  const latest = inForce.map(beginOf).sort().at(-1);
  return inForce.filter((affiliation) => beginOf(affiliation) === latest);
}

/** Empty where it is not known, and so before all others. */
function beginOf({ from }: AffiliationState): string {
  return from === null ? '' : (startOf(from) as string);
}

function isOrdered(from: string, until: string): boolean {
  const [start, end] = [startOf(from), endOf(until)];
  return start === null || end === null || start < end;
}
