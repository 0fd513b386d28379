import type { z } from 'zod';
import type { RouteContext } from '../../access/route-context.ts';
import { oneOrMore, Reference } from '../../kernel/entity.ts';
import { resource } from '../../platform/http/resource.ts';
import { withSimilar } from '../likenesses/store.ts';
import { updated } from '../updated.ts';
import { withWords } from '../with-words.ts';
import { recordSpeaker, removeSpeaker, reviseSpeaker } from './actions.ts';
import { NewSpeaker, Speaker, SpeakerKind } from './speaker.ts';
import { getSpeaker, listSpeakers, type SpeakerFilter } from './store.ts';

export function speakerRoutes({ http, answering, engine }: RouteContext): void {
  resource(http, answering, {
    path: 'speakers',
    names: ['speaker', 'speakers'],
    shape: Speaker,
    brief: ['id', 'slug', 'name'],
    fresh: NewSpeaker,
    filter: {
      side: oneOrMore(Reference).describe('Speakers who speak or spoke for this side'),
      kind: oneOrMore(SpeakerKind).describe('What the speaker is'),
      wikidata: oneOrMore(Speaker.shape.wikidata.unwrap()).describe('The item of Wikidata that the speaker is'),
      q: withWords('the name and the aliases'),
      ...updated,
    } satisfies Record<keyof SpeakerFilter, z.ZodType>,
    list: (filter: SpeakerFilter, paging) => listSpeakers(engine.read, filter, paging),
    get: (reference) => getSpeaker(engine.read, reference),
    create: async (body: NewSpeaker, by) =>
      withSimilar(
        engine.read,
        'speaker',
        await engine.write(async (tx) => getSpeaker(tx, await recordSpeaker(tx, body, by))),
      ),
    again: async (id) => withSimilar(engine.read, 'speaker', await getSpeaker(engine.read, id)),
    revise: (reference, expected, patch, by) =>
      engine.write(async (tx) => getSpeaker(tx, await reviseSpeaker(tx, reference, expected, patch, by))),
    remove: (reference, expected, by) => engine.write((tx) => removeSpeaker(tx, reference, expected, by)),
  });
}
