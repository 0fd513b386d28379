import type { Tables } from '../platform/engine/tables.ts';
import type { Described, EntityTable, RecordKind, RowIn } from './kind.ts';

export type { RecordKind };

/** The anchor of a quote that was looked up nowhere, and of words that are gone. */
export const NO_ANCHOR = {
  result: 'no-text',
  snapshot: null,
  start: null,
  end: null,
  prefix: null,
  suffix: null,
  fragment: null,
  hints: null,
} as const;

/** Each kind described once, in the order of the story. What has to know all kinds reads this and lists none by hand. */
export const KINDS = {
  side: {
    table: 'sides',
    namedBy: 'slug',
    brief: ['slug', 'name'],
    correctedBy: null,
    isSearched: false,
    columns: { slug: 'public', name: 'public' },
  },
  dispute: {
    table: 'disputes',
    namedBy: 'slug',
    brief: ['slug', 'title'],
    correctedBy: null,
    isSearched: false,
    columns: { slug: 'public', title: 'public', summary: 'public', sides: 'public' },
  },
  question: {
    table: 'questions',
    namedBy: 'slug',
    brief: ['slug', 'text'],
    correctedBy: null,
    isSearched: false,
    columns: { slug: 'public', disputeId: 'public', text: 'public' },
  },
  outlet: {
    table: 'outlets',
    namedBy: 'slug',
    brief: ['slug', 'name'],
    correctedBy: null,
    isSearched: false,
    columns: { slug: 'public', name: 'public', homepage: 'public', kind: 'public', country: 'public' },
  },
  article: {
    table: 'articles',
    namedBy: 'url',
    brief: null,
    correctedBy: 'articleId',
    isSearched: true,
    columns: {
      url: 'public',
      title: 'public',
      outletId: 'public',
      byline: 'public',
      agencies: 'public',
      publishedAt: 'public',
      publishedSort: 'private',
      language: 'public',
      archiveUrl: 'public',
      accessedAt: 'public',
      snapshots: 'private',
      newest: 'private',
    },
  },
  speaker: {
    table: 'speakers',
    namedBy: 'slug',
    brief: ['slug', 'name'],
    correctedBy: null,
    isSearched: true,
    columns: {
      slug: 'public',
      name: 'public',
      kind: 'public',
      aliases: 'public',
      wikidata: 'public',
      affiliations: 'public',
    },
  },
  claim: {
    table: 'claims',
    namedBy: 'slug',
    brief: ['slug', 'text'],
    correctedBy: 'claimId',
    isSearched: true,
    columns: {
      slug: 'public',
      questionId: 'public',
      disputeId: 'private',
      text: 'public',
      terms: 'public',
      note: 'public',
      mergedIntoId: 'public',
      rootId: 'private',
      merged: 'public',
    },
  },
  'claim-relation': {
    table: 'claimRelations',
    namedBy: null,
    brief: null,
    correctedBy: null,
    isSearched: false,
    columns: {
      kind: 'public',
      note: 'public',
      claimId: 'public',
      targetId: 'public',
      ownClaimId: 'private',
      ownTargetId: 'private',
    },
  },
  statement: {
    table: 'statements',
    namedBy: null,
    brief: null,
    correctedBy: 'statementId',
    isSearched: true,
    columns: {
      status: 'public',
      articleId: 'public',
      outletId: 'private',
      speakerId: 'public',
      disputeId: 'public',
      sideId: 'public',
      title: 'public',
      quote: { words: '' },
      quoteType: 'public',
      cue: 'words',
      groundRules: 'public',
      language: 'public',
      original: 'words',
      translations: { words: [] },
      saidAt: 'public',
      saidSort: 'private',
      saidOn: 'private',
      saidAs: 'private',
      publishedSort: 'private',
      setting: 'words',
      context: 'words',
      anchorResult: 'private',
      anchor: { words: NO_ANCHOR },
      stances: 'public',
      ownStances: 'private',
      repeatsId: 'public',
      quoteKey: 'private',
      note: 'words',
      withdrawnAt: 'public',
      withdrawnReason: 'public',
      withdrawnFrom: 'private',
      redactedAt: 'public',
      redactedLines: 'public',
    },
  },
  rebuttal: {
    table: 'rebuttals',
    namedBy: null,
    brief: null,
    correctedBy: null,
    isSearched: false,
    columns: { statementId: 'public', rebutsId: 'public', kind: 'public', note: 'public' },
  },
  review: {
    table: 'reviews',
    namedBy: null,
    brief: null,
    correctedBy: 'reviewId',
    isSearched: false,
    columns: {
      claimId: 'public',
      ownClaimId: 'private',
      statementId: 'public',
      publisherId: 'public',
      url: 'public',
      title: 'public',
      reviewedAt: 'public',
      reviewedSort: 'private',
      label: 'public',
      value: 'public',
      best: 'public',
      worst: 'public',
      normalized: 'public',
      normalizedBy: 'public',
      language: 'public',
    },
  },
  correction: {
    table: 'corrections',
    namedBy: null,
    brief: null,
    correctedBy: null,
    isSearched: false,
    columns: {
      statementId: 'public',
      articleId: 'public',
      claimId: 'public',
      ownClaimId: 'private',
      reviewId: 'public',
      kind: 'public',
      note: 'public',
      effectiveAt: 'public',
      effectiveSort: 'private',
    },
  },
} as const satisfies Record<RecordKind, { [Table in EntityTable]: Described<Table> }[EntityTable]>;

type Kinds = typeof KINDS;
export type TableOf<Of extends RecordKind> = Kinds[Of]['table'];
export type RowOf<Of extends RecordKind> = RowIn<TableOf<Of>>;
export type NewRowOf<Of extends RecordKind> = Tables[TableOf<Of>]['$inferInsert'];
/** A row as far as history tells it. */
export type PublicRow<Of extends RecordKind> = {
  [Column in keyof RowOf<Of> as IsPrivate<Of, Column> extends true ? never : Column]: RowOf<Of>[Column];
};
type IsPrivate<Of extends RecordKind, Column> = Column extends keyof Kinds[Of]['columns']
  ? Kinds[Of]['columns'][Column] extends 'private'
    ? true
    : false
  : false;

type DescribedMember = 'namedBy' | 'brief' | 'correctedBy' | 'isSearched';
/** The kinds of which a member of the description is not null, or is true. */
export type KindWith<Member extends DescribedMember> = {
  [Of in RecordKind]: Kinds[Of][Member] extends null | false ? never : Of;
}[RecordKind];

/** Those kinds, in the order of the story. */
export function kindsWith<Member extends DescribedMember>(member: Member): KindWith<Member>[] {
  const kinds = Object.keys(KINDS) as RecordKind[];
  return kinds.filter(
    (kind): kind is KindWith<Member> => KINDS[kind][member] !== null && KINDS[kind][member] !== false,
  );
}
