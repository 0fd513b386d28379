import { eq } from 'drizzle-orm';
import type { Author } from '../../history/change.ts';
import {
  createEntity,
  deleteEntity,
  type Expected,
  type RowOf,
  reviseEntity,
  rowToRevise,
} from '../../history/record.ts';
import { mergedAndChecked } from '../../kernel/merge.ts';
import { insertRow } from '../../platform/engine/rows.ts';
import type { Tx } from '../../platform/engine/tables.ts';
import { idInPath, idReferred } from '../references.ts';
import { refuseWhileReferredTo } from '../references-to.ts';
import { slugFor } from '../slugs.ts';
import { type AffiliationState, NewSpeaker } from './speaker.ts';

/** Gives the id. Fails with `unknown-reference` and `conflict`. */
export async function recordSpeaker(tx: Tx, body: NewSpeaker, by: Author): Promise<string> {
  const affiliations = await affiliationsReferred(tx, body.affiliations);
  const { id } = await createEntity(tx, 'speaker', await columnsFor(tx, body, affiliations, null), by);
  await writeSides(tx, id, affiliations);
  return id;
}

/** Statements keep the side and title they were recorded with. */
export async function reviseSpeaker(
  tx: Tx,
  reference: string,
  expected: Expected,
  patch: unknown,
  by: Author,
): Promise<string> {
  const row = await rowToRevise(tx, 'speaker', await idInPath(tx, 'speaker', reference), expected);
  const { slug, name, kind, aliases, wikidata } = row;
  const body = mergedAndChecked(
    NewSpeaker,
    { slug, name, kind, aliases, wikidata, affiliations: row.affiliations },
    patch,
  );
  const affiliations = await affiliationsReferred(tx, body.affiliations);
  await reviseEntity(tx, 'speaker', row, await columnsFor(tx, body, affiliations, row), by);
  await writeSides(tx, row.id, affiliations);
  return row.id;
}

/** Fails with `in-use` while a statement is attributed to the speaker. */
export async function removeSpeaker(tx: Tx, reference: string, expected: Expected, by: Author): Promise<void> {
  const row = await rowToRevise(tx, 'speaker', await idInPath(tx, 'speaker', reference), expected);
  await refuseWhileReferredTo(tx, 'speaker', row.id);
  await deleteEntity(tx, 'speaker', row, by);
}

async function columnsFor(tx: Tx, body: NewSpeaker, affiliations: AffiliationState[], before: RowOf<'speaker'> | null) {
  return { ...body, affiliations, slug: await slugFor(tx, 'speaker', before, body.slug, body.name) };
}

async function affiliationsReferred(tx: Tx, affiliations: NewSpeaker['affiliations']): Promise<AffiliationState[]> {
  const referred: AffiliationState[] = [];
  for (const [at, { side, ...rest }] of affiliations.entries()) {
    referred.push({ ...rest, side: await idReferred(tx, 'side', side, `/affiliations/${at}/side`) });
  }
  return referred;
}

async function writeSides(tx: Tx, speakerId: string, affiliations: AffiliationState[]): Promise<void> {
  await tx.query(
    'forget sides of speaker',
    ({ db, t, param }) => db.delete(t.speakerSides).where(eq(t.speakerSides.speakerId, param('id'))),
    {
      id: speakerId,
    },
  );
  for (const sideId of new Set(affiliations.map(({ side }) => side)))
    await insertRow(tx, 'speakerSides', { speakerId, sideId });
}
