import { answered } from './derived/answered/answered.ts';
import { drift } from './derived/drift/follow.ts';
import { fullText } from './derived/full-text/follow.ts';
import { summaries } from './derived/summaries/upkeep.ts';
import { terms } from './derived/terms/follow.ts';
import { warnings } from './derived/warnings/follow.ts';
import * as imports from './exchange/forgetting.ts';
import { chain } from './history/store.ts';
import * as idempotency from './idempotency/store.ts';
import { type Opening, openEngine } from './platform/engine/open.ts';
import type { Engine, Follower } from './platform/engine/tables.ts';
import { formerNames } from './record/former-names.ts';
import { likenesses } from './record/likenesses/follow.ts';
import { touchesStatements } from './record/statements/touching.ts';
import { tables } from './tables.ts';

/**
 * What follows from every write, in this order, right before its commit.
 *
 * Up to the chain of history each locks what nobody waits for who has the chain's turn. From there to the commit one
 * transaction at a time is let through, so that what is read there is what will be committed.
 */
export const followers: readonly Follower[] = [
  drift,
  likenesses,
  imports.forgetting,
  idempotency.forgetting,
  idempotency.claim,
  formerNames,
  chain,
  warnings,
  fullText,
  // What has a term is found by the full-text index.
  terms,
  answered,
  // What is counted of statements, of terms and of answers is summed up.
  summaries,
];

/** Opens the database of the service, with its tables and all that follows from what is written to it. */
export function openDatabase(url: string, opening: Opening = {}): Promise<Engine> {
  return openEngine(url, tables, followers, opening, touchesStatements);
}
