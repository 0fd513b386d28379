import { z } from 'zod';

/**
 * How a statement, or an article in its outlet's own voice, has a term, a wording that marks a framing: as its own word,
 * denied, or only mentioned as what others call it (rule 7 of the record); `unread` in a language that has no grammar here.
 */
export const Usage = z.enum(['use', 'denial', 'mention', 'unread']).meta({ id: 'TermUsage' });
export type Usage = z.infer<typeof Usage>;
