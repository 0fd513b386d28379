import type { Usage } from '../../../text/terms/term.ts';

export type UsageCounts = Record<Usage, number>;
export const noUsages = (): UsageCounts => ({ use: 0, denial: 0, mention: 0 });
export const USAGES = ['use', 'denial', 'mention'] as const;

/** A statement by its id, and the sort key of its date. */
export type Dated = { id: string; saidSort: string };

/** What is counted of one wording, whether it was kept or is added up from the quotes. */
export type ColumnCounts = {
  n: number;
  utterances: number;
  speakers: number;
  usages: UsageCounts;
  bySide: Map<string, UsageCounts>;
  /** Statements in each outlet's articles. */
  byOutlet: Map<string, number>;
  /** By the first day, or the month, of a period no longer than those of the timeline. */
  byPeriod: Map<string, UsageCounts>;
  first: Dated | null;
  latest: Dated | null;
  /** The first use of each side. */
  firstUses: Map<string, Dated>;
  /** Examples, the oldest first, of each usage some. */
  samples: Dated[];
};

/** The columns in the order of the wordings, and what is counted across them. */
export type TermCounts = {
  /** Distinct statements that have any of the wordings. */
  total: number;
  columns: ColumnCounts[];
  /** The statements that were looked at, the newest ones, and whether those were all. */
  read: { statements: number; isComplete: boolean };
};

/** Occurrences in the outlets' own voice: by outlet, one count a wording; and the articles that were looked at. */
export type OwnVoice = { byOutlet: Map<string, number[]>; articles: number; isComplete: boolean };

export type Crossover = { sideId: string; id: string };

/**
 * A side's first use of a wording that until then only others used: another side used it before, at an earlier date.
 * Statements of one date do not come before each other.
 */
export function crossoversOf({ firstUses }: ColumnCounts): Crossover[] {
  const firsts = [...firstUses].map(([sideId, dated]) => ({ sideId, ...dated }));
  const crossed = firsts.filter((one) =>
    firsts.some((other) => other.sideId !== one.sideId && other.saidSort < one.saidSort),
  );
  return crossed.sort(byDate);
}

/** By date, then by id, as lists are. */
export function byDate(one: Dated, other: Dated): number {
  if (one.saidSort !== other.saidSort) return one.saidSort < other.saidSort ? -1 : 1;
  return one.id < other.id ? -1 : one.id > other.id ? 1 : 0;
}

export function addTo(counts: Map<string, UsageCounts>, key: string): UsageCounts {
  const known = counts.get(key) ?? noUsages();
  counts.set(key, known);
  return known;
}
