import { isCertainlyBefore } from '../../../kernel/written-date.ts';
import { Usage } from '../../../text/terms/term.ts';

export type UsageCounts = Record<Usage, number>;
export const noUsages = (): UsageCounts => ({ use: 0, denial: 0, mention: 0, unread: 0 });
export const USAGES = Usage.options;

/** A statement by its id, and the sort key of its date. */
export type Dated = { id: string; saidSort: string };

/** What is counted of one wording, whether it was kept or is added up from the quotes. */
export type ColumnCounts = {
  n: number;
  utterances: number;
  speakers: number;
  usages: UsageCounts;
  bySide: Map<string, UsageCounts>;
  /** Statements in each outlet's articles, by whose words the term is in them: the speaker's, or the reporter's. */
  byOutlet: Map<string, { inQuotes: number; paraphrased: number }>;
  /** By the first day, or the month, of a period no longer than those of the timeline. */
  byPeriod: Map<string, UsageCounts>;
  first: Dated | null;
  latest: Dated | null;
  crossovers: Crossover[];
  /** Examples, the oldest first, of each usage some. */
  samples: Dated[];
};

/** The columns in the order of the wordings, and what is counted across them. */
export type TermCounts = {
  /** Distinct statements that have any of the wordings. */
  total: number;
  columns: ColumnCounts[];
  /** Of the statements counted, without script and region. */
  languages: ReadonlySet<string>;
  /** The statements that were looked at, the newest ones, and whether those were all. */
  read: { statements: number; isComplete: boolean };
};

/**
 * Places in the outlets' own voice: by outlet, one count a term, and the languages of these articles; and the articles
 * that were looked at.
 */
export type OwnVoice = {
  byOutlet: Map<string, UsageCounts[]>;
  languages: ReadonlySet<string>;
  articles: number;
  isComplete: boolean;
};

/** A side's first use of a term by the order of lists; `certain` where another side's use surely lies before it. */
export type Crossover = { sideId: string; id: string; certain: boolean };
export type FirstUse = Dated & { sideId: string };

/**
 * A side's first use of a term that until then only others used: another side used it before, at an earlier date.
 * Statements of one date do not come before each other.
 */
export function crossingsIn(firsts: readonly FirstUse[]): FirstUse[] {
  const crossed = firsts.filter((one) =>
    firsts.some((other) => other.sideId !== one.sideId && other.saidSort < one.saidSort),
  );
  return crossed.sort(byDate);
}

/** A use, with its date as it was written, which may be coarse; null where nobody noted it. */
export type DatedUse = FirstUse & { saidAt: string | null };

/** The crossovers among all uses of a term. */
export function crossoversOf(uses: readonly DatedUse[]): Crossover[] {
  const firsts = new Map<string, DatedUse>();
  for (const use of uses) {
    const first = firsts.get(use.sideId);
    if (first === undefined || byDate(use, first) < 0) firsts.set(use.sideId, use);
  }
  return crossingsIn([...firsts.values()]).map(({ sideId, id }) => {
    const one = firsts.get(sideId) as DatedUse;
    const certain = uses.some(
      (other) =>
        other.sideId !== sideId && other.saidSort < one.saidSort && isCertainlyBefore(other.saidAt, one.saidAt),
    );
    return { sideId, id, certain };
  });
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
