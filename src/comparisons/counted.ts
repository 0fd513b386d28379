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

/** A filter that was read: the sort keys between which a statement is said, sides and outlets by their ids. */
export type ReadFilter = {
  start: string;
  until: string;
  sides: string[] | undefined;
  outlets: string[] | undefined;
  /** Whether it leaves everything, so that what is kept of the whole record answers it. */
  isOpen: boolean;
};

/** Fails with `unknown-reference`, and with `invalid` for a range upside down. */
export async function readFilter(from: Handle, filter: CountedFilter): Promise<ReadFilter> {
  const { from: start, until } = rangeOf(filter.from, filter.to);
  return {
    start,
    until,
    sides: filter.side && (await idsReferred(from, 'side', filter.side, 'side')),
    outlets: filter.outlet && (await idsReferred(from, 'outlet', filter.outlet, 'outlet')),
    isOpen: Object.values({ ...filter }).every((value) => value === undefined),
  };
}

/** The published stances on these claims that the filter leaves. One claim is written so that an index keeps its order. */
export function countedStances(claims: readonly string[], { start, until, sides, outlets }: ReadFilter): Counted {
  const [first, ...others] = claims;
  const isOne = others.length === 0;
  return {
    name: `counted${isOne ? ' of one' : ''}${sides ? ' sides' : ''}${outlets ? ' outlets' : ''}`,
    values: {
      ...(isOne ? { claim: first } : { claims: [...claims] }),
      start,
      until,
      ...(sides && { sides }),
      ...(outlets && { outlets }),
    },
    holds: ({ t, param, oneOf }) =>
      and(
        isOne ? sql`${t.stances.claimId} = ${param('claim')}` : oneOf(t.stances.claimId, 'claims'),
        sql`${t.stances.status} = 'published'`,
        sql`${t.stances.saidSort} >= ${param('start')}`,
        sql`${t.stances.saidSort} < ${param('until')}`,
        sides && oneOf(t.stances.sideId, 'sides'),
        outlets && oneOf(t.stances.outletId, 'outlets'),
      ),
  };
}
