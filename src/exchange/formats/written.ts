import { canonicalLanguage } from '../../kernel/language.ts';
import { startOf } from '../../kernel/time.ts';
import type { Article } from '../../record/articles/article.ts';
import type { Statement, StatementBrief } from '../../record/statements/statement.ts';

/** Where this service is reached, and which version of it writes. */
export type Writing = { publicUrl: string; version: string };

/** A statement as lists answer it; what later versions of an answer add may be left out. */
export type ToldStatement = Statement & {
  drift?: { drift: string; difference?: string | undefined } | null | undefined;
  warnings?: readonly string[] | undefined;
};
export type ToldBrief = StatementBrief;
/** What a citation needs of the article beyond its brief form; null where it is not known. */
export type ToldArticle = Pick<Article, 'byline' | 'archiveUrl' | 'accessedAt' | 'language'>;

/** The address of an entity of this service. */
export function addressIn({ publicUrl }: Writing, path: string): string {
  return `${publicUrl.replace(/\/$/, '')}/v1/${path}`;
}

/** Text without what XML 1.0 and most readers do not take: control characters but tab and line ends, and halves of pairs. */
export function printable(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[\u007f-\u0084\u0086-\u009f]/gu, '');
}

/** The same on one line. */
export function oneLine(text: string): string {
  return printable(text)
    .replace(/[\t\n\r\u0085\u2028\u2029]+/g, ' ')
    .trim();
}

/** The first moment of a date, as formats want it that know no coarser one. */
export function momentOf(date: string): string {
  return (startOf(date) as string).replace('.000Z', 'Z');
}

/** A language that is known. */
export function knownLanguage(tag: string): string | null {
  const language = canonicalLanguage(tag);
  return language === null || language === 'und' ? null : language;
}

/** The object without members that nothing is said in. */
export function said<Members extends Record<string, unknown>>(members: Members): Partial<Members> {
  const isSaid = (value: unknown) =>
    value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);
  return Object.fromEntries(Object.entries(members).filter(([, value]) => isSaid(value))) as Partial<Members>;
}
