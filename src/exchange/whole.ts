import type { Tables } from '../platform/engine/tables.ts';

type Name = keyof Tables & string;
/** A table of which every row is told in a line of `type`, in the order of its key. */
export type WholeTable = { type: string; table: Name; key: readonly string[] };

/** What becomes of a table in an export of everything. */
type Judged =
  /** Every row is told in a line of this type, in the order of the key. */
  | { type: string; key: readonly string[] }
  /** It follows from the record, and is made anew by who takes that over. */
  | 'follows'
  /** It is of the service that keeps the record, and stays with it. */
  | 'stays';

const entity = (type: string) => ({ type, key: ['id'] });
/** Rows that stand beside those of entities. */
const beside = <Table extends Name>(table: Table, ...key: string[]) => ({ type: `row:${table}`, key });

/**
 * What the whole record is, so that each line refers only to lines before it. A new table does not compile until it is
 * judged.
 */
const TABLES = {
  sides: entity('side'),
  disputes: entity('dispute'),
  disputeSides: beside('disputeSides', 'disputeId', 'sideId'),
  questions: entity('question'),
  outlets: entity('outlet'),
  articles: entity('article'),
  snapshots: entity('snapshot'),
  speakers: entity('speaker'),
  speakerSides: beside('speakerSides', 'speakerId', 'sideId'),
  claims: entity('claim'),
  claimTerms: beside('claimTerms', 'claimId', 'wording'),
  claimRelations: entity('claim-relation'),
  claimRelationsAside: beside('claimRelationsAside', 'id'),
  statements: entity('statement'),
  stances: beside('stances', 'statementId', 'claimId'),
  drifts: beside('drifts', 'statementId', 'snapshot'),
  statementWarnings: beside('statementWarnings', 'statementId', 'warning'),
  likenesses: beside('likenesses', 'kind', 'folded', 'entityId'),
  rebuttals: entity('rebuttal'),
  reviews: entity('review'),
  corrections: entity('correction'),
  formerNames: beside('formerNames', 'kind', 'name'),
  importedIds: beside('importedIds', 'kind', 'externalId'),
  changes: { type: 'change', key: ['seq'] },
  searchEntries: 'follows',
  answered: 'follows',
  terms: 'follows',
  termUsages: 'follows',
  termPlaces: 'follows',
  termCovers: 'follows',
  tallySubjects: 'follows',
  tallies: 'follows',
  tallyMembers: 'follows',
  tallySizes: 'follows',
  summaryMarks: 'follows',
  repeated: 'follows',
  rechecks: 'stays',
  idempotencyKeys: 'stays',
  keys: 'stays',
  secrets: 'stays',
  imports: 'stays',
  importReports: 'stays',
} as const satisfies Record<Name, Judged>;

export const WHOLE: readonly WholeTable[] = (Object.entries(TABLES) as [Name, Judged][]).flatMap(([table, judged]) =>
  typeof judged === 'string' ? [] : [{ ...judged, table }],
);

/** The first line of an export of everything. */
export const HEAD = { type: 'export', of: 'everything', version: 1 } as const;
/** The last line, which says of how many rows there were lines: a file that was cut off has none. */
export const endOf = (rows: number) => ({ type: END, rows }) as const;
export const END = 'end';
