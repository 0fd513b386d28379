import { type Dialect, entityColumns } from '../../platform/engine/dialect.ts';
import type { defineSides } from '../sides/table.ts';
import type { AffiliationState, SpeakerKind } from './speaker.ts';

export function defineSpeakers(d: Dialect, { sides }: ReturnType<typeof defineSides>) {
  const speakers = d.table(
    'speakers',
    {
      ...entityColumns(d, 'speaker'),
      slug: d.text('slug').notNull(),
      name: d.text('name').notNull(),
      kind: d.text('kind').$type<SpeakerKind>().notNull(),
      aliases: d.json<string[]>('aliases').notNull(),
      wikidata: d.text('wikidata'),
      affiliations: d.json<AffiliationState[]>('affiliations').notNull(),
    },
    (t) => [d.uniqueIndex('speakers_slug').on(t.slug), d.index('speakers_by_wikidata').on(t.wikidata)],
  );

  /** The sides of a speaker again, as rows to join; written from `speakers.affiliations`. */
  const speakerSides = d.table(
    'speaker_sides',
    {
      speakerId: d
        .key('speaker_id', 'speaker')
        .notNull()
        .references(() => speakers.id, { onDelete: 'cascade' }),
      sideId: d
        .key('side_id', 'side')
        .notNull()
        .references(() => sides.id),
    },
    (t) => [
      d.primaryKey({ columns: [t.speakerId, t.sideId] }),
      d.index('speaker_sides_by_side').on(t.sideId, t.speakerId),
    ],
  );

  return { speakers, speakerSides };
}

declare module '../../platform/engine/tables.ts' {
  interface TableRegistry extends ReturnType<typeof defineSpeakers> {}
}
