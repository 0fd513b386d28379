import type { Feed, FeedEntry } from './feed.ts';
import { printable, said } from './written.ts';

/** A feed as JSON Feed 1.1. No control character passes but tab and line ends. */
export function jsonFeed(feed: Feed, entries: readonly FeedEntry[]): string {
  const whole = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.self,
    items: entries.map((entry) =>
      said({
        id: entry.id,
        url: entry.url,
        external_url: entry.elsewhere,
        title: entry.title,
        content_text: entry.text,
        date_published: entry.published,
        date_modified: entry.updated,
        authors: entry.authors.map((name) => ({ name })),
        tags: entry.tags,
        language: entry.language,
      }),
    ),
  };
  return JSON.stringify(whole, (_, value) => (typeof value === 'string' ? printable(value) : value));
}
