import type { PublicRow, RecordKind } from '../record/kinds.ts';
import type { SaidLine } from './formats/row.ts';

type LineOf<Type extends SaidLine['type']> = Extract<SaidLine, { type: Type }>;
type PublicColumn<Of extends RecordKind> = Exclude<keyof PublicRow<Of>, 'id' | 'revision' | 'createdAt' | 'updatedAt'>;
type Member<Of extends RecordKind> = Exclude<keyof LineOf<Of>, 'type' | 'id'>;

/** What a statement and its line say by one name, and in the same words. */
export const SAID = [
  'quote',
  'quoteType',
  'cue',
  'groundRules',
  'language',
  'original',
  'saidAt',
  'setting',
  'context',
  'note',
] as const satisfies readonly (PublicColumn<'statement'> & Member<'statement'>)[];
type Same<Names extends readonly string[]> = { [Name in Names[number]]: Name };

/**
 * By which member of a line of `record` each public column of a kind is told; `otherwise`, where no line can: what was
 * withdrawn, redacted or merged is told as a whole alone, and a title follows from the speaker's affiliations. A new
 * column does not compile until it is judged here.
 */
type Judged<Told extends { [Of in RecordKind]: { [Column in PublicColumn<Of>]: Member<Of> | 'otherwise' } }> = Told;
type Members = Judged<{
  side: { slug: 'slug'; name: 'name' };
  dispute: { slug: 'slug'; title: 'title'; summary: 'summary'; sides: 'sides' };
  question: { slug: 'slug'; disputeId: 'dispute'; text: 'text' };
  outlet: { slug: 'slug'; name: 'name'; homepage: 'homepage'; kind: 'kind'; country: 'country' };
  article: {
    url: 'url';
    title: 'title';
    outletId: 'outlet';
    byline: 'byline';
    agencies: 'agencies';
    publishedAt: 'publishedAt';
    language: 'language';
    archiveUrl: 'archiveUrl';
    accessedAt: 'accessedAt';
  };
  speaker: {
    slug: 'slug';
    name: 'name';
    kind: 'kind';
    aliases: 'aliases';
    wikidata: 'wikidata';
    affiliations: 'affiliations';
  };
  claim: {
    slug: 'slug';
    questionId: 'question';
    text: 'text';
    terms: 'terms';
    note: 'note';
    mergedIntoId: 'otherwise';
    merged: 'otherwise';
  };
  'claim-relation': { kind: 'kind'; note: 'note'; claimId: 'claim'; targetId: 'target' };
  statement: Same<typeof SAID> & {
    status: 'status';
    articleId: 'article';
    speakerId: 'speaker';
    disputeId: 'dispute';
    sideId: 'side';
    title: 'otherwise';
    translations: 'translations';
    anchor: 'anchor';
    stances: 'stances';
    repeatsId: 'repeats';
    withdrawnAt: 'otherwise';
    withdrawnReason: 'otherwise';
    redactedAt: 'otherwise';
    redactedLines: 'otherwise';
  };
  rebuttal: { statementId: 'statement'; rebutsId: 'rebuts'; kind: 'kind'; note: 'note' };
  review: {
    claimId: 'claim';
    statementId: 'statement';
    publisherId: 'publisher';
    url: 'url';
    title: 'title';
    reviewedAt: 'reviewedAt';
    label: 'rating';
    value: 'rating';
    best: 'rating';
    worst: 'rating';
    normalized: 'rating';
    normalizedBy: 'otherwise';
    language: 'language';
  };
  correction: {
    statementId: 'statement';
    articleId: 'article';
    claimId: 'claim';
    reviewId: 'review';
    kind: 'kind';
    note: 'note';
    effectiveAt: 'effectiveAt';
  };
}>;

/** A line that tells an entity; one that leaves out what a public column says does not compile. */
export type ToldLine<Of extends RecordKind> = { type: Of } & {
  [Name in Exclude<Members[Of][keyof Members[Of]], 'otherwise'> & keyof LineOf<Of>]: LineOf<Of>[Name];
};
/** A text has no columns that history tells: all that a line can say of it is told. */
export type ToldText = Required<LineOf<'snapshot'>>;
