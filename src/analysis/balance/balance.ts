import { z } from 'zod';
import { DisputeBrief, SideWithRole } from '../../record/disputes/dispute.ts';
import { Count, DateRange, Share, Utterances } from '../tally.ts';

/** How much each side of a dispute is heard, how well its quotes are checked, and how it is answered. */
export const Balance = z
  .strictObject({
    dispute: DisputeBrief,
    total: Count,
    utterances: Utterances,
    range: DateRange,
    sides: z.array(
      z.strictObject({
        side: SideWithRole,
        n: Count.describe('Statements of the side'),
        utterances: Utterances,
        share: Share,
        verified: Count.describe('Whose quote stands in the article: `exact`, `normalized` or `elided`'),
        rebutted: Count.describe('That a statement rebuts; concessions and clarifications are no rebuttals'),
        unanswered: Count.describe('That no statement rebuts: n less `rebutted`'),
        medianHoursToRebuttal: z
          .number()
          .min(0)
          .nullable()
          .describe(
            'The median over its rebutted statements of the hours to the first rebuttal; of those only whose `saidAt` is known to the day on both ends. Days count 24 hours where a time is missing',
          ),
        outlets: Count.describe('Outlets that report it'),
        range: DateRange,
      }),
    ),
  })
  .meta({ id: 'Balance' });
export type Balance = z.infer<typeof Balance>;
