import type { Tables } from '../../platform/engine/tables.ts';
import type { MergeTarget } from '../claims/merge-targets.ts';
import type { StanceState } from './statement.ts';

type StatementRow = Tables['statements']['$inferSelect'];

/**
 * Stances on the claims as they stand. Where several came to one claim by merges, that one stands which was written for
 * it, or took the fewest steps to it. What was written is kept where that is not the same.
 */
export function stancesAsTheyStand(
  own: readonly StanceState[],
  placeOf: (claim: string) => MergeTarget,
): Pick<StatementRow, 'stances' | 'ownStances'> {
  const nearest = new Map<string, StanceState & { steps: number }>();
  for (const { claim, stance } of own) {
    const { root, steps } = placeOf(claim);
    const known = nearest.get(root);
    if (known === undefined || steps < known.steps) nearest.set(root, { claim: root, stance, steps });
  }
  const stances = [...nearest.values()].map(({ claim, stance }) => ({ claim, stance }));
  const isSame = own.every(({ claim }) => placeOf(claim).steps === 0);
  return { stances, ownStances: isSame ? null : [...own] };
}
