import type { ClaimComparison } from '../../analysis/comparisons/claims/claim-comparison.ts';
import type { ClaimsAsked } from '../../analysis/comparisons/claims/claims-with-pairs.ts';
import type { TermComparison } from '../../analysis/comparisons/terms/term-comparison.ts';
import { listStatements } from '../../analysis/statements/list-store.ts';
import type { Claim } from '../../record/claims/claim.ts';
import { getClaim } from '../../record/claims/store.ts';
import { idsReferred } from '../../record/references.ts';
import type { Statement } from '../../record/statements/statement.ts';
import type { Visit } from '../frame/visit.ts';
import { languagesOf } from '../parts/languages-store.ts';
import { type Palette, readPalette } from '../parts/palette.ts';

/** Statements and pairs that the page reads at most, so that it reads and shows no more than 200 statements. */
const STATEMENTS_MAX = 100;
const PAIRS_MAX = 50;

export type Column = ClaimComparison['columns'][number];

/** Since when a side takes a stance on a claim, and how often. */
export type Since = {
  side: { id: string; slug: string; name: string };
  stance: string;
  n: number;
  first: string | null;
  /** Whether the first date is the statement's own, and known to the day. */
  isSure: boolean;
  published: string | null;
};

export type Picture = {
  comparison: ClaimComparison;
  claims: Claim[];
  /** What was said on the claims, the oldest first, as far as the page reads it. */
  statements: Statement[];
  isWhole: boolean;
  palette: Palette;
  languages: ReadonlyMap<string, string>;
};

/** The claims themselves. */
export async function readClaims({ engine: { read } }: Visit, { query }: ClaimsAsked): Promise<Claim[]> {
  const ids = await idsReferred(read, 'claim', query.claim, 'claim');
  return Promise.all(ids.map((id) => getClaim(read, id)));
}

export async function readPicture(
  { engine, comparer, signal }: Visit,
  asked: ClaimsAsked,
  claims: Claim[],
): Promise<Picture> {
  const { claim: references, from, to, side, outlet } = asked.query;
  const { filter: pairFilter, paging, ...sealed } = asked.pairs;
  const pairs = { ...sealed, filter: pairFilter, paging: { ...paging, limit: Math.min(paging.limit, PAIRS_MAX) } };
  const filter = { claim: references, saidFrom: from, saidTo: to, side, outlet, status: 'published' as const };
  const [made, page, palette] = await Promise.all([
    comparer.make('claims', { ...asked, pairs }, signal),
    listStatements(engine, filter, 'saidAt', { limit: STATEMENTS_MAX, after: null, count: false }, { drafts: false }),
    readPalette(engine.read),
  ]);
  const comparison = made.read();
  const statements = page.items;
  const known = new Map(statements.map(({ id, language }) => [id, language]));
  const unknown = comparison.pairs.items
    .flatMap(({ left, right }) => [left.id, right.id])
    .filter((id) => !known.has(id));
  const languages = new Map([...known, ...(await languagesOf(engine.read, unknown))]);
  return { comparison, claims, statements, isWhole: page.next === null, palette, languages };
}

/** Who uses the wordings of the claims. `of` says which statements were counted, where not all of the dispute were. */
export type Words = { terms: TermComparison; of: 'dispute' | 'record' | 'newest' };

/**
 * The wordings of the claims in their dispute. Where more than a page may read have them, they are told as the record
 * keeps them counted, which is of all disputes; with a filter, as the newest have them. Null where there are not two.
 */
export async function readWords(
  { comparer, signal }: Visit,
  { query: { from, to, side, outlet, granularity } }: ClaimsAsked,
  claims: readonly Claim[],
): Promise<Words | null> {
  const term = [...new Set(claims.flatMap((claim) => wordingOf(claim) ?? []))].slice(0, 6);
  const [first] = claims;
  if (term.length < 2 || first === undefined) return null;
  const wanted = { term, from, to, side, outlet, granularity, speaker: undefined };
  const made = (dispute: string[] | undefined) => comparer.makeBriefly('terms', { ...wanted, dispute }, signal);
  const ofDispute = (await made([first.dispute.id])).read();
  if (isWhole(ofDispute)) return { terms: ofDispute, of: 'dispute' };
  const isFiltered = [from, to, side, outlet].some((one) => one !== undefined);
  const ofRecord = isFiltered ? null : (await made(undefined)).read();
  return ofRecord && isWhole(ofRecord) ? { terms: ofRecord, of: 'record' } : { terms: ofDispute, of: 'newest' };
}

function isWhole({ countedIn, ownVoiceOf }: TermComparison): boolean {
  return countedIn.isComplete && ownVoiceOf.isComplete;
}

/** The wording that marks a claim: the first that it lists. */
export function wordingOf({ terms }: Pick<Claim, 'terms'>): string | null {
  return terms[0]?.[0] ?? null;
}

/** Who takes which stance on a column's claim since when: as the comparison tells it, else from the statements. */
export function sinceIn(column: Column, statements: readonly Statement[]): Since[] {
  const told = (column as { since?: ToldSince[] }).since;
  if (told !== undefined) return told.map(sinceOf);
  const found = new Map<string, Since>();
  for (const { side, stances, saidAt, article } of statements) {
    const stance = stances.find(({ claim }) => claim.id === column.claim.id)?.stance;
    if (stance === undefined || side === null) continue;
    const key = `${side.id} ${stance}`;
    const known = found.get(key);
    if (known) known.n += 1;
    else {
      const isSure = saidAt !== null && saidAt.length >= 10;
      found.set(key, { side, stance, n: 1, first: saidAt, isSure, published: article.publishedAt });
    }
  }
  return [...found.values()];
}

type ToldSince = Pick<Since, 'side' | 'stance' | 'n'> & {
  first: string | { saidAt: string | null; article: { publishedAt: string } } | null;
  certain?: boolean;
};

function sinceOf({ side, stance, n, first, certain }: ToldSince): Since {
  const date = typeof first === 'string' ? first : (first?.saidAt ?? null);
  const published = typeof first === 'string' ? null : (first?.article.publishedAt ?? null);
  return { side, stance, n, first: date, isSure: certain ?? (date !== null && date.length >= 10), published };
}
