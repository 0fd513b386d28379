import type { ClaimRelationKind } from './claim-relation.ts';

/** A claim as far as competition goes: itself, and the question that it answers. */
export type Answer = { id: string; questionId: string };

/**
 * Why two claims compete: `relation` when one of the kinds `contradicts` or `reframes` ties them, across questions too;
 * `question` when they answer one question and no relation `supports` or `different-scope` ties them; null when they do
 * not. `ties` are the kinds of all relations between the two, whichever way they lead.
 */
export function competition(
  one: Answer,
  other: Answer,
  ties: readonly ClaimRelationKind[],
): 'relation' | 'question' | null {
  if (one.id === other.id) return null;
  if (ties.some((kind) => kind === 'contradicts' || kind === 'reframes')) return 'relation';
  const isApart = ties.some((kind) => kind === 'supports' || kind === 'different-scope');
  return one.questionId === other.questionId && !isApart ? 'question' : null;
}
