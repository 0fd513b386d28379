import { placeOfQuote } from './looking.ts';
import { type PreparedText, prepareText } from './prepared.ts';
import type { Elsewhere } from './quote.ts';

/** Other texts of an article in which a quote may stand: its title, and other snapshots by their number. */
export type OtherTexts = {
  readonly title?: string | undefined;
  readonly snapshots?: readonly { readonly snapshot: number; readonly text: string | PreparedText }[] | undefined;
};

/** Where a quote stands that does not stand in the text where it was looked for, in the order of the texts given. */
export function elsewhereOf(quote: string, { title, snapshots = [] }: OtherTexts): Elsewhere[] {
  const found: Elsewhere[] = [];
  const inTitle = title === undefined ? null : placeOfQuote(prepareText(title), quote);
  if (inTitle !== null) found.push({ in: 'title', ...inTitle });
  for (const { snapshot, text } of snapshots) {
    const place = placeOfQuote(typeof text === 'string' ? prepareText(text) : text, quote);
    if (place !== null) found.push({ in: 'snapshot', snapshot, ...place });
  }
  return found;
}
