import { z } from 'zod';
import { RANKED_MAX } from '../../derived/full-text/rank.ts';
import { oneOrMore } from '../../kernel/entity.ts';
import { pageOf, pageQuery } from '../../kernel/page.ts';
import { ArticleBrief } from '../../record/articles/article.ts';
import { ClaimBrief } from '../../record/claims/claim.ts';
import { SpeakerBrief } from '../../record/speakers/speaker.ts';
import { StatementBrief } from '../../record/statements/statement.ts';
import { SearchText } from '../statements/matching.ts';

const Snippet = z.string().meta({
  id: 'Snippet',
  description: 'The sentence that holds the words, as HTML: escaped, with `<mark>` around what was found',
});

/** What was found: its kind, the brief under the name of the kind, and where the words stand. */
export const SearchResult = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('statement'), snippet: Snippet, statement: StatementBrief }),
  z.strictObject({ kind: z.literal('claim'), snippet: Snippet, claim: ClaimBrief }),
  z.strictObject({ kind: z.literal('speaker'), snippet: Snippet, speaker: SpeakerBrief }),
  z.strictObject({
    kind: z.literal('article'),
    snippet: Snippet,
    article: ArticleBrief,
    snapshot: z.int().positive().nullable().describe('The text that holds the words; null where the title does'),
    isNewest: z.boolean().describe('False where the newest text of the article has other words now, perhaps'),
  }),
]);
export type SearchResult = z.infer<typeof SearchResult>;

export const SearchResults = z
  .object({
    ...pageOf(SearchResult).shape,
    ranked: z
      .enum(['all', 'newest'])
      .describe(
        `\`newest\` when more than ${RANKED_MAX} of a kind are found: the newest of them are ranked and listed. So it is when words of which only beginnings are asked for are too common to look further`,
      ),
  })
  .meta({ id: 'SearchResults' });

const kinds = {
  statement: 'statement',
  statements: 'statement',
  claim: 'claim',
  claims: 'claim',
  speaker: 'speaker',
  speakers: 'speaker',
  article: 'article',
  articles: 'article',
} as const;
const KindName = z.enum(Object.keys(kinds) as [keyof typeof kinds, ...(keyof typeof kinds)[]]);

export const SearchQuery = z.strictObject({
  q: SearchText.describe('**Words** to look for'),
  kind: oneOrMore(KindName).describe('What is looked for; everything, when left out'),
  ...pageQuery,
});

/** The kinds asked for, each once. */
export function kindsOf(names: z.infer<typeof KindName>[] | undefined): SearchResult['kind'][] {
  return [...new Set((names ?? KindName.options).map((name) => kinds[name]))];
}
