import { Failure } from '../../kernel/failure.ts';
import type { Handle } from '../../platform/engine/tables.ts';
import type { ArticleBrief } from '../../record/articles/article.ts';
import { articleBriefs, findSnapshot } from '../../record/articles/store.ts';
import { idReferred } from '../../record/references.ts';
import { textBytesMax } from '../../text/quotes/quote.ts';
import { likeliestFor } from './likeliest.ts';
import { countTexts, newestTexts, type Recorded, recordedIn } from './recorded-store.ts';
import { SOURCES_MAX, type TextToCheck } from './text-check.ts';

/** A text to look quotations up in: of an article, with what is recorded of it, or sent along. */
export type Source = {
  article?: ArticleBrief;
  snapshot?: number;
  text?: { index: number; title: string | null };
  load(): Promise<string>;
  recorded(): Promise<Recorded[]>;
};

export type Chosen = { sources: Source[]; of: number | null };

/**
 * The texts that are named, else those of the record that are likeliest to have the quotes. Fails with `too-large` for
 * one over 1 MiB, with `invalid` for too many, and with `unknown-reference`.
 */
export async function sourcesFor(
  from: Handle,
  { articles = [], texts = [], dispute: named }: Omit<TextToCheck, 'text'>,
  quotes: readonly string[],
): Promise<Chosen> {
  refuseTooMuch(articles.length + texts.length, texts);
  const dispute = named === undefined ? null : await idReferred(from, 'dispute', named, '/dispute');
  const ids = new Set<string>();
  for (const [at, one] of articles.entries()) ids.add(await idReferred(from, 'article', one, `/articles/${at}`));
  const sent = texts.map(({ text, title = null }, index): Source => {
    return { text: { index, title }, load: async () => text, recorded: async () => [] };
  });
  if (articles.length + texts.length > 0)
    return { sources: [...(await articleSources(from, [...ids], dispute)), ...sent], of: ids.size + sent.length };
  const likeliest = await likeliestFor(from, quotes, { dispute, max: SOURCES_MAX });
  return { sources: await articleSources(from, likeliest, dispute), of: await countTexts(from) };
}

function refuseTooMuch(sources: number, texts: readonly { text: string }[]): void {
  if (sources > SOURCES_MAX) {
    const detail = `articles and texts are at most ${SOURCES_MAX} together; these are ${sources}`;
    throw new Failure('invalid', `/texts: ${detail}.`, { faults: [{ pointer: '/texts', detail }] });
  }
  for (const [at, { text }] of texts.entries()) refuseOver(text, `/texts/${at}/text`);
}

export function refuseOver(text: string, pointer: string): void {
  if (Buffer.byteLength(text) <= textBytesMax) return;
  const detail = 'a text may have at most 1 MiB of UTF-8';
  throw new Failure('too-large', `${pointer}: ${detail}.`, { faults: [{ pointer, detail }] });
}

async function articleSources(from: Handle, ids: readonly string[], dispute: string | null): Promise<Source[]> {
  const briefs = await articleBriefs(from, ids);
  const numbers = await newestTexts(from, ids);
  return ids.flatMap((id) => {
    const [article, snapshot] = [briefs.get(id), numbers.get(id)];
    if (article === undefined || snapshot === undefined) return [];
    return {
      article,
      snapshot,
      load: async () => (await findSnapshot(from, id, snapshot))?.text ?? '',
      recorded: () => recordedIn(from, id, snapshot, dispute),
    };
  });
}
