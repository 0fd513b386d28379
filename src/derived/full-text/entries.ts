import type { Handle, Tables } from '../../platform/engine/tables.ts';
import { stepping } from '../../platform/loop-turns.ts';
import { findSnapshot } from '../../record/articles/store.ts';
import { termsIn } from '../../record/claims/terms.ts';
import { readInTurns, type TextRead } from '../../text/read-text.ts';
import { entryWords, passagesOf } from '../../text/words/entry.ts';
import { EVERY } from '../../text/words/match.ts';
import { wordsOf } from '../../text/words/token.ts';

type Row<Table extends keyof Tables> = Tables[Table]['$inferSelect'];

/** An entry of the index before it is given its place; `date` is RFC 3339 in UTC. */
export type NewEntry = Omit<Row<'searchEntries'>, 'place'> & { date: string };

const WHOLE = { snapshot: null, start: null, end: null };

/** Quote and context; nothing of what was withdrawn. */
export async function entriesOfStatement(from: Handle, row: Row<'statements'>): Promise<NewEntry[]> {
  if (row.status === 'withdrawn') return [];
  const claims = row.stances.map(({ claim }) => claim);
  const facets = [
    row.status === 'draft' ? EVERY.draft : EVERY.statement,
    row.disputeId,
    row.sideId,
    row.speakerId,
    row.outletId,
    row.articleId,
    ...claims,
    ...(await questionsOf(from, claims)),
  ];
  return [
    {
      ...WHOLE,
      kind: 'statement',
      entityId: row.id,
      date: row.saidSort,
      ...entryWords([wordsOf(row.quote)], row.context === null ? [] : [wordsOf(row.context)]),
      facets: facets.join(' '),
    },
  ];
}

/** Text and terms; nothing of what was merged into another. */
export function entriesOfClaim(row: Row<'claims'>): NewEntry[] {
  if (row.rootId !== null) return [];
  return [
    {
      ...WHOLE,
      kind: 'claim',
      entityId: row.id,
      date: row.createdAt,
      ...entryWords([wordsOf(row.text)], termsIn(row.terms).flat().map(wordsOf)),
      facets: [EVERY.claim, row.disputeId, row.questionId].join(' '),
    },
  ];
}

/** Name and aliases. */
export function entriesOfSpeaker(row: Row<'speakers'>): NewEntry[] {
  return [
    {
      ...WHOLE,
      kind: 'speaker',
      entityId: row.id,
      date: row.createdAt,
      ...entryWords([wordsOf(row.name)], row.aliases.map(wordsOf)),
      facets: EVERY.speaker,
    },
  ];
}

/** The title alone, then each snapshot's passages, the title with each: words of both are found together. */
export async function entriesOfArticle(from: Handle, row: Row<'articles'>): Promise<NewEntry[]> {
  const entries = [entryOfTitle(row)];
  for (let number = 1; number <= row.snapshots; number += 1) {
    entries.push(...(await entriesOfSnapshot(from, row, number)));
  }
  return entries;
}

/** What was read of the text may be given. */
export async function entriesOfSnapshot(
  from: Handle,
  row: Row<'articles'>,
  number: number,
  read?: TextRead,
): Promise<NewEntry[]> {
  const snapshot = await findSnapshot(from, row.id, number);
  if (!snapshot) return [];
  const whole = entryOfTitle(row);
  const title = wordsOf(row.title);
  const { tokens: all } = read ?? (await readInTurns(snapshot.text));
  const pause = stepping();
  const entries: NewEntry[] = [];
  for (const { start, end, tokens } of passagesOf(snapshot.text, all)) {
    await pause();
    entries.push({ ...whole, snapshot: number, start, end, ...entryWords([title], [tokens]) });
  }
  return entries;
}

function entryOfTitle(row: Row<'articles'>): NewEntry {
  return {
    ...WHOLE,
    kind: 'article',
    entityId: row.id,
    date: row.publishedSort,
    ...entryWords([wordsOf(row.title)]),
    facets: [EVERY.article, row.outletId].join(' '),
  };
}

/** The questions that claims answer, each once. */
async function questionsOf(from: Handle, claims: readonly string[]): Promise<string[]> {
  if (claims.length === 0) return [];
  const rows = await from.lookUp(
    'questions of claims',
    ({ db, t, oneOf }) => db.select({ id: t.claims.questionId }).from(t.claims).where(oneOf(t.claims.id, 'claims')),
    { claims },
  );
  return [...new Set(rows.map(({ id }) => id))].sort();
}
