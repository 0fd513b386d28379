import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { BEARINGS, RebuttalKind } from '../statements/statement.ts';

const OTHERS = RebuttalKind.options.filter((kind) => BEARINGS[kind] !== 'against').map((kind) => `'${kind}'`);

/** True where the kind of a rebuttal says that the answer sets itself against what it answers. */
export function isAgainst(kind: SQLWrapper): SQL {
  return sql`${kind} not in ${sql.raw(`(${OTHERS.join(', ')})`)}`;
}
