import { z } from 'zod';
import { entityShape } from '../../kernel/entity.ts';
import { idOf } from '../../kernel/id.ts';
import { Slug } from '../../kernel/slug.ts';
import { lineUpTo } from '../../kernel/text.ts';

/**
 * A camp that speakers speak for: a state, a party, a movement.
 *
 * The same side takes part in many disputes, and a speaker's affiliation to it holds in all of them.
 */
export const Side = z.strictObject({ ...entityShape('side'), slug: Slug, name: lineUpTo(200) }).meta({ id: 'Side' });
export type Side = z.infer<typeof Side>;

export const NewSide = z.strictObject({ name: Side.shape.name, slug: Slug.optional() });
export type NewSide = z.infer<typeof NewSide>;

/** A side as other answers name it. */
export const SideBrief = z
  .strictObject({ id: idOf('side'), slug: Slug, name: Side.shape.name })
  .meta({ id: 'SideBrief' });
export type SideBrief = z.infer<typeof SideBrief>;
