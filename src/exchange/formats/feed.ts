import type { Correction } from '../../record/corrections/correction.ts';
import type { ToldDrift } from './csv-tables.ts';
import { shortened } from './plain.ts';
import { addressIn, knownLanguage, momentOf, oneLine, type ToldStatement, type Writing } from './written.ts';

/** What a feed is: `self` is its own address, by which it is known too. */
export type Feed = { title: string; self: string; home: string; updated: string | null };
/** One thing in a feed; `id` never changes, times are RFC 3339, `text` is plain. */
export type FeedEntry = {
  id: string;
  url: string;
  elsewhere: string | null;
  title: string;
  text: string;
  published: string;
  updated: string;
  authors: string[];
  language: string | null;
  tags: string[];
};

export function statementEntry(statement: ToldStatement, writing: Writing): FeedEntry {
  const { id, speaker, side, quote, quoteType, article, stances } = statement;
  const words = quoteType === 'indirect' ? quote : `“${quote}”`;
  const address = addressIn(writing, `statements/${id}`);
  return {
    id: address,
    url: address,
    elsewhere: statement.anchor.url,
    title: shortened(oneLine(`${speaker.name}: ${words}`), 200),
    text: `${words}\n— ${[speaker.name, speaker.title, side?.name].filter(Boolean).join(', ')}. ${article.outlet.name}, ${article.publishedAt}: ${article.title}`,
    published: statement.createdAt,
    updated: statement.updatedAt,
    authors: [speaker.name],
    language: knownLanguage(statement.language),
    tags: [statement.dispute.slug, ...(side ? [side.slug] : []), ...stances.map(({ claim }) => claim.slug)],
  };
}

export function correctionEntry(correction: Correction, writing: Writing): FeedEntry {
  const { id, kind, note, statement, article, claim, review } = correction;
  const of = statement
    ? `statements/${statement.id}`
    : article
      ? `articles/${article.id}`
      : claim
        ? `claims/${claim.slug}`
        : `reviews/${review?.id}`;
  const what = statement?.quote ?? article?.title ?? claim?.text ?? review?.title ?? '';
  return {
    id: addressIn(writing, `corrections/${id}`),
    url: addressIn(writing, of),
    elsewhere: statement?.article.url ?? article?.url ?? review?.url ?? null,
    title: shortened(oneLine(`${kind}: ${what}`), 200),
    text: note,
    published: correction.createdAt,
    updated: correction.updatedAt,
    authors: [],
    language: null,
    tags: [kind],
  };
}

export function driftEntry(drift: ToldDrift & { at: string }, writing: Writing): FeedEntry {
  const { statement, closest, difference } = drift;
  const to = typeof drift.to === 'number' ? drift.to : drift.to.snapshot;
  const address = addressIn(writing, `statements/${statement.id}`);
  return {
    id: `${address}#snapshot-${to}`,
    url: address,
    elsewhere: statement.article.url,
    title: shortened(oneLine(`${drift.drift}${difference ? ` (${difference})` : ''}: “${statement.quote}”`), 200),
    text: `“${statement.quote}”${closest ? `\nThe article has now: “${closest.text}”` : ''}`,
    published: momentOf(drift.at),
    updated: momentOf(drift.at),
    authors: [statement.speaker.name],
    language: null,
    tags: [drift.drift, ...(difference ? [difference] : [])],
  };
}
