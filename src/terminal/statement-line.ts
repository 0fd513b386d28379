import { z } from 'zod';

/** What a person at the terminal is told of a statement. */
export const StatementTold = z.object({
  quote: z.string(),
  quoteType: z.string(),
  saidAt: z.string().nullable(),
  speaker: z.object({ name: z.string() }),
  side: z.object({ name: z.string() }).nullable(),
  article: z.object({
    title: z.string(),
    url: z.string(),
    publishedAt: z.string(),
    outlet: z.object({ name: z.string() }).nullable(),
  }),
});
export type StatementTold = z.infer<typeof StatementTold>;

/** What a date with this mark is. */
export const UNDATED = '* the date of the article: when it was said is not known';

/** As it was written, a time to the minute. */
export function dateOf({ saidAt, article }: Pick<StatementTold, 'saidAt' | 'article'>): string {
  return saidAt === null ? `${shortly(article.publishedAt)}*` : shortly(saidAt);
}

/** A time to the minute, with its offset. */
export function shortly(time: string): string {
  return time.replace(/(T\d\d:\d\d):\d\d(?:\.\d+)?/, '$1').replace('T', ' ');
}

/** In quotation marks, but for what is the reporter's wording. */
export function quoted({ quote, quoteType }: Pick<StatementTold, 'quote' | 'quoteType'>): string {
  return quoteType === 'indirect' ? quote : `“${quote}”`;
}

/** Who said it, for whom. */
export function speakerOf({ speaker, side }: Pick<StatementTold, 'speaker' | 'side'>): string {
  return side === null || side.name === speaker.name ? speaker.name : `${speaker.name} (${side.name})`;
}
