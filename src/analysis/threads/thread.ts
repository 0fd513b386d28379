import { z } from 'zod';
import { idOf } from '../../kernel/id.ts';
import { wholeNumberOr } from '../../kernel/number.ts';
import { RebuttalKind, StatementBrief } from '../../record/statements/statement.ts';

export const DEPTH_MAX = 100;
export const NODES_MAX = 500;

/** A statement with everything that it answers and that answers it, over any number of steps. */
export const Thread = z
  .strictObject({
    statement: idOf('statement').describe('Where the thread was taken up'),
    depth: z.int().describe('How many steps were followed, either way'),
    truncated: z.boolean().describe(`Whether it goes on: deeper, or beyond ${NODES_MAX} statements`),
    nodes: z.array(
      z.strictObject({ ...StatementBrief.shape, depth: z.int().min(0).describe('Steps from the statement asked for') }),
    ),
    edges: z.array(
      z.strictObject({
        id: idOf('rebuttal'),
        kind: RebuttalKind,
        from: idOf('statement').describe('The answer'),
        to: idOf('statement').describe('The answered'),
        note: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Thread' });
export type Thread = z.infer<typeof Thread>;

export const ThreadQuery = z.strictObject({
  depth: wholeNumberOr(DEPTH_MAX, 0, DEPTH_MAX).describe(
    'How many steps to follow from the statement, to what it answers and to its answers',
  ),
});

/** How a node is written where there is one line for it: its words, and whose they are. */
export function lineOf({ quote, speaker, side, saidAt }: StatementBrief): { words: string; whose: string } {
  const words = quote.replace(/\s+/g, ' ').trim();
  const whose = [speaker.name, ...(side === null ? [] : [side.name]), ...(saidAt === null ? [] : [saidAt])]
    .join(', ')
    .replace(/\s+/g, ' ');
  return { words, whose };
}
