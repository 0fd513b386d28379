import type { ClaimComparison } from '../../analysis/comparisons/claims/claim-comparison.ts';
import type { ClaimsAsked } from '../../analysis/comparisons/claims/claims-with-pairs.ts';
import type { TermComparison } from '../../analysis/comparisons/terms/term-comparison.ts';
import { listStatements } from '../../analysis/statements/list-store.ts';
import type { Claim } from '../../record/claims/claim.ts';
import { getClaim } from '../../record/claims/store.ts';
import type { Statement } from '../../record/statements/statement.ts';
import type { Visit } from '../frame/visit.ts';
import { languagesOf } from '../parts/languages-store.ts';
import { type Palette, readPalette } from '../parts/palette.ts';

/** Statements that a page reads and shows at most. */
export const STATEMENTS_MAX = 200;

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
  /** What was said on the claims, the oldest first; at most 200. */
  statements: Statement[];
  isWhole: boolean;
  terms: TermComparison | null;
  palette: Palette;
  languages: ReadonlyMap<string, string>;
};

export async function readPicture({ engine, comparer, signal }: Visit, asked: ClaimsAsked): Promise<Picture> {
  const { claim: references, from, to, side, outlet, granularity } = asked.query;
  const comparison = (await comparer.make('claims', asked, signal)).read();
  const filter = { claim: references, saidFrom: from, saidTo: to, side, outlet, status: 'published' as const };
  const [page, palette, ...claims] = await Promise.all([
    listStatements(engine, filter, 'saidAt', { limit: STATEMENTS_MAX, after: null, count: false }, { drafts: false }),
    readPalette(engine.read),
    ...comparison.columns.map(({ claim }) => getClaim(engine.read, claim.id)),
  ]);
  const statements = page.items;
  const known = new Map(statements.map(({ id, language }) => [id, language]));
  const unknown = comparison.pairs.items
    .flatMap(({ left, right }) => [left.id, right.id])
    .filter((id) => !known.has(id));
  const languages = new Map([...known, ...(await languagesOf(engine.read, unknown))]);
  const wordings = [...new Set(claims.flatMap((claim) => wordingOf(claim) ?? []))].slice(0, 6);
  const terms =
    wordings.length < 2
      ? null
      : (
          await comparer.make(
            'terms',
            {
              term: wordings,
              dispute: claims[0] && [claims[0].dispute.id],
              from,
              to,
              side,
              outlet,
              granularity,
              speaker: undefined,
            },
            signal,
          )
        ).read();
  return { comparison, claims, statements, isWhole: page.next === null, terms, palette, languages };
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
