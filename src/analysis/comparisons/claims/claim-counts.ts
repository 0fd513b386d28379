import type { Shared } from '../../../derived/summaries/shared-members-store.ts';
import type { Counted } from '../../statements/tabulate.ts';

/** What is counted of the claims compared. */
export type ClaimCounts = {
  /** Distinct statements that take a stance on any of the claims. */
  total: number;
  bySide: Counted<'claim' | 'side' | 'stance'>[];
  /** By day or by month, none longer than the periods of the timeline. */
  byPeriod: { claim: string; start: string; n: number }[];
  members: Map<string, ClaimMembers>;
  both: { speakers: Shared; articles: Shared };
};

/** How many different ones have statements on a claim. */
export type ClaimMembers = { utterances: number; speakers: number; outlets: number; articles: number };
