import { and, sql } from 'drizzle-orm';
import { rangeOf } from '../pairs/wanted.ts';
import { idsReferred } from '../references.ts';
import type { Handle } from '../tables.ts';
import type { Counted } from './utterances.ts';

export type CountedFilter = {
  from?: string | undefined;
  to?: string | undefined;
  side?: string[] | undefined;
  outlet?: string[] | undefined;
};

/** Published statements on these claims, as the filter wants. Fails with `unknown-reference` and `invalid`. */
export async function countedStances(from: Handle, claims: readonly string[], filter: CountedFilter): Promise<Counted> {
  const { from: start, until } = rangeOf(filter.from, filter.to);
  const sides = filter.side && (await idsReferred(from, 'side', filter.side, 'side'));
  const outlets = filter.outlet && (await idsReferred(from, 'outlet', filter.outlet, 'outlet'));
  return {
    name: `counted${sides ? ' sides' : ''}${outlets ? ' outlets' : ''}`,
    values: { claims: [...claims], start, until, ...(sides && { sides }), ...(outlets && { outlets }) },
    holds: ({ t, param, oneOf }) =>
      and(
        oneOf(t.stances.claimId, 'claims'),
        sql`${t.stances.status} = 'published'`,
        sql`${t.stances.saidSort} >= ${param('start')}`,
        sql`${t.stances.saidSort} < ${param('until')}`,
        sides && oneOf(t.stances.sideId, 'sides'),
        outlets && oneOf(t.stances.outletId, 'outlets'),
      ),
  };
}
