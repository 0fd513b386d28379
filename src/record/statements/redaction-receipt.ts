import { z } from 'zod';
import { EntityName } from '../../kernel/entity.ts';
import { idOf } from '../../kernel/id.ts';
import { textUpTo } from '../../kernel/text.ts';
import { Timestamp } from '../../kernel/time.ts';

/** Why the words of a statement are removed for good; it is public. */
export const Redaction = z.strictObject({ reason: textUpTo(1000) }).meta({ id: 'Redaction' });

/** What became of a redaction: what was removed where, and where the words may still stand. */
export const RedactionReceipt = z
  .strictObject({
    id: idOf('statement'),
    revision: z.int().min(1),
    redactedAt: Timestamp,
    reason: z.string(),
    lines: z.array(z.int()).describe('The lines of history whose words were removed'),
    comments: z
      .array(z.int())
      .describe('Lines of others, written in the same requests, whose comment was removed and nothing else'),
    snapshots: z.array(z.int()).describe('Snapshots of the article in which the quote was blanked, by their numbers'),
    elsewhere: z
      .array(EntityName)
      .describe(
        'What else of the record, or of its history, has the same words: for a person to look at, and to redact where it can be',
      ),
    purged: z
      .boolean()
      .describe('Whether the files of the database were cleaned of what had been there; if not, the log says why'),
  })
  .meta({ id: 'RedactionReceipt' });
export type RedactionReceipt = z.infer<typeof RedactionReceipt>;
