import type { Tables } from '../platform/engine/tables.ts';

type Name = keyof Tables & string;
/** A table of which every row is told in a line of `type`, in the order of its key. */
export type WholeTable = { type: string; table: Name; key: readonly string[] };

const entity = (type: string, table: Name): WholeTable => ({ type, table, key: ['id'] });
/** Rows that stand beside those of entities: `table:key,key`. */
const beside = (table: Name, ...key: string[]): WholeTable => ({ type: `row:${table}`, table, key });

/** What the whole record is, so that each line refers only to lines before it. */
export const WHOLE: readonly WholeTable[] = [
  entity('side', 'sides'),
  entity('dispute', 'disputes'),
  beside('disputeSides', 'disputeId', 'sideId'),
  entity('question', 'questions'),
  entity('outlet', 'outlets'),
  entity('article', 'articles'),
  entity('snapshot', 'snapshots'),
  entity('speaker', 'speakers'),
  beside('speakerSides', 'speakerId', 'sideId'),
  entity('claim', 'claims'),
  beside('claimTerms', 'claimId', 'wording'),
  entity('claim-relation', 'claimRelations'),
  beside('claimRelationsAside', 'id'),
  entity('statement', 'statements'),
  beside('stances', 'statementId', 'claimId'),
  beside('drifts', 'statementId', 'snapshot'),
  beside('statementWarnings', 'statementId', 'warning'),
  beside('likenesses', 'kind', 'folded', 'entityId'),
  entity('rebuttal', 'rebuttals'),
  entity('review', 'reviews'),
  entity('correction', 'corrections'),
  beside('formerNames', 'kind', 'name'),
  beside('importedIds', 'kind', 'externalId'),
  { type: 'change', table: 'changes', key: ['seq'] },
];

/** The first line of an export of everything. */
export const HEAD = { type: 'export', of: 'everything', version: 1 } as const;
