import { z } from 'zod';

/** The kinds of things that have an id, and the three letters their ids begin with. */
export const ID_PREFIXES = {
  side: 'sid',
  dispute: 'dsp',
  question: 'qst',
  outlet: 'out',
  article: 'art',
  snapshot: 'snp',
  speaker: 'spk',
  claim: 'clm',
  'claim-relation': 'rel',
  statement: 'stm',
  rebuttal: 'reb',
  review: 'rev',
  correction: 'cor',
  key: 'key',
  import: 'imp',
} as const;

export type Kind = keyof typeof ID_PREFIXES;

const BODY = '[0-9a-hjkmnp-tv-z]{26}';
const kindByPrefix = new Map<string, Kind>(
  Object.entries(ID_PREFIXES).map(([kind, prefix]) => [prefix as string, kind as Kind]),
);

/** The id of one kind: its prefix, then a ULID in lower case, so that ids sort by the time they were made. */
export function idOf(kind: Kind): z.ZodString {
  return ids[kind];
}

const ids = Object.fromEntries(
  Object.entries(ID_PREFIXES).map(([kind, prefix]) => [
    kind,
    z
      .string()
      .regex(new RegExp(`^${prefix}_${BODY}$`))
      .meta({ id: `${pascal(kind)}Id`, examples: [`${prefix}_01k6v0a9q2w8e5r7t1y3z4x6c8`] }),
  ]),
) as Record<Kind, z.ZodString>;

function pascal(kind: string): string {
  return kind.replace(/(?:^|-)(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** The kind whose id this is; null when it is no id at all. */
export function kindOfId(reference: string): Kind | null {
  const match = /^([a-z]{3})_[0-9a-hjkmnp-tv-z]{26}$/.exec(reference);
  return match ? (kindByPrefix.get(match[1] as string) ?? null) : null;
}
