import type { Feed, FeedEntry } from './feed.ts';
import { printable, type Writing } from './written.ts';

/** A feed as Atom (RFC 4287). Text is text: nothing in it is markup, and no control character passes. */
export function atomFeed(feed: Feed, entries: readonly FeedEntry[], { publicUrl, version }: Writing): string {
  const latest = entries
    .map(({ updated }) => updated)
    .sort()
    .at(-1);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    `  <id>${escaped(feed.self)}</id>`,
    `  <title>${escaped(feed.title)}</title>`,
    // A feed must say when it changed: an empty one did not since the time that the clock began.
    `  <updated>${escaped(latest ?? feed.updated ?? '1970-01-01T00:00:00Z')}</updated>`,
    `  <link rel="self" type="application/atom+xml" href="${escaped(feed.self)}"/>`,
    `  <link rel="alternate" href="${escaped(feed.home)}"/>`,
    `  <author><name>Counterclaim</name><uri>${escaped(publicUrl)}</uri></author>`,
    `  <generator version="${escaped(version)}">Counterclaim</generator>`,
    ...entries.map(entryOf),
    '</feed>',
    '',
  ].join('\n');
}

function entryOf(entry: FeedEntry): string {
  const language = entry.language === null ? '' : ` xml:lang="${escaped(entry.language)}"`;
  return [
    `  <entry${language}>`,
    `    <id>${escaped(entry.id)}</id>`,
    `    <title>${escaped(entry.title)}</title>`,
    `    <published>${escaped(entry.published)}</published>`,
    `    <updated>${escaped(entry.updated)}</updated>`,
    ...entry.authors.map((name) => `    <author><name>${escaped(name)}</name></author>`),
    `    <link rel="alternate" href="${escaped(entry.url)}"/>`,
    ...(entry.elsewhere === null ? [] : [`    <link rel="via" href="${escaped(entry.elsewhere)}"/>`]),
    ...entry.tags.map((tag) => `    <category term="${escaped(tag)}"/>`),
    `    <content type="text">${escaped(entry.text)}</content>`,
    '  </entry>',
  ].join('\n');
}

const REFERENCES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

function escaped(text: string): string {
  return printable(text).replace(/[&<>"']/g, (mark) => REFERENCES[mark] as string);
}
