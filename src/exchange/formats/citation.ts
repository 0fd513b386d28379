import { shortened } from './plain.ts';
import { knownLanguage, oneLine, said, type ToldArticle, type ToldStatement } from './written.ts';

/**
 * A citation of a statement: whose words, where they were printed, and how to find them again. Names stand as the record
 * has them: which part of a name is the surname is not said, and in many languages not the last.
 */
export type Citation = {
  key: string;
  author: string;
  /** The words, in quotation marks where they are the speaker's. */
  title: string;
  isParaphrase: boolean;
  container: string;
  outlet: string;
  byline: string[];
  /** When the article was published, when the words were said, and when the article was read: partial dates. */
  published: string;
  said: string | null;
  accessed: string | null;
  language: string | null;
  /** Opens the article at the quote. */
  url: string;
  archive: string | null;
};

const TITLE_MAX = 400;

export function citationOf(statement: ToldStatement, article: ToldArticle | null): Citation {
  const { id, speaker, quote, quoteType, anchor, saidAt } = statement;
  return {
    key: id,
    author: oneLine(speaker.name),
    title: shortened(oneLine(quote), TITLE_MAX),
    isParaphrase: quoteType === 'indirect',
    container: oneLine(statement.article.title),
    outlet: oneLine(statement.article.outlet.name),
    byline: (article?.byline ?? []).map(oneLine),
    published: statement.article.publishedAt,
    said: saidAt,
    accessed: article?.accessedAt ?? null,
    language: knownLanguage(article?.language ?? statement.language),
    url: anchor.url,
    archive: article?.archiveUrl ?? null,
  };
}

/** What no field of a format holds: by whom it was reported, when it was said, where it is kept. */
function noteOf({ container, byline, said: saidAt, archive, isParaphrase }: Citation): string {
  return [
    `${isParaphrase ? 'Paraphrased' : 'Quoted'} in: ${container}${byline.length > 0 ? `, by ${byline.join(', ')}` : ''}`,
    ...(saidAt === null ? [] : [`Said: ${saidAt}`]),
    ...(archive === null ? [] : [`Archived at ${archive}`]),
  ].join('. ');
}

const day = (date: string) => date.slice(0, 10);

/** CSL-JSON: a list of one item. */
export function cslJson(citation: Citation): string {
  const { key, author, title, container, outlet, published, accessed, url, archive, language } = citation;
  const date = (text: string | null) => text && { 'date-parts': [day(text).split('-').map(Number)] };
  const item = {
    id: key,
    type: 'webpage',
    title,
    author: [{ literal: author }],
    'container-title': container,
    publisher: outlet,
    issued: date(published),
    URL: url,
    ...said({
      accessed: date(accessed),
      'event-date': date(citation.said),
      archive,
      archive_location: archive,
      language,
    }),
    note: noteOf(citation),
  };
  return `${JSON.stringify([item], null, 2)}\n`;
}

/** BibTeX as biblatex reads it: `@online`, with `urldate`, and the archive in the note. */
export function bibtex(citation: Citation): string {
  const { key, author, title, outlet, published, accessed, url, language } = citation;
  const fields: [string, string | null][] = [
    ['author', `{${texText(author)}}`],
    ['title', `{${texText(title)}}`],
    ['organization', texText(outlet)],
    ['date', day(published)],
    ['year', published.slice(0, 4)],
    ['url', texUrl(url)],
    ['urldate', accessed && day(accessed)],
    ['langid', language && texText(language)],
    ['note', texText(noteOf(citation))],
  ];
  const lines = fields.flatMap(([name, value]) => (value === null ? [] : `  ${name} = {${value}}`));
  return `@online{${key},\n${lines.join(',\n')}\n}\n`;
}

const TEX: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function texText(text: string): string {
  return text.replace(/[\\{}$&%#_~^]/g, (mark) => TEX[mark] ?? `\\${mark}`);
}

/** In an address only what would end the field is escaped, by the address's own means. */
function texUrl(url: string): string {
  return url.replace(/[{}\\]/g, (mark) => encodeURIComponent(mark));
}

/** RIS: `ELEC`, with the access date in `Y2` and, as EndNote has it for this type, in `M1`; the archive in `AV` and the note. */
export function ris(citation: Citation): string {
  const { key, author, title, container, outlet, published, accessed, url, archive, language } = citation;
  const slashes = (date: string) => [...day(date).split('-'), '', '', ''].slice(0, 3).join('/').concat('/');
  const lines: [string, string | null][] = [
    ['TY', 'ELEC'],
    ['ID', key],
    ['AU', author],
    ['TI', title],
    ['T2', container],
    ['PB', outlet],
    ['PY', published.slice(0, 4)],
    ['DA', slashes(published)],
    ['UR', url],
    ['Y2', accessed && slashes(accessed)],
    ['M1', accessed && slashes(accessed)],
    ['AV', archive],
    ['LA', language],
    ['N1', noteOf(citation)],
    ['ER', ''],
  ];
  return lines.flatMap(([tag, value]) => (value === null ? [] : `${tag}  - ${oneLine(value)}\r\n`)).join('');
}
