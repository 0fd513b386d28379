import { z } from 'zod';

/**
 * How a statement has a term, a wording that marks a framing: as the speaker's own word, denied, or only mentioned as
 * what others call it (rule 7 of the record).
 */
export const Usage = z.enum(['use', 'denial', 'mention']);
export type Usage = z.infer<typeof Usage>;
