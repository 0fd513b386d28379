import { rowById } from '../../platform/engine/rows.ts';
import type { Tx } from '../../platform/engine/tables.ts';
import type { ArticleRow } from '../articles/actions.ts';
import { idReferred } from '../references.ts';
import {
  placeStatement,
  type Rebuts,
  rebutsReferred,
  type StancesTaken,
  type StatementRow,
  stancesReferred,
} from './placing.ts';
import type { StatementRevision } from './statement.ts';

/** What a body refers to, and where the statement belongs by that. */
export type Resolved = {
  speakerId: string;
  taken: StancesTaken;
  rebuts: Rebuts[];
  place: Pick<StatementRow, 'disputeId' | 'sideId' | 'title'>;
};

/** Looks up what the body of a new statement refers to, or that of one that is revised. Fails as `placeStatement` does. */
export async function resolve(
  tx: Tx,
  body: StatementRevision,
  article: ArticleRow,
  before: StatementRow | null,
  mayLackSide: boolean,
): Promise<Resolved> {
  const speakerId = await idReferred(tx, 'speaker', body.speaker, '/speaker');
  const speaker = await rowById(tx, 'speakers', speakerId);
  const taken = await stancesReferred(tx, body.stances, before);
  const rebuts = await rebutsReferred(tx, body.rebuts, before?.id ?? null);
  const place = await placeStatement(tx, {
    disputeId: body.dispute === undefined ? null : await idReferred(tx, 'dispute', body.dispute, '/dispute'),
    sideId: body.side === undefined ? null : await idReferred(tx, 'side', body.side, '/side'),
    affiliations: speaker?.affiliations ?? [],
    date: body.saidAt ?? article.publishedAt,
    stances: taken.stances,
    rebuts,
    mayLackSide: mayLackSide && body.status === 'draft',
  });
  return { speakerId, taken, rebuts, place };
}
