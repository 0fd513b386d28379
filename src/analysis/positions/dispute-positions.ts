import { z } from 'zod';
import { ClaimBrief } from '../../record/claims/claim.ts';
import { DisputeBrief, SideWithRole } from '../../record/disputes/dispute.ts';
import { QuestionBrief } from '../../record/disputes/question.ts';
import { StatementBrief } from '../../record/statements/statement.ts';
import { Count, DateRange, Share, StanceCounts, Utterances } from '../tally.ts';

/**
 * What the sides make of one question. `contested`: two sides support competing claims, or one supports what another
 * denies; `agreed`: at least two sides support, or deny, the same claim, and nothing is contested; `uncontested`: at least two
 * sides support or deny, and what they hold neither meets nor opposes; `one-sided`: one side alone does; `no-position`: none
 * does, though some may ask or comment.
 */
export const Verdict = z
  .enum(['contested', 'agreed', 'uncontested', 'one-sided', 'no-position'])
  .meta({ id: 'Verdict' });
export type Verdict = z.infer<typeof Verdict>;

const Cell = z
  .strictObject({
    side: SideWithRole,
    n: Count.describe('Statements of the side that take any stance on a claim of the question'),
    utterances: Utterances,
    share: Share,
    range: DateRange,
    claims: z.array(
      z.strictObject({ claim: ClaimBrief, n: Count, ...StanceCounts.shape, latest: StatementBrief.nullable() }),
    ),
  })
  .meta({ id: 'PositionCell' });

/** Which side holds what on each question of a dispute. Only claims of the question itself decide its verdict. */
export const DisputePositions = z
  .strictObject({
    dispute: DisputeBrief,
    total: Count.describe('Statements that take a stance in this dispute'),
    utterances: Utterances,
    range: DateRange,
    sides: z.array(SideWithRole),
    rows: z.array(
      z.strictObject({
        question: QuestionBrief,
        verdict: Verdict,
        n: Count,
        utterances: Utterances,
        range: DateRange,
        cells: z.array(Cell).describe('One of each side, in the order of `sides`'),
      }),
    ),
  })
  .meta({ id: 'DisputePositions' });
export type DisputePositions = z.infer<typeof DisputePositions>;

/** How often a side supports and denies a claim. */
export type Held = { sideId: string; claimId: string; support: number; deny: number };

/** The verdict on one question, given what the sides hold on its claims and which of the claims compete. */
export function verdictOn(held: readonly Held[], compete: (one: string, other: string) => boolean): Verdict {
  const taking = held.filter(({ support, deny }) => support + deny > 0);
  const sides = new Set(taking.map(({ sideId }) => sideId));
  if (sides.size === 0) return 'no-position';
  if (sides.size === 1) return 'one-sided';
  const isContested = taking.some((one) =>
    taking.some(
      (other) =>
        one.sideId !== other.sideId &&
        one.support > 0 &&
        (one.claimId === other.claimId ? other.deny > 0 : other.support > 0 && compete(one.claimId, other.claimId)),
    ),
  );
  if (isContested) return 'contested';
  const isAgreed = taking.some((one) =>
    taking.some(
      (other) =>
        one.sideId !== other.sideId &&
        one.claimId === other.claimId &&
        ((one.support > 0 && other.support > 0) || (one.deny > 0 && other.deny > 0)),
    ),
  );
  return isAgreed ? 'agreed' : 'uncontested';
}
