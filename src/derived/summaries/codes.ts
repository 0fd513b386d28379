import { type SQL, sql } from 'drizzle-orm';
import { GRANULARITIES, type Granularity, MEMBER_KINDS, type MemberKind } from './table.ts';

/** A granularity as it is stored, to be written into a query. */
export function granularityCode(granularity: Granularity): SQL {
  return sql.raw(String(GRANULARITIES.indexOf(granularity)));
}

/** The same of a kind of members. */
export function memberCode(kind: MemberKind): SQL {
  return sql.raw(String(MEMBER_KINDS.indexOf(kind)));
}
