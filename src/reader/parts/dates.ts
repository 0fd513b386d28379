import type { Locale } from '../frame/locale.ts';

type Dated = { saidAt: string | null; article: { publishedAt: string } };

const formats = new Map<string, Intl.DateTimeFormat>();

/** A date as precisely as it was written; a day with an offset is the speaker's own. */
export function dateIn(locale: Locale, date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-');
  if (month === undefined) return date;
  const at = new Date(`${year}-${month}-${day ?? '01'}T00:00:00Z`);
  const text = formatOf(locale.language, day !== undefined).format(at);
  const time = /T(\d\d:\d\d)[^Z+-]*(Z|[+-].*)$/.exec(date);
  return time ? `${text}, ${time[1]} ${time[2] === 'Z' ? 'UTC' : time[2]}` : text;
}

/** When a statement was said; a date that is coarse, or only its article's, says so. */
export function saidIn(locale: Locale, { saidAt, article }: Dated): string {
  if (saidAt === null) return locale.say('dateOfArticle', { date: dateIn(locale, article.publishedAt) });
  return isCoarse(saidAt) ? locale.say('someTimeIn', { date: dateIn(locale, saidAt) }) : dateIn(locale, saidAt);
}

/** Whether a date is not known to the day. */
export function isCoarse(date: string): boolean {
  return date.length < 10;
}

/** A period from one day to another. */
export function rangeIn(locale: Locale, { from, to }: { from: string | null; to: string | null }): string | null {
  if (from === null || to === null) return from ?? to;
  if (from === to) return dateIn(locale, from);
  return formatOf(locale.language, true).formatRange(new Date(from), new Date(to));
}

function formatOf(language: string, hasDay: boolean): Intl.DateTimeFormat {
  const key = `${language} ${hasDay}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      timeZone: 'UTC',
      year: 'numeric',
      month: hasDay ? 'short' : 'long',
      ...(hasDay && { day: 'numeric' }),
    });
    formats.set(key, format);
  }
  return format;
}
