import { z } from 'zod';
import { ClaimBrief } from '../../record/claims/claim.ts';
import { ClaimRelation } from '../../record/claims/claim-relation.ts';
import { QuestionBrief } from '../../record/disputes/question.ts';
import { Count, DateRange, StanceCounts, Utterances } from '../tally.ts';

/** A claim that competes with another. */
export const Counterclaim = z
  .strictObject({
    claim: ClaimBrief,
    question: QuestionBrief,
    why: z
      .enum(['question', 'relation'])
      .describe('`relation` where a relation sets them against each other, else they answer the same question'),
    relations: z.array(ClaimRelation).describe('All relations between the two, whichever way they lead'),
    n: Count.describe('Statements that take any stance on it'),
    utterances: Utterances,
    stances: StanceCounts,
    range: DateRange,
  })
  .meta({ id: 'Counterclaim' });
export type Counterclaim = z.infer<typeof Counterclaim>;
