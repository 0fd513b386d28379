import { z } from 'zod';
import { ClaimBrief } from '../../record/claims/claim.ts';
import { DisputeBrief } from '../../record/disputes/dispute.ts';
import { QuestionBrief } from '../../record/disputes/question.ts';
import { SpeakerBrief } from '../../record/speakers/speaker.ts';
import { Stance, StatementBrief } from '../../record/statements/statement.ts';
import { Count, DateRange, StanceCounts, Utterances } from '../tally.ts';

/** Stances that one answer tells, the newest ones; `truncated` says that there are older ones. */
export const POSITIONS_MAX = 1000;

/** What a speaker held on each question over time, the oldest first. */
export const SpeakerPositions = z
  .strictObject({
    speaker: SpeakerBrief.omit({ title: true }),
    n: Count.describe('Statements that take a stance'),
    utterances: Utterances,
    range: DateRange,
    truncated: z.boolean().describe(`Whether there are more than the newest ${POSITIONS_MAX} stances`),
    questions: z.array(
      z.strictObject({
        dispute: DisputeBrief,
        question: QuestionBrief,
        stances: StanceCounts,
        changed: z.boolean().describe('Whether a stance on this question ever turned'),
        positions: z.array(
          z.strictObject({
            claim: ClaimBrief,
            stance: Stance,
            changed: z
              .boolean()
              .describe('Supports what the speaker denied the last time before, or denies what the speaker supported'),
            statement: StatementBrief,
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'SpeakerPositions' });
export type SpeakerPositions = z.infer<typeof SpeakerPositions>;

/** Marks each stance that turns against the last support or denial of the same claim; the rows are in order of time. */
export function withTurns<Row extends { claimId: string; stance: Stance }>(
  rows: readonly Row[],
): (Row & { changed: boolean })[] {
  const last = new Map<string, Stance>();
  return rows.map((row) => {
    if (row.stance !== 'support' && row.stance !== 'deny') return { ...row, changed: false };
    const before = last.get(row.claimId);
    last.set(row.claimId, row.stance);
    return { ...row, changed: before !== undefined && before !== row.stance };
  });
}
