import { z } from 'zod';
import { entityShape, Reference } from '../../kernel/entity.ts';
import { textUpTo } from '../../kernel/text.ts';
import { ClaimBrief } from './claim.ts';

/**
 * How one claim stands to another. `contradicts` and `reframes` make claims compete, across questions too; `supports`
 * and `different-scope` (opposite-sounding, and both can be true) take claims of one question out of competition.
 */
export const ClaimRelationKind = z
  .enum(['contradicts', 'reframes', 'narrows', 'supports', 'different-scope'])
  .meta({ id: 'ClaimRelationKind' });
export type ClaimRelationKind = z.infer<typeof ClaimRelationKind>;

const COMPETING: readonly ClaimRelationKind[] = ['contradicts', 'reframes'];
const APART: readonly ClaimRelationKind[] = ['supports', 'different-scope'];

/** True of kinds of which one makes two claims compete and the other keeps them from it, or says that both can be true. */
export function areAtOdds(one: ClaimRelationKind, other: ClaimRelationKind): boolean {
  return (COMPETING.includes(one) && APART.includes(other)) || (APART.includes(one) && COMPETING.includes(other));
}

export const ClaimRelation = z
  .strictObject({
    ...entityShape('claim-relation'),
    claim: ClaimBrief,
    kind: ClaimRelationKind,
    target: ClaimBrief,
    note: textUpTo(5000).nullable(),
  })
  .meta({ id: 'ClaimRelation' });
export type ClaimRelation = z.infer<typeof ClaimRelation>;

export const NewClaimRelation = z.strictObject({
  claim: Reference,
  kind: ClaimRelationKind,
  target: Reference,
  note: textUpTo(5000).nullable().default(null),
});
export type NewClaimRelation = z.infer<typeof NewClaimRelation>;
