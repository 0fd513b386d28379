import type { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';
import { between } from './answer.ts';

const TOPIC_MAX = 300;

/** What a person may pick from a menu. */
export function registerPrompts(server: McpServer): void {
  server.registerPrompt(
    'both_sides',
    {
      title: 'Both sides of …',
      description: 'Tells what each side says about a dispute, claim or wording, in their own words, with sources',
      argsSchema: z.object({
        topic: z.string().min(1).max(TOPIC_MAX).describe('A dispute, a claim, or words for them'),
      }),
    },
    ({ topic }) => ({
      messages: [
        {
          role: 'user' as const,
          content: {
            type: 'text' as const,
            text: [
              `Tell me both sides, or all of them, of this: ${between(topic)}`,
              'Use Counterclaim: positions where it is a dispute, else search_statements to find its claims; then compare_claims or compare_terms, find_pairs and what_answered.',
              'For each side give two or three quotes word for word, with speaker, date and address, as much room for one as for another, and what answered each. Say what is contested, what is agreed, and on what nobody of a side is recorded.',
              'Do not say who is right. Before you show your answer, check it with check_quotes and mend what is not exact.',
            ].join('\n\n'),
          },
        },
      ],
    }),
  );
}
