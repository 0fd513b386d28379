import { z } from 'zod';
import { PartialDate } from '../../kernel/time.ts';
import { ArticleBrief } from '../../record/articles/article.ts';
import { Anchor } from '../../record/statements/anchor.ts';
import { StatementBrief } from '../../record/statements/statement.ts';
import { Closest, DriftKind, Elsewhere, QuoteDifference, QuoteResult } from '../../text/quotes/quote.ts';

const { start, end } = Anchor.shape;

const PlaceInSnapshot = z
  .strictObject({
    snapshot: z.int().min(1),
    retrievedAt: PartialDate,
    result: QuoteResult.optional().describe('How the quote appears there'),
    start,
    end,
  })
  .meta({ id: 'PlaceInSnapshot' });

/** What became of one anchored quote in another text of its article. */
export const DriftOfStatement = z
  .strictObject({
    statement: StatementBrief,
    article: ArticleBrief,
    drift: DriftKind,
    from: PlaceInSnapshot.describe('Where it was anchored'),
    to: PlaceInSnapshot.describe('Where it is in the other text; null where it is not'),
    difference: QuoteDifference.optional().describe('The gravest of what differs, when altered'),
    suggestion: z.string().optional().describe('The quote as the other text has it, when altered'),
    closest: Closest.optional().describe('What the other text has instead, when altered'),
    elsewhere: z.array(Elsewhere).optional().describe('Where its words are under other surroundings, when gone'),
    at: PartialDate.describe('When the other text was retrieved'),
  })
  .meta({ id: 'DriftOfStatement' });
export type DriftOfStatement = z.infer<typeof DriftOfStatement>;
