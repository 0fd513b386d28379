import type { Handle } from '../tables.ts';
import { wordsOf } from '../words/token.ts';

/** The wordings of terms where claims list all of them, so that what has them is kept counted; else none. */
export async function keptTerms(from: Handle, terms: readonly string[]): Promise<string[]> {
  const wordings = [...new Set(terms.map((term) => wordsOf(term).join(' ')))];
  const rows = await from.query(
    'whole terms named',
    ({ db, t, oneOf }) =>
      db
        .select({ wording: t.terms.wording, isWhole: t.terms.isWhole })
        .from(t.terms)
        .where(oneOf(t.terms.wording, 'wordings')),
    { wordings },
  );
  return rows.length === wordings.length && rows.every(({ isWhole }) => isWhole) ? wordings : [];
}
