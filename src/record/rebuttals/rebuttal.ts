import { z } from 'zod';
import { entityShape, Reference } from '../../kernel/entity.ts';
import { textUpTo } from '../../kernel/text.ts';
import { RebuttalKind, StatementBrief } from '../statements/statement.ts';

/**
 * A statement that answers another, by an authored, typed link.
 *
 * An undercut attacks the source or the inference; a disavowal says "I never said that". Concessions and
 * clarifications answer without setting themselves against. Never of itself, never twice, always within one dispute.
 */
export const Rebuttal = z
  .strictObject({
    ...entityShape('rebuttal'),
    statement: StatementBrief.describe('The answer'),
    rebuts: StatementBrief.describe('The answered'),
    kind: RebuttalKind,
    note: textUpTo(5000).nullable(),
  })
  .meta({ id: 'Rebuttal' });
export type Rebuttal = z.infer<typeof Rebuttal>;

export const NewRebuttal = z.strictObject({
  statement: Reference,
  rebuts: Reference,
  kind: RebuttalKind,
  note: textUpTo(5000).nullable().default(null),
});
export type NewRebuttal = z.infer<typeof NewRebuttal>;
