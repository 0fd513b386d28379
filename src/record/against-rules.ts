import { and, asc, getTableColumns, gt, type SQL, sql } from 'drizzle-orm';
import type { SQLiteColumn, SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { z } from 'zod';
import { articleUrl, normalizeUrl } from '../kernel/address.ts';
import type { Handle } from '../platform/engine/tables.ts';
import { NewArticle } from './articles/article.ts';
import { NewClaim } from './claims/claim.ts';
import { NewDispute } from './disputes/dispute.ts';
import { NewQuestion } from './disputes/question.ts';
import { KINDS, type RecordKind } from './kinds.ts';
import { NewOutlet } from './outlets/outlet.ts';
import { ReviewDraft } from './reviews/review.ts';
import { NewSide } from './sides/side.ts';
import { NewSpeaker } from './speakers/speaker.ts';
import { NewStatement } from './statements/statement.ts';

/** What an earlier version stored, that would be refused or kept otherwise today. It stays until it is changed. */
export type KeptOtherwise = { kind: RecordKind; id: string; member: string; why: string };

type Rules = { members: z.ZodRawShape; urls?: Record<string, (url: string) => string | null> };

/** The members that a rule was made for after they may have been stored, with the shapes that new ones must have. */
const RULES: Partial<Record<RecordKind, Rules>> = {
  side: { members: NewSide.pick({ name: true }).shape },
  dispute: { members: NewDispute.pick({ title: true }).shape },
  question: { members: NewQuestion.pick({ text: true }).shape },
  outlet: {
    members: NewOutlet.pick({ name: true, country: true }).shape,
    urls: { homepage: normalizeUrl },
  },
  article: {
    members: NewArticle.pick({ title: true, byline: true, agencies: true, language: true }).shape,
    urls: { url: articleUrl, archiveUrl: normalizeUrl },
  },
  speaker: { members: NewSpeaker.pick({ name: true, aliases: true }).shape },
  claim: { members: NewClaim.pick({ text: true }).shape },
  review: { members: ReviewDraft.pick({ title: true, language: true }).shape, urls: { url: articleUrl } },
  statement: { members: NewStatement.pick({ language: true }).shape },
};

const ROWS_AT_ONCE = 500;

/** Walks the whole record, kind by kind, oldest first. */
export async function* keptOtherwise(from: Handle): AsyncGenerator<KeptOtherwise> {
  for (const [kind, rules] of Object.entries(RULES) as [RecordKind, Rules][]) {
    const members = [...Object.keys(rules.members), ...Object.keys(rules.urls ?? {})];
    for (let rows = await rowsAfter(from, kind, members, ''); ; ) {
      for (const row of rows) yield* faultsIn(kind, row, rules);
      const last = rows.at(-1);
      if (last === undefined || rows.length < ROWS_AT_ONCE) break;
      rows = await rowsAfter(from, kind, members, last.id);
    }
  }
}

type Row = { id: string } & Record<string, unknown>;

function* faultsIn(kind: RecordKind, row: Row, { members, urls = {} }: Rules): Generator<KeptOtherwise> {
  for (const [member, shape] of Object.entries(members) as [string, z.ZodType][]) {
    const checked = shape.safeParse(row[member]);
    const isSame = checked.success && JSON.stringify(checked.data) === JSON.stringify(row[member]);
    const why = checked.success ? `would be kept as ${JSON.stringify(checked.data)}` : checked.error.issues[0]?.message;
    if (!isSame) yield { kind, id: row.id, member, why: why ?? 'is refused' };
  }
  for (const [member, normalized] of Object.entries(urls)) {
    const url = row[member] as string | null;
    if (url !== null && normalized(url) !== url)
      yield { kind, id: row.id, member, why: `would be kept as ${normalized(url)}` };
  }
}

async function rowsAfter(from: Handle, kind: RecordKind, members: readonly string[], after: string): Promise<Row[]> {
  const rows = await from.query(
    `members of ${kind} to check`,
    ({ db, t, param }) => {
      const table: SQLiteTable = t[KINDS[kind].table];
      const columns: Record<string, SQLiteColumn> = getTableColumns(table);
      const id = columns.id as SQLiteColumn;
      const asked = Object.fromEntries(['id', ...members].map((name) => [name, columns[name] as SQLiteColumn]));
      const rest: SQL | undefined = and(gt(id, param('after')));
      return db.select(asked).from(table).where(rest).orderBy(asc(id)).limit(sql.placeholder('limit'));
    },
    { after, limit: ROWS_AT_ONCE },
  );
  return rows as Row[];
}
