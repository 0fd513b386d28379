import { findWording, type Token, tokenize } from '../words/token.ts';
import { type Occurrence, strongestUsage, type Usage, usageOf } from './usage.ts';

/** A wording to be counted: its variants as tokens, and the claims that list it. */
export type Wanted = { term: string; variants: readonly (readonly string[])[]; claims: ReadonlySet<string> };

/** What of a statement is counted by. */
export type CountedRow = {
  id: string;
  quote: string;
  quoteType: 'direct' | 'indirect' | 'mixed';
  language: string;
  sideId: string;
  speakerId: string;
  outletId: string;
  saidSort: string;
  repeatsId: string | null;
  stances: readonly { claim: string; stance: string }[];
};

/** How one statement has one wording. */
export type Counted = { row: CountedRow; usage: Usage; match: { start: number; end: number } };

/** How the statement has the wording; null when it has not. */
export function countedUnder(row: CountedRow, tokens: readonly Token[], { variants, claims }: Wanted): Counted | null {
  const occurrences = occurrencesIn(tokens, variants);
  if (occurrences.length === 0) return null;
  const denies = row.stances.some(({ claim, stance }) => stance === 'deny' && claims.has(claim));
  const words = { text: row.quote, tokens, language: row.language, isIndirect: row.quoteType === 'indirect' };
  const usages = occurrences.map((occurrence) => usageOf(words, occurrence, denies));
  const usage = strongestUsage(usages);
  const { from, to } = occurrences[usages.indexOf(usage)] as Occurrence;
  return { row, usage, match: { start: (tokens[from] as Token).start, end: (tokens[to - 1] as Token).end } };
}

export function occurrencesIn(tokens: readonly Token[], variants: readonly (readonly string[])[]): Occurrence[] {
  const words = tokens.map(({ token }) => token);
  return variants.flatMap((variant) =>
    findWording(words, { tokens: variant, prefix: false }).map((from) => ({ from, to: from + variant.length })),
  );
}

export type UsageCounts = Record<Usage, number>;
export const noUsages = (): UsageCounts => ({ use: 0, denial: 0, mention: 0 });

/** What one column adds up, statement by statement. */
export class ColumnCounts {
  readonly usages = noUsages();
  readonly bySide = new Map<string, UsageCounts>();
  readonly byOutlet = new Map<string, number>();
  readonly byDay = new Map<string, UsageCounts>();
  readonly speakers = new Set<string>();
  readonly utterances = new Set<string>();
  /** The first use of each side. */
  readonly firstUses = new Map<string, CountedRow>();
  readonly samples: Counted[] = [];
  first: CountedRow | null = null;
  latest: CountedRow | null = null;
  n = 0;

  add(counted: Counted, samplesMax: number): void {
    const { row, usage } = counted;
    this.n += 1;
    this.usages[usage] += 1;
    addTo(this.bySide, row.sideId)[usage] += 1;
    addTo(this.byDay, row.saidSort.slice(0, 10))[usage] += 1;
    this.byOutlet.set(row.outletId, (this.byOutlet.get(row.outletId) ?? 0) + 1);
    this.speakers.add(row.speakerId);
    this.utterances.add(row.repeatsId ?? row.id);
    if (this.first === null || isEarlier(row, this.first)) this.first = row;
    if (this.latest === null || isEarlier(this.latest, row)) this.latest = row;
    const firstUse = this.firstUses.get(row.sideId);
    if (usage === 'use' && (!firstUse || isEarlier(row, firstUse))) this.firstUses.set(row.sideId, row);
    if (this.samples.filter((sample) => sample.usage === usage).length < samplesMax) this.samples.push(counted);
  }
}

/**
 * A side's first use of a wording that until then only others used: another side used it before, at an earlier date.
 * Statements of one date do not come before each other.
 */
export function crossoversOf({ firstUses }: ColumnCounts): CountedRow[] {
  const firsts = [...firstUses.values()];
  return firsts.filter((row) => firsts.some((other) => other.sideId !== row.sideId && other.saidSort < row.saidSort));
}

export function tokensOf(row: CountedRow): Token[] {
  return tokenize(row.quote);
}

/** By date, then by id, as lists are. */
function isEarlier(one: CountedRow, other: CountedRow): boolean {
  return one.saidSort < other.saidSort || (one.saidSort === other.saidSort && one.id < other.id);
}

function addTo(counts: Map<string, UsageCounts>, key: string): UsageCounts {
  const known = counts.get(key) ?? noUsages();
  counts.set(key, known);
  return known;
}
