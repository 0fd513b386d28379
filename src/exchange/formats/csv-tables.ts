import type { Change } from '../../history/change.ts';
import type { ArticleBrief } from '../../record/articles/article.ts';
import type { Correction } from '../../record/corrections/correction.ts';
import { BYTE_ORDER_MARK, type Cell, csvLine } from './csv.ts';
import type { ToldBrief, ToldStatement } from './written.ts';

/** A table of what a list tells: a row an item, a column for each thing that a person filters by. */
export type Table<Item> = { columns: readonly string[]; row: (item: Item) => readonly Cell[] };

/** A table as CSV, line by line; `bom` is for spreadsheets that read UTF-8 only then. */
export async function* csvOf<Item>(
  { columns, row }: Table<Item>,
  items: AsyncIterable<Item> | Iterable<Item>,
  { bom = false }: { bom?: boolean } = {},
): AsyncGenerator<string> {
  yield (bom ? BYTE_ORDER_MARK : '') + csvLine(columns);
  for await (const item of items) yield csvLine(row(item));
}

const BRIEF =
  'id quote quoteType saidAt speaker speakerName speakerTitle side sideName article articleTitle outlet outletName publishedAt anchor'.split(
    ' ',
  );

function briefCells({ id, quote, quoteType, saidAt, speaker, side, article, anchor }: ToldBrief): Cell[] {
  return [
    ...[id, quote, quoteType, saidAt, speaker.slug, speaker.name, speaker.title, side?.slug, side?.name],
    ...[article.url, article.title, article.outlet.slug, article.outlet.name, article.publishedAt, anchor.result],
  ];
}

/** Stances are in a column each, the slugs of the claims with spaces between them, so that a filter finds one of them. */
export const STATEMENTS: Table<ToldStatement> = {
  columns: [
    ...['id', 'status', 'dispute', 'speaker', 'speakerName', 'speakerTitle', 'side', 'sideName', 'sideRole', 'saidAt'],
    ...['quote', 'quoteType', 'cue', 'groundRules', 'language', 'setting', 'context'],
    ...['supports', 'denies', 'queries', 'comments', 'rebuts', 'rebuttals', 'repeats'],
    ...['article', 'articleTitle', 'outlet', 'outletName', 'publishedAt', 'anchor', 'snapshot', 'start', 'end', 'link'],
    ...['drift', 'warnings', 'corrections', 'note', 'revision', 'createdAt', 'updatedAt'],
  ],
  row: (statement) => {
    const {
      dispute,
      speaker,
      side,
      article,
      anchor,
      stances,
      rebuts,
      rebuttals,
      repeats,
      drift,
      warnings,
      corrections,
    } = statement;
    const claims = (wanted: string) =>
      stances.flatMap(({ claim, stance }) => (stance === wanted ? claim.slug : [])).join(' ');
    return [
      ...[statement.id, statement.status, dispute.slug, speaker.slug, speaker.name, speaker.title],
      ...[side?.slug, side?.name, side?.role, statement.saidAt, statement.quote, statement.quoteType, statement.cue],
      ...[statement.groundRules, statement.language, statement.setting, statement.context],
      ...[claims('support'), claims('deny'), claims('query'), claims('comment')],
      ...[rebuts, rebuttals].map((links) => links.map((link) => link.statement.id).join(' ')),
      repeats?.id,
      ...[article.url, article.title, article.outlet.slug, article.outlet.name, article.publishedAt],
      ...[anchor.result, anchor.snapshot, anchor.start, anchor.end, anchor.url, drift?.drift, warnings?.join(' ')],
      ...[corrections.length, statement.note, statement.revision, statement.createdAt, statement.updatedAt],
    ];
  },
};

/** What `/v1/pairs` answers, of this version and later ones. */
export type ToldPair = {
  basis: string;
  kind?: string | undefined;
  question: { slug: string; text: string } | null;
  left: ToldBrief;
  right: ToldBrief;
  daysApart: number | null;
  certain?: boolean;
  sameArticle: boolean;
};

export const PAIRS: Table<ToldPair> = {
  columns: [
    ...['basis', 'kind', 'question', 'questionText', 'daysApart', 'certain', 'sameArticle'],
    ...BRIEF.map((name) => `left.${name}`),
    ...BRIEF.map((name) => `right.${name}`),
  ],
  row: ({ basis, kind, question, left, right, daysApart, certain, sameArticle }) => [
    ...[basis, kind, question?.slug, question?.text, daysApart, certain, sameArticle],
    ...briefCells(left),
    ...briefCells(right),
  ],
};

/** What `/v1/drift` answers. */
export type ToldDrift = {
  statement: ToldBrief;
  article?: ArticleBrief;
  from: number | { snapshot: number | null };
  to: number | { snapshot: number };
  drift: string;
  difference?: string | null | undefined;
  closest?: { text: string } | null | undefined;
  at?: string;
};

export const DRIFTS: Table<ToldDrift> = {
  columns: ['drift', 'difference', 'from', 'to', 'closest', 'at', ...BRIEF.map((name) => `statement.${name}`)],
  row: ({ statement, from, to, drift, difference, closest, at }) => [
    ...[drift, difference, numberIn(from), numberIn(to), closest?.text, at],
    ...briefCells(statement),
  ],
};

function numberIn(snapshot: ToldDrift['from']): number | null {
  return typeof snapshot === 'number' ? snapshot : snapshot.snapshot;
}

export const CORRECTIONS: Table<Correction> = {
  columns: ['id', 'kind', 'effectiveAt', 'of', 'ofId', 'ofText', 'ofUrl', 'note', 'revision', 'createdAt', 'updatedAt'],
  row: ({ id, kind, effectiveAt, statement, article, claim, review, note, revision, createdAt, updatedAt }) => {
    const of: Cell[] = statement
      ? ['statement', statement.id, statement.quote, statement.article.url]
      : article
        ? ['article', article.id, article.title, article.url]
        : claim
          ? ['claim', claim.slug, claim.text, null]
          : ['review', review?.id, review?.title, review?.url];
    return [id, kind, effectiveAt, ...of, note, revision, createdAt, updatedAt];
  },
};

export const CHANGES: Table<Change> = {
  columns: ['seq', 'at', 'actor', 'action', 'type', 'id', 'revision', 'comment', 'paths', 'patch', 'hash'],
  row: ({ seq, at, actor, action, entity, revision, comment, patch, hash }) => [
    ...[seq, at, actor, action, entity.type, entity.id, revision, comment],
    ...[patch.map(({ path }) => path || '/').join(' '), JSON.stringify(patch), hash],
  ],
};
