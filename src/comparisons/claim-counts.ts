import type { Stance } from '../statements/statement.ts';
import type { Shared } from '../tallies/store.ts';

/** What is counted of the claims compared, whether it was kept or is added up from the rows. */
export type ClaimCounts = {
  /** Distinct statements that take a stance on any of the claims. */
  total: number;
  columns: ClaimColumn[];
  /** In the order of claims, sides and stances. */
  bySide: { claimId: string; sideId: string; stance: Stance; n: number }[];
  /** `start` is a day, a month or a year, none longer than the periods of the timeline. */
  byPeriod: { claimId: string; start: string; n: number }[];
  both: { speakers: Shared; articles: Shared };
};

export type ClaimColumn = {
  claimId: string;
  n: number;
  utterances: number;
  speakers: number;
  outlets: number;
  articles: number;
  /** The first and the latest statement, as a sort key joined with an id. */
  first: string | null;
  latest: string | null;
};
