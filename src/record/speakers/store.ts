import { inArray } from 'drizzle-orm';
import type { Page } from '../../kernel/page.ts';
import type { Build } from '../../platform/engine/engine.ts';
import { conditionsOf } from '../../platform/engine/filters.ts';
import { type Condition, isOneOf, isOneOfIndexed, type Paging } from '../../platform/engine/pages.ts';
import { rowById } from '../../platform/engine/rows.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import { briefsOf } from '../briefs.ts';
import type { PublicRow } from '../kinds.ts';
import { idInPath, idsReferred } from '../references.ts';
import type { SideBrief } from '../sides/side.ts';
import { type Updated, wasUpdated } from '../updated.ts';
import { pageWithWords } from '../with-words.ts';
import type { Speaker } from './speaker.ts';

export type SpeakerFilter = { side?: string[]; kind?: string[]; wikidata?: string[]; q?: string } & Updated;
type SpeakerRow = Tables['speakers']['$inferSelect'];

/** Oldest first; of the given sides, those who speak or spoke for one of them. */
export async function listSpeakers(
  from: Handle,
  { q, ...filter }: SpeakerFilter,
  paging: Paging,
): Promise<Page<Speaker, readonly string[]>> {
  const conditions = await conditionsOf<Omit<SpeakerFilter, 'q'>, Tables>(filter, {
    side: async (references) => speaksFor(await idsReferred(from, 'side', references, 'side')),
    kind: (kinds) => isOneOf('kind', (t: Tables) => t.speakers.kind, kinds),
    wikidata: (items) => isOneOfIndexed('wikidata', (t: Tables) => t.speakers.wikidata, items),
    ...wasUpdated((t) => t.speakers.updatedAt),
  });
  const page = await pageWithWords<SpeakerRow>(
    from,
    {
      table: 'speakers',
      select: ({ db, t }) => db.select().from(t.speakers).$dynamic(),
      conditions,
      texts: ({ name, aliases }) => [name, ...aliases],
    },
    q,
    paging,
  );
  return { ...page, items: await shown(from, page.items) };
}

function speaksFor(sides: readonly string[]): Condition<Tables>[] {
  return isOneOf('side', (t: Tables) => t.speakerSides.sideId, sides).map((condition) => ({
    ...condition,
    holds: (build: Build<Tables>) => {
      const { db, t } = build;
      const affiliated = db.select({ id: t.speakerSides.speakerId }).from(t.speakerSides).where(condition.holds(build));
      return inArray(t.speakers.id, affiliated);
    },
  }));
}

/** By id or slug; fails with `not-found`. */
export async function getSpeaker(from: Handle, reference: string): Promise<Speaker> {
  const row = await rowById(from, 'speakers', await idInPath(from, 'speaker', reference));
  return (await shown(from, [row as SpeakerRow]))[0] as Speaker;
}

async function shown(from: Handle, rows: SpeakerRow[]): Promise<Speaker[]> {
  const briefs = await briefsOf(
    from,
    'side',
    rows.flatMap(({ affiliations }) => affiliations.map(({ side }) => side)),
  );
  return rows.map((row) => showSpeaker(row, briefs));
}

/** A speaker as every answer shows it, as it stands and as it stood. */
export function showSpeaker(row: PublicRow<'speaker'>, briefs: ReadonlyMap<string, SideBrief>): Speaker {
  return {
    ...row,
    affiliations: row.affiliations.flatMap(({ side, title, from, until }) => {
      const brief = briefs.get(side);
      return brief ? [{ title, side: brief, from, until }] : [];
    }),
  };
}
