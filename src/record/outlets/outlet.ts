import { z } from 'zod';
import { WebUrl } from '../../kernel/address.ts';
import { AssignedCountry, Country } from '../../kernel/country.ts';
import { entityShape } from '../../kernel/entity.ts';
import { idOf } from '../../kernel/id.ts';
import { Similar } from '../../kernel/similar.ts';
import { Slug } from '../../kernel/slug.ts';
import { lineUpTo } from '../../kernel/text.ts';

export const OutletKind = z
  .enum(['newspaper', 'broadcaster', 'agency', 'government', 'platform', 'other'])
  .meta({ id: 'OutletKind' });
export type OutletKind = z.infer<typeof OutletKind>;

/** Who publishes articles. */
export const Outlet = z
  .strictObject({
    ...entityShape('outlet'),
    slug: Slug,
    name: lineUpTo(200),
    homepage: WebUrl.nullable(),
    kind: OutletKind,
    country: Country.nullable(),
    similar: Similar.optional(),
  })
  .meta({ id: 'Outlet' });
export type Outlet = z.infer<typeof Outlet>;

export const NewOutlet = z.strictObject({
  name: Outlet.shape.name,
  slug: Slug.optional(),
  homepage: WebUrl.nullable().default(null),
  kind: OutletKind.default('other'),
  country: AssignedCountry.nullable().default(null),
});
export type NewOutlet = z.infer<typeof NewOutlet>;

/** An outlet as other answers name it. */
export const OutletBrief = z
  .strictObject({ id: idOf('outlet'), slug: Slug, name: Outlet.shape.name })
  .meta({ id: 'OutletBrief' });
export type OutletBrief = z.infer<typeof OutletBrief>;
