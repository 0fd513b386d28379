import type { Shared } from '../../../derived/summaries/shared-members-store.ts';
import type { Counted } from '../../statements/tabulate.ts';
import type { StanceCounts } from '../../tally.ts';
import type { UtteranceCounts } from './claim-utterances-store.ts';

/** What is counted of the claims compared. */
export type ClaimCounts = {
  /** Distinct statements that take a stance on any of the claims. */
  total: number;
  bySide: Counted<'claim' | 'side' | 'stance'>[];
  /** Those of them that have only their article's date. */
  undated: Counted<'claim' | 'side' | 'stance'>[];
  /** By day or by month, none longer than the periods of the timeline; by the date itself where that is coarser. */
  byPeriod: { claim: string; days: string; n: number }[];
  undatedByPeriod: { claim: string; days: string; n: number }[];
  utterances: UtteranceCounts;
  members: Map<string, ClaimMembers>;
  both: { speakers: Shared; articles: Shared };
  /** Of the speakers that take a stance on all claims, those on each, in the order of the claims. */
  speakerStances: Map<string, StanceCounts[]>;
};

/** How many different ones have statements on a claim. */
export type ClaimMembers = { utterances: number; speakers: number; outlets: number; articles: number };
