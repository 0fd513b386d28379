import { z } from 'zod';
import { oneOrMore, Reference } from '../../../kernel/entity.ts';
import { pageQuery } from '../../../kernel/page.ts';
import { lineUpTo } from '../../../kernel/text.ts';
import { ArticleBrief } from '../../../record/articles/article.ts';
import { OutletBrief } from '../../../record/outlets/outlet.ts';
import { Usage } from '../../../text/terms/term.ts';
import { comparisonFilter } from '../claims/claim-comparison.ts';

/** One place where an outlet has a term in its own voice, with at most the sentence around it: the text is its outlet's. */
export const OwnVoicePlace = z
  .strictObject({
    article: ArticleBrief,
    outlet: OutletBrief,
    snapshot: z.int().min(1).nullable().describe("The text, which is the article's newest; null where it is the title"),
    before: z.string().describe('What stands before it in its sentence'),
    match: z.string().describe('The term as it stands there'),
    after: z.string().describe('What stands after it in its sentence'),
    usage: Usage,
  })
  .meta({ id: 'OwnVoicePlace' });
export type OwnVoicePlace = z.infer<typeof OwnVoicePlace>;

const { from, to, side, outlet } = comparisonFilter;

/** Speakers and sides choose statements, and leave nothing out here, as they leave nothing out of what is counted. */
export const ownVoiceQuery = {
  term: lineUpTo(200).describe('The wording; its other forms are found, too'),
  dispute: oneOrMore(Reference).describe('Articles with a statement of this dispute'),
  speaker: oneOrMore(Reference).describe('Leaves out nothing here'),
  side: side.describe('Leaves out nothing here'),
  outlet,
  from: from.describe('Published at this date or later'),
  to: to.describe('Published at this date or earlier'),
  ...pageQuery,
};
export const OwnVoiceQuery = z.strictObject(ownVoiceQuery);
export type OwnVoiceQuery = Omit<z.infer<typeof OwnVoiceQuery>, 'limit' | 'cursor' | 'count'>;
