import { z } from 'zod';
import { idOf } from './id.ts';
import { textUpTo } from './text.ts';
import { PartialDate } from './time.ts';

export const CorrectionKind = z
  .enum(['correction', 'clarification', 'update', 'retraction', 'right-of-reply'])
  .meta({ id: 'CorrectionKind' });
export type CorrectionKind = z.infer<typeof CorrectionKind>;

/** A public note on what was wrong, as it stands inside what it corrects. */
export const CorrectionNote = z
  .strictObject({
    id: idOf('correction'),
    kind: CorrectionKind,
    note: textUpTo(5000),
    effectiveAt: PartialDate.describe('Since when it holds'),
  })
  .meta({ id: 'CorrectionNote' });
export type CorrectionNote = z.infer<typeof CorrectionNote>;

/** The corrections of an entity, as every answer that shows it whole has them. */
export const CorrectionNotes = z
  .array(CorrectionNote)
  .describe('What was wrong in it, the newest first')
  .meta({ id: 'CorrectionNotes' });
