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
        checked: Count.describe('Whose quote was looked up in a text: all but `no-text`'),
        verified: Count.describe(
          'Of `checked`, those whose quote stands in the article: `exact`, `normalized` or `elided`',
        ),
        rebutted: Count.describe(
          'That a statement of another side rebuts, or what they repeat; concessions and clarifications are no rebuttals',
        ),
        unanswered: Count.describe('That no statement of another side rebuts: n less `rebutted`'),
        timed: Count.describe('Of `rebutted`, those that have a time, as their first rebuttal has'),
        medianHoursToRebuttal: z
          .number()
          .nullable()
          .describe(
            'The median over `timed` of the hours to the first rebuttal; what nobody rebutted is not in it. Negative where a rebuttal bears the earlier date',
          ),
        timedByDay: Count.describe(
          'Of `rebutted`, those that have a day, as their first rebuttal has; `timed` among them',
        ),
        medianDaysToRebuttal: z
          .number()
          .nullable()
          .describe("The same over `timedByDay` of the days between, by the speakers' calendars; 0 is the same day"),
        outlets: Count.describe('Outlets that report it'),
        range: DateRange,
      }),
    ),
  })
  .meta({ id: 'Balance' });
export type Balance = z.infer<typeof Balance>;
