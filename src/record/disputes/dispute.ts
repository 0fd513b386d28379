import { z } from 'zod';
import { entityShape, Reference } from '../../kernel/entity.ts';
import { idOf } from '../../kernel/id.ts';
import { Slug } from '../../kernel/slug.ts';
import { lineUpTo, textUpTo } from '../../kernel/text.ts';
import { SideBrief } from '../sides/side.ts';

export const SIDES_MAX = 50;

/** What a side is in a dispute. */
export const SideRole = z.enum(['party', 'third-party', 'mediator']).meta({ id: 'SideRole' });
export type SideRole = z.infer<typeof SideRole>;

/** How a dispute's row keeps its sides. */
export type SideInDispute = { side: string; role: SideRole };

/** A side as the answers of its dispute name it. */
export const SideWithRole = z.strictObject({ ...SideBrief.shape, role: SideRole }).meta({ id: 'SideInDispute' });

/** A contested story with two or more sides. */
export const Dispute = z
  .strictObject({
    ...entityShape('dispute'),
    slug: Slug,
    title: lineUpTo(300),
    summary: textUpTo(5000).nullable(),
    sides: z.array(SideWithRole),
  })
  .meta({ id: 'Dispute' });
export type Dispute = z.infer<typeof Dispute>;

const NewSideInDispute = z
  .strictObject({ side: Reference, role: SideRole.default('party') })
  .meta({ id: 'NewSideInDispute' });

export const NewDispute = z.strictObject({
  title: Dispute.shape.title,
  slug: Slug.optional(),
  summary: textUpTo(5000).nullable().default(null),
  sides: z.array(NewSideInDispute).max(SIDES_MAX).default([]),
});
export type NewDispute = z.infer<typeof NewDispute>;

/** A dispute as other answers name it. */
export const DisputeBrief = z
  .strictObject({ id: idOf('dispute'), slug: Slug, title: Dispute.shape.title })
  .meta({ id: 'DisputeBrief' });
export type DisputeBrief = z.infer<typeof DisputeBrief>;
