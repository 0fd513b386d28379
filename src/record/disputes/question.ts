import { z } from 'zod';
import { entityShape, Reference } from '../../kernel/entity.ts';
import { idOf } from '../../kernel/id.ts';
import { Slug } from '../../kernel/slug.ts';
import { lineUpTo } from '../../kernel/text.ts';
import { DisputeBrief } from './dispute.ts';

/** A question at issue in a dispute, to which claims are competing answers: "What is the state of the Lachin corridor?" */
export const Question = z
  .strictObject({ ...entityShape('question'), slug: Slug, dispute: DisputeBrief, text: lineUpTo(500) })
  .meta({ id: 'Question' });
export type Question = z.infer<typeof Question>;

export const NewQuestion = z.strictObject({ dispute: Reference, text: Question.shape.text, slug: Slug.optional() });
export type NewQuestion = z.infer<typeof NewQuestion>;

/** A question as other answers name it. */
export const QuestionBrief = z
  .strictObject({ id: idOf('question'), slug: Slug, text: Question.shape.text })
  .meta({ id: 'QuestionBrief' });
export type QuestionBrief = z.infer<typeof QuestionBrief>;
