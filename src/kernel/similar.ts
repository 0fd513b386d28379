import { z } from 'zod';

/** What of the record something new may be the same as; the answer to a POST tells it. */
export const Similar = z
  .array(
    z
      .strictObject({
        id: z.string(),
        slug: z.string().optional(),
        url: z.string().optional(),
        name: z.string().optional(),
        title: z.string().optional(),
      })
      .meta({ id: 'SimilarEntity' }),
  )
  .meta({ id: 'SimilarEntities', description: 'What this may be the same as: at most five' });
export type Similar = z.infer<typeof Similar>;
