import { notInArray, type SQL } from 'drizzle-orm';
import type { Tables } from '../../platform/engine/tables.ts';
import { BEARINGS, RebuttalKind } from '../statements/statement.ts';

const OTHERS = RebuttalKind.options.filter((kind) => BEARINGS[kind] !== 'against');

/** True where the kind of a rebuttal says that the answer sets itself against what it answers. */
export function isAgainst(kind: Tables['rebuttals']['kind']): SQL {
  return notInArray(kind, OTHERS);
}
