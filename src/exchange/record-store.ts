import { and, eq } from 'drizzle-orm';
import type { By } from '../history/change.ts';
import { articleUrl } from '../kernel/address.ts';
import { kindOfId } from '../kernel/id.ts';
import { insertRow, rowById } from '../platform/engine/rows.ts';
import type { Handle, Tx } from '../platform/engine/tables.ts';
import { recordArticle, reviseArticle } from '../record/articles/actions.ts';
import { recordClaim, reviseClaim } from '../record/claims/actions.ts';
import { recordClaimRelation, reviseClaimRelation } from '../record/claims/relation-actions.ts';
import { recordCorrection, reviseCorrection } from '../record/corrections/actions.ts';
import { correctionLike } from '../record/corrections/store.ts';
import { recordDispute, recordQuestion, reviseDispute, reviseQuestion } from '../record/disputes/actions.ts';
import { KINDS } from '../record/kinds.ts';
import { recordOutlet, reviseOutlet } from '../record/outlets/actions.ts';
import { recordRebuttal, reviseRebuttal } from '../record/rebuttals/actions.ts';
import { findId, findOwnId, idReferred, unknownReference } from '../record/references.ts';
import { recordReview, reviseReview } from '../record/reviews/actions.ts';
import { reviewLike } from '../record/reviews/store.ts';
import { recordSide, reviseSide } from '../record/sides/actions.ts';
import { recordSpeaker, reviseSpeaker } from '../record/speakers/actions.ts';
import type { NewStatement } from '../record/statements/statement.ts';
import type { Outcome } from './import-counts.ts';
import type { RecordLine } from './record-line.ts';

export type StoredLine = Exclude<RecordLine, { type: 'snapshot' | 'statement' }>;

/** Creates what a line says, or revises the record that it names already, by the same actions as every way in. */
export async function storeLine(tx: Tx, record: RecordLine, by: By): Promise<Outcome> {
  const line = record as StoredLine;
  const existing = await existingId(tx, line);
  if (existing === null) {
    await create(tx, line, by);
    return 'created';
  }
  // A claim that was merged is left as it is; what refers to it follows.
  if (line.type === 'claim' && (await findOwnId(tx, 'claim', line.slug ?? '')) !== existing) return 'unchanged';
  const before = await revisionOf(tx, line.type, existing);
  await revise(tx, line, existing, by);
  return (await revisionOf(tx, line.type, existing)) === before ? 'unchanged' : 'updated';
}

/** The record that a line is known to be; null when there is none yet. */
export async function existingId(tx: Tx, line: StoredLine): Promise<string | null> {
  switch (line.type) {
    case 'article':
      return findId(tx, 'article', line.url);
    case 'claim-relation':
      return relationBetween(
        tx,
        await idReferred(tx, 'claim', line.claim, '/claim'),
        await idReferred(tx, 'claim', line.target, '/target'),
        line.kind,
      );
    case 'rebuttal': {
      const { statement, rebuts } = await withInternalIds(tx, line);
      return rebuttalBetween(tx, statement, rebuts);
    }
    case 'review': {
      const { url } = line;
      return url === null
        ? reviewWithoutAddress(tx, line)
        : reviewLike(tx, { ...(await withInternalId(tx, line)), url });
    }
    case 'correction':
      return correctionLike(tx, await withInternalId(tx, line));
    default:
      return line.slug === undefined ? null : findId(tx, line.type, line.slug);
  }
}

async function create(tx: Tx, line: StoredLine, by: By): Promise<unknown> {
  switch (line.type) {
    case 'side':
      return recordSide(tx, line, by);
    case 'dispute':
      return recordDispute(tx, line, by);
    case 'question':
      return recordQuestion(tx, line, by);
    case 'outlet': {
      const { type: _, ...body } = line;
      return recordOutlet(tx, body, by);
    }
    case 'article': {
      const { type: _, ...body } = line;
      return recordArticle(tx, body, by);
    }
    case 'speaker': {
      const { type: _, ...body } = line;
      return recordSpeaker(tx, body, by);
    }
    case 'claim':
      return recordClaim(tx, line, by);
    case 'claim-relation':
      return recordClaimRelation(tx, line, by);
    case 'rebuttal':
      return recordRebuttal(tx, await withInternalIds(tx, line), by);
    case 'review':
      return recordReview(tx, await withInternalId(tx, line), by);
    case 'correction':
      return recordCorrection(tx, await withInternalId(tx, line), by);
  }
}

async function revise(tx: Tx, line: StoredLine, id: string, by: By): Promise<unknown> {
  const patch = await withPresentName(tx, line, id);
  switch (line.type) {
    case 'side':
      return reviseSide(tx, id, '*', patch, by);
    case 'dispute':
      return reviseDispute(tx, id, '*', patch, by);
    case 'question':
      return reviseQuestion(tx, id, '*', patch, by);
    case 'outlet':
      return reviseOutlet(tx, id, '*', patch, by);
    case 'article':
      return reviseArticle(tx, id, '*', patch, by);
    case 'speaker':
      return reviseSpeaker(tx, id, '*', patch, by);
    case 'claim':
      return reviseClaim(tx, id, '*', patch, by);
    case 'claim-relation':
      return reviseClaimRelation(tx, id, '*', patch, by);
    case 'rebuttal':
      return reviseRebuttal(tx, id, '*', { kind: line.kind, note: line.note }, by);
    case 'review': {
      const { claim: _claim, statement: _statement, ...rest } = line;
      const { type: _type, ...changes } = rest;
      return reviseReview(tx, id, '*', changes, by);
    }
    case 'correction': {
      const { kind, effectiveAt } = line;
      return reviseCorrection(tx, id, '*', { kind, ...(effectiveAt !== undefined && { effectiveAt }) }, by);
    }
  }
}

/** What the line says, but for the name by which it was found where that is a former one: an old file renames nothing back. */
async function withPresentName(tx: Tx, line: StoredLine, id: string): Promise<Record<string, unknown>> {
  const { type, ...patch }: { type: StoredLine['type'] } & Record<string, unknown> = line;
  const { namedBy, table } = KINDS[type];
  if (namedBy === null) return patch;
  const row = (await rowById(tx, table, id)) as Record<string, unknown> | null;
  const name = namedBy === 'url' ? articleUrl(String(patch.url)) : patch.slug;
  return row?.[namedBy] === name ? patch : { ...patch, [namedBy]: row?.[namedBy] };
}

async function revisionOf(tx: Tx, kind: StoredLine['type'], id: string): Promise<number> {
  const row = await rowById(tx, KINDS[kind].table, id);
  return row?.revision ?? 0;
}

/** The record that an external id became; null when it was not read before. */
export async function importedId(from: Handle, kind: string, externalId: string): Promise<string | null> {
  const rows = await from.query(
    'imported id',
    ({ db, t, param }) =>
      db
        .select({ id: t.importedIds.entityId })
        .from(t.importedIds)
        .where(and(eq(t.importedIds.kind, param('kind')), eq(t.importedIds.externalId, param('external')))),
    { kind, external: externalId },
  );
  return rows[0]?.id ?? null;
}

export async function rememberImported(tx: Tx, kind: string, externalId: string, entityId: string): Promise<void> {
  await insertRow(tx, 'importedIds', { kind, externalId, entityId });
}

/** The draft with the external ids of other statements replaced by the ids they have here. */
export async function internalReferences(tx: Tx, draft: NewStatement): Promise<NewStatement> {
  const rebuts = [];
  for (const [at, link] of draft.rebuts.entries()) {
    rebuts.push({ ...link, statement: await internalId(tx, link.statement, `/rebuts/${at}/statement`) });
  }
  return { ...draft, rebuts, repeats: draft.repeats === null ? null : await internalId(tx, draft.repeats, '/repeats') };
}

async function withInternalIds(tx: Tx, line: Extract<StoredLine, { type: 'rebuttal' }>) {
  const { statement, rebuts, kind, note } = line;
  return {
    statement: await internalId(tx, statement, '/statement'),
    rebuts: await internalId(tx, rebuts, '/rebuts'),
    kind,
    note,
  };
}

/** The line with the external id of its statement replaced by the one it has here. */
async function withInternalId<Line extends { type: string; statement: string | null }>(tx: Tx, line: Line) {
  const { type: _, ...body } = line;
  return { ...body, statement: body.statement === null ? null : await internalId(tx, body.statement, '/statement') };
}

async function internalId(tx: Tx, reference: string, pointer: string): Promise<string> {
  const imported = await importedId(tx, 'statement', reference);
  if (imported !== null) return imported;
  if (kindOfId(reference) === 'statement') return idReferred(tx, 'statement', reference, pointer);
  throw await unknownReference(tx, 'statement', reference, pointer);
}

/** The publisher's review of a claim that was read without an address, too. */
async function reviewWithoutAddress(
  tx: Tx,
  { claim, publisher }: Extract<StoredLine, { type: 'review' }>,
): Promise<string | null> {
  const claimId = claim && (await findId(tx, 'claim', claim));
  const publisherId = await findId(tx, 'outlet', publisher);
  if (claimId === null || publisherId === null) return null;
  const rows = await tx.query(
    'reviews of a claim by a publisher',
    ({ db, t, param }) =>
      db
        .select()
        .from(t.reviews)
        .where(and(eq(t.reviews.claimId, param('claim')), eq(t.reviews.publisherId, param('publisher')))),
    { claim: claimId, publisher: publisherId },
  );
  return rows.find(({ url }) => url === null)?.id ?? null;
}

async function relationBetween(tx: Tx, claim: string, target: string, kind: string): Promise<string | null> {
  const rows = await tx.query(
    'relations from a claim in an import',
    ({ db, t, param }) =>
      db
        .select()
        .from(t.claimRelations)
        .where(eq(t.claimRelations.claimId, param('claim'))),
    { claim },
  );
  return rows.find((row) => row.targetId === target && row.kind === kind)?.id ?? null;
}

async function rebuttalBetween(tx: Tx, statement: string, rebuts: string): Promise<string | null> {
  const rows = await tx.query(
    'rebuttals by statementId alone',
    ({ db, t, param }) =>
      db
        .select()
        .from(t.rebuttals)
        .where(eq(t.rebuttals.statementId, param('statement'))),
    { statement },
  );
  return rows.find((row) => row.rebutsId === rebuts)?.id ?? null;
}
