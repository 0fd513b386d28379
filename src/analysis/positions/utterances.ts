import { and, type SQL, sql } from 'drizzle-orm';
import type { Build } from '../../platform/engine/engine.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';

/** Which published rows of stances are counted: what makes the query's name, its values, and its condition. */
export type Counted = {
  name: string;
  values: Record<string, unknown>;
  holds(build: Build<Tables>): SQL | undefined;
};

export type Repeat = { statementId: string; utteranceId: string };

/**
 * Of the rows that are counted those whose utterance is among them more than once, as copy or as first report. They are
 * few, and all that tells utterances from statements (see `utterancesAmong`).
 */
export async function repeatsAmong(from: Handle, { name, values, holds }: Counted): Promise<Repeat[]> {
  const read = (which: string, condition: (build: Build<Tables>) => SQL, more: Record<string, unknown>) =>
    from.query(
      `${which} ${name}`,
      (build) => {
        const { statementId, utteranceId } = build.t.stances;
        return build.db
          .select({ statementId, utteranceId })
          .from(build.t.stances)
          .where(and(holds(build), condition(build)));
      },
      { ...values, ...more },
    );
  const copies = await read('copies', ({ t }) => sql`${t.stances.utteranceId} <> ${t.stances.statementId}`, {});
  if (copies.length === 0) return [];
  const firsts = [...new Set(copies.map(({ utteranceId }) => utteranceId))];
  return [
    ...copies,
    ...(await read('first reports', ({ t, oneOf }) => oneOf(t.stances.statementId, 'firsts'), { firsts })),
  ];
}

/** How many utterances `n` statements are, given the repeats among them. */
export function utterancesAmong(n: number, repeats: readonly Repeat[]): number {
  const distinct = (of: (repeat: Repeat) => string) => new Set(repeats.map(of)).size;
  return n - distinct(({ statementId }) => statementId) + distinct(({ utteranceId }) => utteranceId);
}
