import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { Timestamp } from '../kernel/time.ts';
import type { Examples } from '../platform/http/document/examples.ts';
import type { About } from '../platform/http/documents.ts';
import { VERSION } from '../platform/version.ts';
import { Closest, QuoteResult } from '../text/quotes/quote.ts';

const EXAMPLES = new URL('../../openapi/examples.json', import.meta.url);

/** What the documents say besides the routes; the tags in the order of the story. */
export const ABOUT: Omit<About, 'url' | 'examples'> = {
  info: {
    title: 'Counterclaim',
    version: VERSION,
    summary: 'Who says what, since when, in whose words, in answer to whom.',
    license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    description: `Keeps attributed statements linked to the articles that report them, checks that the quotes stand there, and sets competing claims against each other.

**References.** Wherever an entity is named, its id or its slug works; of an article its URL too.

**Lists** answer \`items\` and \`next\`, the cursor of the following page. They have a total order, so that no item is repeated or missed while others write. Filters are joined by AND, repeated values of one filter by OR. A query field that is not known is a 400.

**Less.** \`fields=quote,speaker\` leaves of each entity these members and \`id\`, in its list and by itself; \`view=brief\` leaves of a list what other answers show of its items. Less is read then. Tags are those of what is answered; the revision in them is the same.

**Words** (\`q\`) must all occur; \`"a phrase"\`, \`-not\`, \`prefix*\`, \`OR\`. Accents and case make no difference. Anything else is text; without a word nothing is found.

**Formats.** Answers are JSON; some can be had otherwise, too, as the \`Accept\` header says, or \`?format=\` where that cannot be set. What nothing here fits is a 406. A list as \`application/x-ndjson\` has one item a line and is the whole list, from \`cursor\` on where one is given, read while it is sent; with \`limit\` it is one page, and a \`Link\` leads to the next. What changes meanwhile is told as it is when its turn comes.

**Headers.** Every answer has an \`X-Request-Id\`, by which the service’s log knows the request, and where requests are counted \`RateLimit-Limit\`, \`RateLimit-Remaining\` and \`RateLimit-Reset\`. What can be read has \`Cache-Control\`.

**Changes** need the \`ETag\` that was read in \`If-Match\`, so that of two people who edit the same revision the second is told; other writes to one entity heed it when it is sent. In the body of a PATCH null removes a member, and a list replaces the whole list; without a difference nothing is written. A write may say why in \`Change-Comment\`; it stands in history. Where several services on standbys share a record, a write is answered with \`Written-At\`; a read that sends it along finds what was written until then on any of them.

**Problems** are \`application/problem+json\` (RFC 9457) everywhere. \`code\` says which problem it is, \`errors\` where it stands, and further members help to mend it.

**Keys** go into \`Authorization: Bearer cck_…\`. Reading is open to everyone, unless the service says \`PUBLIC_READ=false\`; drafts, keys and the full texts of articles never are.`,
  } as About['info'],
  tags: [
    { name: 'sides', description: 'Camps that speakers speak for' },
    { name: 'disputes', description: 'Contested stories with two or more sides' },
    { name: 'questions', description: 'Questions at issue, to which claims are competing answers' },
    { name: 'outlets', description: 'Who publishes articles' },
    {
      name: 'articles',
      description: 'What was published, the texts of it that were retrieved, and what became of quotes in them',
    },
    { name: 'speakers', description: 'To whom words are attributed' },
    { name: 'claims', description: 'Propositions that statements take a stance on' },
    { name: 'claim-relations', description: 'How claims stand to each other' },
    { name: 'statements', description: 'Who said what, for which side, in whose words, as which article reports it' },
    { name: 'rebuttals', description: 'Statements that answer others' },
    { name: 'reviews', description: 'Published fact-checks of claims and statements' },
    { name: 'corrections', description: 'What was wrong, and since when that is known' },
    { name: 'changes', description: 'Every change of the record, in a chain that can be verified' },
    { name: 'drift', description: 'What became of quotes after publication' },
    { name: 'pairs', description: 'Statements set against each other' },
    { name: 'comparisons', description: 'Whose word against whose: claims and wordings side by side' },
    { name: 'search', description: 'Statements, claims, speakers and articles by their words' },
    { name: 'quotes', description: 'Whether a quote really stands in a text' },
    { name: 'assistants', description: 'The same for assistants, by the Model Context Protocol' },
    { name: 'imports', description: 'Records in, as a stream' },
    { name: 'exports', description: 'The record out, as a stream' },
    { name: 'keys', description: 'Who may read, write and administer' },
    { name: 'health', description: 'For those who run the service' },
    { name: 'documents', description: 'What the service can be asked for' },
  ],
};

/** What problems say besides what every problem says; its types stand in the schema of problems. */
export const ProblemHelp = z
  .object({
    result: QuoteResult.optional().describe('How the quote stands in the article'),
    closest: Closest.optional().describe('What the article has instead of the quote'),
    existing: z.string().optional().describe('The id of what is there already'),
    mergedInto: z.string().optional().describe('The id of the claim that this one was merged into'),
    references: z.record(z.string(), z.int()).optional().describe('How many refer to it, of each kind'),
    revision: z.int().optional().describe('The revision that it has now'),
    reason: z.string().nullable().optional().describe('Why it was withdrawn'),
    withdrawnAt: Timestamp.optional(),
    redactedAt: Timestamp.optional().describe('When its words were removed for good'),
    offered: z.array(z.string()).optional().describe('The media types that there are'),
  })
  .meta({ id: 'ProblemHelp' });

/** Requests and answers of the running demo, as `npm run openapi` recorded them. */
export function recordedExamples(): Examples {
  if (!existsSync(EXAMPLES)) return { exchanges: {}, problems: {} };
  return JSON.parse(readFileSync(EXAMPLES, 'utf8')) as Examples;
}
